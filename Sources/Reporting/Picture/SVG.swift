/// A picture that has been drawn, as an `svg` element that stands alone or inside an HTML document.
public struct SVG: Sendable, Hashable, Codable {
  /// The element, well-formed and with its namespace; no script, nothing loaded from elsewhere.
  public let markup: String
  /// The width in CSS pixels.
  public let width: Double
  /// The height in CSS pixels.
  public let height: Double
}

/// What became of a figure.
public enum LayoutOutcome: Sendable, Hashable {
  /// It has been drawn.
  case drawn(SVG)
  /// It could not be drawn; its table says the same.
  case unavailable(PictureObstacle)
}

/// Why a picture could not be drawn. Never an error: a figure's table holds the same facts.
public enum PictureObstacle: Error, Sendable, Hashable {
  /// Graphviz isn't on this machine, or not where `REALIST_DOT` says.
  case notInstalled
  /// `REALIST_DOT` is set and empty: no picture is wanted.
  case switchedOff
  /// Graphviz took longer than the seconds that it was given.
  case tooSlow(seconds: Int)
  /// More things or arrows than a picture can show.
  case tooLarge(nodes: Int, arrows: Int)
  /// There is nothing to draw.
  case empty
  /// The folder for temporary files, by which the picture reaches Graphviz, can't be written to.
  case noTemporaryFile
  /// Graphviz ended with a failure, or its answer could not be read.
  case failed

  /// What a reader is told: what happened, and what to do about it.
  public var sentence: String {
    switch self {
    case .notInstalled:
      """
      The picture needs Graphviz, which was not found: install it (Debian or Ubuntu: sudo apt-get install graphviz; \
      macOS: brew install graphviz; others: https://graphviz.org/download/) and make this page again. The table \
      says the same.
      """
    case .switchedOff:
      """
      The picture needs Graphviz, which REALIST_DOT switches off: unset REALIST_DOT and make this page again. The \
      table says the same.
      """
    case .tooSlow(let seconds):
      """
      The picture is left out, as Graphviz was not done with it after \(seconds) seconds. The table says the same.
      """
    case .tooLarge(let nodes, let arrows):
      """
      The picture is left out, as nobody could read one with \(nodes) things and \(arrows) arrows. The table says \
      the same.
      """
    case .empty:
      "There is nothing to draw here."
    case .noTemporaryFile:
      """
      The picture is left out, as no temporary file could be written: set TMPDIR to a folder with room and make \
      this page again. The table says the same.
      """
    case .failed:
      """
      The picture is left out, as Graphviz could not lay it out: check that "dot -V" works and make this page \
      again. The table says the same.
      """
    }
  }
}

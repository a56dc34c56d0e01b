/// How a run of text looks on a terminal that shows colour. Never the only carrier of a meaning.
enum Ink: Sendable, Hashable {
  case plain
  case strong
  case muted
  case heading
  case mark(Mark)

  /// The parameters of the terminal's "select graphic rendition" (ECMA-48), from the 8 basic colours only, so that
  /// the reader's own theme decides about contrast.
  var parameters: String? {
    switch self {
    case .plain: nil
    case .strong: "1"
    case .muted: "2"
    case .heading: "1;34"
    case .mark(.rises): "36"
    case .mark(.falls): "33"
    case .mark(.contested): "35"
    case .mark(.silent): "2"
    case .mark(.stops): "31"
    }
  }

  init(_ emphasis: Emphasis) {
    self =
      switch emphasis {
      case .plain: .plain
      case .strong: .strong
      case .muted: .muted
      }
  }
}

/// A stretch of text in one ink.
struct Run: Sendable, Hashable {
  var text: String
  var ink: Ink

  init(_ text: String, _ ink: Ink = .plain) {
    self.text = text
    self.ink = ink
  }
}

/// One line of a terminal page.
struct TerminalLine: Sendable, Hashable {
  private(set) var runs: [Run] = []

  init(_ runs: [Run] = []) {
    for run in runs { append(run) }
  }

  /// The columns that the line takes.
  var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Adds a run; one in the ink of the run before continues it.
  mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].ink == run.ink {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// The line as it is written, without white space at its end.
  func painted(colour: Bool) -> String {
    var runs = runs
    while let last = runs.indices.last {
      while let end = runs[last].text.last, end == " " || end == "\u{A0}" { runs[last].text.removeLast() }
      if !runs[last].text.isEmpty { break }
      runs.removeLast()
    }
    return runs.map { run in
      let text = run.text.contains("\u{A0}") ? String(run.text.map { $0 == "\u{A0}" ? " " : $0 }) : run.text
      guard colour, let parameters = run.ink.parameters else { return text }
      return "\u{1B}[" + parameters + "m" + text + "\u{1B}[0m"
    }.joined()
  }
}

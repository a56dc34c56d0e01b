/// What a terminal shows besides the letters.
package enum TerminalStyle: Sendable, Hashable {
  /// Letters only, as for a file.
  case letters
  /// Bold, faint and underlined letters, but no colour: where NO_COLOR is set.
  case monochrome
  /// Colour too.
  case colour
}

/// How a run of text looks on a terminal. Never the only carrier of a meaning.
package enum Ink: Sendable, Hashable {
  case plain
  case strong
  case muted
  case heading
  case mark(Mark)
  /// A word that speaks for what is read.
  case wanted
  /// A word that speaks against it.
  case unwanted

  /// The parameters of the terminal's "select graphic rendition" (ECMA-48), from the 8 basic colours only, so that
  /// the reader's own theme decides about contrast.
  private var inColour: String? {
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
    case .wanted: "1;4;36"
    case .unwanted: "4;33"
    }
  }

  /// The same without colour: bold, faint, underlined.
  private var inMonochrome: String? {
    switch self {
    case .plain, .mark: nil
    case .strong, .heading: "1"
    case .muted: "2"
    case .wanted: "1;4"
    case .unwanted: "4"
    }
  }

  /// What is sent before the run; `nil` for nothing.
  func parameters(in style: TerminalStyle) -> String? {
    switch style {
    case .letters: nil
    case .monochrome: inMonochrome
    case .colour: inColour
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
package struct Run: Sendable, Hashable {
  package var text: String
  package var ink: Ink

  package init(_ text: String, _ ink: Ink = .plain) {
    self.text = text
    self.ink = ink
  }
}

/// One line of a terminal page.
package struct TerminalLine: Sendable, Hashable {
  package private(set) var runs: [Run] = []

  package init(_ runs: [Run] = []) {
    for run in runs { append(run) }
  }

  /// The columns that the line takes.
  package var width: Int { runs.reduce(0) { $0 + DisplayWidth.of($1.text) } }

  /// Adds a run; one in the ink of the run before continues it.
  package mutating func append(_ run: Run) {
    guard !run.text.isEmpty else { return }
    if let last = runs.indices.last, runs[last].ink == run.ink {
      runs[last].text += run.text
    } else {
      runs.append(run)
    }
  }

  /// The line as it is written, without white space at its end.
  func painted(colour: Bool) -> String { painted(in: colour ? .colour : .letters) }

  /// The line as it is written in a style, without white space at its end.
  package func painted(in style: TerminalStyle) -> String {
    var runs = runs
    while let last = runs.indices.last {
      while let end = runs[last].text.last, end == " " || end == "\u{A0}" { runs[last].text.removeLast() }
      if !runs[last].text.isEmpty { break }
      runs.removeLast()
    }
    return runs.map { run in
      let text = run.text.contains("\u{A0}") ? String(run.text.map { $0 == "\u{A0}" ? " " : $0 }) : run.text
      guard let parameters = run.ink.parameters(in: style) else { return text }
      return "\u{1B}[" + parameters + "m" + text + "\u{1B}[0m"
    }.joined()
  }
}

/// Breaks runs of text into lines of a given width.
package enum Wrapping {
  /// Pieces with no space between them, which belong on one line.
  struct Word: Sendable, Hashable {
    var line = TerminalLine()
    var width = 0

    mutating func append(_ text: String, _ ink: Ink) {
      line.append(Run(text, ink))
      width += DisplayWidth.of(text)
    }
  }

  /// The lines, each at most `width` columns wide; at least one, which may be empty.
  package static func lines(_ runs: [Run], width: Int) -> [TerminalLine] {
    let width = max(width, 2)
    if runs.count == 1, isLine(runs[0].text, width: width) { return [TerminalLine(runs)] }
    var lines: [TerminalLine] = []
    var line = TerminalLine()
    var used = 0
    for word in words(runs) {
      if used > 0, used + 1 + word.width <= width {
        line.append(Run(" ", spaceInk(between: line, and: word)))
        used += 1
      } else if used > 0 {
        lines.append(line)
        line = TerminalLine()
        used = 0
      }
      let pieces = word.width <= width ? [word] : broken(word, at: width)
      lines += pieces.dropLast().map(\.line)
      for run in pieces.last?.line.runs ?? [] { line.append(run) }
      used += pieces.last?.width ?? 0
    }
    return lines + [line]
  }

  /// Whether a text is surely one line as it stands, as most cells of tables are: printable ASCII, words parted by one space.
  private static func isLine(_ text: String, width: Int) -> Bool {
    let bytes = text.utf8
    guard bytes.count <= width else { return false }
    var before: UInt8 = 0x20
    for byte in bytes {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20
  }

  /// The words of the runs. A word may change its ink inside; U+00A0 doesn't end it.
  static func words(_ runs: [Run]) -> [Word] {
    var words: [Word] = []
    var word = Word()
    for run in runs {
      for (index, piece) in run.text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
        if index > 0, word.width > 0 {
          words.append(word)
          word = Word()
        }
        if !piece.isEmpty { word.append(String(piece), run.ink) }
      }
    }
    if word.width > 0 { words.append(word) }
    return words
  }

  /// A word that is wider than the line, cut where it has a hyphen or a slash, or anywhere if it has none.
  private static func broken(_ word: Word, at width: Int) -> [Word] {
    var pieces: [Word] = []
    var piece = Word()
    for run in word.line.runs {
      for part in parts(run.text, width: width) {
        if piece.width > 0, piece.width + DisplayWidth.of(part) > width {
          pieces.append(piece)
          piece = Word()
        }
        piece.append(part, run.ink)
      }
    }
    pieces.append(piece)
    return pieces
  }

  /// Stretches that end with a hyphen or slash; those that are too wide are cut into characters, and characters
  /// that are too wide (a hostile pile of joined letters) into scalars.
  private static func parts(_ text: String, width: Int) -> [String] {
    var parts: [String] = []
    var part = ""
    for character in text {
      part.append(character)
      if "-/–_".contains(character) {
        parts.append(part)
        part = ""
      }
    }
    parts.append(part)
    return parts.flatMap { part -> [String] in
      if DisplayWidth.of(part) <= width { return [part] }
      return part.flatMap { character -> [String] in
        DisplayWidth.of(character) <= width
          ? [String(character)] : character.unicodeScalars.map { String(Character($0)) }
      }
    }
  }

  private static func spaceInk(between line: TerminalLine, and word: Word) -> Ink {
    let before = line.runs.last?.ink ?? .plain
    return before == word.line.runs.first?.ink ? before : .plain
  }
}

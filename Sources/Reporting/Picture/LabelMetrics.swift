/// How wide a text is in Arial, Helvetica or Liberation Sans, which share their widths. Measured here and not by
/// Graphviz, so that a picture looks the same whatever fonts the machine has.
enum LabelMetrics {
  /// The width of a text in pixels at a font size, with a little room for fonts that are somewhat wider.
  static func width(of text: String, size: Double) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + advance(of: $1) }
    return Double(thousandths) * size / 1000 * 1.04
  }

  /// The lines of a label: as narrow as the words allow, at most three; what does not fit ends in "…".
  static func lines(_ label: String, size: Double) -> [String] {
    let words = PlainText.visible(label).split(separator: " ").map { shortened(String($0), size: size) }
    for limit in stride(from: 110.0, through: widest, by: 20) {
      let lines = wrapped(words, size: size, limit: limit)
      if lines.count <= 2 || (lines.count == 3 && limit > 140) { return lines }
    }
    let lines = wrapped(words, size: size, limit: widest)
    guard lines.count > 3 else { return lines }
    return Array(lines.prefix(2)) + [shortened(lines[2] + " …", size: size)]
  }

  /// The most that a line of a label may take.
  private static let widest = 230.0

  private static func wrapped(_ words: [String], size: Double, limit: Double) -> [String] {
    var lines: [String] = []
    for word in words {
      if let last = lines.last, width(of: last + " " + word, size: size) <= limit {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  private static func shortened(_ text: String, size: Double) -> String {
    guard width(of: text, size: size) > widest else { return text }
    var kept = ""
    for character in text {
      if width(of: kept + String(character) + "…", size: size) > widest { break }
      kept.append(character)
    }
    return kept + "…"
  }

  private static func advance(of scalar: Unicode.Scalar) -> Int {
    if (0x20..<0x7F).contains(scalar.value) { return helvetica[Int(scalar.value) - 0x20] }
    switch DisplayWidth.of(scalar) {
    case 0: return 0
    case 1: return scalar.value < 0x250 ? 600 : 700
    default: return 1000
    }
  }

  /// The advance widths of U+0020 to U+007E in thousandths of the font size (Adobe's metrics of Helvetica).
  private static let helvetica = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
}

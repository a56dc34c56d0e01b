/// How texts are written in YAML so that every reader gets them back as texts.
///
/// Everything here looks at scalars and not at characters: to YAML a space is a space, whatever accent follows it.
enum YAMLScalar {
  typealias Scalars = String.UnicodeScalarView

  /// Words as a value, plain where that is safe.
  static func text(_ text: String, inFlow: Bool = false) -> String {
    isPlain(text.unicodeScalars, inFlow: inFlow) ? text : quoted(text.unicodeScalars)
  }

  /// A key: quoted as in braces, where more signs have a meaning.
  static func key(_ key: String) -> String { text(key, inFlow: true) }

  /// Words that don't fit on a line, over several: as a block where they hold line ends, otherwise broken between
  /// words.
  static func broken(_ text: String, column: Int, indent: Int) -> String {
    let margin = String(repeating: " ", count: indent)
    if isBlock(text) {
      let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      return "|-\n" + lines.map { $0.isEmpty ? "" : margin + String($0) }.joined(separator: "\n")
    }
    return wrapped(YAMLScalar.text(text), column: column, margin: margin)
  }

  /// Whether a text may stand as a block: several lines of visible signs; no line ends in a space, and the first and
  /// the last aren't empty.
  static func isBlock(_ text: String) -> Bool {
    let scalars = text.unicodeScalars
    guard scalars.contains("\n"), let first = scalars.first, let last = scalars.last, first != " ",
      first != "\n", last != "\n", scalars.allSatisfy({ $0 == "\n" || isVisible($0) })
    else { return false }
    let lines = scalars.split(separator: "\n", omittingEmptySubsequences: false)
    // The first line of a block stands at the beginning of a line too.
    return lines.allSatisfy { $0.last != " " } && CostScan.suspects(in: "\n" + text).isEmpty
  }

  // MARK: Plain

  private static func isPlain(_ text: Scalars, inFlow: Bool) -> Bool {
    guard let first = text.first, let last = text.last, opensPlain(first), last != " ", last != ":",
      text.allSatisfy(isVisible), !hasStructure(text), CostScan.suspects(in: String(text)).isEmpty
    else { return false }
    if inFlow && text.contains(where: { ",?:[]{}".unicodeScalars.contains($0) }) { return false }
    return !looksLikeNumberOrDate(text) && !wordsOfYAML.contains(String(text).lowercased())
  }

  private static func opensPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || isDigit(scalar) || ["(", "/", "\u{201C}", "\u{2018}"].contains(scalar)
  }

  /// Whether a text holds what ends a key or begins a comment.
  private static func hasStructure(_ text: Scalars) -> Bool {
    zip(text, text.dropFirst()).contains { ($0 == ":" && $1 == " ") || ($0 == " " && $1 == "#") }
  }

  /// Words that YAML 1.1 or 1.2 takes for a truth value or for nothing.
  private static let wordsOfYAML: Set<String> = [
    "y", "n", "yes", "no", "true", "false", "on", "off", "null",
  ]

  /// Whether another reader of YAML may take a text for a number, a date or a time: nothing but digits, the signs of
  /// such, and single letters.
  private static func looksLikeNumberOrDate(_ text: Scalars) -> Bool {
    guard let first = text.first, isDigit(first) else { return false }
    return text.allSatisfy { isDigit($0) || "abcdefoxtzABCDEFOXTZ+-.:_ ".unicodeScalars.contains($0) }
  }

  // MARK: Quoted

  private static func quoted(_ text: Scalars) -> String {
    // Our reader refuses texts with many anchors before it knows what stands in quotes.
    let suspects = CostScan.suspects(in: String(text))
    var result = "\""
    var offset = 0
    for scalar in text {
      result += suspects.contains(offset) ? hexadecimal(scalar) : escaped(scalar)
      offset += UTF8.width(scalar)
    }
    return result + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case "\r": "\\r"
    default: isVisible(scalar) ? String(scalar) : hexadecimal(scalar)
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let (letter, width) =
      switch scalar.value {
      case ...0xFF: ("x", 2)
      case ...0xFFFF: ("u", 4)
      default: ("U", 8)
      }
    return "\\" + letter + String(repeating: "0", count: width - code.count) + code
  }

  // MARK: Lines

  /// Breaks a plain or quoted text at single spaces, which YAML reads back as spaces.
  private static func wrapped(_ text: String, column: Int, margin: String) -> String {
    var result = ""
    var width = column
    // An empty word stands between two spaces, which must stay on one line.
    let words = text.unicodeScalars.split(separator: " ", omittingEmptySubsequences: false)
    for (index, word) in words.enumerated() {
      if index > 0 {
        // Only a word that means nothing to YAML at the beginning of a line may open one.
        let mayBreak = !words[index - 1].isEmpty && word.first.map(opensPlain) ?? false
        if mayBreak && width + 1 + word.count > DocumentValue.lineWidth {
          result += "\n" + margin
          width = margin.count
        } else {
          result += " "
          width += 1
        }
      }
      result.unicodeScalars.append(contentsOf: word)
      width += word.count
    }
    return result
  }

  // MARK: Signs

  /// Whether a sign is written as itself: one that YAML allows and that a person sees.
  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: false
    // Marks that turn the direction of what follows, which could show a text other than it is.
    case 0x202A...0x202E, 0x2066...0x2069: false
    default: scalar.isAllowedInYAML
    }
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}

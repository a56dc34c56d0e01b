internal import Yams

extension YAMLDocument {
  private static let anchor = (
    problem: "an anchor or alias (& or *) is not allowed here",
    remedy: "Write the value out where it is meant."
  )

  /// What the person is told of what would take for ever.
  internal static func words(
    of finding: CostScan.Finding
  ) -> (problem: String, remedy: String, line: Int?) {
    switch finding {
    case .aliases(let line): (anchor.problem, anchor.remedy, line)
    case .groupsAsKeys(let line):
      ("a key that opens with a question mark is not allowed here", "Write key: value.", line)
    case .items(let line):
      (
        "the document holds too many items", "A document of this kind is text written by people; shorten it.",
        line
      )
    case .directive(let line): ("a directive (%) is not allowed here", "Leave the line out.", line)
    }
  }

  /// What the person is told of a text that is refused.
  internal static func words(
    of refusal: Refusal, in text: String
  ) -> (problem: String, remedy: String, line: Int?) {
    switch refusal {
    case .empty: ("the file holds no document", "Write the document, or start from a template.", 1)
    case .anchor(let line): (anchor.problem, anchor.remedy, line)
    case .tag(let line): ("a tag (!) is not allowed here", "Leave it out.", line)
    case .syntax(let error): words(of: error, in: text)
    case .unreadable: ("the text can't be read as YAML", "Check that it is a text file.", nil)
    }
  }

  /// What the person is told of an error of the YAML library.
  private static func words(
    of error: YamlError, in text: String
  ) -> (problem: String, remedy: String, line: Int?) {
    let remedy = "Mend the YAML there; quoting the text or checking the indentation often helps."
    switch error {
    case .composer(_, let problem, let mark, _) where problem.contains("another document"):
      return ("the file holds more than one document", "Leave out the line of three dashes.", mark.line)
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      if let known = plainWords.first(where: { problem.contains($0.part) }) {
        // What isn't closed is mended where it begins.
        let line = known.isAtBeginning ? context?.mark.line ?? mark.line : mark.line
        return (known.problem, known.remedy, line)
      }
      return ("the YAML can't be read: \(problem)", remedy, mark.line)
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().prefix(3).map { "\u{201C}\($0.clipped)\u{201D}" }
      let more = duplicates.count > keys.count ? " and more" : ""
      return (
        "the same key stands twice in one group: \(keys.joined(separator: ", "))\(more)",
        "The first one stands on this line; keep one of them.", context.mark.line
      )
    case .reader(let problem, _, _, _):
      guard let (sign, line) = firstSignThatIsNotAllowed(in: text) else {
        return ("the YAML can't be read: \(problem)", remedy, nil)
      }
      let code = String(sign.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      return (
        "the text holds a sign that YAML doesn't allow (U+\(padded))", "Take it out; it may be invisible.",
        line
      )
    default:
      return ("the YAML can't be read", remedy, nil)
    }
  }

  /// What the library's commonest words mean.
  private static let plainWords: [(part: String, problem: String, remedy: String, isAtBeginning: Bool)] = [
    ("tab character", "a tab stands where spaces should", "Indent with spaces.", false),
    (
      "mapping values are not allowed", "a colon stands where none may",
      "Put the text in quotes, or check the indentation.", false
    ),
    (
      "cannot start any token", "a text can't begin with this sign",
      "Put the text in quotes; indent with spaces.",
      false
    ),
    ("expected ',' or ']'", "a list that begins here isn't closed with ]", "Close it.", true),
    ("expected ',' or '}'", "a group that begins here isn't closed with }", "Close it.", true),
    (
      "expected key", "this doesn't fit in here", "Write key: value, in line with the keys above.", false
    ),
    ("could not find expected ':'", "a key without a colon", "Write key: value, or indent the text.", false),
    (
      "expected '-' indicator", "this doesn't fit into the list",
      "Begin with a dash, in line with the others.", false
    ),
    (
      "expected node content", "a value is missing here", "Write it, or close the list or group before it.",
      false
    ),
    ("unexpected end of stream", "the quotes that begin here aren't closed", "Close them.", true),
  ]

  private static func firstSignThatIsNotAllowed(in text: String) -> (sign: Unicode.Scalar, line: Int)? {
    var line = 1
    for scalar in text.unicodeScalars {
      if scalar == "\n" { line += 1 }
      if !scalar.isAllowedInYAML { return (scalar, line) }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether the sign may stand in a YAML text as itself (YAML 1.1, section 5.1).
  internal var isAllowedInYAML: Bool {
    switch value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
      value != 0xFEFF
    default: false
    }
  }
}

/// The first place where a text stops being JSON.
struct JSONSyntaxFault: Error, Hashable {
  let line: Int
  let column: Int
  let problem: String
  let remedy: String
}

/// Reads JSON (RFC 8259) into values that know their lines.
///
/// Foundation's reader keeps neither the order of fields nor lines, and silently takes one of two fields of the same
/// name. The bytes must already be known to be valid UTF-8.
struct JSONParser {
  /// Deep enough for any bibliographic record; shallow enough that nesting can't exhaust the stack.
  static let deepestNesting = 32

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  /// Names that stand twice in one object, with the line of the second.
  private(set) var repeatedNames: [LocatedField] = []

  /// Whether texts may hold control characters, as \u and four digits: those of records from databases do.
  private let allowsControls: Bool

  init(_ bytes: [UInt8], allowsControls: Bool = false) {
    self.bytes = bytes
    self.allowsControls = allowsControls
  }

  /// The whole text as one value.
  mutating func document() throws(JSONSyntaxFault) -> LocatedValue {
    let root = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else {
      throw fault(
        "more text follows the end of the list",
        "Keep one list in the file, and nothing after its closing bracket.")
    }
    return root
  }

  // MARK: Values

  private mutating func value(depth: Int) throws(JSONSyntaxFault) -> LocatedValue {
    skipSpace()
    guard depth <= Self.deepestNesting else {
      throw fault(
        "lists and objects are nested more than \(Self.deepestNesting) deep",
        "No bibliographic record needs that: check how the file was made.")
    }
    let start = line
    guard let next = peek else {
      throw fault("the text ends where a value should stand", "Check that the file is complete.")
    }
    let content: LocatedValue.Content
    switch next {
    case UInt8(ascii: "{"): content = .object(try object(depth: depth))
    case UInt8(ascii: "["): content = .array(try array(depth: depth))
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    default: content = .number(try number())
    }
    return LocatedValue(line: start, content: content)
  }

  private mutating func array(depth: Int) throws(JSONSyntaxFault) -> [LocatedValue] {
    position += 1
    var elements: [LocatedValue] = []
    skipSpace()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return elements }
      guard take(",") else {
        throw fault("a list is not closed here", "Put a comma between two values and ] after the last.")
      }
    }
  }

  private mutating func object(depth: Int) throws(JSONSyntaxFault) -> [LocatedField] {
    position += 1
    var fields: [LocatedField] = []
    var names: Set<String> = []
    skipSpace()
    if take("}") { return fields }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else {
        throw fault("a field's name is missing here", "Write the name in double quotes, then a colon.")
      }
      let nameLine = line
      let name = try string()
      skipSpace()
      guard take(":") else {
        throw fault("the colon after a field's name is missing", "Write \"name\": value.")
      }
      let field = LocatedField(line: nameLine, name: name, value: try value(depth: depth + 1))
      if names.insert(name).inserted { fields.append(field) } else { repeatedNames.append(field) }
      skipSpace()
      if take("}") { return fields }
      guard take(",") else {
        throw fault("an object is not closed here", "Put a comma between two fields and } after the last.")
      }
    }
  }

  private mutating func word(_ word: StaticString, _ content: LocatedValue.Content) throws(JSONSyntaxFault)
    -> LocatedValue.Content
  {
    let letters = Array("\(word)".utf8)
    guard bytes[position...].starts(with: letters) else { throw notAValue() }
    position += letters.count
    return content
  }

  // MARK: Numbers

  private mutating func number() throws(JSONSyntaxFault) -> String {
    let start = position
    _ = take("-")
    if take("0") {
      guard !isDigit(peek) else { throw notAValue() }
    } else {
      try digits()
    }
    if take(".") { try digits() }
    if take("e") || take("E") {
      if !take("+") { _ = take("-") }
      try digits()
    }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func digits() throws(JSONSyntaxFault) {
    guard isDigit(peek) else { throw notAValue() }
    while isDigit(peek) { position += 1 }
  }

  private func isDigit(_ byte: UInt8?) -> Bool {
    byte.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
  }

  // MARK: Place

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next = peek, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let next = peek {
      switch next {
      case UInt8(ascii: "\n"):
        position += 1
        line += 1
        lineStart = position
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): position += 1
      default: return
      }
    }
  }

  private func notAValue() -> JSONSyntaxFault {
    fault(
      "this is not a value",
      "A value is a text in double quotes, a number, true, false, null, a [list] or an {object}.")
  }

  private func fault(_ problem: String, _ remedy: String) -> JSONSyntaxFault {
    let before = String(decoding: bytes[lineStart..<min(position, bytes.count)], as: UTF8.self)
    return JSONSyntaxFault(
      line: line, column: before.unicodeScalars.count + 1, problem: problem, remedy: remedy)
  }
}

// MARK: Strings

extension JSONParser {
  private mutating func string() throws(JSONSyntaxFault) -> String {
    position += 1
    var units: [UInt8] = []
    while true {
      guard let next = peek else {
        throw fault("a text in double quotes is not closed", "Write the closing double quote.")
      }
      switch next {
      case UInt8(ascii: "\""):
        let text = String(decoding: units, as: UTF8.self)
        guard allowsControls || !text.unicodeScalars.contains(where: Self.isControl) else {
          throw controlCharacter()
        }
        position += 1
        return text
      case UInt8(ascii: "\\"):
        position += 1
        units.append(contentsOf: Array(String(try escapedScalar()).utf8))
      case 0..<0x20: throw controlCharacter()
      default:
        units.append(next)
        position += 1
      }
    }
  }

  /// Tabs and line ends are text; the rest could move a terminal's cursor or change its colours when it is printed.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .control && scalar != "\n" && scalar != "\t" && scalar != "\r"
  }

  private func controlCharacter() -> JSONSyntaxFault {
    fault(
      "a text holds a control character or a bare line end",
      "Remove it; a line end within a text is written \\n.")
  }

  private mutating func escapedScalar() throws(JSONSyntaxFault) -> Unicode.Scalar {
    guard let letter = peek else { throw unknownEscape() }
    position += 1
    switch letter {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try codedScalar()
    default: throw unknownEscape()
    }
  }

  private mutating func codedScalar() throws(JSONSyntaxFault) -> Unicode.Scalar {
    let first = try fourHexDigits()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // A character beyond U+FFFF is written as two codes, and the first must be of the leading half.
    guard (0xD800..<0xDC00).contains(first), take("\\"), take("u") else { throw unknownEscape() }
    let second = try fourHexDigits()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw unknownEscape() }
    return scalar
  }

  private mutating func fourHexDigits() throws(JSONSyntaxFault) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      guard let next = peek, let digit = Character(Unicode.Scalar(next)).hexDigitValue else {
        throw unknownEscape()
      }
      code = code << 4 + UInt32(digit)
      position += 1
    }
    return code
  }

  private func unknownEscape() -> JSONSyntaxFault {
    fault(
      "a backslash is followed by something that JSON doesn't know",
      "Write \\\\ for a backslash, or \\u and four hexadecimal digits for a character.")
  }
}

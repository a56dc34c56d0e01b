/// The first place where a text stops being JSON.
package struct JSONSyntaxFault: Error, Hashable {
  package let line: Int
  package let column: Int
  package let problem: String
  package let remedy: String
}

/// Reads JSON (RFC 8259) into values that know their lines.
///
/// Foundation's reader keeps neither the order of fields nor lines, and silently takes one of two fields of the same
/// name. The bytes must already be known to be valid UTF-8.
package struct JSONParser {
  /// Deep enough for any bibliographic record; shallow enough that nesting can't exhaust the stack.
  package static let deepestNesting = 32

  let bytes: [UInt8]
  var position = 0
  private(set) var line: Int
  private var lineStart = 0
  /// Names that stand twice in one object, with the line of the second.
  package private(set) var repeatedNames: [LocatedField] = []
  /// What becomes of control characters and halves of characters in texts.
  package enum OddSigns: Hashable, Sendable {
    /// They are faults.
    case refused
    /// Control characters are left out, and halves become the sign for what can't be read: see ``JSONParser/mends``.
    case mended
    /// Control characters are kept, in what this program wrote itself.
    case kept
  }

  let oddSigns: OddSigns
  /// What was mended, with the lines.
  package internal(set) var mends: [(line: Int, told: String)] = []

  /// A parser of one value.
  ///
  /// - Parameters:
  ///   - line: the line on which the bytes begin.
  ///   - oddSigns: what becomes of control characters and halves of characters; exports from everywhere have them.
  package init(_ bytes: [UInt8], line: Int = 1, oddSigns: OddSigns = .refused) {
    self.bytes = bytes
    self.line = line
    self.oddSigns = oddSigns
  }

  /// The whole text as one value.
  package mutating func document() throws(JSONSyntaxFault) -> LocatedValue {
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

  var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard let next = peek, UInt32(next) == character.value else { return false }
    position += 1
    return true
  }

  /// Moves over a line end within a text.
  mutating func stepOverLineEnd() {
    position += 1
    line += 1
    lineStart = position
  }

  private mutating func skipSpace() {
    while let next = peek {
      switch next {
      case UInt8(ascii: "\n"): stepOverLineEnd()
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

  func fault(_ problem: String, _ remedy: String) -> JSONSyntaxFault {
    let before = String(decoding: bytes[lineStart..<min(position, bytes.count)], as: UTF8.self)
    return JSONSyntaxFault(
      line: line, column: before.unicodeScalars.count + 1, problem: problem, remedy: remedy)
  }
}

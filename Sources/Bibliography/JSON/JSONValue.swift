/// A JSON value as it stands in a document: the fields of an object keep their order, and a number keeps its spelling.
///
/// Kept for the parts of a bibliographic record that this module doesn't interpret, so that a record that is read and
/// written again loses nothing.
public indirect enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// The number as spelled in the document, such as `1.50`: a conversion could change it.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([JSONField])
}

/// One named value of a JSON object.
public struct JSONField: Hashable, Sendable {
  /// The field's name, such as `collection-title`.
  public var name: String
  /// What stands under the name.
  public var value: JSONValue

  /// A field with this name and value.
  public init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }

  /// Writes the name and the value on one line behind what is there.
  func write(to bytes: inout [UInt8]) {
    JSONValue.quote(name, to: &bytes)
    bytes += ": ".utf8
    value.write(to: &bytes)
  }
}

extension JSONValue {
  /// The value on one line, with one space after each colon and comma.
  public var compactText: String {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the value on one line behind what is there.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .null: bytes += "null".utf8
    case .bool(let truth): bytes += (truth ? "true" : "false").utf8
    case .number(let spelling): bytes += spelling.utf8
    case .string(let text): Self.quote(text, to: &bytes)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      elements.write(parted: ", ", to: &bytes) { $0.write(to: &$1) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let fields):
      bytes.append(UInt8(ascii: "{"))
      fields.write(parted: ", ", to: &bytes) { $0.write(to: &$1) }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// What kind of value this is, in words for a message.
  var kindInWords: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The text as a JSON string: only what JSON demands is escaped, so that a diff shows letters and not codes.
  static func quote(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    let start = bytes.count
    bytes.append(contentsOf: text.utf8)
    // Most texts hold nothing that must be escaped.
    if bytes[start...].contains(where: mustBeEscaped) {
      bytes.removeSubrange(start...)
      escape(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func mustBeEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private static func escape(_ text: String, to bytes: inout [UInt8]) {
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): bytes += #"\""#.utf8
      case UInt8(ascii: "\\"): bytes += #"\\"#.utf8
      case UInt8(ascii: "\n"): bytes += #"\n"#.utf8
      case UInt8(ascii: "\r"): bytes += #"\r"#.utf8
      case UInt8(ascii: "\t"): bytes += #"\t"#.utf8
      case 0..<0x20:
        let code = String(byte, radix: 16)
        bytes += (#"\u"# + String(repeating: "0", count: 4 - code.count) + code).utf8
      default: bytes.append(byte)
      }
    }
  }
}

extension Array {
  /// Writes the elements behind what is there, with a text between each two.
  func write(
    parted separator: String, to bytes: inout [UInt8], each write: (Element, inout [UInt8]) -> Void
  ) {
    for (place, element) in enumerated() {
      if place > 0 { bytes += separator.utf8 }
      write(element, &bytes)
    }
  }
}

/// A JSON value that knows the line on which it begins.
package struct LocatedValue: Hashable, Sendable {
  package indirect enum Content: Hashable, Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([LocatedValue])
    case object([LocatedField])
  }

  package let line: Int
  package let content: Content

  package init(line: Int, content: Content) {
    self.line = line
    self.content = content
  }

  /// The same value without its lines.
  package var value: JSONValue {
    switch content {
    case .null: .null
    case .bool(let truth): .bool(truth)
    case .number(let spelling): .number(spelling)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map(\.value))
    case .object(let fields): .object(fields.map { JSONField($0.name, $0.value.value) })
    }
  }
}

/// One field of an object, with the line on which its name stands.
package struct LocatedField: Hashable, Sendable {
  package let line: Int
  package let name: String
  package let value: LocatedValue

  package init(line: Int, name: String, value: LocatedValue) {
    self.line = line
    self.name = name
    self.value = value
  }
}

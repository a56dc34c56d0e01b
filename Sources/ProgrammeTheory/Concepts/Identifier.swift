/// The name by which one part of a theory calls another: lower-case letters, digits and single hyphens, such as
/// `hours-of-light`. An identifier of a concept can't stand where one of a configuration is meant.
public struct Identifier<Owner>: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The identifier as it is written.
  public let text: String

  /// Makes an identifier, or `nil` when the text isn't one (1 to 80 of `a-z`, `0-9`, and hyphens between them).
  public init?(_ text: String) {
    let bytes = text.utf8
    guard (1...80).contains(bytes.count), bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-")
    else {
      return nil
    }
    var previous: UInt8 = 0
    for byte in bytes {
      let isWord =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      let isSingleHyphen = byte == UInt8(ascii: "-") && previous != byte
      guard isWord || isSingleHyphen else { return nil }
      previous = byte
    }
    self.text = text
  }

  /// The identifier as it is written.
  public var description: String { text }

  /// Identifiers are ordered by their text, byte by byte, on every machine alike.
  public static func < (one: Self, other: Self) -> Bool {
    one.text.utf8.lexicographicallyPrecedes(other.text.utf8)
  }
}

extension Identifier: Codable {
  /// Decodes the text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text is no identifier.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let identifier = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no identifier")
    }
    self = identifier
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}

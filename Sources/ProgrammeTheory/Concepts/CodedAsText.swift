/// A value that is one short text in every format, such as `more x`: coded as that text.
protocol CodedAsText: Codable, LosslessStringConvertible {}

extension CodedAsText {
  /// Decodes the text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` when the text can't be understood.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let value = Self(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) can't be understood")
    }
    self = value
  }

  /// Encodes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Literal: CodedAsText {}
extension OutcomeEffect: CodedAsText {}

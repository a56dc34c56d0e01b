public import Bibliography
public import ProgrammeTheory

/// A work as the synthesis knows it: what its texts, passages and codings are of.
///
/// Describing a source again replaces what was said of it.
public struct ReviewSource: Sendable, Hashable, Identifiable {
  /// The part that a work plays, as theory documents have it.
  public typealias Role = Source.Role

  /// What a person calls it: 1 to 60 of the letters `a` to `z`, digits and hyphens, such as `auschra2018`.
  public var key: String
  /// The record of this review that it is, where it is one.
  public var record: Int?
  /// The work; its id is the key.
  public var reference: Reference
  /// Its part in the synthesis.
  public var role: Role

  /// The key.
  public var id: String { key }

  /// A source.
  ///
  /// - Parameters:
  ///   - key: what a person calls it.
  ///   - record: the record of this review that it is.
  ///   - reference: the work; its id becomes the key.
  ///   - role: its part in the synthesis.
  public init(key: String, record: Int? = nil, reference: Reference, role: Role = .included) {
    (self.key, self.record, self.reference, self.role) = (key, record, reference, role)
    self.reference.id = key
  }
}

/// The reference stands as the text of one CSL-JSON record, since only so do the order of its fields and the spelling of
/// its numbers come back as they were.
extension ReviewSource: Codable {
  private enum Key: String, CodingKey { case key, record, reference, role }

  /// Reads a source.
  ///
  /// - Throws: `DecodingError` where it isn't one.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Key.self)
    let text = try fields.decode(String.self, forKey: .reference)
    guard let list = try? ReferenceList.read(csl: Array("[\(text)]".utf8), file: "reference"),
      list.references.count == 1
    else {
      throw DecodingError.dataCorruptedError(
        forKey: .reference, in: fields, debugDescription: "no record in CSL-JSON")
    }
    self.init(
      key: try fields.decode(String.self, forKey: .key),
      record: try fields.decodeIfPresent(Int.self, forKey: .record), reference: list.references[0],
      role: try fields.decode(Role.self, forKey: .role))
  }

  /// Writes the source.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(key, forKey: .key)
    try fields.encodeIfPresent(record, forKey: .record)
    try fields.encode(JSONValue.object(reference.cslFields).compactText, forKey: .reference)
    try fields.encode(role, forKey: .role)
  }
}

public import Bibliography

/// One entry of an export: the work that it describes, and everything else that its file says of it.
///
/// Nothing that a file held is dropped: what has no place in ``reference`` or here stays in ``raw``, as it was written.
public struct Record: Hashable, Sendable, Identifiable {
  /// The work: title, authors, year, journal, pages, DOI and the rest of what CSL has a field for.
  public var reference: Reference
  /// The abstract, as one text.
  public var abstract: String?
  /// The keywords, as listed.
  public var keywords: [String]
  /// Fields of the file that have no place above, in their order.
  public var raw: [RawField]

  /// A record of this work.
  public init(
    reference: Reference, abstract: String? = nil, keywords: [String] = [], raw: [RawField] = []
  ) {
    self.reference = reference
    self.abstract = abstract
    self.keywords = keywords
    self.raw = raw
  }

  /// What the record is called among those that were read with it.
  public var id: String { reference.id }
}

/// A field of a file that was kept as it was written.
public struct RawField: Hashable, Sendable {
  /// The field's name in its format: a tag such as `C7`, or the head of a column.
  public var name: String
  /// What stood there.
  public var value: String
  /// The line of the file where it began, counted from 1.
  public var line: Int?

  /// A field of this name with this value.
  public init(_ name: String, _ value: String, line: Int? = nil) {
    self.name = name
    self.value = value
    self.line = line
  }
}

public import Bibliography

/// One entry of an export: the work that it describes, and everything else that its file says of it.
///
/// Nothing that a file held is dropped: what has no place in ``reference`` or here stays in ``raw``, as it was written.
public struct Record: Hashable, Sendable, Identifiable {
  /// The work: title, authors, year, journal, pages, DOI and the rest of what CSL has a field for.
  ///
  /// Its `note` is not used: remarks stand in ``notes``, and numbers such as a PMID in ``identifiers``.
  public var reference: Reference
  /// The abstract, as one text.
  public var abstract: String?
  /// The keywords, as listed.
  public var keywords: [String]
  /// Numbers that databases and publishers gave the work or what it stands in, in the file's order. The DOI is the
  /// reference's.
  public var identifiers: [RecordIdentifier]
  /// Remarks of people and databases, as written.
  public var notes: [String]
  /// What people decided or noted of the record while they screened, in the file's order.
  public var labels: [ScreeningLabel]
  /// Fields of the file that have no place above, in their order.
  public var raw: [RawField]
  /// Where the record was read.
  public var origin: RecordOrigin?

  /// A record of this work.
  public init(
    reference: Reference, abstract: String? = nil, keywords: [String] = [],
    identifiers: [RecordIdentifier] = [], notes: [String] = [], labels: [ScreeningLabel] = [],
    raw: [RawField] = [], origin: RecordOrigin? = nil
  ) {
    self.reference = reference
    self.abstract = abstract
    self.keywords = keywords
    self.identifiers = identifiers
    self.notes = notes
    self.labels = labels
    self.raw = raw
    self.origin = origin
  }

  /// What the record is called among those that were read with it.
  ///
  /// It is the file's own key where there is one, else the record's position in the file. Files may give one key twice.
  public var id: String { reference.id }

  /// The record without where it was read, so that it can be compared with the same record from another file.
  public var withoutOrigin: Record {
    var record = self
    record.origin = nil
    for index in record.raw.indices { record.raw[index].line = nil }
    return record
  }

  /// The first identifier of a kind.
  public func identifier(_ kind: RecordIdentifier.Kind) -> String? {
    identifiers.first { $0.kind == kind }?.value
  }
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

/// Where a record was read.
public struct RecordOrigin: Hashable, Sendable {
  /// The file, as the reader was told to call it.
  public var file: String
  /// In which format.
  public var format: RecordFormat
  /// The line on which the record began, counted from 1.
  public var line: Int
  /// Which record of the file it is, counted from 1.
  public var position: Int

  /// A place in a file.
  public init(file: String, format: RecordFormat, line: Int, position: Int) {
    self.file = file
    self.format = format
    self.line = line
    self.position = position
  }
}

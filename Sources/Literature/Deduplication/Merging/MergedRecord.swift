import Bibliography

/// One record made of those of one work: of each field the best that any of them has.
///
/// The members stay whole, so that the merge can be taken back.
public struct MergedRecord: Sendable, Hashable {
  /// The record. It is called what the first member is called.
  public let record: Record
  /// The records that it was made of, as they were.
  public let members: [Record]
  /// From which member each field came, where not from the first.
  public let sources: [FieldSource]

  /// A field that came from another member than the first.
  public struct FieldSource: Sendable, Hashable, Codable {
    /// What the field is called: "abstract", "DOI".
    public let field: String
    /// The place of the member in ``MergedRecord/members``.
    public let member: Int
  }

  /// Merges records of one work, of which there must be one at least.
  ///
  /// The most telling value wins: the longest abstract, the most authors, a journal's full title, a range of pages above
  /// a first page. Among equals the first member's stays. Keywords, identifiers, notes, labels and raw fields of all
  /// members are kept, each once.
  public init?(_ members: [Record]) {
    guard let first = members.first else { return nil }
    var merging = Merging(first, members)
    merging.take("title", \.reference.title) { Merging.titleWorth($0) }
    merging.takeAuthors()
    merging.takeDate()
    merging.take("journal", \.reference.containerTitle) { ComparedJournal($0).words.letters.count }
    merging.take("volume", \.reference.volume) { min($0.count, 1) }
    merging.take("issue", \.reference.issue) { min($0.count, 1) }
    merging.take("pages", \.reference.page) { Merging.pageWorth($0) }
    merging.take("DOI", \.reference.doi) { Reference.isDOI($0) ? 2 : 1 }
    merging.take("address", \.reference.url) { min($0.count, 1) }
    merging.take("publisher", \.reference.publisher) { min($0.count, 1) }
    merging.take("edition", \.reference.edition) { min($0.count, 1) }
    merging.take("abstract", \.abstract) { $0.count }
    merging.gatherLists()
    record = merging.record
    sources = merging.sources
    self.members = members
  }

  /// The records as they were before they were merged.
  public func undone() -> [Record] { members }
}

extension Reference {
  /// Whether the text is a DOI, with or without its address.
  static func isDOI(_ text: String) -> Bool {
    Reference(id: "", type: .document, doi: text).doiURL != nil
  }
}

/// One work that a text refers to: what a reader needs to find it.
///
/// The fields are those of CSL-JSON (the Citation Style Language's data format, version 1.0.2). What this type has no
/// property for stays in ``otherFields``, so that reading and writing a record loses nothing.
public struct Reference: Hashable, Sendable, Identifiable {
  /// What the referring text calls the work, such as "14".
  public var id: String
  /// What kind of work it is.
  public var type: ReferenceType
  /// The work's title, without a closing full stop.
  public var title: String?
  /// Who wrote it, in the printed order.
  public var authors: [Name]
  /// Who edited it.
  public var editors: [Name]
  /// When it appeared, or when a longer appearance began.
  public var issued: PartialDate?
  /// When a longer appearance ended.
  public var issuedUntil: PartialDate?
  /// What else was said of the date: a season, "circa", or a wording that isn't a date.
  public var issuedDetails: [JSONField]
  /// The journal, book or series in which the work stands.
  public var containerTitle: String?
  /// The volume, as printed.
  public var volume: String?
  /// The issue, as printed: "2", "1-2", "SUPPL. 2".
  public var issue: String?
  /// Pages or article number, as printed: see ``pageRange``.
  public var page: String?
  /// The edition, as printed.
  public var edition: String?
  /// Who published it.
  public var publisher: String?
  /// Where it was published.
  public var publisherPlace: String?
  /// The digital object identifier, as written in the record: see ``doiURL``.
  public var doi: String?
  /// An address on the web, `http` or `https`.
  public var url: String?
  /// A remark of whoever made the record.
  public var note: String?
  /// Every other field of the record, in its order.
  public var otherFields: [JSONField]

  /// A reference with an id and a type; the rest is filled in as known.
  public init(
    id: String, type: ReferenceType, title: String? = nil, authors: [Name] = [], editors: [Name] = [],
    issued: PartialDate? = nil, containerTitle: String? = nil, volume: String? = nil, issue: String? = nil,
    page: String? = nil, edition: String? = nil, publisher: String? = nil, publisherPlace: String? = nil,
    doi: String? = nil, url: String? = nil, note: String? = nil, otherFields: [JSONField] = []
  ) {
    self.id = id
    self.type = type
    self.title = title
    self.authors = authors
    self.editors = editors
    self.issued = issued
    self.issuedDetails = []
    self.containerTitle = containerTitle
    self.volume = volume
    self.issue = issue
    self.page = page
    self.edition = edition
    self.publisher = publisher
    self.publisherPlace = publisherPlace
    self.doi = doi
    self.url = url
    self.note = note
    self.otherFields = otherFields
  }

  /// The pages of the work in its container; `nil` where the record gives none, or one number alone, which may be a
  /// first page, an article number or a number of pages.
  public var pageRange: PageRange? { page.flatMap(PageRange.init(csl:)) }

  /// How many pages the work has, where the record says so.
  public var numberOfPages: String? {
    switch otherField("number-of-pages") {
    case .string(let text): text
    case .number(let spelling): spelling
    default: nil
    }
  }

  /// Whether the page lies among the work's pages; `nil` where the reference gives no range, so that nothing can be
  /// said.
  public func contains(page: String) -> Bool? { pageRange?.contains(page: page) }

  /// Whether the source of the record printed "et al." after the last of ``authors``.
  ///
  /// CSL has no field for it; the record says it as `"custom": {"authors-incomplete": true}`.
  public var authorsAreIncomplete: Bool {
    guard case .object(let fields) = otherField("custom") else { return false }
    return fields.contains(JSONField("authors-incomplete", .bool(true)))
  }

  /// The value of a field that this type has no property for.
  public func otherField(_ name: String) -> JSONValue? {
    otherFields.first { $0.name == name }?.value
  }
}

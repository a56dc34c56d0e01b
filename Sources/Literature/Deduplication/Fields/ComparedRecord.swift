import Bibliography

/// A record, made ready to be compared.
struct ComparedRecord: Sendable {
  var title: ComparedTitle
  var names: ComparedNames
  /// Which of the journals of all records this one's is; see ``JournalShelf``.
  var journal: Int
  var year: Int?
  var volume: ComparedNumber
  var issue: ComparedNumber
  var pages: ComparedPages
  /// The DOI in small letters, without the version that updated reviews add.
  var doi: String?
  /// PubMed's number of the article.
  var pubMed: String?
  /// The article's numbers in other databases.
  var numbers: Set<String>
  /// The ISSNs of its journal.
  var serials: Set<String>
  var abstract: AbstractSketch?
  var type: ReferenceType
  /// Whether it is a dissertation.
  var isThesis: Bool
  /// The given names as written, for dissertations.
  var soleAuthor: String?

  init(_ record: Record, shelf: inout JournalShelf) {
    let reference = record.reference
    title = ComparedTitle(reference.title)
    names = ComparedNames(reference.authors)
    journal = shelf.place(of: reference.containerTitle)
    year = reference.issued?.year
    volume = Self.volume(reference)
    issue = ComparedNumber(reference.issue)
    pages = ComparedPages(reference.page)
    if pages.first == year, pages.last == nil { pages = ComparedPages(nil) }
    doi = Self.doi(reference)
    pubMed = record.identifier(.pmid)
    numbers = Self.numbers(record, Self.articleNumbers)
    serials = Self.numbers(record, [.issn])
    abstract = AbstractSketch(record.abstract)
    type = reference.type
    let degree = (reference.volume ?? "").prefix(20).lowercased().filter(\.isLetter)
    isThesis =
      reference.type == .thesis || shelf[journal].isDissertations || degree == "phd" || degree == "dphil"
    soleAuthor = reference.authors.count == 1 ? Self.spelledOut(reference.authors[0]) : nil
  }

  /// A year in the place of the volume is the year.
  private static func volume(_ reference: Reference) -> ComparedNumber {
    let volume = ComparedNumber(reference.volume)
    guard let number = volume.number, number > 1_900, number == reference.issued?.year else { return volume }
    return ComparedNumber(nil)
  }

  private static func doi(_ reference: Reference) -> String? {
    guard let doi = reference.workDOI else { return nil }
    return String(withoutVersion(doi[...]))
  }

  /// ".pub3" of an updated review, and of preprints "v2", "/v2", ".v2", "-v2" and "_v2".
  private static func withoutVersion(_ doi: Substring) -> Substring {
    let number = doi.utf8.reversed().prefix { TaggedLine.isDigit($0) }.count
    let stem = doi.dropLast(number)
    guard (1...3).contains(number) else { return doi }
    if stem.hasSuffix(".pub") { return stem.dropLast(4) }
    guard stem.utf8.last == UInt8(ascii: "v"), let slash = doi.utf8.firstIndex(of: UInt8(ascii: "/")),
      let isPlain = preprints[String(doi[..<slash])]
    else { return doi }
    let work = stem.dropLast()
    guard let before = work.utf8.last else { return doi }
    if "/._-".utf8.contains(before) { return work.count > 12 ? work.dropLast() : doi }
    return isPlain && TaggedLine.isDigit(before) ? work : doi
  }

  /// What DOIs of preprints begin with, and whether a version follows their number without a sign between: the names of
  /// OSF's preprints are random, so that "v7" may stand at the end of one.
  private static let preprints = [
    "10.1101": true, "10.64898": true, "10.21203": false, "10.20944": false, "10.26434": false,
    "10.22541": false, "10.36227": false, "10.31234": false, "10.31219": false, "10.31235": false,
    "10.31222": false, "10.35542": false, "10.48550": true,
  ]

  /// Numbers that no two works share. An accession number says nothing without its database.
  private static let articleNumbers: Set<RecordIdentifier.Kind> = [
    .pmcid, .webOfScience, .scopus, .embase, .openAlex, .arxiv,
  ]

  private static func numbers(_ record: Record, _ kinds: Set<RecordIdentifier.Kind>) -> Set<String> {
    Set(
      record.identifiers.filter { kinds.contains($0.kind) }.map {
        "\($0.kind.rawValue) \($0.value.lowercased())"
      })
  }

  /// Family name and given names, where a given name is more than an initial.
  private static func spelledOut(_ name: Name) -> String? {
    guard let family = name.family, let given = name.given else { return nil }
    let words = FoldedWords(given)
    guard (0..<words.count).contains(where: { words[$0].count > 2 }) else { return nil }
    return FoldedWords(family).text + ", " + words.text
  }
}

/// The journals of all records, each made ready once.
struct JournalShelf: Sendable {
  private var places: [String: Int] = [:]
  private(set) var journals: [ComparedJournal] = []

  init() {}

  subscript(place: Int) -> ComparedJournal { journals[place] }

  mutating func place(of title: String?) -> Int {
    let title = String((title ?? "").prefix(400))
    if let place = places[title] { return place }
    let place = journals.count
    places[title] = place
    journals.append(ComparedJournal(title))
    return place
  }
}

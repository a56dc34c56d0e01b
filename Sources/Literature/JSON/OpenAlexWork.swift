import Bibliography

/// A work of OpenAlex (https://docs.openalex.org/api-entities/works/work-object), as its API and its exports give it.
struct OpenAlexWork {
  private(set) var draft: JSONDraft
  private let limits: ReadingLimits

  /// Whether an object is a work of OpenAlex and no record of CSL-JSON.
  static func isWork(_ fields: [LocatedField]) -> Bool {
    fields.contains { field in
      switch field.name {
      case "authorships", "abstract_inverted_index", "primary_location", "host_venue", "display_name": true
      case "id": field.value.scalarText?.contains("openalex.org/W") ?? false
      default: false
      }
    }
  }

  init(_ fields: [LocatedField], limits: ReadingLimits, in report: inout LossReport) {
    self.limits = limits
    draft = JSONDraft(draft: RecordDraft(type: Self.type(fields)))
    for field in fields where !field.value.isNothing { take(field, fields, in: &report) }
  }

  // MARK: Type

  private static let types: [String: ReferenceType] = [
    "article": .articleJournal, "journal-article": .articleJournal, "review": .articleJournal,
    "letter": .articleJournal, "editorial": .articleJournal, "erratum": .articleJournal,
    "retraction": .articleJournal, "book": .book, "monograph": .book, "edited-book": .book,
    "reference-book": .book, "book-chapter": .chapter, "book-section": .chapter, "book-part": .chapter,
    "proceedings-article": .paperConference, "conference-paper": .paperConference, "proceedings": .book,
    "dissertation": .thesis, "preprint": .article, "posted-content": .article, "report": .report,
    "report-component": .report, "dataset": .dataset, "standard": .standard, "software": .software,
    "reference-entry": .entry, "peer-review": .review,
  ]

  /// OpenAlex calls a paper of a conference an article; the word that it had from Crossref says more.
  private static func type(_ fields: [LocatedField]) -> ReferenceType {
    func word(_ name: String) -> String? { fields.first { $0.name == name }?.value.scalarText }
    if let crossref = word("type_crossref"), crossref == "proceedings-article" { return .paperConference }
    return word("type").flatMap { types[$0] } ?? .document
  }

  // MARK: Fields

  private mutating func take(_ field: LocatedField, _ all: [LocatedField], in report: inout LossReport) {
    switch field.name {
    case "id": takeID(field, in: &report)
    case "doi": put(field.value, as: .doi, field, in: &report)
    case "title", "display_name": put(field.value, as: .title, field, in: &report)
    case "publication_year":
      if !all.contains(where: { $0.name == "publication_date" && $0.value.scalarText != nil }) {
        put(field.value, as: .year, field, in: &report)
      } else {
        takeYear(field, all, in: &report)
      }
    case "publication_date": put(field.value, as: .year, field, in: &report)
    case "language": put(field.value, as: .other(.language), field, in: &report)
    case "type": takeType(field, in: &report)
    case "ids": takeIdentifiers(field, in: &report)
    case "authorships": takeAuthors(field, in: &report)
    case "primary_location": takeLocation(field, source: field.value["source"], in: &report)
    case "host_venue": takeLocation(field, source: field.value, in: &report)
    case "biblio": takeBiblio(field, in: &report)
    case "abstract_inverted_index": takeAbstract(field, in: &report)
    case "keywords": takeKeywords(field, in: &report)
    case "concepts":
      let hasKeywords = all.contains { $0.name == "keywords" && !$0.value.isNothing }
      if hasKeywords { keep(field, in: &report) } else { takeKeywords(field, in: &report) }
    default: keep(field, in: &report)
    }
  }

  private mutating func put(
    _ value: LocatedValue?, as meaning: FieldMeaning, _ field: LocatedField, name: String? = nil,
    in report: inout LossReport
  ) {
    guard let value, !value.isNothing else { return }
    guard let text = value.scalarText else { return keep(field, in: &report) }
    draft.draft.put(text, as: meaning, name: name ?? field.name, line: field.line, in: &report)
  }

  private mutating func keep(_ field: LocatedField, in report: inout LossReport) {
    draft.keep(field.value.plainText, name: field.name, line: field.line, in: &report)
  }

  private mutating func takeID(_ field: LocatedField, in report: inout LossReport) {
    guard let text = field.value.scalarText else { return keep(field, in: &report) }
    let number = String(text.split(separator: "/").last ?? "")
    _ = draft.draft.take(.key, number)
    draft.draft.put(number, as: .identifier(.openAlex), name: field.name, line: field.line, in: &report)
  }

  /// The year is told once more by the date.
  private mutating func takeYear(_ field: LocatedField, _ all: [LocatedField], in report: inout LossReport) {
    let date = all.first { $0.name == "publication_date" }?.value.scalarText ?? ""
    if let year = field.value.scalarText, date.hasPrefix(year) {
      report.mapped.count(field.name, line: field.line)
    } else {
      keep(field, in: &report)
    }
  }

  private mutating func takeType(_ field: LocatedField, in report: inout LossReport) {
    let word = field.value.scalarText ?? ""
    if ["article", "book", "book-chapter", "dissertation", "preprint", "report", "dataset"].contains(word) {
      report.mapped.count(field.name, line: field.line)
    } else {
      keep(field, in: &report)
    }
  }

  private mutating func takeIdentifiers(_ field: LocatedField, in report: inout LossReport) {
    guard let members = field.value.members else { return keep(field, in: &report) }
    for member in members where !member.value.isNothing {
      let text = member.value.scalarText ?? ""
      let last = String(text.split(separator: "/").last ?? "")
      let name = "ids.\(member.name)"
      switch member.name {
      case "openalex":
        draft.draft.put(last, as: .identifier(.openAlex), name: name, line: member.line, in: &report)
      case "doi": draft.draft.put(text, as: .doi, name: name, line: member.line, in: &report)
      case "pmid": draft.draft.put(last, as: .identifier(.pmid), name: name, line: member.line, in: &report)
      case "pmcid": draft.draft.put(last, as: .identifier(.pmcid), name: name, line: member.line, in: &report)
      default: draft.keep(member.value.plainText, name: name, line: member.line, in: &report)
      }
    }
  }

  // MARK: Where it stands

  private mutating func takeLocation(
    _ field: LocatedField, source: LocatedValue?, in report: inout LossReport
  ) {
    if let source, !source.isNothing {
      put(source["display_name"], as: .container, field, name: "source", in: &report)
      let publisher = source["host_organization_name"] ?? source["publisher"]
      put(publisher, as: .publisher, field, name: "publisher", in: &report)
      for number in (source["issn"]?.elements ?? []) + [source["issn_l"]].compactMap({ $0 }) {
        put(number, as: .serial, field, name: "issn", in: &report)
      }
    }
    let address = field.value["landing_page_url"] ?? field.value["url"]
    // The address of the DOI is said by the DOI.
    if let text = address?.scalarText, !text.contains("doi.org/") { _ = draft.draft.take(.url, text) }
    // Licences, versions and the like have no place of their own.
    keep(field, in: &report)
  }

  private mutating func takeBiblio(_ field: LocatedField, in report: inout LossReport) {
    for member in field.value.members ?? [] {
      switch member.name {
      case "volume": put(member.value, as: .volume, member, in: &report)
      case "issue": put(member.value, as: .issue, member, in: &report)
      case "first_page": put(member.value, as: .firstPage, member, in: &report)
      case "last_page": put(member.value, as: .lastPage, member, in: &report)
      default: if !member.value.isNothing { keep(member, in: &report) }
      }
    }
  }

  private mutating func takeKeywords(_ field: LocatedField, in report: inout LossReport) {
    for element in field.value.elements ?? [] {
      put(element["display_name"] ?? element["keyword"] ?? element, as: .keyword, field, in: &report)
    }
    // Scores and numbers stand beside the words.
    if (field.value.elements ?? []).contains(where: { $0.members != nil }) { keep(field, in: &report) }
  }

  // MARK: People

  private mutating func takeAuthors(_ field: LocatedField, in report: inout LossReport) {
    for element in field.value.elements ?? [] {
      let shown = element["author"]?["display_name"]?.scalarText ?? ""
      let written = element["raw_author_name"]?.scalarText ?? ""
      // As it is written in the work, a comma may say which name is the family's.
      let text = (written.contains(",") || shown.isEmpty ? written : shown).trimmed
      guard !text.isEmpty else { continue }
      draft.draft.record.reference.authors.append(NameText.name(text, isPerson: true))
      report.mapped.count("author", line: element.line)
    }
    // Institutions, ORCID numbers and positions have no place of their own.
    keep(field, in: &report)
  }

  // MARK: The abstract

  /// Puts the words of an inverted index, `{"word": [places]}`, back into their order.
  ///
  /// The places are sorted and never taken for the size of anything, so that no index can ask for more memory than it
  /// has bytes; but for a word that stands in many places, so the length of the text is bounded, too.
  private mutating func takeAbstract(_ field: LocatedField, in report: inout LossReport) {
    var words: [(place: Int, word: String)] = []
    var length = 0
    for member in field.value.members ?? [] {
      for element in member.value.elements ?? [] {
        guard let place = element.scalarText.flatMap({ Int($0) }), place >= 0 else {
          return keep(field, in: &report)
        }
        length += member.name.utf8.count + 1
        guard length <= limits.longestField else {
          report.repair(
            "an abstract longer than \(limits.longestField) bytes was kept as its index", line: field.line)
          return keep(field, in: &report)
        }
        words.append((place, member.name))
      }
    }
    guard !words.isEmpty else { return keep(field, in: &report) }
    words.sort { $0.place < $1.place }
    let text = words.map(\.word).joined(separator: " ")
    draft.draft.put(text, as: .abstract, name: field.name, line: field.line, in: &report)
  }
}

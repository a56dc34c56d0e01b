import Bibliography

/// A record while its fields are read one after another.
///
/// Each field goes where its meaning has a place. Where that is taken already by something else, or the text isn't what
/// belongs there, the caller keeps the field raw: so nothing is overwritten, and nothing dropped.
struct RecordDraft {
  var record: Record
  private var firstPage: String?
  private var lastPage: String?
  private var month: String?
  private var day: String?
  /// A name of a journal that may be the whole one or a shortened one.
  var containerOfEitherKind: String?
  /// A title of a book that may be the work's own or that of the book around it.
  var bookTitle: String?
  private var hasPrior = false

  init(type: ReferenceType = .document) {
    record = Record(reference: Reference(id: "", type: type))
  }

  /// Takes a field whose text isn't blank.
  ///
  /// - Returns: whether it has a place now; else it is to be kept raw.
  mutating func take(_ meaning: FieldMeaning, _ text: String) -> Bool {
    switch meaning {
    case .key: Self.set(&record.reference.id, text)
    case .type: false
    case .title: Self.set(&record.reference.title, text)
    case .author: takeAuthor(text)
    case .authors: takeAuthors(text)
    case .editor: take(editors: [NameText.name(text)])
    case .editors: take(editors: NameText.names(text).names)
    case .container: Self.set(&record.reference.containerTitle, text)
    case .containerShort: takeOther("container-title-short", text)
    case .volume: Self.set(&record.reference.volume, text)
    case .issue: Self.set(&record.reference.issue, text)
    case .edition: Self.set(&record.reference.edition, text)
    case .publisher: Self.set(&record.reference.publisher, text)
    case .place: Self.set(&record.reference.publisherPlace, text)
    case .doi: takeDOI(text)
    case .url: takeURL(text)
    case .abstract: Self.set(&record.abstract, text)
    case .keyword: takeKeyword(text)
    case .keywords: takeKeywords(text)
    case .serial: takeSerial(text)
    case .identifier(let kind): takeIdentifier(kind, text)
    case .note: takeNote(text)
    case .other(let name): takeOther(name.rawValue, text)
    case .decision(let stage): takeDecision(text, stage: stage, field: "label")
    case .reason, .prior, .embaseSource: false
    case .carrier: false
    case .year, .date, .month, .day: takeDate(meaning, text)
    case .pages, .firstPage, .lastPage, .pageCount: takePages(meaning, text)
    }
  }

  /// Puts a text where nothing stands yet; the same text twice is no loss.
  static func set(_ place: inout String?, _ text: String) -> Bool {
    if place == nil {
      place = text
      return true
    }
    return place == text
  }

  private static func set(_ place: inout String, _ text: String) -> Bool {
    if place.isEmpty {
      place = text
      return true
    }
    return place == text
  }

  /// Puts a text into a field of CSL that a reference has no property for.
  mutating func takeOther(_ name: String, _ text: String) -> Bool {
    if let field = record.reference.otherFields.first(where: { $0.name == name }) {
      return field.value == .string(text)
    }
    record.reference.otherFields.append(JSONField(name, .string(text)))
    return true
  }

  // MARK: Dates and pages

  private mutating func takeDate(_ meaning: FieldMeaning, _ text: String) -> Bool {
    switch meaning {
    case .month: return Self.set(&month, text)
    case .day: return Self.set(&day, text)
    case .year:
      guard let date = DateText(text), date.year != nil else {
        guard record.reference.issued == nil, record.reference.issuedDetails.isEmpty else { return false }
        record.reference.issuedDetails = [JSONField("literal", .string(text))]
        return true
      }
      return record.reference.setDate(date, isYearFixed: false)
    default:
      guard let date = DateText(text) else { return false }
      // A date without a year waits for the field that has it.
      if date.year == nil, record.reference.issued == nil { return Self.set(&month, text) }
      return record.reference.setDate(date, isYearFixed: record.reference.issued != nil)
    }
  }

  private mutating func takePages(_ meaning: FieldMeaning, _ text: String) -> Bool {
    switch meaning {
    case .firstPage: Self.set(&firstPage, text)
    case .lastPage: Self.set(&lastPage, text)
    case .pageCount: takeOther("number-of-pages", PageText.counted(text) ?? text)
    default: Self.set(&record.reference.page, text)
    }
  }

  // MARK: The end of a record

  /// The record that all fields together give.
  ///
  /// It is handed over and not copied, which counts where there are 100,000 of them a second: the draft is empty then.
  ///
  /// - Parameter position: what the record is called where its file gives it no key.
  mutating func finish(position: Int) -> Record {
    finishDate()
    finishPages()
    finishTitles()
    if hasPrior {
      for index in record.labels.indices
      where record.labels[index].decision != nil && record.labels[index].stage == nil {
        record.labels[index].isPrior = true
      }
    }
    if record.reference.id.isEmpty { record.reference.id = String(position) }
    record.reference.sortOtherFields()
    return exchange(&record, with: Record(reference: Reference(id: "", type: .document)))
  }

  private mutating func finishDate() {
    guard month != nil || day != nil else { return }
    let text = [month, day].compactMap { $0 }.joined(separator: " ")
    if let year = record.reference.issued?.year, let date = DateText("\(year) \(text)"), date.words == nil,
      record.reference.setDate(date, isYearFixed: true)
    {
      return
    }
    record.raw.append(RawField("date", text))
  }

  private mutating func finishPages() {
    guard firstPage != nil || lastPage != nil else { return }
    // Ovid parts "No Pagination Specified" in two.
    if firstPage == "No", let rest = lastPage, rest.hasSuffix("Specified") {
      record.raw.append(RawField("pages", "No \(rest)"))
      return
    }
    let (pages, count) = PageText.joined(first: firstPage, last: lastPage)
    if let pages, !Self.set(&record.reference.page, pages) { record.raw.append(RawField("pages", pages)) }
    if let count, !takeOther("number-of-pages", count) { record.raw.append(RawField("pages", count)) }
  }

  private mutating func finishTitles() {
    if let text = bookTitle {
      if record.reference.title == nil {
        record.reference.title = text
      } else if record.reference.title != text, !Self.set(&record.reference.containerTitle, text) {
        record.raw.append(RawField("BT", text))
      }
    }
    if let text = containerOfEitherKind, !Self.set(&record.reference.containerTitle, text),
      !takeOther("container-title-short", text)
    {
      record.raw.append(RawField("JO", text))
    }
  }

  mutating func notePrior() { hasPrior = true }
}

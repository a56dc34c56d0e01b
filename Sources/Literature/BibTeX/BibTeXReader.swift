import Bibliography

/// Reads BibTeX and biblatex: see ``BibTeXScanner`` for the entries, ``TeXReader`` for the texts, ``BibTeXNameList`` for
/// names.
struct BibTeXReader: RecordReader {
  let limits: ReadingLimits

  func read(_ source: ByteSource, into report: inout LossReport, each: (Record) throws -> Void) throws {
    var scanner = BibTeXScanner(ByteWindow(source), limits: limits)
    while let piece = try scanner.next() {
      switch piece {
      case .entry(let entry): try each(Self.record(entry, in: &report))
      case .refused(let line, let problem):
        report.refuse("\(problem). Mend the entry, or export it again", line: line)
      case .comment(let line, let words): report.stray(PlainWords.clipped(words), line: line)
      }
    }
    scanner.window.tell(&report)
  }

  /// The record of an entry.
  static func record(_ entry: BibTeXEntry, in report: inout LossReport) -> Record {
    var filling = BibTeXFilling(entry)
    for repair in entry.repairs { report.repair(repair.told, line: repair.line) }
    for field in entry.fields { filling.take(field, in: &report) }
    filling.finishTexts(in: &report)
    let origin = report.took(line: entry.line)
    return filling.finish(origin: origin, in: &report)
  }
}

/// A record while the fields of its entry are read.
struct BibTeXFilling {
  private let entry: BibTeXEntry
  private let type: ReferenceType
  private var draft: RecordDraft
  private var carrier: String?
  /// Fields that are read when all others are known.
  private var late: [BibTeXEntry.Field] = []

  init(_ entry: BibTeXEntry) {
    self.entry = entry
    type = BibTeXFields.type(entry.type).type
    draft = RecordDraft(type: type)
    draft.record.reference.id = entry.key
  }

  mutating func take(_ field: BibTeXEntry.Field, in report: inout LossReport) {
    switch field.name {
    case "author": takeNames(field, in: \.authors, report: &report)
    case "editor": takeNames(field, in: \.editors, report: &report)
    case "subtitle", "booksubtitle", "eprint", "eprinttype", "archiveprefix", "howpublished":
      late.append(field)
    case "date": takeDates(field, in: &report)
    default:
      guard let meaning = BibTeXFields.meaning(of: field.name, in: type) else {
        return keep(field, in: &report)
      }
      put(field, as: meaning, in: &report)
    }
  }

  // MARK: Texts

  private mutating func put(
    _ field: BibTeXEntry.Field, as meaning: FieldMeaning, in report: inout LossReport
  ) {
    let text = text(of: field, in: &report)
    guard !text.isEmpty else { return }
    if meaning == .note, RecordCarrier.isLine(text) {
      if carrier == nil { carrier = text }
      return
    }
    if meaning == .url, text.utf8.contains(0x20) { return takeAddresses(text, of: field, in: &report) }
    guard draft.take(meaning, meaning == .pages ? PageText.plain(text) : text) else {
      return keep(field, in: &report)
    }
    report.mapped.count(field.name, line: field.line)
  }

  private func text(of field: BibTeXEntry.Field, in report: inout LossReport) -> String {
    if BibTeXFields.isVerbatim(field.name) { return TeXReader.verbatim(field.value) }
    let (text, kept) = TeXReader.text(field.value[...])
    if kept { report.repair("a command of TeX that isn't known was kept in \(field.name)", line: field.line) }
    return text
  }

  /// Of several addresses in one field the first has a place; all stay together as they are.
  private mutating func takeAddresses(
    _ text: String, of field: BibTeXEntry.Field, in report: inout LossReport
  ) {
    if let first = text.split(separator: " ").first { _ = draft.take(.url, String(first)) }
    keep(field, in: &report)
  }

  /// Keeps a field as it was written, TeX and all.
  private mutating func keep(_ field: BibTeXEntry.Field, in report: inout LossReport) {
    let value = String(decoding: field.value, as: UTF8.self).trimmed
    guard !value.isEmpty else { return }
    draft.keep(value, name: field.name, line: field.line, in: &report)
  }

  // MARK: Names and dates

  private mutating func takeNames(
    _ field: BibTeXEntry.Field, in place: WritableKeyPath<Reference, [Name]>, report: inout LossReport
  ) {
    let list = BibTeXNameList(field.value)
    guard draft.record.reference[keyPath: place].isEmpty, !list.names.isEmpty else {
      return keep(field, in: &report)
    }
    draft.record.reference[keyPath: place] = list.names
    report.mapped.count(field.name, line: field.line)
    if let repair = list.repair { report.repair(repair, line: field.line) }
    if list.keptCommands {
      report.repair("a command of TeX that isn't known was kept in a name", line: field.line)
    }
    if list.isIncomplete, place == \.authors { _ = draft.take(.author, "et al.") }
  }

  /// biblatex's date: one, or the first and the last, as `2020-05/2020-07`.
  private mutating func takeDates(_ field: BibTeXEntry.Field, in report: inout LossReport) {
    let ends = TeXReader.text(field.value).split(separator: "/", omittingEmptySubsequences: false)
    guard let first = ends.first, ends.count <= 2, draft.take(.date, first.trimmed) else {
      return keep(field, in: &report)
    }
    if ends.count == 2, let last = DateText(ends[1]), let year = last.year, last.words == nil {
      draft.record.reference.issuedUntil = PartialDate(year: year, month: last.month, day: last.day)
    }
    report.mapped.count(field.name, line: field.line)
  }

  // MARK: The end of an entry

  /// Takes the fields that say something of other fields.
  mutating func finishTexts(in report: inout LossReport) {
    for field in late {
      switch field.name {
      case "subtitle": join(field, to: \.title, in: &report)
      case "booksubtitle": join(field, to: \.containerTitle, in: &report)
      case "eprint": takeEprint(field, in: &report)
      case "howpublished":
        let text = TeXReader.text(field.value)
        if Reference.isWebAddress(text) {
          put(field, as: .url, in: &report)
        } else {
          keep(field, in: &report)
        }
      default: keep(field, in: &report)
      }
    }
    if !BibTeXFields.type(entry.type).isExact {
      draft.keep(entry.type, name: Self.typeField, line: entry.line, in: &report)
    }
  }

  /// What the word of an entry's type is kept under, where CSL has none that gives it back.
  static let typeField = "entrytype"

  private mutating func join(
    _ field: BibTeXEntry.Field, to place: WritableKeyPath<Reference, String?>, in report: inout LossReport
  ) {
    let text = TeXReader.text(field.value)
    guard let title = draft.record.reference[keyPath: place] else { return keep(field, in: &report) }
    let joint = title.last.map { "?!:.".contains($0) } ?? false ? " " : ": "
    draft.record.reference[keyPath: place] = title + joint + text
    report.mapped.count(field.name, line: field.line)
  }

  private mutating func takeEprint(_ field: BibTeXEntry.Field, in report: inout LossReport) {
    let names = ["eprinttype", "archiveprefix"]
    let archive = late.first { names.contains($0.name) }.map { TeXReader.text($0.value).lowercased() }
    switch archive {
    case "arxiv": put(field, as: .identifier(.arxiv), in: &report)
    case "pubmed", "pmid": put(field, as: .identifier(.pmid), in: &report)
    default: keep(field, in: &report)
    }
  }

  /// The record that all fields together give.
  mutating func finish(origin: RecordOrigin, in report: inout LossReport) -> Record {
    var record = draft.finish(position: origin.position)
    if let carrier, !RecordCarrier.apply(carrier, to: &record) { record.notes.append(carrier) }
    record.origin = origin
    return record
  }
}

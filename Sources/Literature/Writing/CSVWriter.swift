import Bibliography
import Reporting

/// Writes CSV (RFC 4180): a heading, and a row a record, in columns that ASReview and others know.
///
/// What these columns don't hold, such as several notes or fields that were kept raw, stands in the last one, `realist`,
/// as a ``RecordCarrier``. A cell that a spreadsheet would run as a formula has an apostrophe before it, which reading takes
/// off again.
public struct CSVWriter: RecordWriter {
  private static let columns = [
    "id", "type", "title", "authors", "editors", "date", "journal", "journal_abbreviation", "volume", "issue",
    "pages", "doi", "url", "abstract", "keywords", "pmid", "pmcid", "issn", "language", "publisher", "place",
    "edition", "notes", "label_included", "realist",
  ]
  private let heading: TableHeading?

  /// A writer.
  public init() {
    heading = TableHeading(of: Array(Self.columns.joined(separator: ",").utf8)[...])
  }

  /// Writes the heading.
  public mutating func begin(_ bytes: inout [UInt8]) { Self.add(Self.columns, to: &bytes) }

  /// Writes a record.
  public mutating func write(_ record: Record, to bytes: inout [UInt8]) {
    var cells = Self.cells(of: record).map(FormulaGuard.guarded)
    let empty = Record(reference: Reference(id: "", type: .document))
    cells.append(RecordCarrier.line(for: record, readBack: readBack(cells) ?? empty) ?? "")
    Self.add(cells, to: &bytes)
  }

  private func readBack(_ cells: [String]) -> Record? {
    guard let heading else { return nil }
    var draft = TableDraft(heading)
    var report = LossReport.ofReadingBack(.csv)
    for (column, cell) in cells.enumerated() { draft.take(cell, column: column, line: 1, &report) }
    return draft.finish(report.took(line: 1)).withoutOrigin
  }

  private static func cells(of record: Record) -> [String] {
    let reference = record.reference
    let identifiers = { (kind: RecordIdentifier.Kind) in
      record.identifiers.filter { $0.kind == kind }.map(\.value)
    }
    return [
      reference.id, reference.type.rawValue, reference.title ?? "", names(reference.authors),
      names(reference.editors), reference.issued?.description ?? "", reference.containerTitle ?? "",
      reference.otherText("container-title-short") ?? "", reference.volume ?? "", reference.issue ?? "",
      reference.page ?? "", reference.doi ?? "", reference.url ?? "", record.abstract ?? "",
      record.keywords.joined(separator: "; "), identifiers(.pmid).first ?? "",
      identifiers(.pmcid).first ?? "",
      (identifiers(.issn) + identifiers(.isbn)).joined(separator: ", "),
      reference.otherText("language") ?? "", reference.publisher ?? "", reference.publisherPlace ?? "",
      reference.edition ?? "", record.notes.joined(separator: "\n"), label(of: record),
    ]
  }

  private static func names(_ names: [Name]) -> String {
    names.map { name in
      let parts = [name.family ?? name.literal ?? "", name.given ?? "", name.suffix ?? ""]
      return parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// ASReview's 1 and 0; nothing where nobody decided, or where notes say it.
  private static func label(of record: Record) -> String {
    switch record.isIncluded {
    case true?: "1"
    case false?: "0"
    case nil: ""
    }
  }

  private static func add(_ cells: [String], to bytes: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(0x2C) }
      let needsQuotes =
        cell.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
        || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
      guard needsQuotes else {
        bytes.append(contentsOf: cell.utf8)
        continue
      }
      bytes.append(0x22)
      for byte in cell.utf8 {
        if byte == 0x22 { bytes.append(0x22) }
        bytes.append(byte)
      }
      bytes.append(0x22)
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}

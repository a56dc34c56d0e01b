import Bibliography

/// Writes PubMed's format (`.nbib`), one line a field.
///
/// What the format has no field for stands in a general note (`GN`) as a ``RecordCarrier``.
public struct MedlineWriter: RecordWriter {
  private let readBack = ReadBack(MedlineDialect(), note: "GN  - ", end: nil)

  /// A writer.
  public init() {}

  /// Writes a record.
  public mutating func write(_ record: Record, to bytes: inout [UInt8]) {
    let fields = MedlineFields(record)
    for line in readBack.lines(of: record, fields.lines, rawLines: fields.rawLines) {
      bytes.append(contentsOf: line.utf8)
      bytes.append(0x0A)
    }
    bytes.append(0x0A)
  }
}

/// The fields of PubMed's format that hold a record.
private struct MedlineFields {
  var lines: [String] = []
  var rawLines: [String] = []

  init(_ record: Record) {
    let reference = record.reference
    lines.append(Self.line("PMID", record.identifier(.pmid) ?? ""))
    for identifier in record.identifiers where identifier.kind == .issn { add("IS", identifier.value) }
    for identifier in record.identifiers where identifier.kind == .isbn { add("ISBN", identifier.value) }
    add("VI", reference.volume)
    add("IP", reference.issue)
    add("DP", reference.issued.map(Self.date))
    add(reference.type == .book ? "BTI" : "TI", reference.title)
    add("PG", reference.page)
    if let doi = reference.doi { add("LID", "\(doi) [doi]") }
    add("AB", record.abstract)
    for name in reference.authors { add(name, full: "FAU", short: "AU") }
    for name in reference.editors { add(name, full: "FED", short: nil) }
    add("LA", reference.otherText("language"))
    add("PT", reference.type == .articleJournal ? "Journal Article" : reference.type.rawValue)
    add("EN", reference.edition)
    add("PB", reference.publisher)
    add("PL", reference.publisherPlace)
    add("TA", reference.otherText("container-title-short"))
    add("JT", reference.containerTitle)
    for keyword in record.keywords { add("OT", keyword) }
    for identifier in record.identifiers {
      switch identifier.kind {
      case .pmcid: add("PMC", identifier.value)
      case .pii: add("AID", "\(identifier.value) [pii]")
      default: break
      }
    }
    for note in record.notes { lines += Self.lines("GN", note) }
    for word in LabelText.ownWords(of: record) { add("GN", word) }
    for field in record.raw where Self.isTag(field.name) { rawLines += Self.lines(field.name, field.value) }
  }

  private mutating func add(_ tag: String, _ text: String?) {
    guard let text else { return }
    let line = LineText(text).written
    if !line.isEmpty { lines.append(Self.line(tag, line)) }
  }

  private mutating func add(_ name: Name, full: String, short: String?) {
    guard let family = name.family else {
      add(short == nil ? full : "CN", name.literal)
      return
    }
    add(full, [family, name.given ?? "", name.suffix ?? ""].filter { !$0.isEmpty }.joined(separator: ", "))
    if let short { add(short, MedlineDialect.short(name)) }
  }

  static func line(_ tag: String, _ text: String) -> String {
    tag + String(repeating: " ", count: max(0, 4 - tag.utf8.count)) + "- " + text
  }

  /// A text of several lines: all but the first begin with six blanks.
  private static func lines(_ tag: String, _ text: String) -> [String] {
    let parts = text.split(separator: "\n").map { LineText(String($0)).written }.filter { !$0.isEmpty }
    return parts.enumerated().map { $0 == 0 ? line(tag, $1) : "      \($1)" }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func date(_ date: PartialDate) -> String {
    [String(date.year), date.month.map { months[$0 - 1] }, date.day.map(String.init)].compactMap { $0 }
      .joined(separator: " ")
  }

  private static func isTag(_ name: String) -> Bool {
    let signs = Array(name.utf8)
    return (2...4).contains(signs.count) && TaggedLine.isCapital(signs[0])
      && signs.allSatisfy { TaggedLine.isCapital($0) || TaggedLine.isDigit($0) }
      && MedlineDialect.meanings[name] == nil
  }
}

import Bibliography

/// Writes RIS: lines that end in CR and LF, UTF-8, tags of the description of 2011.
///
/// Fields that were kept raw under tags of two signs are written as they were; decisions are written as ASReview reads
/// them. What this gives back otherwise stands in a ``RecordCarrier``.
public struct RISWriter: RecordWriter {
  private let readBack = ReadBack(RISDialect(), note: "N1  - ", end: "ER  - ")

  /// A writer.
  public init() {}

  /// Writes a record.
  public mutating func write(_ record: Record, to bytes: inout [UInt8]) {
    let fields = RISFields(record)
    for line in readBack.lines(of: record, fields.lines, rawLines: fields.rawLines) {
      bytes.append(contentsOf: line.utf8)
      bytes.append(contentsOf: [0x0D, 0x0A])
    }
    bytes.append(contentsOf: [0x0D, 0x0A])
  }
}

/// The fields of RIS that hold a record.
private struct RISFields {
  var lines: [String]
  var rawLines: [String] = []

  init(_ record: Record) {
    lines = RISRecord(record.reference, keywords: record.keywords, isCarried: false).lines
    if let abstract = record.abstract { add("AB", abstract) }
    for identifier in record.identifiers {
      switch identifier.kind {
      case .issn, .isbn: add("SN", identifier.value)
      case .pmid:
        // Beside another database's name, AN would be that database's number; Scopus has PubMed's in C2.
        add(record.reference.otherText("source") == nil ? "AN" : "C2", identifier.value)
      case .accession, .webOfScience: add("AN", identifier.value)
      case .pmcid: add("C2", identifier.value)
      case .embase: add("U2", identifier.value)
      case .scopus, .openAlex, .arxiv, .pii, .trial: break
      }
    }
    for note in record.notes { add("N1", note, isOfLines: true) }
    for word in LabelText.ownWords(of: record) { lines.append("N1  - \(word)") }
    for field in record.raw where Self.isTag(field.name) {
      rawLines += Self.written(field.name, field.value, isOfLines: true)
    }
  }

  private mutating func add(_ tag: String, _ text: String, isOfLines: Bool = false) {
    lines += Self.written(tag, text, isOfLines: isOfLines)
  }

  private static func written(_ tag: String, _ text: String, isOfLines: Bool) -> [String] {
    guard isOfLines, text.utf8.contains(0x0A) else {
      let line = LineText(text).written
      return line.isEmpty ? [] : ["\(tag)  - \(line)"]
    }
    let parts = text.split(separator: "\n").map { LineText(String($0)).written }.filter { !$0.isEmpty }
    return parts.enumerated().map { $0 == 0 ? "\(tag)  - \($1)" : "      \($1)" }
  }

  /// Whether a field that was kept raw has a name that RIS may have.
  private static func isTag(_ name: String) -> Bool {
    let signs = Array(name.utf8)
    guard signs.count == 2, name != "TY", name != "ER" else { return false }
    return TaggedLine.isCapital(signs[0]) && (TaggedLine.isCapital(signs[1]) || TaggedLine.isDigit(signs[1]))
  }
}

extension LabelText {
  /// The notes that say a record's decisions in ASReview's words, as far as its own notes don't say them.
  static func ownWords(of record: Record) -> [String] {
    guard !record.labels.isEmpty else { return [] }
    let told = record.notes.flatMap { labels(in: $0).labels }
    let untold = record.labels.filter { label in
      !told.contains { $0.field == label.field && $0.value == label.value && $0.reviewer == label.reviewer }
    }
    guard !untold.isEmpty else { return [] }
    let own = untold.filter { $0.field == "ASReview" && $0.value.hasPrefix("ASReview_") }.map(\.value)
    if own.count == untold.count { return own.filter { !$0.contains { $0.isWhitespace } } }
    switch record.isIncluded {
    case true?: return ["ASReview_relevant"]
    case false?: return ["ASReview_irrelevant"]
    case nil: return []
    }
  }
}

import Bibliography

/// Writes a record as lines with tags, reads them back, and adds what came back otherwise.
struct ReadBack<Dialect: TagDialect> {
  private let dialect: Dialect
  /// The tag of notes, up to its value.
  private let note: String
  /// The line that ends a record.
  private let end: String?

  init(_ dialect: Dialect, note: String, end: String?) {
    self.dialect = dialect
    self.note = note
    self.end = end
  }

  /// The lines of a record, with a carrier where one is needed.
  ///
  /// - Parameters:
  ///   - lines: those of the format's own fields.
  ///   - rawLines: those of fields that were kept raw, which go to the carrier where they don't come back as such.
  func lines(of record: Record, _ lines: [String], rawLines: [String]) -> [String] {
    var lines = lines
    var readBack = self.record(of: lines + rawLines)
    if let whole = readBack,
      whole.raw.elementsEqual(record.raw, by: { $0.name == $1.name && $0.value == $1.value })
    {
      lines += rawLines
    } else if !rawLines.isEmpty {
      readBack = self.record(of: lines)
    }
    let empty = Record(reference: Reference(id: "", type: .document))
    if let carrier = RecordCarrier.line(for: record, readBack: readBack ?? empty) {
      lines.append(note + carrier)
    } else if record.notes.contains(where: { RecordCarrier.isLine($0) }) {
      lines.append(note + RecordCarrier.nothing)
    }
    return lines + (end.map { [$0] } ?? [])
  }

  /// The record of some lines; `nil` where they aren't exactly one.
  private func record(of lines: [String]) -> Record? {
    var bytes: [UInt8] = []
    // The carrier that will stand there decides how a note is read that looks like one.
    for line in lines + [note + RecordCarrier.nothing] + (end.map { [$0] } ?? []) {
      bytes.append(contentsOf: line.utf8)
      bytes.append(0x0A)
    }
    let source = ByteSource(bytes: bytes, named: "", chunk: .max)
    var report = LossReport.ofReadingBack(.ris)
    var records: [Record] = []
    let reader = TaggedReader(dialect: dialect, limits: ReadingLimits())
    try? reader.read(source, into: &report) { records.append($0) }
    guard records.count == 1, report.begun == 1, report.strayLines == 0 else { return nil }
    return records[0].withoutOrigin
  }
}

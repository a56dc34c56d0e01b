/// Reads what a writer has just written of one record, to see what came of it.
struct ReadBack<Dialect: TagDialect> {
  private let dialect: Dialect

  init(_ dialect: Dialect) { self.dialect = dialect }

  /// The record of some lines; `nil` where they aren't exactly one.
  func record(of lines: [String], end: String?) -> Record? {
    var bytes: [UInt8] = []
    for line in lines {
      bytes.append(contentsOf: line.utf8)
      bytes.append(0x0A)
    }
    if let end { bytes.append(contentsOf: end.utf8) }
    let source = ByteSource(bytes: bytes, named: "", chunk: .max)
    var report = LossReport(file: "", format: .ris)
    var records: [Record] = []
    let reader = TaggedReader(dialect: dialect, limits: ReadingLimits())
    try? reader.read(source, into: &report) { records.append($0) }
    guard records.count == 1, report.begun == 1, report.strayLines == 0 else { return nil }
    return records[0].withoutOrigin
  }
}

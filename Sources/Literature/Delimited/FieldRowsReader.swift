import Bibliography

/// Reads the tables of Embase in which each row is one field: its name in the first cell, its values behind.
///
/// A record begins with each row called `TITLE`.
struct FieldRowsReader {
  func read(
    _ rows: inout DelimitedRows, into report: inout LossReport, each: (Record) throws -> Void
  ) throws {
    var draft: RecordDraft?
    var begun = 0
    func end(_ draft: inout RecordDraft?, _ report: inout LossReport) throws {
      guard var whole = draft else { return }
      let origin = report.took(line: begun)
      if whole.record.reference.containerTitle != nil { whole.record.reference.type = .articleJournal }
      var record = whole.finish(position: origin.position)
      record.origin = origin
      draft = nil
      try each(record)
    }
    while let row = try rows.next() {
      let name = row.cells.first.map { rows.text($0).trimmed } ?? ""
      if row.openQuoteLine != nil || row.isTooLong {
        report.refuse("a quote in this row isn't closed. Close it.", line: row.line)
        draft = nil
        guard rows.goBackToSecondLine() else { return }
        continue
      }
      if name == "TITLE" {
        try end(&draft, &report)
        draft = RecordDraft()
        begun = row.line
      }
      guard draft != nil else {
        report.stray(PlainWords.clipped(rows.opening), line: row.line)
        continue
      }
      let values = row.cells.dropFirst().map { rows.text($0).trimmed }.filter { !$0.isEmpty }
      for value in values {
        if let meaning = TableColumns.meaning(of: name), draft?.takeValue(meaning, value) == true {
          report.mapped.count(name, line: row.line)
        } else {
          report.raw.count(name, line: row.line)
          draft?.record.raw.append(RawField(name, value, line: row.line))
        }
      }
    }
    try end(&draft, &report)
  }
}

extension RecordDraft {
  /// Takes one of several values of a field.
  fileprivate mutating func takeValue(_ meaning: FieldMeaning, _ value: String) -> Bool {
    switch meaning {
    case .authors: take(.author, value)
    case .editors: take(.editor, value)
    case .keywords: take(.keyword, value)
    case .embaseSource: EmbaseSource(value).map { $0.fill(&self) } ?? takeOther("source", value)
    case .type: takeOther("genre", value)
    default: take(meaning, value)
    }
  }
}

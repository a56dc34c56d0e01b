extension RecordDraft {
  /// Puts a field where its meaning has a place, or keeps it raw, and counts it either way. A blank field is nothing.
  mutating func put(
    _ text: some StringProtocol, as meaning: FieldMeaning, name: String, line: Int,
    in report: inout LossReport
  ) {
    let text = text.trimmed
    guard !text.isEmpty else { return }
    if take(meaning, text) {
      report.mapped.count(name, line: line)
    } else {
      keep(text, name: name, line: line, in: &report)
    }
  }

  /// Keeps a field as it was written, and counts it.
  mutating func keep(_ value: String, name: String, line: Int, in report: inout LossReport) {
    record.raw.append(RawField(name, value, line: line))
    report.raw.count(name, line: line)
  }
}

extension ByteWindow {
  /// A window over a source.
  init(_ source: ByteSource) {
    self.init { try source.next() ?? [] }
  }

  /// Says how many control characters were left out.
  func tell(_ report: inout LossReport) {
    guard leftOut > 0 else { return }
    let what = leftOut == 1 ? "a control character was" : "\(leftOut) control characters were"
    report.repair("\(what) left out", line: leftOutLine)
  }
}

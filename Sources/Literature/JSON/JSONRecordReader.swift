import Bibliography

/// Reads records of CSL-JSON and of OpenAlex: each record shows which of the two it is.
struct JSONRecordReader: RecordReader {
  let limits: ReadingLimits

  func read(_ source: ByteSource, into report: inout LossReport, each: (Record) throws -> Void) throws {
    var scanner = JSONElementScanner(ByteWindow(source), longestRecord: limits.longestRecord)
    while let piece = try scanner.next() {
      switch piece {
      case .element(let bytes, let line):
        if let record = record(bytes, line: line, in: &report) { try each(record) }
      case .refused(let line, let problem):
        report.refuse("\(problem). Mend the record, or export it again", line: line)
      case .beside(let line, let words): report.stray(PlainWords.clipped(words), line: line)
      }
    }
    scanner.window.tell(&report)
  }

  private func record(_ bytes: [UInt8], line: Int, in report: inout LossReport) -> Record? {
    var parser = JSONParser(bytes, line: line, oddSigns: .mended)
    let value: LocatedValue
    do throws(JSONSyntaxFault) {
      value = try parser.document()
    } catch {
      let place = error.line == line ? "column \(error.column)" : "line \(error.line), column \(error.column)"
      report.refuse("\(place): \(error.problem). \(error.remedy)", line: line)
      return nil
    }
    guard case .object(let fields) = value.content else { return nil }
    for mend in parser.mends { report.repair(mend.told, line: mend.line) }
    var draft =
      OpenAlexWork.isWork(fields)
      ? OpenAlexWork(fields, limits: limits, in: &report).draft : CSLRecord(fields, in: &report).draft
    for field in parser.repeatedNames {
      draft.keep(field.value.plainText, name: field.name, line: field.line, in: &report)
      report.repair("a field that stands twice was kept beside the first", line: field.line)
    }
    let origin = report.took(line: line)
    return draft.finish(origin: origin)
  }
}

/// A record that was read from JSON, apart from where it stands.
struct JSONDraft {
  var draft: RecordDraft
  /// What a writer of this program put beside the record's own fields.
  var carrier: String?

  mutating func keep(_ value: String, name: String, line: Int, in report: inout LossReport) {
    draft.keep(value, name: name, line: line, in: &report)
  }

  mutating func finish(origin: RecordOrigin) -> Record {
    var record = draft.finish(position: origin.position)
    if let carrier, !RecordCarrier.apply(carrier, to: &record) { record.notes.append(carrier) }
    record.origin = origin
    return record
  }
}

extension LocatedValue {
  /// A text or a number as it is, anything else as JSON on one line.
  var plainText: String {
    switch content {
    case .string(let text), .number(let text): text
    default: value.compactText
    }
  }

  /// The text of a text or a number.
  var scalarText: String? {
    switch content {
    case .string(let text), .number(let text): text
    default: nil
    }
  }

  /// The fields of an object.
  var members: [LocatedField]? {
    if case .object(let fields) = content { fields } else { nil }
  }

  /// The elements of a list.
  var elements: [LocatedValue]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The value of a field of an object.
  subscript(name: String) -> LocatedValue? { members?.first { $0.name == name }?.value }

  /// Whether nothing is said: null, or an empty text, list or object.
  var isNothing: Bool {
    switch content {
    case .null: true
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let fields): fields.isEmpty
    default: false
    }
  }
}

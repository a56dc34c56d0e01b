import Bibliography

/// What the elements of one XML format say.
protocol XMLRecordMap: Sendable {
  /// The names of the elements that hold a record each.
  static var recordNames: Set<String> { get }
  /// Reads one of them.
  init(_ record: XMLElement, in report: inout LossReport)
  /// The record, apart from where it stands.
  var draft: RecordDraft { get }
}

/// Reads a format of XML, a record at a time.
struct XMLRecordReader<Map: XMLRecordMap>: RecordReader {
  let limits: ReadingLimits

  func read(_ source: ByteSource, into report: inout LossReport, each: (Record) throws -> Void) throws {
    var scanner = XMLRecordScanner(
      ByteWindow(source), records: Map.recordNames, longestRecord: limits.longestRecord)
    do {
      while let piece = try scanner.next() {
        switch piece {
        case .record(let element, let repairs):
          for repair in repairs { report.repair(repair.told, line: repair.line) }
          try each(Self.record(element, in: &report))
        case .refused(let line, let fault):
          let place = fault.line == line ? "" : " (line \(fault.line))"
          report.refuse("\(fault.problem)\(place). Export the record again", line: line)
        case .beside(let line, let told): report.stray(PlainWords.clipped(told), line: line)
        }
      }
      scanner.window.tell(&report)
    } catch let fault as XMLFault {
      throw RecordFileError(source.name, .refused(fault.problem + ".", line: fault.line))
    }
  }

  private static func record(_ element: XMLElement, in report: inout LossReport) -> Record {
    var draft = Map(element, in: &report).draft
    let origin = report.took(line: element.line)
    var record = draft.finish(position: origin.position)
    record.origin = origin
    return record
  }
}

extension RecordDraft {
  /// Puts an element's text where its meaning has a place; else keeps the element raw.
  mutating func put(
    _ element: XMLElement, as meaning: FieldMeaning, name: String? = nil, in report: inout LossReport
  ) {
    let text = element.flatText
    guard !text.isEmpty else { return }
    if take(meaning, text) {
      report.mapped.count(name ?? element.name, line: element.line)
    } else {
      keep(element, name: name, in: &report)
    }
  }

  /// Keeps an element: its text, or all of it as XML where it holds more than text.
  mutating func keep(_ element: XMLElement, name: String? = nil, in report: inout LossReport) {
    guard !element.isBlank else { return }
    let value = element.isPlain ? element.lines.joined(separator: "\n") : element.outerXML.trimmed
    keep(value, name: name ?? element.name, line: element.line, in: &report)
  }
}

extension XMLElement {
  /// All the text in it on one line: runs of white space are one space.
  var flatText: String {
    let text = text
    var hasRun = false
    var wasSpace = true
    for byte in text.utf8 {
      let isSpace = byte.isBlank
      if isSpace, wasSpace || byte != 0x20 {
        hasRun = true
        break
      }
      wasSpace = isSpace
    }
    guard hasRun || wasSpace else { return text }
    return text.split { $0.isASCII && $0.isWhitespace }.joined(separator: " ")
  }

  /// The lines of its text that say something: programs part the items of a field by line ends.
  var lines: [String] {
    text.split { $0 == "\r" || $0 == "\n" || $0 == "\r\n" }.map(\.trimmed).filter { !$0.isEmpty }
  }
}

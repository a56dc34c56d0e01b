import Bibliography
import Literature
import Reporting
import TestSupport

/// What reading some bytes gives.
struct RecordReading: Equatable {
  var records: [Record] = []
  var report: LossReport?
  var error: String?

  /// Reads bytes as those of a file, in chunks of a size.
  init(
    _ bytes: [UInt8], named name: String = "export", chunk: Int = ByteSource.chunkSize,
    as format: RecordFormat? = nil,
    limits: ReadingLimits = ReadingLimits()
  ) {
    do {
      report = try RecordFile(format: format, limits: limits).read(bytes: bytes, named: name, chunk: chunk) {
        records.append($0)
      }
    } catch {
      self.error = "\(error)"
    }
  }

  init(_ text: String, as format: RecordFormat? = nil, limits: ReadingLimits = ReadingLimits()) {
    self.init(Array(text.utf8), as: format, limits: limits)
  }

  /// A fixture.
  init(file: String) throws { self.init(try Fixture.recordBytes(file), named: file) }

  /// The records without where they were read.
  var plain: [Record] { records.map(\.withoutOrigin) }

  /// Report and records as a person reads them.
  var told: String {
    guard let report else { return (error ?? "") + "\n" }
    let page = LossReport.page(of: [report], madeBy: "realist")
    return TerminalRenderer(width: 100, colour: false).render(page) + records.map(\.told).joined()
  }
}

extension Record {
  /// The record, one part a line.
  var told: String {
    var lines = ["", "record \(origin?.position ?? 0), line \(origin?.line ?? 0)"]
    lines += reference.cslFields.map { "  \($0.name): \($0.value.compactText)" }
    if let abstract { lines.append("  abstract: \(JSONValue.string(abstract).compactText)") }
    if !keywords.isEmpty { lines.append("  keywords: " + keywords.joined(separator: " | ")) }
    lines += identifiers.map { "  \($0.kind.rawValue): \($0.value)" }
    lines += notes.map { "  note: \(JSONValue.string($0).compactText)" }
    lines += labels.map { label in
      let words = [
        label.decision?.rawValue, label.stage?.rawValue, label.reviewer.map { "by \($0)" },
        label.isPrior ? "prior" : nil,
      ]
      return "  label \(label.field) = \(label.value)" + words.compactMap { $0.map { " · \($0)" } }.joined()
    }
    lines += raw.map { "  raw \($0.name) (line \($0.line ?? 0)): \(JSONValue.string($0.value).compactText)" }
    return lines.joined(separator: "\n") + "\n"
  }
}

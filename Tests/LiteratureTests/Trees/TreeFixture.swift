import Bibliography
import Foundation
import Literature
import TestSupport

/// The fixtures of formats that are trees: BibTeX, XML and JSON.
enum TreeFixture {
  static let names = [
    "zotero.bib", "mendeley.bib", "scopus.bib", "web-of-science.bib", "jabref.bib", "broken.bib",
    "endnote.xml",
    "pubmed.xml", "broken.xml", "csl.json", "openalex.json", "openalex.jsonl",
  ]

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: Fixture.folder.appendingPathComponent("records/\(name)")))
  }

  /// The records of some bytes, and the report of reading them.
  static func read(
    _ bytes: [UInt8], named name: String, format: RecordFormat? = nil, chunk: Int = ByteSource.chunkSize
  ) throws -> (records: [Record], report: LossReport) {
    var records: [Record] = []
    let report = try RecordFile(format: format).read(bytes: bytes, named: name, chunk: chunk) {
      records.append($0)
    }
    return (records, report)
  }

  static func read(_ name: String) throws -> (records: [Record], report: LossReport) {
    try read(try bytes(name), named: name)
  }

  /// The records as a file of a format.
  static func written(_ records: [Record], as format: RecordFormat) throws -> [UInt8] {
    guard var writer = format.writer else { return [] }
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for record in records { writer.write(record, to: &bytes) }
    writer.end(&bytes)
    return bytes
  }
}

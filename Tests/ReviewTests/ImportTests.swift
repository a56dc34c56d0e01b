import Bibliography
import Foundation
import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Import into a review")
struct ImportTests {
  @Test("Records of every format come out as they were read", arguments: Fixture.recordFiles)
  func roundTrip(_ name: String) throws {
    try TemporaryFolder.with { folder in
      let path = Fixture.records.appendingPathComponent(name).path
      var records: [Record] = []
      guard let report = try? RecordFile().read(path: path, each: { records.append($0) }) else { return }
      let review = try MadeReview.empty(in: folder)
      let logged = try review.importRecords(ImportOrder(path: path), by: "Ann")
      guard case .imported(let file) = logged.act else { throw CocoaError(.coderInvalidValue) }
      #expect(file.count == records.count && file.file == name && file.report == report)
      let kept = try review.records(Array(file.records))
      #expect(kept.map(\.record.withoutOrigin) == records.map(\.withoutOrigin))
      #expect(kept.map(\.record.origin?.position) == records.map(\.origin?.position))
      #expect(kept.map(\.record.origin?.line) == records.map(\.origin?.line))
      // The log keeps the report as it is.
      #expect(try review.acts([.imported]) == [logged])
    }
  }

  @Test("A file comes in once, unless a person says otherwise")
  func repeated() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      let before = try review.rows()
      let path = folder("r.realist.ris")
      let fault = #expect(throws: ReviewFault.self) {
        try review.importRecords(ImportOrder(path: path), by: "Ann")
      }
      #expect(fault?.refusal.contains("imported before") == true && fault?.refusal.contains("act 2") == true)
      #expect(try review.rows() == before)
      _ = try review.importRecords(ImportOrder(path: path, again: true), by: "Ann")
      #expect(try review.recordCount() == 6)
    }
  }

  @Test("Records have the wave and the source of the search that found them")
  func search() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      let search = Search(
        source: "Google Scholar", wave: .googleScholar, hits: 426_000, read: "first 40 pages")
      let noted = try review.append(.searchNoted(search), by: "Ann")
      let path = try MadeReview.file(2, in: folder, "a.ris")
      let logged = try review.importRecords(ImportOrder(path: path, search: noted.number), by: "Ann")
      guard case .imported(let file) = logged.act else { throw CocoaError(.coderInvalidValue) }
      #expect(file.wave == .googleScholar && file.source == "Google Scholar" && file.search == 2)
      let other = try MadeReview.file(2, in: folder, "b.ris", from: 5)
      let fault = #expect(throws: ReviewFault.self) {
        try review.importRecords(ImportOrder(path: other, search: 3), by: "Ann")
      }
      #expect(fault?.refusal.contains("act 3 is no search") == true)
    }
  }

  @Test("A file that can't be used changes nothing")
  func unusable() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(2, in: folder)
      let before = try review.rows()
      for (name, content) in [
        ("empty", ""), ("words", "no records here"), ("zip", "PK\u{3}\u{4}xx"), ("nul", "\0\0\0"),
        ("json", "[1, 2"), ("xml", "<records>"),
      ] {
        let path = try folder.file(name, content)
        #expect(throws: RecordFileError.self, "\(name)") {
          try review.importRecords(ImportOrder(path: path), by: "Ann")
        }
      }
      #expect(throws: RecordFileError.self) {
        try review.importRecords(ImportOrder(path: folder("none")), by: "Ann")
      }
      #expect(throws: RecordFileError.self) {
        try review.importRecords(ImportOrder(path: folder.path), by: "Ann")
      }
      #expect(throws: ReviewFault.self) {
        try review.importRecords(ImportOrder(path: "/dev/null"), by: "Ann")
      }
      #expect(try review.rows() == before)
    }
  }

  @Test("Damaged files come in wholly, or change nothing; and what came in can be rebuilt", arguments: 0..<12)
  func damaged(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      var mutation = Mutation(seed: UInt64(seed))
      for (number, name) in Fixture.recordFiles.enumerated() where number % 3 == seed % 3 {
        let text = String(decoding: try Fixture.recordBytes(name), as: UTF8.self)
        let path = try folder.file("damaged-\(number)", mutation.damaged(text))
        let before = try review.rows()
        do {
          let logged = try review.importRecords(ImportOrder(path: path), by: "Ann")
          guard case .imported(let file) = logged.act else { throw CocoaError(.coderInvalidValue) }
          #expect(try review.records(Array(file.records)).count == file.count)
        } catch is RecordFileError {
          #expect(try review.rows() == before)
        }
      }
      let again = try Review.inMemory()
      try review.replay(into: again)
      #expect(try again.rows() == review.rows())
    }
  }

  @Test("Records of chance, with any text anywhere, come out as they went in")
  func anything() throws {
    try TemporaryFolder.with { folder in
      var random = RandomRecords(seed: 7)
      let records = (1...60).map { random.record($0) }
      var writer = CSLRecordWriter()
      var bytes: [UInt8] = []
      writer.begin(&bytes)
      for record in records { writer.write(record, to: &bytes) }
      writer.end(&bytes)
      let path = try folder.file("any.json", bytes)
      var read: [Record] = []
      _ = try RecordFile().read(path: path) { read.append($0) }
      let review = try MadeReview.empty(in: folder)
      _ = try review.importRecords(ImportOrder(path: path), by: "Ann")
      #expect(try review.records(Array(1...60)).map(\.record.withoutOrigin) == read.map(\.withoutOrigin))
    }
  }
}

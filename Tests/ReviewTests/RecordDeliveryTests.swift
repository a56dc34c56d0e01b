import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Records read beside the database", .timeLimit(.minutes(5)))
struct RecordDeliveryTests {
  private func library(_ count: Int, _ folder: TemporaryFolder, ending: String = "") throws -> String {
    let records = (1...count).map { "TY  - JOUR\nTI  - Work \($0)\nER  -\n" }.joined()
    return try folder.file("many.ris", records + ending)
  }

  @Test(
    "Records come in the order of the file, and all of them, whatever the number of batches",
    arguments: [1, 511, 512, 513, 5_000])
  func order(count: Int) throws {
    try TemporaryFolder.with { folder in
      var titles: [String] = []
      let report = try RecordDelivery.read(RecordFile(format: .ris), path: try library(count, folder)) {
        titles.append($0.title)
      }
      #expect(titles == (1...count).map { "Work \($0)" })
      #expect(report.records == count)
    }
  }

  @Test(
    "Whoever takes records may stop at any of them, while the reader is far ahead",
    arguments: [1, 512, 513, 2_000])
  func stopping(at last: Int) throws {
    struct Enough: Error {}
    try TemporaryFolder.with { folder in
      let path = try library(10_000, folder)
      for _ in 0..<20 {
        var count = 0
        #expect(throws: Enough.self) {
          _ = try RecordDelivery.read(RecordFile(format: .ris), path: path) { _ in
            count += 1
            if count == last { throw Enough() }
          }
        }
        #expect(count == last)
      }
    }
  }

  @Test(
    "A file that can't be read is refused, and nothing waits", arguments: ["missing.ris", "", "empty.ris"])
  func fault(name: String) throws {
    try TemporaryFolder.with { folder in
      _ = try folder.file("empty.ris", "")
      #expect(throws: RecordFileError.self) {
        _ = try RecordDelivery.read(RecordFile(), path: folder(name)) { _ in
          Issue.record("There is no record.")
        }
      }
    }
  }

  @Test(
    "A record is as large as it is, whichever of its fields is long",
    arguments: ["TI", "KW", "N1", "AB", "XX", "LA", "PB", "UR", "JO"])
  func size(tag: String) throws {
    let long = String(repeating: "word ", count: 20_000) + "end"
    var sizes: [Int] = []
    _ = try RecordFile(format: .ris).read(
      bytes: Array("TY  - JOUR\n\(tag)  - \(long)\nER  -\n".utf8), named: "a.ris"
    ) { sizes.append($0.size) }
    #expect(sizes.count == 1 && sizes.allSatisfy { $0 >= long.utf8.count && $0 < long.utf8.count + 1_000 })
  }
}

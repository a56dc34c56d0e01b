import Foundation
import Literature
import TestSupport
import Testing

@Suite("Files that are made to take for ever")
struct BlowUpTests {
  struct Hostile: Sendable, CustomStringConvertible {
    let description: String
    let format: RecordFormat
    let make: @Sendable (Int) -> String

    init(_ description: String, _ format: RecordFormat, _ make: @escaping @Sendable (Int) -> String) {
      self.description = description
      self.format = format
      self.make = make
    }
  }

  static let files: [Hostile] = [
    Hostile("a million ends", .ris) { String(repeating: "ER  - \n", count: $0) },
    Hostile("a million starts", .ris) { String(repeating: "TY  - JOUR\n", count: $0 / 4) },
    Hostile("a million fields of one record", .ris) {
      "TY  - JOUR\n" + String(repeating: "KW  - a\n", count: $0)
    },
    Hostile("a million lines of one field", .ris) {
      "TY  - JOUR\nAB  - a\n" + String(repeating: "b\n", count: $0)
    },
    Hostile("a million blank lines", .ris) { "TY  - JOUR\n" + String(repeating: "\n", count: $0) },
    Hostile("one long line", .ris) { "TY  - JOUR\nTI  - " + String(repeating: "x ", count: $0) },
    Hostile("one long line of authors", .ris) {
      "TY  - JOUR\nAU  - " + String(repeating: "A, B; ", count: $0)
    },
    Hostile("one long line of ands", .csv) {
      "title,authors\nx,\"" + String(repeating: "A b and ", count: $0) + "\"\n"
    },
    Hostile("one long note of bars", .ris) {
      "TY  - JOUR\nN1  - RAYYAN-" + String(repeating: "| ", count: $0)
    },
    Hostile("many tags", .medline) { "PMID- 1\n" + String(repeating: "AU  - Roe A\n", count: $0 / 4) },
    Hostile("many names", .webOfScience) {
      "PT J\nAU Roe, A\n" + String(repeating: "   Poe, B\n", count: $0)
    },
    Hostile("many types", .refer) { String(repeating: "%0 Book\n", count: $0 / 4) },
    Hostile("a million quotes", .csv) { "title,year\n" + String(repeating: "\"", count: $0) },
    Hostile("quotes that never close", .csv) { "title,year\n" + String(repeating: "\"a\n", count: $0) },
    Hostile("quotes with tabs", .tsv) { "title\tyear\n" + String(repeating: "\"a\t1\n", count: $0) },
    Hostile("a million cells", .csv) { "title,year\n" + String(repeating: ",", count: $0) },
    Hostile("a million short rows", .csv) { "title,year\n" + String(repeating: "a\n", count: $0 / 4) },
    Hostile("a million brackets", .csv) {
      "title,keywords\na,\"" + String(repeating: "(;", count: $0) + "\"\n"
    },
  ]

  /// The time of this thread, in seconds: others may be at work.
  private func seconds(_ text: String, _ format: RecordFormat) -> Double {
    let bytes = Array(text.utf8)
    var before = timespec()
    var after = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &before)
    _ = RecordReading(bytes, as: format)
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &after)
    return Double(after.tv_sec - before.tv_sec) + Double(after.tv_nsec - before.tv_nsec) / 1e9
  }

  @Test("Four times as much takes some four times as long, not sixteen times", arguments: files)
  func linear(_ file: Hostile) {
    let small = max(seconds(file.make(20_000), file.format), 0.02)
    let large = seconds(file.make(80_000), file.format)
    #expect(large < 10 * small, "\(small) s, then \(large) s")
  }
}

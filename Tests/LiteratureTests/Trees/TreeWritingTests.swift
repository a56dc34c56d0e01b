import Bibliography
import Foundation
import TestSupport
import Testing

@testable import Literature

@Suite("Writing BibTeX and CSL-JSON")
struct TreeWritingTests {
  private static let formats: [RecordFormat] = [.bibtex, .cslJSON]

  private func expectAll(_ records: [Record], as format: RecordFormat, _ comment: Comment) throws {
    let bytes = try TreeFixture.written(records, as: format)
    let (back, report) = try TreeFixture.read(bytes, named: "written", format: format)
    #expect(report.refusedRecords == 0 && back.count == records.count, comment)
    for (one, other) in zip(records, back) {
      let (expected, found) = (one.withoutOrigin, other.withoutOrigin)
      guard expected != found else { continue }
      Issue.record("\(comment) \(expected.differences(from: found))")
      return
    }
  }

  @Test("Writing what was read and reading it again gives the same", arguments: TreeFixture.names, formats)
  func fixtures(_ name: String, _ format: RecordFormat) throws {
    try expectAll(try TreeFixture.read(name).records, as: format, "\(name) as \(format.word)")
  }

  @Test("Whatever a record holds, nothing of it is lost", arguments: formats, [UInt64](1...6))
  func random(_ format: RecordFormat, _ seed: UInt64) throws {
    var random = RandomTrees(seed: seed)
    try expectAll(random.list(60), as: format, "seed \(seed)")
  }

  @Test("Fields that a BibTeX file had are written as they were")
  func raw() throws {
    let records = try TreeFixture.read("jabref.bib").records
    let text = String(decoding: try TreeFixture.written(records, as: .bibtex), as: UTF8.self)
    #expect(text.contains("groups = {core}") && text.contains("crossref = {jps2019}"))
    #expect(
      text.contains(
        "author = {Okafor, Ngozi and García-Núñez, José Luis and {van den Berg}, Jan and {NHS England}}"))
  }

  @Test("Keys that stand twice are told apart")
  func keys() throws {
    let twice = Record(reference: Reference(id: "a", type: .book))
    let text = String(decoding: try TreeFixture.written([twice, twice], as: .bibtex), as: UTF8.self)
    #expect(text.contains("@book{a,") && text.contains("@book{a::2,"))
    try expectAll([twice, twice], as: .bibtex, "keys")
  }

  @Test("No records make a file that says so")
  func none() throws {
    #expect(try TreeFixture.written([], as: .bibtex).isEmpty)
    #expect(String(decoding: try TreeFixture.written([], as: .cslJSON), as: UTF8.self) == "[]\n")
  }
}

extension Record {
  /// What differs, for a message.
  func differences(from other: Record) -> String {
    var told: [String] = []
    for (mine, theirs) in zip(Mirror(reflecting: self).children, Mirror(reflecting: other).children) {
      let (one, two) = (String(reflecting: mine.value), String(reflecting: theirs.value))
      if one != two { told.append("\(mine.label ?? ""):\n  \(one)\n  \(two)") }
    }
    return told.joined(separator: "\n")
  }
}

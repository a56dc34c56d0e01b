import Bibliography
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("Sources")
struct SourceTests {
  private func source(_ key: String, _ record: Int?) -> ReviewSource {
    var source = MadeReview.source(key)
    source.record = record
    return source
  }

  @Test("One record is one source, whatever is taken back")
  func oneRecord() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.append(.sourceDescribed(source("lee2020", 1)), by: "Ann")
      let second = try review.append(.sourceDescribed(source("lee2020", 2)), by: "Ann")
      let other = try review.append(.sourceDescribed(source("roe2021", 1)), by: "Ann")
      let before = try review.rows()
      #expect(
        try wordsOfRefusal { _ = try review.undo(second.number, by: "Ann") }.contains(
          "is source roe2021 by now"))
      #expect(try review.rows() == before)
      try review.undo(other.number, by: "Ann")
      try review.undo(second.number, by: "Ann")
      #expect(try review.material().sources.map(\.record) == [1])
    }
  }

  @Test(
    "A record can be a source whatever its address looks like, and keeps what is one",
    arguments: [
      ("HTTPS://Example.org/A", true), ("http://a", true), ("www.example.org", false),
      ("https://a\u{A0}b", false), ("https://a\u{2028}b", false), ("https://example.org/<a>", false),
    ])
  func address(_ url: String, _ isKept: Bool) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.empty(in: folder)
      let path = try folder.file("a.ris", "TY  - JOUR\nTI  - On trust\nUR  - \(url)\nER  - \n")
      _ = try review.importRecords(ImportOrder(path: path), by: "Ann")
      let reference = try review.referenceOfRecord(1)
      #expect(reference.url == (isKept ? url : nil))
      let source = ReviewSource(key: "a", record: 1, reference: reference)
      try review.append(.sourceDescribed(source), by: "Ann")
      #expect(try review.material().sources == [source])
    }
  }

  @Test(
    "A source stands in the log with the role as theory documents write it",
    arguments: [("included", Source.Role.included), ("middle-range", .middleRange), ("other", .other)])
  func role(_ word: String, _ role: Source.Role) throws {
    let logged = #"{"key":"a","reference":"{\"id\": \"a\", \"type\": \"book\"}","role":"\#(word)"}"#
    let source = try JSONDecoder().decode(ReviewSource.self, from: Data(logged.utf8))
    #expect(
      source == ReviewSource(key: "a", reference: Reference(id: "a", type: .book), role: role))
    let again = String(decoding: try JSONEncoder().encode(source), as: UTF8.self)
    #expect(again.contains(#""role":"\#(word)""#))
  }
}

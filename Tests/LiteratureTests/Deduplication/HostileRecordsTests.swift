import Bibliography
import Literature
import TestSupport
import Testing

/// Work and memory stay bounded whatever records hold. A debug build takes far more time than a release.
@Suite("Hostile records")
struct HostileRecordsTests {
  private func time(_ records: [Record], _ check: (Deduplication) -> Void = { _ in }) -> Duration {
    ContinuousClock().measure { check(Deduplication(records)) }
  }

  @Test("Twenty thousand records of one title and no more are done in time", .timeLimit(.minutes(2)))
  func oneTitle() {
    let title = "Outcomes of hospital mergers for community rehabilitation"
    _ = time((0..<20_000).map { record("\($0)", title) }) {
      #expect($0.groups.map(\.members.count) == [20_000])
    }
    _ = time((0..<20_000).map { record("\($0)", "Editorial") }) { #expect($0.groups.isEmpty) }
    _ = time((0..<20_000).map { record("\($0)", nil) }) { #expect($0.groups.isEmpty) }
  }

  @Test(
    "Four thousand works of one title, all different, don't grow with their pairs", .timeLimit(.minutes(2)))
  func oneTitleManyWorks() {
    let title = "Outcomes of hospital mergers for community rehabilitation"
    let records = (0..<4_000).map {
      record(
        "\($0)", title, "Author\($0 * 7), A", year: 1_900 + $0 % 100, journal: "Journal \($0)",
        pages: "\($0)-\($0 + 5)")
    }
    #expect(Deduplication(records).groups.isEmpty)
  }

  @Test("Fields of a megabyte, and of nothing but marks, are read to a limit", .timeLimit(.minutes(2)))
  func longFields() {
    let long = String(repeating: "mergers of hospitals ", count: 50_000)
    let marks = String(repeating: "[(<&\\{$", count: 150_000)
    let accents = String(repeating: "é̂́", count: 20_000)
    for text in [
      long, marks, accents, String(repeating: "]", count: 300_000), String(repeating: "9", count: 300_000),
    ] {
      let records = (0..<20).map {
        record(
          "\($0)", text + "\($0)", "\(text), \(text)", year: 2000, journal: text, volume: text, issue: text,
          pages: text,
          doi: text, abstract: text)
      }
      _ = time(records)
    }
  }

  @Test("Nasty texts in every field trap nothing", arguments: 0..<20)
  func nasty(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    let pieces = [
      "", " ", "\u{0}", "[", "]", "()", "-", "--", "–", "1-", "-1", "9999999999999999999-1", "Suppl-", "e",
      "10.", "10./", "ii",
      "<a", "&#xFFFFFFFF;", "&;", "\\", "{", "é", "日本語の題名", "part", "part i", "ﬀ", "٣", "\u{202E}", "J",
      "the", "of the",
      "...", ":", "title: ", "Nov-", "0-0", "vol 1 pg 2",
    ]
    func text() -> String {
      (0..<Int.random(in: 0...5, using: &random)).map { _ in random.pick(pieces) }.joined(separator: " ")
    }
    let records = (0..<200).map { place in
      record(
        "\(place)", text(), "\(text()), \(text()); \(text())",
        year: Int.random(in: -5...9_999, using: &random), journal: text(),
        volume: text(), issue: text(), pages: text(), doi: text(), pmid: text(), abstract: text())
    }
    let deduplication = Deduplication(records)
    #expect(deduplication.distinctRecords.count == records.count - deduplication.duplicateCount)
  }
}

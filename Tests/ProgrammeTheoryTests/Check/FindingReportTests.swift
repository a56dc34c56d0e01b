import Foundation
import ProgrammeTheory
import Testing

@Suite("The report of findings")
struct FindingReportTests {
  /// The small theory with findings of several kinds.
  private func report() throws -> FindingReport {
    try GardenTheory.changed([
      GardenTheory.Change("sources: [2, 3]", "sources: [4]"),
      GardenTheory.Change("stated: 2, listed: [1, 2]", "stated: 3, listed: [1, 2]"),
      GardenTheory.Change("page: \"12\"", "page: \"21\""),
      GardenTheory.Change(
        "number: 2}\n    context: [{is: more quarrels}]\n    mechanism: [{is: more mediation}]\n"
          + "    outcome: [{is: buffers belonging}]",
        "number: 2}\n    context: [{is: more quarrels}]\n    mechanism: [{is: more mediation}]\n"
          + "    outcome: [{is: raises belonging}]"),
    ]).findingReport
  }

  @Test("Kinds come in the order of gravity")
  func order() throws {
    let kinds = try report().groups.map(\.kind)
    #expect(
      kinds == [
        .gainOrSmallerLoss, .pageOutsideRange, .countMismatch, .middleRangeOnly, .singleSource,
      ])
    #expect(kinds == kinds.sorted())
    #expect(try report()[.countMismatch].count == 1)
    #expect(try report()[.roleShift].isEmpty)
  }

  @Test("The overview fits a terminal, with kinds of many members on one line each")
  func overview() throws {
    #expect(
      try report().lines() == [
        "5 findings about shared-garden 0.1.0, the gravest first.",
        "Gain or smaller loss (1): many quarrels: belonging gained, or less of it lost",
        "    (Quarrels 1; Table 2.2)",
        "Page outside the work (1): [1], p. 21, has pages 10–20 (Talk 1)",
        "Count mismatch (1): studies of talk: says 3, lists 2 (Talk 1)",
        "Middle-range theory only (1): silence-neglects",
        "Single source (1): silence-neglects",
      ])
  }

  @Test("In full, every finding is a sentence with its places")
  func full() throws {
    let lines = try report().lines(detail: .full)
    #expect(
      lines.prefix(8) == [
        "5 findings about shared-garden 0.1.0, the gravest first.", "", "Gain or smaller loss (1)",
        "One telling says that something grows, the other that less of it is lost.",
        "- Many quarrels: a loss of belonging is smaller in the prose, and belonging",
        "  grows in Table 2.", "    section “Quarrels”, paragraph 1",
        "    Table 2, row 2 “Someone who mediates in quarrels”",
      ])
  }

  @Test("No line is wider than asked for", arguments: FindingReport.Detail.allCases, [30, 60, 80, 120])
  func width(detail: FindingReport.Detail, columns: Int) throws {
    #expect(try report().lines(columns: columns, detail: detail).allSatisfy { $0.count <= columns })
  }

  @Test("Identifiers are listed where they all fit on a line, and counted where they don't")
  func identifiers() throws {
    func report(_ numbers: ClosedRange<Int>) throws -> FindingReport {
      let id = try #require(Theory.ID("t"))
      let findings = numbers.map { number in
        Finding(
          kind: .includedButNeverCited, subjects: [.source("\(number)")], places: [], sentence: "", short: "")
      }
      return FindingReport(theory: id, version: "1", findings: findings)
    }
    #expect(try report(1...4).lines().last == "Included, never cited (4): 1, 2, 3, 4")
    #expect(try report(1...40).lines().last == "And many: Included, never cited (40).")
  }

  @Test("The same theory gives the same bytes, and they are read back")
  func json() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let bytes = try encoder.encode(report())
    #expect(try encoder.encode(report()) == bytes)
    #expect(try JSONDecoder().decode(FindingReport.self, from: bytes) == report())
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(#""format":"realist-findings/1""#))
    #expect(
      text.contains(
        #"{"ids":[{"id":"s-page","sort":"statement"},{"id":"1","sort":"source"}],"#
          + #""kind":"page outside the work","places":[{"paragraph":1,"section":"Talk"},{"reference":"1"}],"#)
    )
  }

  @Test("JSON of another format or with unknown parts is refused")
  func badJSON() {
    for text in [
      #"{"format":"other/1","theory":"t","version":"1","findings":[]}"#,
      #"{"format":"realist-findings/1","theory":"t","version":"1","findings":[{}]}"#,
    ] {
      #expect(throws: DecodingError.self) {
        try JSONDecoder().decode(FindingReport.self, from: Data(text.utf8))
      }
    }
    #expect(Finding.Subject(sort: "rumour", id: "x") == nil)
    #expect(Finding.Subject(sort: "concept", id: "Not an id") == nil)
  }
}

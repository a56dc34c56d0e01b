import Casework
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Two cases side by side")
struct ComparisonTests {
  private func compare(_ here: [String], _ there: [String]) throws -> Comparison {
    let (one, other) = (
      try GardenCase.made(here.joined(separator: "\n")), try GardenCase.made(there.joined(separator: "\n"))
    )
    let assessment = Assessment(of: one, by: try Fixture.gardens(), beside: [other])
    return try #require(assessment.besides.first)
  }

  private let theft = "  - {id: t, date: 2020, kind: other, what: Theft, moves: [raises produce-theft]}"
  private let harvest = "  - {id: h, date: 2020, kind: other, what: Beans, moves: [raises harvest]}"
  private let rain = "  - {id: r, date: 2021, kind: other, what: Rain, moves: [raises water-access]}"

  @Test("What happens to both on one date parts nobody, wherever it stands in the two")
  func shared() throws {
    let comparison = try compare(["events:", theft, harvest], ["events:", theft])
    #expect(comparison.areAlikeAtStart && comparison.parting?.turn.title == "Beans")
    let otherOrder = try compare(["events:", harvest, theft], ["events:", theft])
    #expect(otherOrder.parting?.turn.title == "Beans")
    #expect(try compare(["events:", theft, rain], ["events:", theft]).outlookNow.isEmpty)
  }

  @Test("It is the same from either side")
  func symmetric() throws {
    let (one, other) = (["events:", theft, harvest], ["events:", theft])
    #expect(try compare(one, other).parting?.turn.title == compare(other, one).parting?.turn.title)
    #expect(
      try compare(one, other).outlookNow.map(\.concept) == compare(other, one).outlookNow.map(\.concept))
  }

  @Test("Those that differ from the start don't part with what happens")
  func fromTheStart() throws {
    let comparison = try compare(
      ["facts: [{concept: harvest, is: high}]", "events:", theft], ["events:", theft])
    #expect(!comparison.areAlikeAtStart && comparison.parting == nil)
    #expect(comparison.atStart.map(\.concept.text) == ["harvest"])
  }

  @Test("Those that differ only on what moves no main thing are alike at the start, and it is said on what")
  func alike() throws {
    let comparison = try compare(["facts: [{concept: water-access, is: high}]"], [""])
    #expect(comparison.areAlikeAtStart && comparison.atStart.map(\.concept.text) == ["water-access"])
  }

  @Test("The two bundled alliances part with what one of them had alone")
  func bundled() throws {
    let assessments = try BundledCases.assessments()
    let partings = assessments.flatMap(\.besides).compactMap { $0.parting?.turn.title }
    #expect(partings == Array(repeating: "The partner has the upper hand in the alliance", count: 2))
  }
}

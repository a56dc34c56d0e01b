import Casework
import ProgrammeTheory
import TestSupport
import Testing

@Suite("What is known of a case")
struct SituationTests {
  private func fact(_ concept: String, _ lines: String...) throws -> Fact? {
    let subject = try GardenCase.made(lines.joined(separator: "\n"))
    return subject.startingSituation(in: try Fixture.gardens()).facts[try GardenCase.concept(concept)]
  }

  @Test(
    "A fact that became known after the start is no start fact; a year counts by its last day",
    arguments: [
      ("2019-02", true), ("2019-03", true), ("2019-03-31", true), ("2019-04", false), ("2019", false),
    ])
  func hindsight(since: String, isKnown: Bool) throws {
    let fact = try fact("water-access", "facts:\n  - {concept: water-access, is: low, since: \(since)}")
    #expect((fact != nil) == isKnown)
  }

  @Test("What is not known is no fact; what can't be asked is one")
  func notKnown() throws {
    #expect(try fact("know-how", "facts: [{concept: know-how, is: not known}]") == nil)
    #expect(try fact("know-how", "facts: [{concept: know-how, is: not applicable}]") == .notApplicable)
    #expect(try fact("know-how", "facts: [{concept: know-how, is: neither}]") == .neither)
  }

  @Test("Where places differ it is mixed; the far end stands only where all say so")
  func places() throws {
    func levels(_ one: String, _ other: String) throws -> Fact? {
      try fact(
        "know-how", "partners: [{id: a, name: A}, {id: b, name: B}]",
        "facts:\n  - {concept: know-how, is: \(one), of: a}\n  - {concept: know-how, is: \(other), of: b}")
    }
    #expect(try levels("high", "low") == .mixed)
    #expect(try levels("very high", "high") == .lies(.more, much: false))
    #expect(try levels("very low", "very low") == .lies(.less, much: true))
    #expect(try levels("low", "not known") == .lies(.less, much: false))
  }

  @Test("A stated fact stands before what follows from the fixed fields")
  func statedFirst() throws {
    #expect(try fact("city-led", "mandated: yes") == .lies(.more, much: true))
    #expect(
      try fact("city-led", "mandated: yes", "facts: [{concept: city-led, is: low}]")
        == .lies(.less, much: false))
    #expect(try fact("city-led", "mandated: not known") == nil)
    #expect(
      try fact("harvest-goals", "aims: [{what: Beans, ambition: very high}]") == .lies(.more, much: true))
  }

  @Test("What an event moves stands until a later one moves it again")
  func events() throws {
    let subject = try GardenCase.made(
      "facts: [{concept: water-access, is: high}]",
      "events:",
      "  - {id: later, date: 2020-05, kind: other, what: Rain, moves: [raises water-access]}",
      "  - {id: first, date: 2019-07, kind: other, what: Drought, moves: [lowers water-access]}")
    let theory = try Fixture.gardens()
    let water = try GardenCase.concept("water-access")
    let assessment = Assessment(of: subject, by: theory)
    #expect(assessment.turns.map(\.title) == ["Drought", "Rain"])
    #expect(assessment.start.facts[water] == .lies(.more, much: false))
    #expect(assessment.turns.first?.after.facts[water] == .lies(.less, much: false))
    #expect(assessment.now.facts[water] == .lies(.more, much: false))
  }

  @Test("What the theory has no word for is a silence, with the nearest word that it has")
  func silences() throws {
    let subject = try GardenCase.made(
      "arrangement: allotment", "facts: [{concept: court-ruling, is: high}]",
      "further: [{what: Money ran out}]")
    let silences = subject.silences(in: try Fixture.gardens())
    #expect(silences.map(\.what) == ["Money ran out", "allotment", "court-ruling"])
    #expect(silences[1].because.contains("did you mean “allotments”?"))
  }
}

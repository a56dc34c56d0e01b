import Bibliography
import Casework
import ProgrammeTheory
import TestSupport
import Testing

/// Which of several things that are said of a concept counts, and since when.
@Suite("What goes before what")
struct KnowingTests {
  private func start(_ lines: String...) throws -> Facts {
    try GardenCase.made(lines.joined(separator: "\n")).startingSituation(in: try Fixture.gardens()).facts
  }

  private func facts(_ lines: String...) throws -> [Facts] {
    let subject = try GardenCase.made(lines.joined(separator: "\n"))
    let assessment = Assessment(of: subject, by: try Fixture.gardens())
    return [assessment.start.facts] + assessment.turns.map(\.after.facts)
  }

  @Test("A point of entry brings what the theory says of it")
  func entry() throws {
    let facts = try start("entryPoints: [city-programme]")
    #expect(facts[try GardenCase.concept("city-led")] == .lies(.more, much: false))
    #expect(facts[try GardenCase.concept("water-access")] == .lies(.more, much: false))
    #expect(
      try start("entryPoints: [empty-lot]")[try GardenCase.concept("city-led")] == .lies(.less, much: false))
  }

  @Test("Whether it was imposed goes before what a point of entry says, and a fact before both")
  func imposed() throws {
    let city = try GardenCase.concept("city-led")
    #expect(try start("entryPoints: [city-programme]", "mandated: no")[city] == .lies(.less, much: true))
    let stated = try start(
      "entryPoints: [city-programme]", "mandated: no", "facts: [{concept: city-led, is: neither}]")
    #expect(stated[city] == .neither)
    let open = try start("mandated: yes", "facts: [{concept: city-led, is: not known}]")
    #expect(open[city] == .lies(.more, much: true))
    let never = try start("mandated: yes", "facts: [{concept: city-led, is: not applicable}]")
    #expect(never[city] == .notApplicable)
  }

  @Test(
    "The arrangement says how closely it integrates",
    arguments: [("allotments", Direction.less), ("common-ground", .more)])
  func arrangement(_ name: String, _ direction: Direction) throws {
    let work = try GardenCase.concept("shared-work")
    #expect(try start("arrangement: \(name)")[work] == .lies(direction, much: true))
  }

  @Test("Several aims that reach high and low are mixed; an aim whose reach isn't known says nothing")
  func aims() throws {
    let goals = try GardenCase.concept("harvest-goals")
    #expect(try start("aims: [{what: a, ambition: high}, {what: b, ambition: low}]")[goals] == .mixed)
    #expect(try start("aims: [{what: a, ambition: not known}]")[goals] == nil)
    #expect(
      try start("aims: [{what: a, ambition: high}, {what: b, ambition: not known}]")[goals]
        == .lies(.more, much: false))
  }

  @Test("An event takes the place of what was known of its concept for all partners")
  func event() throws {
    let water = try GardenCase.concept("know-how")
    let facts = try facts(
      "partners: [{id: a, name: A}, {id: b, name: B}]",
      "facts: [{concept: know-how, is: high, of: a}, {concept: know-how, is: very low, of: b}]",
      "events: [{id: e, date: 2020, kind: staff, what: A course, moves: [raises know-how]}]")
    #expect(facts.map { $0[water] } == [.mixed, .lies(.more, much: false)])
  }

  @Test("A fact that became known later takes the place of an event before it, and not of one after it")
  func laterFact() throws {
    let water = try GardenCase.concept("water-access")
    let facts = try facts(
      "facts: [{concept: water-access, is: very low, since: 2020-02}]",
      "events:", "  - {id: a, date: 2020-01, kind: other, what: Tap, moves: [raises water-access]}",
      "  - {id: b, date: 2020-03, kind: other, what: Tap again, moves: [raises water-access]}")
    #expect(
      facts.map { $0[water] } == [
        nil, .lies(.more, much: false), .lies(.less, much: true), .lies(.more, much: false),
      ])
  }

  @Test("A later fact that nobody knows any more leaves the concept open again")
  func openAgain() throws {
    let water = try GardenCase.concept("water-access")
    let facts = try facts(
      "facts: [{concept: water-access, is: low}, {concept: water-access, is: not known, since: 2020}]")
    #expect(facts.map { $0[water] } == [.lies(.less, much: false), nil])
  }

  @Test("Events of one date come as they were written, each on top of those before")
  func sameDate() throws {
    let water = try GardenCase.concept("water-access")
    let facts = try facts(
      "events:", "  - {id: a, date: 2020, kind: other, what: Tap, moves: [raises water-access]}",
      "  - {id: b, date: 2020, kind: other, what: Drought, moves: [lowers water-access]}")
    #expect(facts.map { $0[water] } == [nil, .lies(.more, much: false), .lies(.less, much: false)])
  }

  @Test(
    "As of a date, a year counts by its last day",
    arguments: [("2020-06", 1), ("2020-12-31", 2), ("2020", 2), ("2019", 0)])
  func asOf(_ date: String, _ count: Int) throws {
    let subject = try GardenCase.made(
      "events:", "  - {id: a, date: 2020-06, kind: other, what: A, moves: [raises water-access]}",
      "  - {id: b, date: 2020, kind: other, what: B, moves: [lowers water-access]}")
    let date = try #require(PartialDate(iso: date))
    let assessment = Assessment(of: subject, by: try Fixture.gardens(), asOf: date)
    #expect(assessment.turns.count == count)
    #expect(assessment.now.facts == subject.situation(by: date, in: assessment.theory).facts)
  }

  @Test("A concept that the theory doesn't know is no fact and no fault, wherever it stands")
  func unknown() throws {
    let subject = try GardenCase.made(
      "facts: [{concept: rain, is: high}, {concept: rain, is: low, since: 2020}]",
      "events: [{id: e, date: 2020, kind: other, what: Hail, moves: [raises hail, raises produce-theft]}]",
      "observations: [{date: 2020, concept: sunshine, score: 1, lowest: 0, highest: 2}]")
    let assessment = Assessment(of: subject, by: try Fixture.gardens())
    #expect(assessment.start.facts.isEmpty)
    #expect(assessment.turns.map { $0.sets.map(\.text) } == [["produce-theft"]])
    #expect(assessment.silences.map(\.what) == ["rain", "hail", "sunshine"])
  }
}

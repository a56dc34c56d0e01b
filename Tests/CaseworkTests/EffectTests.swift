import Casework
import ProgrammeTheory
import TestSupport
import Testing

@Suite("What follows in a case")
struct EffectTests {
  private func assess(_ lines: String...) throws -> Assessment {
    Assessment(of: try GardenCase.made(lines.joined(separator: "\n")), by: try Fixture.gardens())
  }

  private func action(_ id: String, _ assessment: Assessment) throws -> ActionEffect {
    try #require(assessment.actions.first { $0.lever.id.text == id })
  }

  // MARK: Turns

  @Test("A turn tells what it set, what fires since, what no more, and what it changed")
  func turn() throws {
    let assessment = try assess(
      "facts: [{concept: water-access, is: high}]",
      "events:", "  - {id: a, date: 2020, kind: other, what: A course, moves: [raises know-how]}",
      "  - {id: b, date: 2021, kind: other, what: Drought, moves: [lowers water-access]}")
    #expect(assessment.turns.map(\.title) == ["A course", "Drought"])
    let (course, drought) = (assessment.turns[0], assessment.turns[1])
    #expect(course.sets.map(\.text) == ["know-how"] && course.fallenSilent.isEmpty)
    #expect(course.newlyFiring.map(\.text).contains("know-how-with-water"))
    let shift = try #require(course.shifts.first { $0.concept.text == "harvest" })
    #expect(shift.before == .still && shift.after == .turns(.more) && !shift.isGiven)
    #expect(drought.fallenSilent.map(\.text) == course.newlyFiring.map(\.text))
    #expect(drought.shifts.first { $0.concept.text == "harvest" }?.after == .still)
  }

  @Test("What a turn sets itself is given, and not moved")
  func given() throws {
    let assessment = try assess(
      "events: [{id: a, date: 2020, kind: other, what: Beans, moves: [raises harvest]}]")
    let shift = try #require(assessment.turns.first?.shifts.first { $0.concept.text == "harvest" })
    #expect(shift.isGiven)
  }

  @Test("A turn that changes nothing has no shifts")
  func nothing() throws {
    let assessment = try assess("events: [{id: a, date: 2020, kind: other, what: A feast, moves: []}]")
    #expect(assessment.turns.first?.shifts == [] && assessment.turns.first?.newlyFiring == [])
  }

  // MARK: Contests

  @Test("Where the theory contradicts itself, each reading is followed through, and the difference named")
  func contest() throws {
    let contest = try #require(try assess("facts: [{concept: harvest-goals, is: low}]").contests.first)
    #expect(contest.outcomes.map(\.reading.name) == ["modest goals encourage", "modest goals bore"])
    #expect(contest.differOn.map(\.text) == ["upkeep"])
    let upkeep = contest.outcomes.map { $0.outlook[0].standing.tendency }
    #expect(upkeep == [.turns(.more), .turns(.less)])
  }

  @Test("A contradiction that isn't in play isn't told", arguments: ["high", "neither", "not known"])
  func noContest(_ level: String) throws {
    #expect(try assess("facts: [{concept: harvest-goals, is: \(level)}]").contests.isEmpty)
  }

  // MARK: Actions

  @Test("An action helps through the ways of working that start from what it moves")
  func helpful() throws {
    let dig = try action("dig-in-common", try assess("facts: [{concept: water-access, is: high}]"))
    #expect(dig.helps && !dig.isInPlace && dig.balance.harmed.isEmpty)
    #expect(dig.balance.helped.map(\.text).contains("harvest"))
    #expect(dig.throughWhich.map(\.id.text) == ["side-by-side"] && dig.against.isEmpty)
    #expect(dig.works == 2)
  }

  @Test("An action that costs more than it brings is harmful, says what, and comes after those that help")
  func harmful() throws {
    // There is no theft that a fence could keep out: it only parts those who work together.
    let assessment = try assess(
      "facts: [{concept: water-access, is: high}, {concept: produce-theft, is: low}, {concept: shared-work, is: neither}]"
    )
    let fence = try action("fence", assessment)
    #expect(!fence.helps && fence.balance.harmed.map(\.text).contains("harvest"))
    #expect(assessment.actions.map(\.lever.id.text) == ["dig-in-common", "fence"])
  }

  private func net(_ balance: Balance) -> Int {
    Set(balance.helped + balance.protected).count - balance.harmed.count - balance.strained.count
  }

  @Test("Actions come in one order, and what is in place last", arguments: ["mill-lane", "quarry-row"])
  func order(_ name: String) throws {
    let assessment = Assessment(of: try GardenCase.read(name), by: try Fixture.gardens())
    let nets = assessment.actions.filter { !$0.isInPlace }.map { net($0.balance) }
    #expect(nets == nets.sorted(by: >))
    let again = Assessment(of: try GardenCase.read(name), by: try Fixture.gardens())
    #expect(again.actions.map(\.lever.id) == assessment.actions.map(\.lever.id))
  }

  @Test("In the bundled cases too, actions are ranked by what they turn, and those in place come last")
  func bundledOrder() throws {
    for assessment in try BundledCases.assessments() {
      let nets = assessment.actions.filter { !$0.isInPlace }.map { net($0.balance) }
      #expect(nets == nets.sorted(by: >) && nets.first ?? 0 > 0)
      #expect(assessment.actions.drop { !$0.isInPlace }.allSatisfy { $0.isInPlace })
    }
  }

  // MARK: Questions

  @Test("A question decides other things than its own concept, and one that decides nothing comes last")
  func questions() throws {
    let questions = try assess("facts: [{concept: water-access, is: high}]").questions
    #expect(questions.allSatisfy { !$0.decides.contains($0.concept.id) })
    let deciding = questions.map { !$0.decides.isEmpty }
    #expect(deciding.contains(true) && deciding.contains(false))
    #expect(deciding.drop { $0 }.allSatisfy { !$0 })
  }

  @Test("What is known, or can't be asked, isn't asked")
  func known() throws {
    let asked = { (questions: [OpenQuestion]) in questions.map(\.concept.id.text) }
    #expect(asked(try assess("").questions).contains("know-how"))
    for level in ["low", "neither", "not applicable"] {
      #expect(!asked(try assess("facts: [{concept: know-how, is: \(level)}]").questions).contains("know-how"))
    }
    #expect(asked(try assess("facts: [{concept: know-how, is: not known}]").questions).contains("know-how"))
  }
}

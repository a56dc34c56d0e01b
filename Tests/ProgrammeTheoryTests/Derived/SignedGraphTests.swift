@testable import ProgrammeTheory
import Testing

@Suite("The signed graph")
struct SignedGraphTests {
  private func arrows(_ line: String) throws -> [String] {
    SignedGraph(try BakeryTheory.read([line])).arrows.map { "\($0.from) \($0.sign.rawValue) \($0.to)" }
  }

  @Test(
    "Signs follow from the directions of the slots",
    arguments: [
      ("context: [more heat], outcome: [raises waste]", ["heat same waste"]),
      ("context: [less heat], outcome: [lowers waste]", ["heat same waste"]),
      ("context: [more heat], outcome: [lowers waste]", ["heat opposite waste"]),
      ("context: [less heat], outcome: [raises waste]", ["heat opposite waste"]),
      ("context: [more heat], outcome: [buffers waste]", ["heat buffers waste"]),
      ("context: [less heat], outcome: [exposes waste]", ["heat buffers waste"]),
      (
        "context: [more heat, less flour], mechanism: {is: [less queue], kind: produced}, outcome: [raises sales]",
        ["heat opposite queue", "flour same queue", "queue opposite sales"]
      ),
      (
        "context: [less heat], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]",
        ["heat opposite waste", "haste same waste"]
      ),
      ("mechanism: {is: [more haste], kind: produced}, outcome: [raises waste]", ["haste same waste"]),
      ("context: [more heat], mechanism: {is: [more haste], kind: produced}", ["heat same haste"]),
    ])
  func signs(slots: String, expected: [String]) throws {
    #expect(try arrows("id: k, \(slots)") == expected)
  }

  @Test("A claim that is told twice is one arrow")
  func toldTwice() throws {
    let theory = try BakeryTheory.read(
      ["id: k, context: [more heat], outcome: [raises waste]"])
    let again = Telling(
      id: try #require(Telling.ID("t2")), form: .table,
      place: .row("Heat", table: "1", heading: nil, number: nil),
      context: [Told(try literal("more heat"))],
      outcome: [Told(OutcomeEffect(.raises, try concept("waste")))],
      attribution: .notGiven)
    var twice = theory
    twice.tellings.append(again)
    twice.configurations = theory.configurations.map { told in
      CMOConfiguration(
        id: told.id, context: told.context, mechanism: told.mechanism, outcome: told.outcome,
        reversibility: told.reversibility, tellings: told.tellings + [again.id])
    }
    #expect(SignedGraph(twice) == SignedGraph(theory))
    #expect(SignedGraph(twice).arrows.count == 1)
  }

  @Test("Tellings without a configuration and concepts without an arrow aren't in the graph")
  func onlyConfigurations() throws {
    let theory = try BakeryTheory.read(
      ["id: k, context: [more heat], outcome: [raises waste]"], concepts: ["idle", "heat", "waste"])
    #expect(try SignedGraph(theory).concepts == [concept("heat"), concept("waste")])
    #expect(SignedGraph(theory.reordered([])).arrows.isEmpty)
    #expect(SignedGraph(theory.reordered([])).concepts.isEmpty)
  }

  @Test("Every arrow of the bundled theory comes from slots of its configuration")
  func everyArrowIsClaimed() throws {
    let theory = try BundledTheory.read()
    let graph = SignedGraph(theory)
    try #require(graph.arrows.count > 150)
    for arrow in graph.arrows {
      let claim = try #require(theory.configuration(arrow.configuration))
      let starts = claim.context + (claim.mechanism?.literals ?? [])
      let ends =
        (claim.mechanism?.literals ?? []).map { ($0.concept, $0.direction) }
        + claim.outcome.map { ($0.concept, $0.reached.direction) }
      #expect(starts.contains { $0.concept == arrow.from && $0.direction == arrow.told })
      let end = try #require(ends.first { $0.0 == arrow.to })
      if arrow.sign != .buffers { #expect((end.1 == arrow.told) == (arrow.sign == .same)) }
      #expect(arrow.isConditional == !claim.conditions.isEmpty)
    }
  }

  @Test("An arrow says whether it holds for one direction only, and whether under conditions")
  func sides() throws {
    let theory = try BakeryTheory.read([
      "id: both, context: [more heat], outcome: [raises waste]",
      "id: one, context: [more heat], outcome: [raises smoke], reverses: {answer: no, because: told so}",
      "id: under, context: [more heat], conditions: [more flour], outcome: [raises sales]",
    ])
    let arrows = SignedGraph(theory).arrows
    #expect(arrows.map(\.isOneSided) == [false, true, false])
    #expect(arrows.map(\.isConditional) == [false, false, true])
  }

  @Test("An arrow from a chosen mechanism is one-sided, since its lack leads nowhere")
  func chosenIsOneSided() throws {
    let theory = try BakeryTheory.read([
      "id: k, context: [more heat], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]"
    ])
    let arrows = SignedGraph(theory).arrows
    #expect(arrows.map(\.from.text) == ["heat", "haste"])
    #expect(arrows.map(\.isOneSided) == [false, true])
  }
}

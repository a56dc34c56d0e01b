import ProgrammeTheory
import Testing

@Suite("Strands: chains of what fires")
struct StrandTests {
  private func strand(_ lines: [String], _ known: [String], to end: String) throws -> Strand {
    let entailment = try BakeryTheory.read(lines).entailment(of: try facts(known))
    return try #require(entailment.strands(to: try literal(end), most: 1).first)
  }

  private func told(_ strand: Strand) -> [String] {
    strand.steps.map { "\($0.configuration.id): \($0.passesOn)" }
  }

  @Test("A strand starts from facts and passes on what the next step needs")
  func passesOn() throws {
    let strand = try strand(
      [
        "id: k1, context: [more heat], mechanism: {is: [more crust], kind: produced}, outcome: [raises smoke]",
        "id: k2, context: [more crust], outcome: [raises sales, lowers returns]",
        "id: k3, context: [less returns], outcome: [raises wages]",
      ], ["more heat"], to: "more wages")
    #expect(told(strand) == ["k1: more crust", "k2: less returns", "k3: more wages"])
    #expect(strand.steps.map(\.step) == [1, 2, 3])
    #expect(!strand.isBuffer)
  }

  @Test("Of several needs a strand follows the one that was waited for longest")
  func longestWait() throws {
    let strand = try strand(
      [
        "id: k1, context: [more heat], outcome: [raises crust]",
        "id: k2, context: [more crust], outcome: [raises fame]",
        "id: k3, context: [more heat], outcome: [raises stock]",
        "id: k4, context: [more stock, more fame], outcome: [raises sales]",
      ], ["more heat"], to: "more sales")
    #expect(told(strand) == ["k1: more crust", "k2: more fame", "k4: more sales"])
  }

  @Test("A condition that a fact meets draws nothing else into the story")
  func conditionMetByFact() throws {
    let strand = try strand(
      [
        "id: k1, context: [more heat], outcome: [raises crust]",
        "id: k2, context: [more crust], outcome: [raises fame]",
        "id: k3, context: [more flour], outcome: [raises stock]",
        "id: k4, context: [more fame], outcome: [raises orders]",
        "id: k5, context: [more orders], conditions: [{any: [more licence, more stock]}], outcome: [raises sales]",
        "id: k6, context: [more heat], conditions: [{any: [more licence, more stock]}, more stock], outcome: [raises rent]",
      ], ["more heat", "more flour", "more licence"], to: "more rent")
    #expect(told(strand) == ["k3: more stock", "k6: more rent"])
  }

  @Test("No strand leads through the concept that it ends in")
  func notThroughItself() throws {
    let lines = [
      "id: k1, context: [more flour], outcome: [raises sales]",
      "id: k2, context: [more sales], outcome: [raises pride]",
      "id: k3, context: [more pride], outcome: [raises care]",
      "id: k4, context: [more heat], outcome: [raises zeal]",
      "id: k5, context: [more zeal], outcome: [raises thrift]",
      "id: k6, context: [more thrift], outcome: [raises pride]",
      "id: k7, context: [more pride], outcome: [lowers sales]",
    ]
    let entailment = try BakeryTheory.read(lines).entailment(of: try facts(["more flour", "more heat"]))
    let strand = try #require(entailment.strands(to: try literal("less sales"), most: 1).first)
    #expect(told(strand) == ["k4: more zeal", "k5: more thrift", "k6: more pride", "k7: less sales"])
    #expect(strand.steps.map(\.step) == [1, 2, 3, 4])
  }

  @Test("A strand may end in protection")
  func buffer() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more sales], outcome: [raises savings]",
      "id: k2, context: [more savings], outcome: [buffers pride]",
    ])
    let entailment = theory.entailment(of: try facts(["more sales"]))
    let ground = try #require(try entailment.standing("pride").bufferedBy.first)
    let strand = entailment.strand(to: try literal("more pride"), by: ground)
    #expect(told(strand) == ["k1: more savings", "k2: more pride"])
    #expect(strand.isBuffer)
    #expect(theory.line(strand) == "High sales → savings rises → less pride is lost")
  }

  @Test("A literal at the far end has the strands of the literal")
  func farEnd() throws {
    let strand = try strand(
      ["id: k, context: [more heat], outcome: [raises waste]"], ["more heat"], to: "much more waste")
    #expect(told(strand) == ["k: more waste"])
    #expect(!strand.isBuffer)
  }

  @Test("The number of strands is kept", arguments: [(-1, 0), (0, 0), (1, 1), (5, 2)])
  func most(most: Int, count: Int) throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises waste]",
      "id: k2, context: [more haste], outcome: [raises waste]",
    ])
    let entailment = theory.entailment(of: try facts(["more heat", "more haste"]))
    #expect(entailment.strands(to: try literal("more waste"), most: most).count == count)
  }

  @Test("Every strand of a random theory holds together", arguments: 0..<150)
  func holdsTogether(seed: Int) throws {
    let theory = try RandomTheory.draw(seed: seed, concepts: 7, configurations: 12)
    let entailment = theory.entailment(of: RandomTheory.facts(of: theory, seed: seed))
    for concept in theory.concepts {
      for direction in Direction.allCases {
        let end = Literal(direction, concept.id)
        for strand in entailment.strands(to: end, most: .max) {
          try expectWhole(strand, end, entailment, seed)
        }
      }
    }
  }

  private func expectWhole(_ strand: Strand, _ end: Literal, _ entailment: Entailment, _ seed: Int) throws {
    let first = try #require(strand.steps.first)
    let needs = first.configuration.starts.map { [$0] } + first.configuration.conditions.map(\.anyOf)
    #expect(
      needs.allSatisfy {
        $0.contains { entailment.facts[$0.concept]?.directions.contains($0.direction) == true }
      },
      "seed \(seed): \(told(strand)) doesn't start from facts")
    #expect(strand.steps.last?.passesOn == end)
    for (step, next) in zip(strand.steps, strand.steps.dropFirst()) {
      let needed = next.configuration.starts + next.configuration.conditions.flatMap(\.anyOf)
      #expect(needed.map(\.plain).contains(step.passesOn), "seed \(seed): \(told(strand))")
      #expect(step.passesOn.concept != end.concept, "seed \(seed): \(told(strand)) helps itself")
      #expect(entailment.facts[step.passesOn.concept] == nil, "seed \(seed): a fact is inferred")
      #expect(step.step < next.step)
    }
    for step in strand.steps { #expect(step.configuration.brings.contains(step.passesOn), "seed \(seed)") }
    #expect(
      strand.steps.map(\.step) == Array(1...strand.steps.count),
      "seed \(seed): \(told(strand)) isn't the shortest")
  }
}

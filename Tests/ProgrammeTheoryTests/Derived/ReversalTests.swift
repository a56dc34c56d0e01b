import ProgrammeTheory
import Testing

@Suite("Reversal")
struct ReversalTests {
  @Test("Reversing twice gives every configuration of the bundled theory as told")
  func involutionOnTheBundledTheory() throws {
    let configurations = try BundledTheory.read().configurations
    try #require(configurations.count > 100)
    for configuration in configurations { try expectInvolution(configuration) }
  }

  @Test("Reversing twice gives a configuration as told, whatever it holds", arguments: 0..<60)
  func involutionOnRandomTheories(seed: Int) throws {
    for configuration in try RandomTheory.draw(seed: seed).configurations {
      try expectInvolution(configuration)
    }
  }

  private func expectInvolution(_ told: CMOConfiguration) throws {
    #expect(told.form == .told)
    guard let turned = told.reversed else {
      #expect(!told.reversibility.isAllowed, "\(told.id) has no reverse and may have one")
      #expect(told.forms == [told])
      return
    }
    #expect(told.reversibility.isAllowed, "\(told.id) is one-sided and was reversed")
    #expect(turned.form == .reversedByRule)
    #expect(turned != told)
    #expect(turned.id == told.id)
    #expect(try #require(turned.reversed) == told)
    #expect(told.forms == [told, turned])
    for (one, other) in zip(told.context, turned.context) {
      #expect(one.concept == other.concept && one.direction != other.direction && one.degree == other.degree)
    }
    #expect(turned.conditions == told.conditions)
    #expect(turned.outcome.map(\.concept) == told.outcome.map(\.concept))
    #expect(zip(told.outcome, turned.outcome).allSatisfy { $0.change != $1.change })
    if told.mechanism?.origin == .chosen { #expect(turned.mechanism == told.mechanism) }
  }

  @Test("A reversed configuration turns context, produced mechanism and outcome, and is marked")
  func turnsSlots() throws {
    let theory = try BakeryTheory.read([
      "id: k, context: [more heat, much less queue], conditions: [more flour], mechanism: {is: [less waste], kind: produced, reasoning: r}, outcome: [raises sales, buffers rent]"
    ])
    let turned = try #require(theory.configurations.first?.reversed)
    #expect(turned.context.map(\.description) == ["less heat", "much more queue"])
    #expect(turned.conditions.flatMap(\.anyOf).map(\.description) == ["more flour"])
    #expect(turned.mechanism?.literals.map(\.description) == ["more waste"])
    #expect(turned.mechanism?.reasoning == "r")
    #expect(turned.outcome.map(\.description) == ["lowers sales", "exposes rent"])
    #expect(turned.form == .reversedByRule)
  }

  @Test("A chosen mechanism stays when the context turns")
  func chosenStays() throws {
    let theory = try BakeryTheory.read([
      "id: k, context: [more heat], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]"
    ])
    let turned = try #require(theory.configurations.first?.reversed)
    #expect(turned.starts.map(\.description) == ["less heat", "more haste"])
    #expect(turned.outcome.map(\.description) == ["lowers waste"])
  }

  @Test("A one-sided configuration has no reverse")
  func oneSided() throws {
    let theory = try BakeryTheory.read([
      "id: k, context: [more heat], outcome: [raises waste], reverses: {answer: no, because: only heat is told}"
    ])
    let told = try #require(theory.configurations.first)
    #expect(told.reversed == nil)
    #expect(told.forms.map(\.form) == [.told])
  }
}

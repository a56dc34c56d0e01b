import ProgrammeTheory
import Testing

@Suite("Which way a concept is moved")
struct StandingTests {
  @Test("Two rivals both fire, and their concept is pulled both ways")
  func rivals() throws {
    let theory = try BakeryTheory.read([
      "id: build, context: [less price], outcome: [raises sales]",
      "id: cheapen, context: [less price], outcome: [lowers sales]",
    ])
    let entailment = theory.entailment(of: try facts(["less price"]))
    #expect(entailment.firingConfigurations.map(\.text) == ["build", "cheapen"])
    let sales = try entailment.standing("sales")
    #expect(sales.tendency == .pulledBothWays)
    #expect(sales.tendency.isContested && sales.tendency.first == nil)
    #expect(sales.raisers == ["build"] && sales.lowerers == ["cheapen"])
    let one = theory.entailment(of: try facts(["less price"]), without: [try configuration("cheapen")])
    #expect(try one.standing("sales").tendency == .turns(.more))
  }

  @Test("The shorter chain comes first where a concept is moved both ways", arguments: [true, false])
  func turnsFirst(isReordered: Bool) throws {
    let told = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises haste]",
      "id: k2, context: [more haste], outcome: [lowers sales]",
      "id: k3, context: [more heat], outcome: [raises sales]",
    ])
    let theory = isReordered ? told.reordered(told.configurations.reversed()) : told
    let sales = try theory.entailment(of: facts(["more heat"])).standing("sales")
    #expect(sales.tendency == .turnsFirst(.more))
    #expect(sales.raisedBy.map(\.step) == [1])
    #expect(sales.loweredBy.map(\.step) == [2])
    #expect(sales.movedBy(.less) == sales.loweredBy)
  }

  @Test("A loop that balances isn't taken for a contradiction by the concepts in it")
  func balancingLoop() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more flour], outcome: [raises heat]",
      "id: k2, context: [more heat], outcome: [raises waste]",
      "id: k3, context: [more waste], outcome: [lowers heat]",
    ])
    let entailment = theory.entailment(of: try facts(["more flour"]))
    #expect(try entailment.standing("heat").tendency == .turns(.more))
    #expect(try entailment.standing("waste").tendency == .turns(.more))
    // The loop does run: what it does to the concept by way of others fires.
    #expect(try entailment.words("k3") == "fires told at 3, reversed by rule at 5")
  }

  @Test("A contradiction from outside is told, loop or no loop")
  func contradictionBesideLoop() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more flour], outcome: [raises heat]",
      "id: k2, context: [more heat], outcome: [raises waste]",
      "id: k3, context: [more waste], outcome: [lowers heat]",
      "id: k4, context: [more rent], outcome: [raises waste]",
    ])
    let entailment = theory.entailment(of: try facts(["more flour", "more rent"]))
    #expect(try entailment.standing("heat").tendency == .turnsFirst(.more))
    #expect(try entailment.standing("heat").lowerers == ["k3"])
  }

  @Test("What moves a concept is told without the concept's own help")
  func ownHelp() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more flour], outcome: [raises sales]",
      "id: k2, context: [more sales], outcome: [raises pride]",
      "id: k3, context: [more pride], outcome: [raises sales, buffers sales]",
    ])
    let own = theory.entailment(of: try facts(["more flour"]))
    #expect(try own.standing("sales").raisers == ["k1"])
    #expect(try own.standing("sales").bufferedBy.isEmpty)
    #expect(try own.standing("pride").raisers == ["k2"])
    // A fact is no help of its own: it is where chains start.
    let known = theory.entailment(of: try facts(["more flour", "more sales"]))
    #expect(try known.standing("sales").raisers == ["k1", "k3"])
  }

  @Test("A concept that both ways reach upstream is contested downstream")
  func downstream() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [less price], outcome: [raises sales]",
      "id: k2, context: [less price], outcome: [lowers sales]",
      "id: k3, context: [more sales], outcome: [raises wages]",
    ])
    #expect(try theory.entailment(of: facts(["less price"])).standing("wages").tendency == .pulledBothWays)
  }

  @Test("Of two ways of one length, what is told comes before what holds only by rule")
  func toldFirst() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [less price], outcome: [raises sales]",
      "id: k2, context: [more heat], outcome: [raises sales]",
    ])
    let standing = try theory.entailment(of: facts(["less price", "less heat"])).standing("sales")
    #expect(standing.raisedBy.map(\.form) == [.told] && standing.loweredBy.map(\.form) == [.reversedByRule])
    #expect(standing.tendency == .turnsFirst(.more))
    let both = try BakeryTheory.read([
      "id: k1, context: [less price], outcome: [raises sales]",
      "id: k2, context: [less heat], outcome: [lowers sales]",
    ])
    #expect(
      try both.entailment(of: facts(["less price", "less heat"])).standing("sales").tendency
        == .pulledBothWays)
  }

  @Test("A fact refutes what is reversed by rule, and not what is told", arguments: [true, false])
  func refutation(isTold: Bool) throws {
    let theory = try BakeryTheory.read([
      "id: k, context: [more heat], mechanism: {is: [more waste], kind: produced}, outcome: [lowers sales]"
    ])
    let known = isTold ? ["more heat", "less waste"] : ["less heat", "more waste"]
    let entailment = theory.entailment(of: try facts(known))
    #expect(try entailment.standing("sales").tendency == (isTold ? .turns(.less) : .still))
    #expect(entailment.firing.isEmpty != isTold)
  }

  @Test("Nothing moves a concept that nothing reaches")
  func still() throws {
    let theory = try BakeryTheory.read(["id: k, context: [more heat], outcome: [raises waste]"])
    #expect(try theory.entailment(of: [:]).standing("waste").tendency == .still)
    #expect(try theory.entailment(of: facts(["more heat"])).standing("heat").tendency == .still)
  }
}

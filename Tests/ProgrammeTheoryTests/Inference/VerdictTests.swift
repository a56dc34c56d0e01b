import ProgrammeTheory
import Testing

@Suite("What a configuration does in a case")
struct VerdictTests {
  /// A configuration, the facts, and its verdict.
  struct Worked: Sendable, CustomTestStringConvertible {
    let claim: String
    let facts: [String]
    let says: String
    init(_ claim: String, _ facts: [String], _ says: String) {
      self.claim = claim
      self.facts = facts
      self.says = says
    }
    var testDescription: String { "\(claim) given \(facts)" }
  }

  private static let plain = "context: [more heat], outcome: [raises waste]"
  private static let two = "context: [more heat, less flour], outcome: [raises waste]"
  private static let oneSided = plain + ", reverses: {answer: no, because: only heat is told}"
  private static let under = "context: [more heat], conditions: [more flour], outcome: [raises waste]"
  private static let either =
    "context: [more heat], conditions: [{any: [more flour, more yeast]}], outcome: [raises waste]"
  private static let bothConditions =
    "context: [more heat], conditions: [more flour, less rent], outcome: [raises waste]"
  private static let chosen =
    "context: [more heat], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]"
  private static let far = "context: [much more heat], outcome: [raises waste]"
  private static let bare = "mechanism: {is: [more haste], kind: produced}, outcome: [raises waste]"
  private static let farReversible = "context: [much more heat], outcome: [raises waste]"

  static let worked: [Worked] = [
    // As told, and reversed by rule.
    Worked(plain, ["more heat"], "fires told at 1"),
    Worked(plain, ["much more heat"], "fires told at 1"),
    Worked(plain, ["less heat"], "fires reversed by rule at 1"),
    Worked(two, ["more heat", "less flour"], "fires told at 1"),
    Worked(two, ["less heat", "more flour"], "fires reversed by rule at 1"),
    // Silent, wanting exactly what isn't known.
    Worked(plain, [], "silent, wanting heat"),
    Worked(two, [], "silent, wanting heat, flour"),
    Worked(two, ["more heat"], "silent, wanting flour"),
    Worked(two, ["less heat"], "silent, wanting flour"),
    Worked(under, ["more heat"], "silent, wanting flour"),
    Worked(under, [], "silent, wanting heat, flour"),
    Worked(under, ["more flour"], "silent, wanting heat"),
    Worked(bothConditions, ["more heat", "more flour"], "silent, wanting rent"),
    // Part of the context one way, part the other: neither form applies.
    Worked(two, ["more heat", "more flour"], "context fails: less flour"),
    Worked(two, ["less heat", "less flour"], "context fails: more heat"),
    Worked(oneSided, ["less heat"], "context fails: more heat"),
    // A condition decides whichever way the context lies, and isn't turned.
    Worked(under, ["more heat", "less flour"], "condition fails: more flour"),
    Worked(under, ["less flour"], "condition fails: more flour"),
    Worked(under, ["more heat", "more flour"], "fires told at 1"),
    Worked(under, ["less heat", "more flour"], "fires reversed by rule at 1"),
    Worked(under, ["less heat", "less flour"], "condition fails: more flour"),
    Worked(bothConditions, ["more heat", "more flour", "more rent"], "condition fails: less rent"),
    // One literal of a condition suffices; all have to fail for it to fail.
    Worked(either, ["more heat", "more yeast"], "fires told at 1"),
    Worked(either, ["more heat", "less flour", "more yeast"], "fires told at 1"),
    Worked(either, ["more heat"], "silent, wanting flour, yeast"),
    Worked(either, ["more heat", "less flour"], "silent, wanting yeast"),
    Worked(either, ["more heat", "less flour", "less yeast"], "condition fails: more flour or more yeast"),
    // What people bring.
    Worked(chosen, ["more heat", "more haste"], "fires told at 1"),
    Worked(chosen, ["less heat", "more haste"], "fires reversed by rule at 1"),
    Worked(chosen, ["more heat", "less haste"], "nobody brings: more haste"),
    Worked(chosen, ["less heat", "less haste"], "context fails: more heat"),
    Worked(chosen, ["more heat"], "silent, wanting haste"),
    Worked(chosen, ["more haste"], "silent, wanting heat"),
    Worked(bare, ["more haste"], "fires told at 1"),
    Worked(bare, ["less haste"], "fires reversed by rule at 1"),
    Worked(bare, [], "silent, wanting haste"),
    // The far end.
    Worked(far, ["much more heat"], "fires told at 1"),
    Worked(far, ["much less heat"], "fires reversed by rule at 1"),
    Worked(far, ["more heat"], "context fails: much more heat"),
    Worked(far, ["less heat"], "context fails: much more heat"),
    Worked(far, ["mixed heat"], "silent, wanting heat"),
    // Mixed, neither, and what can't be asked.
    Worked(plain, ["mixed heat"], "fires told at 1, reversed by rule at 1"),
    Worked(oneSided, ["mixed heat"], "fires told at 1"),
    Worked(under, ["more heat", "mixed flour"], "fires told at 1"),
    Worked(two, ["mixed heat", "less flour"], "fires told at 1"),
    Worked(plain, ["neither heat"], "context fails: more heat"),
    Worked(plain, ["inapplicable heat"], "context fails: more heat"),
    Worked(under, ["more heat", "inapplicable flour"], "condition fails: more flour"),
    Worked(under, ["more heat", "neither flour"], "condition fails: more flour"),
    Worked(chosen, ["more heat", "inapplicable haste"], "nobody brings: more haste"),
  ]

  @Test("Hand-worked: one configuration", arguments: worked)
  func handWorked(case worked: Worked) throws {
    let theory = try BakeryTheory.read(["id: k, \(worked.claim)"])
    #expect(try theory.entailment(of: facts(worked.facts)).words("k") == worked.says)
  }

  @Test("What is inferred fires the next configuration, one step later")
  func ripple() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], mechanism: {is: [more crust], kind: produced}, outcome: [raises sales]",
      "id: k2, context: [more sales], outcome: [raises wages]",
      "id: k3, context: [less crust], outcome: [raises complaints]",
    ])
    let case1 = theory.entailment(of: try facts(["more heat"]))
    #expect(try case1.words("k2") == "fires told at 2")
    #expect(try case1.words("k3") == "fires reversed by rule at 2")
    #expect(case1.firingConfigurations.map(\.text) == ["k1", "k2", "k3"])
    #expect(case1.firing.map(\.configuration.id.text) == ["k1", "k2", "k3"])
  }

  @Test(
    "A fact isn't overridden by what is inferred",
    arguments: ["less sales", "neither sales", "inapplicable sales"])
  func factStands(fact: String) throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises sales]",
      "id: k2, context: [more sales], outcome: [raises wages], reverses: {answer: no, because: told so}",
    ])
    let entailment = theory.entailment(of: try facts(["more heat", fact]))
    #expect(try entailment.words("k1") == "fires told at 1")
    #expect(try entailment.words("k2") == "context fails: more sales")
    #expect(try entailment.standing("sales").tendency == .turns(.more))
    #expect(try entailment.standing("sales").fact == facts([fact]).values.first)
  }

  @Test("How far an inferred change goes isn't known")
  func farEndOfAnInferredChange() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises waste]",
      "id: k2, context: [much more waste], outcome: [lowers pride], reverses: {answer: no, because: told so}",
      "id: k3, context: [much less waste], outcome: [lowers rent], reverses: {answer: no, because: told so}",
      "id: k4, context: [much less waste], outcome: [raises calm]",
    ])
    let entailment = theory.entailment(of: try facts(["more heat"]))
    #expect(try entailment.words("k2") == "silent, wanting waste")
    #expect(try entailment.words("k3") == "context fails: much less waste")
    // Only its reversed form waits, and it says for what.
    #expect(try entailment.words("k4") == "silent, wanting waste")
  }

  @Test("A condition can be met, or fail, by what is inferred")
  func inferredCondition() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises crust]",
      "id: k2, context: [more flour], conditions: [more crust], outcome: [raises sales]",
      "id: k3, context: [more flour], conditions: [less crust], outcome: [raises returns]",
    ])
    let entailment = theory.entailment(of: try facts(["more heat", "more flour"]))
    #expect(try entailment.words("k2") == "fires told at 2")
    #expect(try entailment.words("k3") == "condition fails: less crust")
  }

  @Test("A buffer fires, protects, and moves nothing on")
  func buffer() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more savings], outcome: [buffers pride]",
      "id: k2, context: [more pride], outcome: [raises care]",
    ])
    let saved = theory.entailment(of: try facts(["more savings"]))
    #expect(try saved.words("k1") == "fires told at 1")
    #expect(try saved.words("k2") == "silent, wanting pride")
    #expect(try saved.standing("pride").bufferedBy.map(\.configuration.text) == ["k1"])
    #expect(try saved.standing("pride").tendency == .still)
    let broke = theory.entailment(of: try facts(["less savings"]))
    #expect(try broke.words("k1") == "fires reversed by rule at 1")
    #expect(try broke.standing("pride").bufferedBy.isEmpty)
    #expect(try broke.standing("pride").tendency == .still)
  }

  @Test("A configuration that was left out has no verdict, and one that isn't there has none")
  func leftOut() throws {
    let theory = try BakeryTheory.read([
      "id: k, \(Self.plain)", "id: other, context: [more waste], outcome: [raises rent]",
    ])
    let entailment = theory.entailment(of: try facts(["more heat"]), without: [try configuration("k")])
    #expect(entailment.verdict(of: try configuration("k")) == nil)
    #expect(entailment.verdict(of: try configuration("nothing")) == nil)
    #expect(try entailment.words("other") == "silent, wanting waste")
    #expect(entailment.firing.isEmpty)
  }

  @Test("What most configurations wait for comes first")
  func awaited() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises waste]",
      "id: k2, context: [more flour, more yeast], outcome: [raises sales]",
      "id: k3, context: [more yeast], outcome: [raises pride]",
    ])
    let awaited = theory.entailment(of: [:]).awaited
    #expect(awaited.map(\.concept.text) == ["yeast", "flour", "heat"])
    #expect(awaited.map { $0.by.map(\.text) } == [["k2", "k3"], ["k2"], ["k1"]])
  }

  @Test("Facts about concepts that the theory lacks change nothing")
  func foreignFacts() throws {
    let theory = try BakeryTheory.read(["id: k, \(Self.plain)"])
    let entailment = theory.entailment(of: try facts(["more weather", "more heat"]))
    #expect(try entailment.words("k") == "fires told at 1")
    #expect(try entailment.standing("weather").tendency == .still)
  }

  @Test("In a theory made by hand, a concept that isn't defined meets no literal")
  func undefinedConcepts() throws {
    var theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises waste]",
      "id: k2, context: [more smoke], outcome: [raises rent]",
    ])
    theory.concepts.removeAll { $0.id.text == "waste" || $0.id.text == "smoke" }
    let entailment = theory.entailment(of: try facts(["more heat"]))
    #expect(try entailment.words("k1") == "fires told at 1")
    #expect(try entailment.words("k2") == "silent, wanting smoke")
  }

  @Test("A configuration made by hand that starts from nothing never fires")
  func startsFromNothing() throws {
    var theory = try BakeryTheory.read(["id: k, \(Self.plain)"])
    theory.configurations = theory.configurations.map {
      CMOConfiguration(
        id: $0.id, context: [], mechanism: nil, outcome: $0.outcome, reversibility: $0.reversibility,
        tellings: $0.tellings)
    }
    #expect(theory.entailment(of: [:]).firing.isEmpty)
  }
}

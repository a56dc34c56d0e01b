import ProgrammeTheory
import Testing

@Suite("Configurations and chains in sentences")
struct SentenceTests {
  /// A configuration as it is written, and the sentence that says it.
  struct Said: Sendable, CustomTestStringConvertible {
    let claim: String
    let sentence: String
    init(_ claim: String, _ sentence: String) {
      self.claim = claim
      self.sentence = sentence
    }
    var testDescription: String { claim }
  }

  static let told: [Said] = [
    Said(
      "context: [more heat, less flour], mechanism: {is: [more waste], kind: produced}, outcome: [lowers sales]",
      "With high heat and low flour, waste rises, and so sales falls."),
    Said(
      "context: [more heat], outcome: [raises waste, lowers sales]",
      "With high heat, waste rises and sales falls."),
    Said(
      "context: [more heat], mechanism: {is: [more waste], kind: produced}", "With high heat, waste rises."),
    Said(
      "mechanism: {is: [more haste], kind: produced}, outcome: [raises waste]",
      "When haste rises, waste rises."),
    Said(
      "mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]", "With high haste, waste rises."),
    Said(
      "context: [more heat], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]",
      "With high heat and high haste, waste rises."),
    Said(
      "context: [more heat], mechanism: {is: [more haste], kind: chosen}",
      "With high heat, people bring high haste."),
    Said("context: [more heat], outcome: [buffers sales]", "With high heat, less sales is lost."),
    Said(
      "context: [more heat], conditions: [{any: [more flour, less rent]}, more staff], outcome: [raises sales]",
      "Given high flour or low rent and high staff: with high heat, sales rises."),
    Said(
      "conditions: [more flour], mechanism: {is: [more haste], kind: produced}, outcome: [raises waste]",
      "Given high flour: when haste rises, waste rises."),
  ]

  @Test("A configuration is one sentence", arguments: told)
  func sentence(said: Said) throws {
    let theory = try BakeryTheory.read(["id: k, \(said.claim)"])
    let configuration = try #require(theory.configurations.first)
    #expect(theory.sentence(configuration) == said.sentence)
    #expect(theory.title(configuration) == said.sentence)
  }

  @Test(
    "A reversed configuration is said the other way round",
    arguments: [
      (
        "context: [more heat, less flour], outcome: [lowers sales]",
        "With low heat and high flour, sales rises."
      ),
      ("context: [more heat], outcome: [buffers sales]", "With low heat, nothing softens a loss of sales."),
      (
        "context: [more heat], conditions: [more flour], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]",
        "Given high flour: with low heat and high haste, waste falls."
      ),
    ])
  func reversed(claim: String, sentence: String) throws {
    let theory = try BakeryTheory.read(["id: k, \(claim)"])
    #expect(theory.sentence(try #require(theory.configurations.first?.reversed)) == sentence)
  }

  @Test(
    "The bundled theory is said in plain sentences",
    arguments: [
      (
        "shared-vision-eases-conflict", CMOConfiguration.Form.told,
        "With a shared vision, conflict between the partners eases, and so trust grows."
      ),
      (
        "shared-vision-eases-conflict", .reversedByRule,
        "With no shared vision, conflict between the partners grows, and so trust falls."
      ),
      (
        "mandate-skews-power", .reversedByRule,
        "With voluntary collaboration, power becomes more evenly shared, and so trust at the start is higher."
      ),
      (
        "talk-across-clashing-cultures", .told,
        "With conflicting cultures and much communication between people, conflict between the partners grows."
      ),
      ("initial-trust-carries-on", .told, "With high trust at the start, trust grows."),
      (
        "accountability-softens-loss", .told,
        "With robust accountability and ways to settle conflict, conflict between the partners eases, and so less trust is lost."
      ),
      (
        "confidence-gives-synergy", .told,
        "Given mandated collaboration or a highly integrated form: with much confidence in contract, synergy grows, and so the collaboration performs better."
      ),
      (
        "combative-leaders-under-mandate", .told,
        "Given mandated collaboration: with very low trust and combative leadership, a shared vision takes hold."
      ),
    ])
  func bundled(id: String, form: CMOConfiguration.Form, sentence: String) throws {
    let theory = try BundledTheory.read()
    let forms = try #require(theory.configuration(try configuration(id))).forms
    #expect(theory.sentence(try #require(forms.first { $0.form == form })) == sentence)
  }

  @Test("Every bundled configuration is a sentence that can be read aloud, mostly of 25 words at most")
  func length() throws {
    let theory = try BundledTheory.read()
    let sentences = theory.configurations.flatMap(\.forms).map(theory.sentence)
    let lengths = sentences.map { $0.split(separator: " ").count }
    #expect(lengths.allSatisfy { $0 <= 30 })
    #expect(lengths.count { $0 > 25 } * 50 < lengths.count)
    for sentence in sentences {
      #expect(sentence.first?.isUppercase == true && sentence.hasSuffix("."), "\(sentence)")
      for slip in ["  ", ", ,", ", .", ": .", "..", "very much so"] {
        #expect(!sentence.contains(slip), "\(sentence)")
      }
    }
  }

  @Test("The far end of a scale is said in its own words, where it is no matter of yes or no")
  func farEnd() throws {
    let theory = try BundledTheory.read()
    #expect(theory.state(try literal("much less trust")) == "very low trust")
    #expect(theory.state(try literal("less trust")) == "low trust")
    #expect(theory.state(try literal("much more mandate")) == theory.state(try literal("more mandate")))
    for literal in theory.configurations.flatMap(\.starts) where literal.degree == .much {
      let wording = try #require(theory.concept(literal.concept)?.wording)
      #expect(
        (literal.direction == .more ? wording.veryHigh : wording.veryLow) != nil, "\(literal) has no words")
    }
  }

  @Test("What a theory doesn't define is said by its identifier")
  func undefined() throws {
    let theory = try BakeryTheory.read(["id: k, context: [more heat], outcome: [raises waste]"])
    #expect(theory.state(try literal("more smoke")) == "more smoke")
    #expect(theory.change(try literal("less smoke")) == "less smoke")
    #expect(theory.name(of: try concept("smoke")) == "smoke")
  }

  @Test(
    "Words are listed as in a sentence",
    arguments: [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")])
  func list(words: [String], sentence: String) {
    #expect(Theory.list(words) == sentence)
  }

  static let oven = [
    "id: k1, context: [more heat], mechanism: {is: [more crust], kind: produced}, outcome: [raises sales]",
    "id: k2, context: [less sales], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]",
    "id: k3, context: [more waste], outcome: [buffers pride]",
  ]

  @Test("A chain is one line, from what it starts from to what it ends in")
  func chain() throws {
    let theory = try BakeryTheory.read(Self.oven)
    let lines = theory.chains(from: try concept("heat"), to: try concept("sales")).chains.map(theory.line)
    #expect(lines == ["High heat → crust rises → sales rises"])
    let buffered = theory.chains(from: try concept("waste"), to: try concept("pride")).chains.map(theory.line)
    #expect(buffered == ["High waste → less pride is lost"])
  }

  @Test("A strand is one line that names what people bring, and every mechanism once")
  func strand() throws {
    let theory = try BakeryTheory.read(Self.oven)
    let entailment = theory.entailment(of: try facts(["less heat", "more haste"]))
    let waste = try #require(entailment.strands(to: try literal("more waste"), most: 1).first)
    #expect(theory.line(waste) == "Low heat → crust falls → sales falls → with high haste → waste rises")
    let crust = try #require(entailment.strands(to: try literal("less crust"), most: 1).first)
    #expect(theory.line(crust) == "Low heat → crust falls")
  }
}

import Bibliography
import Foundation
import ProgrammeTheory
import TestSupport

@testable import Review

/// Acts of coding and synthesis by chance, on a few names, so that they meet each other.
extension ChanceActs {
  private static let codes = [
    "open talk", "Secrecy", "good will", "harmony", "helping", "Open Talk", "doubt", "posters",
  ]
  private static let concepts = ["talk", "bonds", "work", "mood"]
  private static let candidates = ["a", "b", "c", "d"]
  private static let sources = ["lee2020", "roe2021"]

  mutating func synthesisAct() throws -> Act {
    switch Int.random(in: 0..<26, using: &random) {
    case 0...5: .coded(try coding())
    case 6:
      .codesBrought(
        CodesBrought(
          file: "x.qdc",
          codes: some(of: Self.codes, atLeast: 1).map { CodesBrought.Code(name: $0, colour: "#112233") }))
    case 7, 8:
      .codesMerged(
        CodeMerge(
          codes: some(of: Self.codes, atLeast: 1).map { CodeUse($0, isReversed: chance(4)) },
          into: random.pick(Self.codes), because: chance(2) ? "alike" : nil))
    case 9: .codeSplit(CodeSplit(parts: try parts(), into: random.pick(Self.codes)))
    case 10...13: .conceptFormed(try formation())
    case 14:
      .conceptsMerged(
        ConceptMerge(
          concept: id(Self.concepts), into: id(Self.concepts), isReversed: chance(3), because: "one thing"))
    case 15...17: .candidateDrafted(try draft())
    case 18: .synthesised(step())
    case 19, 20: .candidateJudged(judgement())
    case 21: chance(2) ? .theoryFramed(try frame()) : .rivalsNoted(rivalry())
    case 22: .formDefined(form())
    default: .formFilled(filled())
    }
  }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  private mutating func some<Value: Equatable>(of values: [Value], atLeast least: Int = 0) -> [Value] {
    var picked: [Value] = []
    for _ in 0..<Int.random(in: least...3, using: &random) {
      let value = random.pick(values)
      if !picked.contains(value) || chance(20) { picked.append(value) }
    }
    return picked
  }

  private mutating func id<Owner>(_ names: [String]) -> Identifier<Owner> {
    let name = random.pick(names)
    guard let id = Identifier<Owner>(name) else { preconditionFailure("“\(name)” is no identifier") }
    return id
  }

  // MARK: Codings

  private mutating func coding() throws -> Coding {
    let passages = try review.material().passages
    let ground: CodingGround =
      passages.isEmpty || chance(4)
      ? .place(source: random.pick(Self.sources), .paragraph(2, section: "Results"))
      : .passage(chance(12) ? 9_999 : random.pick(passages).act)
    let names = ["c-one", "c-two", "c-three"]
    var links = CodingLinks()
    if chance(6) { links.sameAs = [random.pick(names)] }
    if chance(9) { links.cites = .works([random.pick(Self.sources)]) }
    let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in part() }
    return Coding(
      name: chance(3) ? random.pick(names) : nil, ground: ground, parts: parts,
      bearing: random.pick([.supports, .supports, .against, .null]),
      ifThen: chance(3) ? "If they talk, they he\u{301}lp." : nil, links: links)
  }

  private mutating func part() -> CodedPart {
    let slot = random.pick([.context, .mechanism, .outcome] + CodingSlot.allCases)
    return CodedPart(
      code: random.pick(Self.codes), slot: slot,
      direction: random.pick([.more, .less] + CodedDirection.allCases),
      words: chance(3) ? "they \u{5D0} said so" : nil, inference: random.pick(Inference.allCases))
  }

  private mutating func parts() throws -> [PartUse] {
    let codings = try review.synthesis().codings.map(\.act) + [3]
    return (0..<Int.random(in: 0...2, using: &random)).map { _ in
      PartUse(
        coding: random.pick(codings), part: Int.random(in: 1...3, using: &random), isReversed: chance(4))
    }
  }

  // MARK: Concepts and candidates

  private mutating func formation() throws -> ConceptFormation {
    let concept = Concept.plain(id(Self.concepts), definition: random.pick(["how much", "how often"]))
    return ConceptFormation(
      concept: concept, codes: some(of: Self.codes).map { CodeUse($0, isReversed: chance(4)) },
      parts: try parts(), because: chance(3) ? "they belong together" : nil)
  }

  private mutating func draft() throws -> CandidateDraft {
    let codings = try review.synthesis().codings.map(\.act)
    let mechanism = chance(3) ? nil : Mechanism([literal()], origin: .produced)
    return CandidateDraft(
      id: id(Self.candidates), title: chance(3) ? "They talk" : nil, context: [literal()],
      conditions: chance(4) ? [Condition(anyOf: [literal()])].compactMap(\.self) : [],
      mechanism: mechanism,
      outcome: [OutcomeEffect(random.pick(OutcomeEffect.Change.allCases), id(Self.concepts))],
      reversibility: Reversibility(isAllowed: chance(2), reason: "both ends are told"),
      codings: codings.isEmpty ? [] : some(of: codings), within: chance(5) ? random.pick(Self.sources) : nil)
  }

  private mutating func literal() -> Literal {
    Literal(random.pick(Direction.allCases), id(Self.concepts))
  }

  private mutating func step() -> SynthesisStep {
    SynthesisStep(
      kind: random.pick(SynthesisStep.Kind.allCases), from: [id(Self.candidates)],
      to: chance(2) ? [id(Self.candidates)] : [], memo: "parts of one")
  }

  private mutating func judgement() -> CandidateJudgement {
    let fate: CandidateJudgement.Fate =
      switch Int.random(in: 0..<5, using: &random) {
      case 0: .dropped
      case 1: .merged(into: id(Self.candidates))
      default: .kept
      }
    return CandidateJudgement(
      candidate: id(Self.candidates), fate: fate, because: "told twice",
      status: chance(4) ? .hypothesised : nil)
  }

  private mutating func rivalry() -> Rivalry {
    Rivalry(
      id: id(["what-talk-does"]), about: "what talk does",
      readings: [
        .init(name: "it helps", configurations: [id(Self.candidates)]),
        .init(name: "it hurts", configurations: [id(Self.candidates)]),
      ])
  }

  // MARK: Frame and forms

  private mutating func frame() throws -> TheoryFrame {
    var theory = Theory(
      identity: Theory.Identity(
        id: id(["plots"]), title: "Plots", version: random.pick(["0.1.0", "0.2.0"]), language: "en",
        summary: "A trial."))
    if chance(2) { theory.references = [MadeReview.source("roe2021").reference] }
    return try TheoryFrame(of: theory)
  }

  private mutating func form() -> ExtractionForm {
    var fields = [
      ExtractionForm.Field(name: "design", kind: .choice(["case study", "survey"])),
      ExtractionForm.Field(name: "sites", kind: .number),
    ]
    if chance(2) { fields.append(.init(name: "country", isRequired: chance(3))) }
    return ExtractionForm(name: random.pick(["study", "setting"]), fields: fields)
  }

  private mutating func filled() -> FilledForm {
    let entries = [("design", "survey"), ("sites", random.pick(["3", "many"])), ("country", "Nowhere")]
    return FilledForm(
      form: random.pick(["study", "setting"]), source: random.pick(Self.sources),
      entries: entries.prefix(Int.random(in: 1...3, using: &random)).map { .init(field: $0.0, value: $0.1) })
  }
}

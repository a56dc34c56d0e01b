import Bibliography
import ProgrammeTheory
import TestSupport

/// Theories that differ from another in a few things drawn from a seed, as versions and refinements do.
struct ChangedTheory {
  private var random: SplitMix64
  private(set) var theory: Theory

  /// A theory after one to six changes.
  static func draw(_ theory: Theory, seed: UInt64) -> Theory {
    var drawn = ChangedTheory(random: SplitMix64(seed: seed), theory: theory)
    for _ in 0..<Int.random(in: 1...6, using: &drawn.random) { drawn.change() }
    return drawn.theory
  }

  private mutating func change() {
    switch Int.random(in: 0..<17, using: &random) {
    case 0: theory.configurations.remove(at: pickClaim())
    case 1: theory.configurations.swapAt(pickClaim(), pickClaim())
    case 2: edit { $0.copy(id: "renamed-\($0.id)") }
    case 3: edit { $0.copy(outcome: $0.outcome.map(\.reversed)) }
    case 4: edit { $0.copy(context: $0.context.map(\.reversed), outcome: $0.outcome.map(\.reversed)) }
    case 5: edit { $0.copy(status: $0.status == .supported ? .hypothesised : .supported) }
    case 6: edit { $0.copy(conditions: []) }
    case 7: edit { $0.copy(tellings: Array($0.tellings.prefix(1))) }
    case 8: renameConcept()
    case 9: theory.concepts.remove(at: Int.random(in: theory.concepts.indices, using: &random))
    case 10: theory.rivalries = []
    case 11: theory.levers = theory.levers.dropLast()
    case 12: theory.references = theory.references.dropLast()
    case 13: editTelling { $0.copy(passage: .some(Self.otherWords)) }
    case 14: editTelling { $0.copy(bearing: $0.bearing == .supports ? .null : .supports) }
    case 15: theory.tellings.append(theory.tellings[0].copy(id: "added", bearing: .against))
    default: putBetween()
    }
  }

  private static let otherWords = Quotation(
    exact: "other words", start: 3, end: 14, text: String(repeating: "ab", count: 32))

  private mutating func editTelling(_ change: (Telling) -> Telling) {
    let index = Int.random(in: theory.tellings.indices, using: &random)
    theory.tellings[index] = change(theory.tellings[index])
  }

  private mutating func pickClaim() -> Int { Int.random(in: theory.configurations.indices, using: &random) }

  private mutating func edit(_ change: (CMOConfiguration) -> CMOConfiguration) {
    let index = pickClaim()
    theory.configurations[index] = change(theory.configurations[index])
  }

  /// A mechanism in the place of whatever was there.
  private mutating func putBetween() {
    let concept = random.pick(theory.concepts)
    edit { $0.copy(mechanism: Mechanism([Literal(.more, concept.id)], origin: .produced)) }
  }

  /// Another identifier for a concept, wherever it is named in claims.
  private mutating func renameConcept() {
    let index = Int.random(in: theory.concepts.indices, using: &random)
    let old = theory.concepts[index]
    guard let name = Concept.ID("re-\(old.id)") else { return }
    func literal(_ literal: Literal) -> Literal {
      literal.concept == old.id ? Literal(literal.direction, name, degree: literal.degree) : literal
    }
    theory.concepts[index] = Concept(
      id: name, name: old.name, definition: old.definition, phrases: old.phrases, scope: old.scope,
      scale: old.scale, wording: old.wording, group: old.group, question: old.question, signs: old.signs)
    theory.configurations = theory.configurations.map { claim in
      claim.copy(
        context: claim.context.map(literal),
        conditions: claim.conditions.compactMap { Condition(anyOf: $0.anyOf.map(literal)) },
        mechanism: claim.mechanism.map { Mechanism($0.literals.map(literal), origin: $0.origin) },
        outcome: claim.outcome.map { $0.concept == old.id ? OutcomeEffect($0.change, name) : $0 })
    }
  }
}

extension CMOConfiguration {
  /// The configuration with some of its parts changed.
  func copy(
    id: String? = nil, context: [Literal]? = nil, conditions: [Condition]? = nil, mechanism: Mechanism? = nil,
    outcome: [OutcomeEffect]? = nil, phase: Phase.ID? = nil, status: Status? = nil,
    tellings: [Telling.ID]? = nil
  ) -> CMOConfiguration {
    CMOConfiguration(
      id: id.flatMap { ID($0) } ?? self.id, title: title, context: context ?? self.context,
      conditions: conditions ?? self.conditions, mechanism: mechanism ?? self.mechanism,
      outcome: outcome ?? self.outcome, reversibility: reversibility, phase: phase ?? self.phase,
      status: status ?? self.status, tellings: tellings ?? self.tellings, note: note, refines: refines)
  }
}

extension Telling {
  /// The telling with some of its parts changed.
  func copy(
    id: String? = nil, form: Form? = nil, place: Place? = nil, passage: Quotation?? = nil,
    context: [Told<Literal>]? = nil, conditions: [Told<Literal>]? = nil, mechanism: [Told<Literal>]? = nil,
    outcome: [Told<OutcomeEffect>]? = nil, attribution: Attribution? = nil, bearing: Bearing? = nil,
    sameAs: [ID]? = nil, note: String?? = nil
  ) -> Telling {
    Telling(
      id: id.flatMap { ID($0) } ?? self.id, form: form ?? self.form, place: place ?? self.place,
      passage: passage ?? self.passage, context: context ?? self.context,
      conditions: conditions ?? self.conditions, mechanism: mechanism ?? self.mechanism,
      outcome: outcome ?? self.outcome, attribution: attribution ?? self.attribution,
      bearing: bearing ?? self.bearing, sameAs: sameAs ?? self.sameAs, inverts: inverts, refersTo: refersTo,
      note: note ?? self.note)
  }
}

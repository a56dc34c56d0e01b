/// What a telling says, slot by slot, without its words: so two tellings can be held against each other. What comes
/// about is taken without its degree; what is given keeps it, since the far end of a scale may do what its near end
/// doesn't.
struct ToldSlots: Hashable {
  /// The slots, as a role shift names them.
  enum Slot: String, Hashable, CaseIterable {
    case context, mechanism, outcome
  }

  var context: [Literal]
  var conditions: [Literal]
  var mechanism: [Literal]
  var outcome: [OutcomeEffect]

  init(_ telling: Telling) {
    context = telling.context.map(\.claim)
    conditions = telling.conditions.map(\.claim)
    mechanism = telling.mechanism.map(\.claim.plain)
    outcome = telling.outcome.map(\.claim)
  }

  /// Turned round as a configuration is: conditions stay, and so does a mechanism that people bring.
  func reversed(keepingMechanism: Bool) -> ToldSlots {
    var turned = self
    turned.context = context.map(\.reversed)
    turned.mechanism = keepingMechanism ? mechanism : mechanism.map(\.reversed)
    turned.outcome = outcome.map(\.reversed)
    return turned
  }

  /// What is said to come about: mechanism and outcome, without buffers.
  var effects: [Literal] { mechanism + outcome.compactMap(\.literal) }

  /// The slots in which a concept stands. A condition is context.
  func slots(of concept: Concept.ID) -> Set<Slot> {
    var slots: Set<Slot> = []
    if (context + conditions).contains(where: { $0.concept == concept }) { slots.insert(.context) }
    if mechanism.contains(where: { $0.concept == concept }) { slots.insert(.mechanism) }
    if outcome.contains(where: { $0.concept == concept }) { slots.insert(.outcome) }
    return slots
  }

  /// Every concept, in the order of the slots, each once.
  var concepts: [Concept.ID] {
    var seen: Set<Concept.ID> = []
    let all = (context + conditions + mechanism).map(\.concept) + outcome.map(\.concept)
    return all.filter { seen.insert($0).inserted }
  }

  /// How much two tellings have in common.
  func agreement(with other: ToldSlots) -> Int {
    Set(context.map(\.plain)).intersection(other.context.map(\.plain)).count
      + Set(mechanism).intersection(other.mechanism).count
      + Set(outcome).intersection(other.outcome).count
  }
}

/// Two tellings of one claim held against each other, the second turned round where it tells the reverse.
struct ToldTwice {
  let one: Telling
  let other: Telling
  let first: ToldSlots
  let second: ToldSlots
  /// Whether the second is held against the first turned round.
  let isTurned: Bool

  init(_ one: Telling, _ other: Telling, mechanismIsChosen: Bool) {
    self.one = one
    self.other = other
    first = ToldSlots(one)
    let told = ToldSlots(other)
    isTurned = Self.areReversed(one, other)
    second = isTurned ? told.reversed(keepingMechanism: mechanismIsChosen) : told
  }

  /// Whether the authors call one the reversal of the other, or the two start from opposite contexts.
  private static func areReversed(_ one: Telling, _ other: Telling) -> Bool {
    if one.inverts == other.id || other.inverts == one.id { return true }
    let (here, there) = (ToldSlots(one).context.map(\.plain), ToldSlots(other).context.map(\.plain))
    let shared = here.filter { literal in there.contains { $0.concept == literal.concept } }
    return !shared.isEmpty && shared.allSatisfy { there.contains($0.reversed) && !there.contains($0) }
  }

  /// A concept that stands in different slots.
  struct Shift {
    let concept: Concept.ID
    let one: ToldSlots.Slot
    let other: ToldSlots.Slot
  }

  /// The concepts that stand in both tellings, and in no slot in both.
  var shifts: [Shift] {
    first.concepts.compactMap { concept in
      let (here, there) = (first.slots(of: concept), second.slots(of: concept))
      guard here.isDisjoint(with: there),
        let one = ToldSlots.Slot.allCases.first(where: here.contains),
        let other = ToldSlots.Slot.allCases.first(where: there.contains)
      else { return nil }
      return Shift(concept: concept, one: one, other: other)
    }
  }

  /// The concepts of which one telling says that they move, and the other that less of them is lost.
  var softened: [(effect: OutcomeEffect, isInFirst: Bool)] {
    Self.softened(first, second).map { ($0, true) } + Self.softened(second, first).map { ($0, false) }
  }

  private static func softened(_ one: ToldSlots, _ other: ToldSlots) -> [OutcomeEffect] {
    one.outcome.filter { $0.direction == nil && other.effects.contains($0.reached) }
  }

  /// The literals of the first that the second tells the other way round.
  var opposed: [Literal] {
    let there = Set(second.effects)
    var seen: Set<Literal> = []
    return first.effects.filter { there.contains($0.reversed) && seen.insert($0).inserted }
  }

  /// The concepts whose difference is another kind of finding than a drift.
  private var told: Set<Concept.ID> {
    Set(shifts.map(\.concept) + softened.map(\.effect.concept) + opposed.map(\.concept))
  }

  /// What one slot holds in one telling and not in the other; empty on both sides where nothing drifts.
  struct Difference<Part: Hashable> {
    let one: [Part]
    let other: [Part]
    var isNone: Bool { one.isEmpty && other.isEmpty }
  }

  var mechanismDrift: Difference<Literal> {
    difference(first.mechanism, second.mechanism, concept: \.concept)
  }

  var outcomeDrift: Difference<OutcomeEffect> {
    difference(first.outcome, second.outcome, concept: \.concept)
  }

  /// Contexts drift only where nothing at all is common: a telling may well leave a part of the context out.
  var contextDrift: Difference<Literal> {
    let shifted = Set(shifts.map(\.concept))
    let here = first.context.filter { !shifted.contains($0.concept) }
    let there = second.context.filter { !shifted.contains($0.concept) }
    let known = Set((second.context + second.conditions).map(\.concept))
    let common = here.contains { known.contains($0.concept) }
    let alsoCommon = there.contains { literal in
      (first.context + first.conditions).contains { $0.concept == literal.concept }
    }
    guard !here.isEmpty, !there.isEmpty, !common, !alsoCommon else { return Difference(one: [], other: []) }
    return Difference(one: here, other: there)
  }

  private func difference<Part: Hashable>(
    _ here: [Part], _ there: [Part], concept: (Part) -> Concept.ID
  ) -> Difference<Part> {
    let none = Difference<Part>(one: [], other: [])
    let told = told
    let one = here.filter { !told.contains(concept($0)) }
    let other = there.filter { !told.contains(concept($0)) }
    // A slot that is empty, or whose whole content has moved to another slot, drifts no further.
    guard !one.isEmpty, !other.isEmpty else { return none }
    let onlyHere = one.filter { !other.contains($0) }
    let onlyThere = other.filter { !one.contains($0) }
    // What is argued in passing often tells only a part.
    if self.one.form == .argued && onlyHere.isEmpty { return none }
    if self.other.form == .argued && onlyThere.isEmpty { return none }
    return Difference(one: onlyHere, other: onlyThere)
  }

  /// Whether nothing that one says to come about is what the other says.
  var nothingInCommon: Bool {
    let shared = Set(first.effects).intersection(second.effects)
    return shared.isEmpty && Set(first.outcome).isDisjoint(with: second.outcome) && softened.isEmpty
  }
}

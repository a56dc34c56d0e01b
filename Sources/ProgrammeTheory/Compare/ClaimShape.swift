/// The concepts of two theories under numbers that they share, so that a renamed concept is still the same.
struct SharedNames {
  private let old: [Concept.ID: Int]
  private let new: [Concept.ID: Int]

  init(_ concepts: Correspondence<Concept>) {
    var numbers: (old: [Concept.ID: Int], new: [Concept.ID: Int]) = ([:], [:])
    for (index, pair) in concepts.pairs.enumerated() {
      numbers.old[pair.old.id] = index
      numbers.new[pair.new.id] = index
    }
    // Even numbers below nothing for the one theory, odd ones for the other: these are never the same.
    for (index, concept) in concepts.onlyOld.enumerated() { numbers.old[concept.id] = -2 - 2 * index }
    for (index, concept) in concepts.onlyNew.enumerated() { numbers.new[concept.id] = -3 - 2 * index }
    (old, new) = numbers
  }

  func number(_ id: Concept.ID, _ side: ComparedSide) -> Int { (side == .old ? old[id] : new[id]) ?? -1 }

  /// Whether both theories have the concept of a number.
  func isShared(_ number: Int) -> Bool { number >= 0 }
}

/// What a configuration says, apart from its words, its order and the names of its concepts.
struct ClaimShape: Hashable {
  struct Term: Hashable {
    let concept: Int
    let direction: Direction
    let degree: Literal.Degree

    var reversed: Term { Term(concept: concept, direction: direction.reversed, degree: degree) }
  }
  struct Effect: Hashable {
    let concept: Int
    let change: OutcomeEffect.Change
  }

  var context: Set<Term>
  var conditions: Set<Set<Term>>
  var mechanism: Set<Term>
  var origin: Mechanism.Origin?
  var outcome: Set<Effect>

  init(_ configuration: CMOConfiguration, _ names: SharedNames, _ side: ComparedSide) {
    func term(_ literal: Literal) -> Term { names.term(literal, side) }
    context = Set(configuration.context.map(term))
    conditions = Set(configuration.conditions.map { Set($0.anyOf.map(term)) })
    mechanism = Set(configuration.mechanism?.literals.map(term) ?? [])
    origin = configuration.mechanism?.origin
    outcome = Set(configuration.outcome.map { names.effect($0, side) })
  }

  /// The claim turned round as by rule, whether or not its theory allows it.
  var reversed: ClaimShape {
    var turned = self
    turned.context = Set(context.map(\.reversed))
    if origin != .chosen { turned.mechanism = Set(mechanism.map(\.reversed)) }
    turned.outcome = Set(
      outcome.map { effect in
        switch effect.change {
        case .raises: Effect(concept: effect.concept, change: .lowers)
        case .lowers: Effect(concept: effect.concept, change: .raises)
        case .buffers: Effect(concept: effect.concept, change: .exposes)
        case .exposes: Effect(concept: effect.concept, change: .buffers)
        }
      })
    return turned
  }

  /// The concepts of each slot, whichever way they go; what must hold is left out, since it says where a claim applies.
  var slots: Slots {
    Slots(
      context: Set(context.map(\.concept)), mechanism: Set(mechanism.map(\.concept)),
      outcome: Set(outcome.map(\.concept)))
  }

  struct Slots: Hashable {
    let context, mechanism, outcome: Set<Int>
  }

  /// The concepts, in whatever slot.
  var concepts: Set<Int> {
    slots.context.union(slots.mechanism).union(slots.outcome).union(conditions.flatMap { $0.map(\.concept) })
  }
}

extension SharedNames {
  func term(_ literal: Literal, _ side: ComparedSide) -> ClaimShape.Term {
    ClaimShape.Term(
      concept: number(literal.concept, side), direction: literal.direction, degree: literal.degree)
  }

  func effect(_ effect: OutcomeEffect, _ side: ComparedSide) -> ClaimShape.Effect {
    ClaimShape.Effect(concept: number(effect.concept, side), change: effect.change)
  }
}

import ProgrammeTheory

/// What keeps a slot of a candidate out of a theory document.
///
/// A slot speaks of a concept once: more and less of it at a time can't hold, and the same twice says nothing. Its size is
/// bounded as that of the slots of configurations is.
enum SlotFault: Hashable {
  case twice(Concept.ID, slot: String)
  case tooMany(Int, slot: String)
  /// What must hold can't hold: context and conditions ask for more and for less of a concept.
  case bothWays(Concept.ID)
  /// A condition says nothing: it asks for more of a concept or for less of it.
  case eitherWay(Concept.ID)

  /// What is wrong, in words that follow “would let candidate X”.
  var words: String {
    switch self {
    case .twice(let concept, let slot): "go both ways with \(concept) in its \(slot)"
    case .tooMany(let count, let slot): "have \(count) literals in its \(slot)"
    case .bothWays(let concept):
      "ask for more and less of \(concept) at once, in its context and conditions"
    case .eitherWay(let concept):
      "have a condition that says nothing, more or less of \(concept)"
    }
  }
}

extension CandidateDraft {
  /// The first thing that is wrong in a slot; `nil` where nothing is.
  var slotFault: SlotFault? {
    let moved = outcome.filter { $0.direction != nil }.map(\.concept)
    let mechanism = mechanism?.literals.map(\.concept) ?? []
    return Self.fault(context.map(\.concept), count: context.count, "context")
      ?? Self.fault(mechanism, count: mechanism.count, "mechanism")
      ?? Self.fault(moved, count: outcome.count, "outcome") ?? conditionFault
  }

  /// Whether what must hold can hold, and says something. The far end of a concept lies on its side.
  private var conditionFault: SlotFault? {
    for condition in conditions {
      let plain = Set(condition.anyOf.filter { $0.degree == .any })
      if let literal = plain.filter({ plain.contains($0.reversed) }).min() {
        return .eitherWay(literal.concept)
      }
    }
    let needed = context + conditions.filter { $0.anyOf.count == 1 }.flatMap(\.anyOf)
    let excluded = Set(needed.map(\.plain.reversed))
    for condition in conditions where condition.anyOf.allSatisfy({ excluded.contains($0.plain) }) {
      return condition.anyOf.first.map { .bothWays($0.concept) }
    }
    return nil
  }

  private static func fault(_ concepts: [Concept.ID], count: Int, _ slot: String) -> SlotFault? {
    guard count <= CMOConfiguration.mostLiterals else { return .tooMany(count, slot: slot) }
    var seen: Set<Concept.ID> = []
    return concepts.first { !seen.insert($0).inserted }.map { .twice($0, slot: slot) }
  }

  /// The concepts that it names, slot by slot, each as often as it is named.
  var concepts: [Concept.ID] {
    context.map(\.concept) + conditions.flatMap(\.anyOf).map(\.concept)
      + (mechanism?.literals ?? []).map(\.concept)
      + outcome.map(\.concept)
  }

  /// Lets it speak of another concept in the place of one that ended. What says the same twice then is said once; what says
  /// opposite things stays, for the rules to refuse.
  mutating func rename(by merge: ConceptMerge) {
    context = merge.renamedAll(context)
    conditions = conditions.map { condition in
      Condition(anyOf: condition.anyOf.map(merge.renamed).once) ?? condition
    }
    conditions = conditions.once
    mechanism = mechanism.map {
      Mechanism(
        merge.renamedAll($0.literals), origin: $0.origin, resource: $0.resource, reasoning: $0.reasoning)
    }
    outcome = outcome.map(merge.renamed).once
  }
}

extension ConceptMerge {
  fileprivate func renamed(_ literal: Literal) -> Literal {
    guard literal.concept == concept else { return literal }
    let direction = isReversed ? literal.direction.reversed : literal.direction
    return Literal(direction, into, degree: literal.degree)
  }

  fileprivate func renamed(_ effect: OutcomeEffect) -> OutcomeEffect {
    guard effect.concept == concept else { return effect }
    let renamed = OutcomeEffect(effect.change, into)
    // A loss that is buffered has no other end; the rules refuse to merge so.
    return isReversed && effect.direction != nil ? renamed.reversed : renamed
  }

  /// Literals that hold together: beside “much more” of a concept, “more” of it says nothing.
  fileprivate func renamedAll(_ literals: [Literal]) -> [Literal] {
    let all = literals.map(renamed).once
    return all.filter { literal in
      literal.concept != into || literal.degree == .much
        || !all.contains(Literal(literal.direction, into, degree: .much))
    }
  }
}

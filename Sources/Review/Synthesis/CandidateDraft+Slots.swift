import ProgrammeTheory

/// What keeps a slot of a candidate out of a theory document.
///
/// A slot speaks of a concept once: more and less of it at a time can't hold, and the same twice says nothing. Its size is
/// bounded as that of the slots of configurations is.
enum SlotFault: Hashable {
  case twice(Concept.ID, slot: String)
  case tooMany(Int, slot: String)
}

extension CandidateDraft {
  /// The first thing that is wrong in a slot; `nil` where nothing is.
  var slotFault: SlotFault? {
    let moved = outcome.filter { $0.direction != nil }.map(\.concept)
    let mechanism = mechanism?.literals.map(\.concept) ?? []
    return Self.fault(context.map(\.concept), count: context.count, "context")
      ?? Self.fault(mechanism, count: mechanism.count, "mechanism")
      ?? Self.fault(moved, count: outcome.count, "outcome")
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
      Condition(anyOf: Self.once(condition.anyOf.map(merge.renamed))) ?? condition
    }
    conditions = Self.once(conditions)
    mechanism = mechanism.map {
      Mechanism(
        merge.renamedAll($0.literals), origin: $0.origin, resource: $0.resource, reasoning: $0.reasoning)
    }
    outcome = Self.once(outcome.map(merge.renamed))
  }

  fileprivate static func once<Part: Hashable>(_ parts: [Part]) -> [Part] {
    var seen: Set<Part> = []
    return parts.filter { seen.insert($0).inserted }
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
    let all = CandidateDraft.once(literals.map(renamed))
    return all.filter { literal in
      literal.concept != into || literal.degree == .much
        || !all.contains(Literal(literal.direction, into, degree: .much))
    }
  }
}

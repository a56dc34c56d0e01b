import OrderedCollections

/// What the claims leave open: claims without a mechanism, and concepts and loops at the edges of the web.
extension TheoryCheck {
  /// Claims without a mechanism and tellings without a claim.
  func openClaims() -> [Finding] {
    theory.configurations.compactMap { configuration in
      guard configuration.mechanism?.literals.isEmpty ?? true else { return nil }
      let told = configuration.tellings.compactMap { tellings[$0] }
      return Finding(
        kind: .noMechanism, subjects: [.configuration(configuration.id)],
        places: told.map { .text($0.place) },
        sentence: "\(title(configuration).asSentence): no mechanism is told between context and outcome.",
        short: title(configuration))
    }
      + theory.tellings.filter { claims[$0.id] == nil }.map { telling in
        let slots = ToldSlots(telling)
        let start = ends(slots.context.isEmpty ? slots.mechanism : slots.context)
        return Finding(
          kind: .tellingInNoConfiguration, subjects: [.telling(telling.id)], places: [.text(telling.place)],
          sentence: "\(start.asSentence): the source tells it, and no configuration takes it up.",
          short: telling.id.text)
      }
  }

  /// Concepts that nothing reaches, that lead nowhere, that no claim speaks of, or that are evidenced one way only.
  func web() -> [Finding] {
    let edges = WebEdges(of: theory)
    let unused = theory.concepts.filter { !edges.standing.contains($0.id) }.map { concept in
      finding(.unusedConcept, concept, "stands in no configuration")
    }
    let standing = theory.concepts.filter { edges.standing.contains($0.id) }
    let unreached = standing.filter { !edges.isReached($0) }.map {
      finding(.unreachedConcept, $0, "is brought about by nothing, moved by no action and asked of no case")
    }
    let deadEnds = standing.filter { !edges.leads($0) }.map {
      finding(.deadEndConcept, $0, "leads to nothing, and no assessment tells about it")
    }
    return unreached + deadEnds + unused + theory.concepts.compactMap(oneDirection)
  }

  private func finding(_ kind: Finding.Kind, _ concept: Concept, _ predicate: String) -> Finding {
    Finding(
      kind: kind, subjects: [.concept(concept.id)], places: [],
      sentence: "\(concept.name.asSentence) \(predicate).", short: concept.name)
  }

  /// The direction that is evidenced, and how many claims lean on reversal for the other.
  private func oneDirection(_ concept: Concept) -> Finding? {
    let telling = theory.tellings.filter { telling in
      telling.bearing == .supports && telling.inverts == nil
        && telling.context.contains { $0.claim.concept == concept.id }
    }
    let directions = Set(
      telling.flatMap(\.context).map(\.claim).filter { $0.concept == concept.id }.map(\.direction))
    guard let told = directions.first, directions.count == 1 else { return nil }
    let byRule = theory.configurations.filter { configuration in
      configuration.reversibility.isAllowed && configuration.context.contains { $0.concept == concept.id }
    }
    let other = concept.wording.end(told.reversed)
    let rest =
      byRule.isEmpty
      ? "nothing is said of \(other)"
      : "for \(other), \(byRule.count.of("configuration")) \(byRule.count == 1 ? "is" : "are") reversed by rule"
    return Finding(
      kind: .oneDirectionOnly,
      subjects: [.concept(concept.id)] + byRule.map { .configuration($0.id) },
      places: telling.map { .text($0.place) },
      sentence: "The evidence is about \(concept.wording.end(told)) only; \(rest).",
      short: "\(concept.wording.end(told)) only")
  }
}

/// What stands where in the web of claims.
private struct WebEdges {
  /// Concepts that stand in a configuration.
  let standing: Set<Concept.ID>
  private let reached: Set<Concept.ID>
  private let leading: Set<Concept.ID>

  init(of theory: Theory) {
    var (given, through, out): (Set<Concept.ID>, Set<Concept.ID>, Set<Concept.ID>) = ([], [], [])
    for configuration in theory.configurations {
      given.formUnion(configuration.context.map(\.concept))
      given.formUnion(configuration.conditions.flatMap(\.anyOf).map(\.concept))
      through.formUnion(configuration.mechanism?.literals.map(\.concept) ?? [])
      out.formUnion(configuration.outcome.map(\.concept))
    }
    standing = given.union(through).union(out)
    let fields = [theory.caseFields.mandated, theory.caseFields.integration, theory.caseFields.ambition]
    // What a lever moves, an entry point sets or a field of every case tells is known without a cause in the theory.
    reached = through.union(out).union(theory.levers.flatMap(\.moves).map(\.concept))
      .union(theory.entryPoints.flatMap(\.sets).map(\.concept)).union(fields.compactMap(\.self))
    let counted = theory.dynamics.flatMap { block -> [Concept.ID] in
      switch block {
      case .stock, .state, .aftermath: []
      case .cap(let cap): cap.by
      default: block.concepts
      }
    }
    let thresholds = theory.patterns.compactMap { pattern -> Concept.ID? in
      guard case .threshold(let of, _) = pattern.kind else { return nil }
      return of
    }
    leading = given.union(through).union(theory.outlook.map(\.concept)).union(counted)
      .union(thresholds)
  }

  /// Whether anything brings the concept about or a case can tell it.
  func isReached(_ concept: Concept) -> Bool { reached.contains(concept.id) || concept.question != nil }

  /// Whether it leads on, or is an end that people ask about.
  func leads(_ concept: Concept) -> Bool { leading.contains(concept.id) }
}

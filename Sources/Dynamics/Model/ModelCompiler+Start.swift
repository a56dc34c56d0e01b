import ProgrammeTheory

extension ModelCompiler {
  /// What every concept starts from, before anything has happened.
  ///
  /// What is known starts there. What isn't: a state rests; everything else is drawn from its whole scale, or is neither
  /// more nor less. A concept that sets another's start is worked out in one step from all that bears on it, at full
  /// strength, and passes its level on unless the other's is known.
  mutating func startingLevels() -> [Concept.ID: Field] {
    for concept in theory.concepts where blocks.initials[concept.id] == nil {
      levels[concept.id] = Field(
        scope: concept.scope,
        terms: partners.places(of: concept.scope).map { knownOrAssumed(concept, at: $0) })
    }
    // While the start is worked out, what is to be set counts as neither more nor less unless it is known.
    var starts = levels
    for target in blocks.initials.values {
      guard let concept = theory.concept(target) else { continue }
      for (index, place) in partners.places(of: concept.scope).enumerated()
      where start.fact(of: target, at: place) == nil {
        levels[target]?.terms[index] = builder.constant(0.5)
      }
    }
    for concept in theory.concepts where blocks.initials[concept.id] != nil {
      levels[concept.id] = Field(
        scope: concept.scope,
        terms: partners.places(of: concept.scope).map { knownOrAssumed(concept, at: $0) })
    }
    collectInfluences()
    for concept in theory.concepts {
      guard let target = blocks.initials[concept.id] else { continue }
      let field = settled(concept)
      starts[concept.id] = field
      passOn(field, to: target, in: &starts)
    }
    influences = [:]
    return starts
  }

  /// The level of a concept that sets a start: what bears on it, in one step from where it is drawn.
  private mutating func settled(_ concept: Concept) -> Field {
    var terms: [Term] = []
    for place in partners.places(of: concept.scope) {
      let from = knownOrAssumed(concept, at: place)
      guard start.fact(of: concept.id, at: place) == nil else {
        terms.append(from)
        continue
      }
      let (up, down) = pushes(on: concept.id, at: place)
      terms.append(builder.share(builder.add(from, up), builder.add(builder.complement(from), down)))
    }
    return Field(scope: concept.scope, terms: terms)
  }

  private mutating func pushes(on concept: Concept.ID, at place: LevelPlace) -> (up: Term, down: Term) {
    let strengths = (influences[concept] ?? []).filter { $0.kind == .moves && !$0.isAftermath }
      .map { read($0.strength, at: place) }
    let up = builder.sum(strengths.map { builder.positivePart($0) })
    let down = builder.sum(strengths.map { builder.negative(builder.negativePart($0)) })
    return (up, down)
  }

  private mutating func passOn(_ field: Field, to target: Concept.ID, in starts: inout [Concept.ID: Field]) {
    guard let concept = theory.concept(target), var own = starts[target] else { return }
    for (index, place) in partners.places(of: concept.scope).enumerated()
    where start.fact(of: target, at: place) == nil {
      own.terms[index] = read(field, at: place)
    }
    starts[target] = own
  }

  /// Where a concept starts in a place, from what is known of it or, where nothing is, from what is assumed.
  private mutating func knownOrAssumed(_ concept: Concept, at place: LevelPlace) -> Term {
    if let (fact, isEverywhere) = start.fact(of: concept.id, at: place) {
      return builder.parameter(.known(concept, fact, at: isEverywhere ? .collaboration : place))
    }
    if let rest = blocks.states[concept.id] { return builder.parameter(.rest(of: concept.id, rest)) }
    return switch start.unknown {
    case .neutral: builder.constant(0.5)
    case .drawn: builder.parameter(.unknown(concept, at: place))
    }
  }
}

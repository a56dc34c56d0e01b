import ProgrammeTheory

/// An ending, and 1 from the step in which it comes.
typealias SettledEnd = (ending: DynamicsBlock.Ending, hasCome: Term)

/// The endings of a model, as lines of its program.
struct CompiledEndings {
  /// What has been settled by which ending.
  var settled: [SettledEnd] = []
  /// How far each ending lies from coming, in its places: below 0 where the level lies beyond the threshold.
  var margins: [(ending: DynamicsBlock.Ending, margins: [Term])] = []
  /// What ended it: 0 while it goes on; 2 × (number of the ending, from 1), and one more for an empty shell.
  var cause: Term
  /// The step in which it ended; 0 while it goes on.
  var endedAt: Term
}

extension ModelCompiler {
  /// What parts the partners, when and why.
  ///
  /// An ending that looks at each place for itself parts a pair, or takes a partner out of all its pairs. When nobody is
  /// left with anybody, it is over, and what ended the last pair is the cause.
  mutating func compileEndings() -> CompiledEndings {
    let none = builder.constant(0)
    var endings = CompiledEndings(
      cause: builder.variable(
        "ended/cause", startingAt: none, within: 0...Double(2 * blocks.endings.count + 1)),
      endedAt: builder.variable("ended/step", startingAt: none, within: 0...100_000))
    let triggers = blocks.endings.map { trigger(of: $0, &endings) }
    var nextPairs: [Term] = []
    for (index, (one, other)) in partners.pairs.enumerated() {
      let parts = triggers.map { parting($0, one, other) }
      let parted = together.parted[index]
      nextPairs.append(builder.greatest([parted] + parts) ?? parted)
      guard builder.program[parted].operation == .variable else { continue }
      builder.set(parted, next: nextPairs[index])
    }
    keepCause(triggers, nextPairs, &endings)
    return endings
  }

  /// For each place that an ending looks at, whether it comes there in this step.
  private mutating func trigger(of ending: DynamicsBlock.Ending, _ endings: inout CompiledEndings) -> Field {
    guard let concept = theory.concept(ending.of) else {
      return Field(scope: .collaboration, terms: [builder.constant(0)])
    }
    let places = partners.places(of: concept.scope)
    let margins = places.map { margin(of: ending, at: $0) }
    endings.margins.append((ending, margins))
    let hold = steps(of: ending)
    guard ending.reach == .weakest else {
      // What has parted already doesn't hold the rest together.
      let open = zip(places, margins).map { place, margin in
        builder.choose(isTogether(place), margin, builder.constant(-1))
      }
      let last = builder.greatest(open) ?? builder.constant(1)
      return Field(
        scope: .collaboration, terms: [comes(ending, last, after: hold, together.whole, at: .collaboration)])
    }
    let terms = zip(places, margins).map { comes(ending, $1, after: hold, isTogether($0), at: $0) }
    return Field(scope: concept.scope, terms: terms)
  }

  /// How far what is watched lies on the near side of the threshold.
  private mutating func margin(of ending: DynamicsBlock.Ending, at place: LevelPlace) -> Term {
    let blend = ending.watches == .blended ? blocks.blends.first { $0.of.contains(ending.of) } : nil
    let watched = blend.map { drive(of: $0, at: place) } ?? level(ending.of, at: place)
    var threshold = builder.parameter(.threshold(of: ending))
    for requirement in blocks.requirements[ending.id] ?? [] {
      // More is asked for: the end comes sooner, whichever side of the level it lies on.
      let room = builder.minimum(threshold, builder.complement(threshold))
      let reach = builder.multiply(builder.parameter(.reach(of: requirement, on: ending)), room)
      let asked = builder.multiply(reach, lean(of: Literal(.more, requirement), at: place, .ofTheFirst))
      if case .below = ending.limit {
        threshold = builder.add(threshold, asked)
      } else {
        threshold = builder.subtract(threshold, asked)
      }
    }
    if case .below = ending.limit { return builder.subtract(watched, threshold) }
    return builder.subtract(threshold, watched)
  }

  /// Counts for how many steps a margin has been below 0, and says when that was long enough.
  private mutating func comes(
    _ ending: DynamicsBlock.Ending, _ margin: Term, after hold: Term, _ together: Term, at place: LevelPlace
  ) -> Term {
    let counter = builder.variable(
      "beyond/\(ending.id)\(place.suffix)", startingAt: builder.constant(0), within: 0...100_000)
    let isBeyond = builder.multiply(
      together, builder.complement(builder.atLeast(margin, builder.constant(0))))
    let next = builder.multiply(isBeyond, builder.add(counter, builder.constant(1)))
    builder.set(counter, next: next)
    return builder.atLeast(next, hold)
  }

  private mutating func steps(of ending: DynamicsBlock.Ending) -> Term {
    let months = builder.parameter(.months(of: ending))
    let round = builder.parameter(.roundMonths(start.roundMonths))
    let rounds = builder.divide(months, round)
    let steps = builder.multiply(rounds, builder.constant(Double(Self.stepsInARound)))
    return builder.maximum(steps, builder.constant(1))
  }

  /// Whether an ending parts a pair.
  private mutating func parting(_ trigger: Field, _ one: Int, _ other: Int) -> Term {
    switch trigger.scope {
    case .collaboration: return trigger.terms[0]
    case .partner: return builder.maximum(trigger.terms[one], trigger.terms[other])
    case .relation:
      return builder.maximum(
        trigger.terms[partners.index(of: .relation(of: one, towards: other))],
        trigger.terms[partners.index(of: .relation(of: other, towards: one))])
    }
  }

  private mutating func keepCause(_ triggers: [Field], _ nextPairs: [Term], _ endings: inout CompiledEndings)
  {
    let isOver = builder.least(nextPairs) ?? builder.constant(1)
    let ends = builder.multiply(together.whole, isOver)
    var cause = builder.constant(0)
    // From the last to the first, so that of several that come at once the first of the document is told.
    for (index, ending) in blocks.endings.enumerated().reversed() {
      let comes = builder.greatest(triggers[index].terms) ?? builder.constant(0)
      let own = builder.add(builder.constant(Double(2 * index + 2)), isShell(ending))
      cause = builder.choose(comes, own, cause)
    }
    let next = builder.choose(ends, cause, endings.cause)
    builder.set(endings.cause, next: next)
    let clock = builder.variable("step", startingAt: builder.constant(0), within: 0...100_000)
    let later = builder.add(clock, builder.constant(1))
    builder.set(clock, next: later)
    builder.set(endings.endedAt, next: builder.choose(ends, later, endings.endedAt))
    for (index, ending) in blocks.endings.enumerated() {
      let isThis = builder.subtract(
        builder.atLeast(next, builder.constant(Double(2 * index + 2))),
        builder.atLeast(next, builder.constant(Double(2 * index + 3))))
      endings.settled.append((ending, isThis))
    }
  }

  /// 1 where the partners go on as an empty shell instead of parting, else 0: a rival reading.
  private mutating func isShell(_ ending: DynamicsBlock.Ending) -> Term {
    guard let literal = ending.hollowUnder else { return builder.constant(0) }
    let reading = builder.parameter(.shell(of: ending))
    let holds = builder.complement(
      builder.atLeast(builder.constant(0), membership(of: literal, at: .collaboration)))
    return builder.multiply(reading, holds)
  }

  // MARK: After an end

  /// 1 in the round after a place has parted, else 0.
  mutating func isParting(_ place: LevelPlace) -> Term {
    let parted = builder.complement(isTogether(place))
    let name = "parted-for\(place.suffix)"
    let since =
      partingClocks[name] ?? builder.variable(name, startingAt: builder.constant(0), within: 0...100_000)
    if partingClocks[name] == nil {
      partingClocks[name] = since
      builder.set(since, next: builder.multiply(parted, builder.add(since, builder.constant(1))))
    }
    let length = builder.constant(Double(Self.stepsInARound))
    return builder.multiply(parted, builder.complement(builder.atLeast(since, length)))
  }

  // MARK: Labels

  /// A label, and whether it has held for long enough: 1 or 0.
  mutating func compileLabels() -> [(label: DynamicsBlock.Label, holds: Term)] {
    blocks.labels.map { label in
      let memberships = label.all.map { membership(of: $0, at: .collaboration) }
      let least = builder.least(memberships) ?? builder.constant(0)
      let now = builder.complement(builder.atLeast(builder.constant(0), least))
      let holds = builder.multiply(together.whole, now)
      guard label.rounds != nil else { return (label, holds) }
      let counter = builder.variable("held/\(label.id)", startingAt: builder.constant(0), within: 0...100_000)
      builder.set(counter, next: builder.multiply(holds, builder.add(counter, builder.constant(1))))
      let steps = builder.multiply(
        builder.parameter(.rounds(of: label)), builder.constant(Double(Self.stepsInARound)))
      return (label, builder.atLeast(counter, builder.maximum(steps, builder.constant(1))))
    }
  }
}

import ProgrammeTheory

extension ModelCompiler {
  // MARK: Blends

  mutating func collectBlends() {
    for blend in blocks.blends {
      guard let concept = theory.concept(blend.into) else { continue }
      let weight = builder.parameter(.strength(of: blend))
      var terms: [Term] = []
      for place in partners.places(of: concept.scope) {
        let mixture = drive(of: blend, at: place)
        let lean = builder.subtract(builder.multiply(builder.constant(2), mixture), builder.constant(1))
        terms.append(builder.multiply(weight, lean))
      }
      influences[blend.into, default: []].append(
        Influence(
          source: .blend(blend.into), kind: .moves, isAftermath: false,
          strength: Field(scope: concept.scope, terms: terms)))
    }
  }

  /// What drives a blend in a place, from 0 to 1: (1 − h) · what drives at first + h · what takes over. h rises with
  /// the highest of what makes it take over; its top and its steepness are drawn.
  mutating func drive(of blend: DynamicsBlock.Blend, at place: LevelPlace) -> Term {
    let share = takeover(of: blend, at: place)
    let first = mixture(of: blend, at: place)
    let other = level(blend.and, at: place)
    return builder.add(
      builder.multiply(builder.complement(share), first), builder.multiply(share, other))
  }

  private mutating func takeover(of blend: DynamicsBlock.Blend, at place: LevelPlace) -> Term {
    let levels = blend.by.map { level($0, at: place) }
    let highest = builder.greatest(levels) ?? builder.constant(0)
    let steepness = builder.parameter(.steepness(of: blend))
    return builder.multiply(builder.parameter(.top(of: blend)), builder.power(highest, steepness))
  }

  private mutating func mixture(of blend: DynamicsBlock.Blend, at place: LevelPlace) -> Term {
    let levels = blend.of.map { level($0, at: place) }
    guard levels.count > 1 else { return levels.first ?? builder.constant(0.5) }
    let shares = blend.of.map { builder.parameter(.share(of: $0, in: blend)) }
    return builder.mean(levels, weights: shares)
  }

  /// The level of a concept as a partner sees it that acts by itself.
  mutating func level(_ concept: Concept.ID, at place: LevelPlace) -> Term {
    guard let field = levels[concept] else { return builder.constant(0.5) }
    return read(field, at: place, .ofTheFirst)
  }

  // MARK: Attempts

  mutating func collectAttempts() {
    for attempts in blocks.attempts {
      guard let concept = theory.concept(attempts.achieves) else { continue }
      let weight = builder.parameter(.strength(of: attempts))
      var terms: [Term] = []
      for place in partners.places(of: concept.scope) {
        let success = success(of: attempts, at: place)
        let lean = builder.subtract(builder.multiply(builder.constant(2), success), builder.constant(1))
        terms.append(builder.multiply(weight, lean))
      }
      influences[attempts.achieves, default: []].append(
        Influence(
          source: .attempts(attempts.achieves), kind: .moves, isAftermath: false,
          strength: Field(scope: concept.scope, terms: terms)))
    }
  }

  /// How far a round's attempt succeeds, from 0 to 1: logistic(k · (capacity − demand + luck)).
  private mutating func success(of attempts: DynamicsBlock.Attempts, at place: LevelPlace) -> Term {
    let demand = demand(of: attempts, at: place)
    let capacity = capacity(for: attempts, at: place)
    let luck = builder.multiply(builder.parameter(.width(ofLuckIn: attempts)), builder.input(.luck))
    let margin = builder.add(builder.subtract(capacity, demand), luck)
    return builder.logistic(builder.multiply(builder.parameter(.sharpness(of: attempts)), margin))
  }

  /// The mean of how complex the work is and of how far the aims reach, where the next step and the aim in the end are
  /// mixed.
  private mutating func demand(of attempts: DynamicsBlock.Attempts, at place: LevelPlace) -> Term {
    var reach = level(attempts.ambition, at: place)
    if let steps = attempts.steps {
      let share = builder.parameter(.share(ofStepsIn: attempts))
      let next = level(steps, at: place)
      reach = builder.add(
        builder.multiply(builder.complement(share), reach), builder.multiply(share, next))
    }
    let complexity = level(attempts.complexity, at: place)
    return builder.multiply(builder.constant(0.5), builder.add(reach, complexity))
  }

  /// The mean of what helps, less the share of the effort that burdens take before the aims get any.
  private mutating func capacity(for attempts: DynamicsBlock.Attempts, at place: LevelPlace) -> Term {
    let support = attempts.support.map { level($0, at: place) }
    let shares = attempts.support.map { builder.parameter(.share(ofSupport: $0, in: attempts)) }
    let means = support.isEmpty ? builder.constant(0.5) : builder.mean(support, weights: shares)
    let burdens = attempts.burden.map { membership(of: Literal(.more, $0), at: place) }
    guard let heaviest = builder.greatest(burdens) else { return means }
    let taken = builder.multiply(builder.parameter(.weight(ofBurdenIn: attempts)), heaviest)
    return builder.multiply(means, builder.complement(taken))
  }

  // MARK: Actions

  mutating func collectLevers() {
    for lever in theory.levers where start.levers.contains(lever.id) {
      let underWay = builder.input(.action(lever.id.text))
      for effect in lever.moves {
        // What sets a start has done so before the first step: an action on it moves what it sets.
        let target = blocks.initials[effect.concept] ?? effect.concept
        let weight = builder.parameter(.strength(of: lever, effect))
        let strength = builder.multiply(weight, underWay)
        let isDown = effect.change == .lowers || effect.change == .exposes
        influences[target, default: []].append(
          Influence(
            source: .lever(lever.id), kind: effect.direction == nil ? .buffers : .moves, isAftermath: false,
            strength: Field(scope: .collaboration, terms: [isDown ? builder.negative(strength) : strength])))
      }
    }
  }
}

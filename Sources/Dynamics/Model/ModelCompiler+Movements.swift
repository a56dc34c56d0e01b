import ProgrammeTheory

extension ModelCompiler {
  /// How many steps a round of work has.
  static var stepsInARound: Int { 3 }

  /// How a level moves in a step, and what each influence adds to that.
  struct Movement {
    let concept: Concept.ID
    let place: LevelPlace
    let variable: Term
    /// What each source adds in this step; with the pull to rest they add up to the whole of it, unless a cap cuts it.
    let shares: [(source: InfluenceSource, amount: Term)]
    /// How much of a loss each buffer spares in this step; below 0 where it makes the loss larger.
    let spared: [(source: InfluenceSource, amount: Term)]
    /// How strongly each source bears on the level, from −1 to 1.
    let strengths: [(source: InfluenceSource, strength: Term)]
  }

  /// Says for each level what follows it, and keeps what each influence adds.
  mutating func compileMovements(_ endings: [SettledEnd]) -> [Movement] {
    var movements: [Movement] = []
    for concept in theory.concepts {
      guard let field = levels[concept.id] else { continue }
      for (index, place) in partners.places(of: concept.scope).enumerated() {
        let level = field.terms[index]
        guard builder.program[level].operation == .variable else { continue }
        movements.append(move(concept, at: place, level, endings))
      }
    }
    return movements
  }

  /// x ← (x + u + λ·rest) / (1 + u + v + λ): u pulls up, v down, and λ to the rest point. It is written as the share of
  /// what pulls up, x + u + λ·rest, in that and what pulls down, (1 − x) + v + λ·(1 − rest). So it stays between 0 and 1
  /// for any strength and any step, more of u never lowers it, and more of v never raises it.
  private mutating func move(_ concept: Concept, at place: LevelPlace, _ level: Term, _ endings: [SettledEnd])
    -> Movement
  {
    let together = isTogether(place)
    let pushes = pushes(on: concept, at: place, together)
    let (pull, rest) = pullToRest(of: concept, pushes.gate)
    let losses = pushes.groups.map { group in
      builder.multiply(builder.multiply(group.fall, group.down), pushes.exposure)
    }
    let room = builder.complement(level)
    let gains = pushes.groups.map { builder.multiply($0.rise, $0.up) }
    let upwards = builder.sum([level] + gains + [builder.multiply(pull, rest)])
    let downwards = builder.sum([room] + losses + [builder.multiply(pull, builder.complement(rest))])
    var next = builder.share(upwards, downwards)
    next = capped(next, level, concept, at: place, pushes.gate)
    if pushes.standsStillInTheEnd { next = builder.choose(together, next, level) }
    next = settledByEnd(next, concept, endings)
    builder.set(level, next: next)
    let moves = pushes.standsStillInTheEnd ? together : builder.constant(1)
    let part = builder.divide(moves, builder.add(upwards, downwards))
    var shares: [(source: InfluenceSource, amount: Term)] = []
    for group in pushes.groups {
      let gain = builder.multiply(builder.multiply(group.rise, room), part)
      let lost = builder.multiply(
        builder.multiply(builder.multiply(group.fall, pushes.exposure), level), part)
      for (source, strength) in group.strengths {
        let won = builder.multiply(gain, builder.positivePart(strength))
        shares.append((source, builder.add(won, builder.multiply(lost, builder.negativePart(strength)))))
      }
    }
    if blocks.states[concept.id] != nil {
      let drawn = builder.multiply(pull, builder.subtract(rest, level))
      shares.append((.rest(concept.id), builder.multiply(drawn, part)))
    }
    // What the loss would have been larger by, at the losses of this step.
    let lost = builder.multiply(builder.multiply(builder.sum(losses), level), part)
    let spared = pushes.buffering.map { ($0.source, builder.multiply(lost, $0.strength)) }
    return Movement(
      concept: concept.id, place: place, variable: level, shares: shares, spared: spared,
      strengths: pushes.groups.flatMap(\.strengths) + pushes.buffering)
  }

  /// What pushes a level in one step.
  private struct Pushes {
    /// Influences that work at the same time, and at the same pace.
    struct Group {
      var strengths: [(source: InfluenceSource, strength: Term)]
      /// The sum of those that push up, and of those that push down; each from 0 up.
      var up: Term
      var down: Term
      /// How much of a push up or down tells in this step.
      var rise: Term
      var fall: Term
    }

    var groups: [Group] = []
    var buffering: [(source: InfluenceSource, strength: Term)] = []
    /// By how much losses are multiplied: (1 + exposed) / (1 + buffered).
    var exposure: Term
    /// Whether nothing moves the level in a place that has parted: then it is held there, and what moves it before needn't
    /// be kept from doing so.
    let standsStillInTheEnd: Bool
    /// 1 while what moves the level before an end does so, else 0.
    let gate: Term
  }

  /// What pushes a level up and down in one step, and what makes its losses smaller or larger.
  private mutating func pushes(on concept: Concept, at place: LevelPlace, _ together: Term) -> Pushes {
    let isState = blocks.states[concept.id] != nil
    let pace = builder.multiply(
      builder.parameter(.pace(of: concept.id, isState: isState)),
      builder.constant(1 / Double(Self.stepsInARound)))
    let fall = isState ? builder.constant(1) : builder.parameter(.paceOfLoss(of: concept.id))
    let own = influences[concept.id] ?? []
    let standsStill = !own.contains { $0.kind == .moves && $0.isAftermath }
    var result = Pushes(
      exposure: builder.constant(1), standsStillInTheEnd: standsStill,
      gate: standsStill ? builder.constant(1) : together)
    for isAftermath in [false, true] {
      let strengths = own.filter { $0.kind == .moves && $0.isAftermath == isAftermath }
        .map { (source: $0.source, strength: read($0.strength, at: place)) }
      guard !strengths.isEmpty else { continue }
      let gate = isAftermath ? isParting(place) : result.gate
      let (up, down) = builder.sumsOfHalves(strengths.map(\.strength))
      let speed = builder.multiply(gate, pace)
      result.groups.append(
        Pushes.Group(
          strengths: strengths, up: up, down: builder.negative(down), rise: speed,
          fall: builder.multiply(gate, builder.multiply(pace, fall))))
    }
    let buffers = own.filter { $0.kind == .buffers }
    result.buffering = buffers.map { (source: $0.source, strength: read($0.strength, at: place)) }
    let buffered = builder.sum(result.buffering.map { builder.positivePart($0.strength) })
    let exposed = builder.sum(result.buffering.map { builder.negativePart($0.strength) })
    let one = builder.constant(1)
    result.exposure = builder.divide(builder.subtract(one, exposed), builder.add(one, buffered))
    return result
  }

  private mutating func pullToRest(of concept: Concept, _ gate: Term) -> (pull: Term, rest: Term) {
    guard let range = blocks.states[concept.id] else { return (builder.constant(0), builder.constant(0)) }
    let pace = builder.parameter(.pace(of: concept.id, isState: true))
    let pull = builder.parameter(.pull(of: concept.id))
    let step = builder.multiply(
      builder.multiply(pace, pull), builder.constant(1 / Double(Self.stepsInARound)))
    return (builder.multiply(gate, step), builder.parameter(.rest(of: concept.id, range)))
  }

  private mutating func capped(
    _ level: Term, _ variable: Term, _ concept: Concept, at place: LevelPlace, _ gate: Term
  ) -> Term {
    var level = level
    for cap in blocks.caps[concept.id] ?? [] {
      let floor = builder.parameter(.floor(of: cap))
      let highest = builder.greatest(cap.by.map { self.level($0, at: place) }) ?? builder.constant(0)
      let allowed = builder.add(floor, builder.multiply(builder.complement(floor), highest))
      caps.append((variable, allowed))
      level = builder.minimum(level, builder.maximum(allowed, builder.complement(gate)))
    }
    return level
  }

  /// What an end settles for good.
  private mutating func settledByEnd(_ level: Term, _ concept: Concept, _ endings: [SettledEnd]) -> Term {
    var level = level
    for (ending, hasCome) in endings where ending.then.concept == concept.id {
      level = builder.choose(hasCome, builder.constant(ending.then.direction == .more ? 1 : 0), level)
    }
    return level
  }
}

extension ProgramBuilder {
  /// What of some lines is above 0, summed up, and what is below.
  ///
  /// First come those that can lie on either side: what both sums take in is worked out in one go.
  fileprivate mutating func sumsOfHalves(_ terms: [Term]) -> (up: Term, down: Term) {
    let halves = terms.map { (up: positivePart($0), down: negativePart($0)) }
    let isOneSided = halves.map { value($0.up) == 0 || value($0.down) == 0 }
    let order = halves.indices.filter { !isOneSided[$0] } + halves.indices.filter { isOneSided[$0] }
    return (sum(order.map { halves[$0].up }), sum(order.map { halves[$0].down }))
  }
}

import ProgrammeTheory

extension ModelCompiler {
  /// How many steps a round of work has.
  static var stepsInARound: Int { 4 }

  /// How a level moves in a step, and what each influence adds to that.
  struct Movement {
    let concept: Concept.ID
    let place: Place
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
  private mutating func move(_ concept: Concept, at place: Place, _ level: Term, _ endings: [SettledEnd])
    -> Movement
  {
    let pushes = pushes(on: concept, at: place)
    let together = isTogether(place)
    let (pull, rest) = pullToRest(of: concept, together)
    let ups = builder.sum(pushes.moving.map(\.up))
    let downs = builder.sum(pushes.moving.map(\.down))
    let loss = builder.multiply(downs, pushes.exposure)
    let room = builder.complement(level)
    let upwards = builder.sum([level, ups, builder.multiply(pull, rest)])
    let downwards = builder.sum([room, loss, builder.multiply(pull, builder.complement(rest))])
    var next = builder.share(upwards, downwards)
    next = capped(next, concept, at: place, together)
    next = settledByEnd(next, concept, endings)
    builder.set(level, next: next)
    let whole = builder.add(upwards, downwards)
    var shares = pushes.moving.map { push -> (InfluenceSource, Term) in
      let gain = builder.multiply(push.up, room)
      let lost = builder.multiply(builder.multiply(push.down, pushes.exposure), level)
      return (push.source, builder.divide(builder.subtract(gain, lost), whole))
    }
    if blocks.states[concept.id] != nil {
      let drawn = builder.multiply(pull, builder.subtract(rest, level))
      shares.append((.rest(concept.id), builder.divide(drawn, whole)))
    }
    let spared = pushes.buffering.map { buffer -> (InfluenceSource, Term) in
      // What the loss would have been larger by, at the losses of this step.
      let lost = builder.divide(builder.multiply(builder.multiply(loss, level), buffer.strength), whole)
      return (buffer.source, lost)
    }
    return Movement(
      concept: concept.id, place: place, variable: level, shares: shares, spared: spared,
      strengths: pushes.strengths)
  }

  private struct Pushes {
    var moving: [(source: InfluenceSource, up: Term, down: Term)] = []
    var buffering: [(source: InfluenceSource, strength: Term)] = []
    var strengths: [(source: InfluenceSource, strength: Term)] = []
    /// By how much losses are multiplied: (1 + exposed) / (1 + buffered).
    var exposure: Term
  }

  /// What pushes a level up and down in one step, and what makes its losses smaller or larger.
  private mutating func pushes(on concept: Concept, at place: Place) -> Pushes {
    var result = Pushes(exposure: builder.constant(1))
    let pace = builder.multiply(
      builder.parameter(.pace(of: concept.id, isState: blocks.states[concept.id] != nil)),
      builder.constant(1 / Double(Self.stepsInARound)))
    let fall = blocks.states[concept.id] == nil ? builder.parameter(.paceOfLoss(of: concept.id)) : builder.constant(1)
    var (buffered, exposed) = (builder.constant(1), builder.constant(1))
    for influence in influences[concept.id] ?? [] {
      let strength = read(influence.strength, at: place)
      result.strengths.append((influence.source, strength))
      let up = builder.positivePart(strength)
      let down = builder.negative(builder.negativePart(strength))
      switch influence.kind {
      case .moves:
        let gate = influence.isAftermath ? isParting(place) : isTogether(place)
        let speed = builder.multiply(gate, pace)
        result.moving.append(
          (influence.source, builder.multiply(speed, up), builder.multiply(builder.multiply(speed, fall), down)))
      case .buffers:
        result.buffering.append((influence.source, strength))
        buffered = builder.add(buffered, up)
        exposed = builder.add(exposed, down)
      }
    }
    result.exposure = builder.divide(exposed, buffered)
    return result
  }

  private mutating func pullToRest(of concept: Concept, _ together: Term) -> (pull: Term, rest: Term) {
    guard let range = blocks.states[concept.id] else { return (builder.constant(0), builder.constant(0)) }
    let pace = builder.parameter(.pace(of: concept.id, isState: true))
    let pull = builder.parameter(.pull(of: concept.id))
    let step = builder.multiply(builder.multiply(pace, pull), builder.constant(1 / Double(Self.stepsInARound)))
    return (builder.multiply(together, step), builder.parameter(.rest(of: concept.id, range)))
  }

  private mutating func capped(_ level: Term, _ concept: Concept, at place: Place, _ together: Term) -> Term {
    var level = level
    for cap in blocks.caps[concept.id] ?? [] {
      let floor = builder.parameter(.floor(of: cap))
      let highest = builder.greatest(cap.by.map { self.level($0, at: place) }) ?? builder.constant(0)
      let allowed = builder.add(floor, builder.multiply(builder.complement(floor), highest))
      level = builder.minimum(level, builder.maximum(allowed, builder.complement(together)))
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

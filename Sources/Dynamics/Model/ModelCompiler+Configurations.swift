import ProgrammeTheory

extension ModelCompiler {
  /// Works out how strongly each configuration, block and action bears on each concept.
  mutating func collectInfluences() {
    influences = [:]
    for configuration in theory.configurations { collect(configuration) }
    guard phase == .step else { return }
    collectBlends()
    collectAttempts()
    collectLevers()
  }

  private mutating func collect(_ configuration: CMOConfiguration) {
    guard !configuration.origins.isEmpty else {
      note(configuration, "it has nothing to start from")
      return
    }
    // What is told of the concept already counts from the start.
    let isAftermath = configuration.origins.contains { origin in
      blocks.aftermath.contains(origin.concept) && !start.known.contains { $0.concept == origin.concept }
    }
    if isAftermath && phase == .start { return }
    let scope = drivingScope(of: configuration)
    var (fired, activated) = (Field(scope: scope, terms: []), Field(scope: scope, terms: []))
    for place in partners.places(of: scope) {
      let (firing, activation) = fire(configuration, at: place)
      fired.terms.append(firing)
      activated.terms.append(activation)
    }
    for literal in configuration.setsOff {
      let strength = literal.direction == .more ? activated : turned(activated)
      add(
        Influence(
          source: .configuration(configuration.id), kind: .moves, isAftermath: isAftermath, strength: strength
        ),
        to: literal.concept, of: configuration)
    }
    for effect in configuration.outcome {
      let weight = builder.parameter(.strength(of: configuration, effect))
      var strength = Field(scope: scope, terms: fired.terms.map { builder.multiply(weight, $0) })
      if effect.change == .lowers || effect.change == .exposes { strength = turned(strength) }
      add(
        Influence(
          source: .configuration(configuration.id), kind: effect.direction == nil ? .buffers : .moves,
          isAftermath: isAftermath, strength: strength),
        to: effect.concept, of: configuration)
    }
  }

  /// The finest scope among what makes a configuration fire.
  private func drivingScope(of configuration: CMOConfiguration) -> Concept.Scope {
    let literals =
      configuration.origins + configuration.conditions.flatMap(\.anyOf)
      + (configuration.mechanism?.origin == .chosen ? configuration.mechanism?.literals ?? [] : [])
    return .finest(of: literals.compactMap { theory.concept($0.concept)?.scope })
  }

  private mutating func turned(_ field: Field) -> Field {
    Field(scope: field.scope, terms: field.terms.map { builder.negative($0) })
  }

  private mutating func add(
    _ influence: Influence, to concept: Concept.ID, of configuration: CMOConfiguration
  ) {
    guard theory.concept(concept) != nil else {
      note(configuration, "the theory has no concept \(concept)")
      return
    }
    if phase == .step {
      // What bears on a start has done so before the first step.
      if blocks.initials[concept] != nil { return }
      let passesOnStart = configuration.origins.allSatisfy { blocks.initials[$0.concept] == concept }
      if passesOnStart, influence.kind == .moves { return }
    }
    influences[concept, default: []].append(influence)
  }

  // MARK: Firing

  /// How far a configuration fires and how far its mechanism is set off in a place, each from −1 to 1 and below 0 where it
  /// works turned round: generative causation needs context and mechanism, and the lesser of them counts (Pawson and
  /// Tilley 1997; Ragin 2008 for the minimum).
  private mutating func fire(_ configuration: CMOConfiguration, at place: LevelPlace) -> (
    fired: Term, activation: Term
  ) {
    let context = lean(ofContext: configuration, at: place)
    let gate = builder.multiply(
      builder.gateOfReadings(of: configuration, in: theory), self.gate(configuration.conditions, at: place))
    guard let mechanism = configuration.mechanism, !configuration.context.isEmpty else {
      return (builder.multiply(gate, context), builder.constant(0))
    }
    let drive: Term
    let weight: Term
    switch mechanism.origin {
    case .produced:
      drive = context
      weight = builder.parameter(.strength(ofMechanismOf: configuration))
    case .chosen:
      let leans = mechanism.literals.map { membership(of: $0, at: place) }
      let brought = builder.least(leans) ?? builder.constant(0)
      let up = builder.minimum(builder.positivePart(context), brought)
      let down = builder.maximum(builder.negativePart(context), builder.negative(brought))
      drive = builder.add(up, down)
      weight = builder.constant(1)
    }
    let activation = lagged(builder.multiply(gate, drive), times: weight, configuration, at: place)
    let up = builder.positivePart(builder.minimum(drive, activation))
    let down = builder.negativePart(builder.maximum(drive, activation))
    return (builder.multiply(gate, builder.add(up, down)), activation)
  }

  /// How far a context holds: the least of its literals where all hold; where all are turned round and the configuration
  /// also holds so, minus the least; else 0.
  private mutating func lean(ofContext configuration: CMOConfiguration, at place: LevelPlace) -> Term {
    let leans = configuration.origins.map { lean(of: $0, at: place) }
    let up = builder.positivePart(builder.least(leans) ?? builder.constant(0))
    guard configuration.reversibility.isAllowed else { return up }
    return builder.add(up, builder.negativePart(builder.greatest(leans) ?? builder.constant(0)))
  }

  /// A mechanism follows what sets it off with a lag; before the first step it has had time to.
  ///
  /// a ← (a + r · target) / (1 + r), written as the sum of a share of either: the shares stay the same through a model.
  private mutating func lagged(
    _ drive: Term, times weight: Term, _ configuration: CMOConfiguration, at place: LevelPlace
  ) -> Term {
    let target = builder.multiply(weight, drive)
    guard phase == .step, builder.value(target) != 0 else { return target }
    let activation = builder.variable(
      "activation/\(configuration.id)\(place.suffix)", startingAt: builder.constant(0),
      within: builder.sides(of: target))
    activations[builder.program[activation].number] = configuration.id
    let (rate, one) = (builder.parameter(.lag(of: configuration)), builder.constant(1))
    let kept = builder.multiply(builder.share(one, rate), activation)
    let taken = builder.multiply(builder.multiply(builder.share(rate, one), weight), drive)
    builder.set(activation, next: builder.add(kept, taken))
    return activation
  }

  /// Says that something can't be compiled, once.
  mutating func note(_ configuration: CMOConfiguration, _ why: String) {
    let gap = Model.Gap(configuration: configuration.id, tellings: configuration.tellings, why: why)
    if !gaps.contains(gap) { gaps.append(gap) }
  }
}

extension ProgramBuilder {
  /// The scale from −1 to 1, or the half of it on which a line is known to stay.
  func sides(of term: Term) -> ClosedRange<Double> {
    guard let bounds = bounds[term.index] else { return -1...1 }
    return (bounds.lowerBound >= 0 ? 0 : -1)...(bounds.upperBound <= 0 ? 0 : 1)
  }

  /// 1 where the reading of a rivalry that a configuration belongs to is the one that holds in a model, else 0; 1 for a
  /// configuration without rivals.
  mutating func gateOfReadings(of configuration: CMOConfiguration, in theory: Theory) -> Term {
    var gate = constant(1)
    for rivalry in theory.rivalries {
      let own = rivalry.readings.indices.filter {
        rivalry.readings[$0].configurations.contains(configuration.id)
      }
      guard !own.isEmpty, own.count < rivalry.readings.count else { continue }
      let reading = parameter(.reading(of: rivalry))
      let holds = own.map { index in
        let from = constant(Double(index))
        return subtract(atLeast(reading, from), atLeast(reading, constant(Double(index) + 1)))
      }
      gate = multiply(gate, sum(holds))
    }
    return gate
  }
}

extension CMOConfiguration {
  /// The literals from which it works: its context, or its mechanism where no context is told.
  var origins: [Literal] { context.isEmpty ? mechanism?.literals ?? [] : context }
}

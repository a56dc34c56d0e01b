import OrderedCollections

/// Where the source says one thing and its opposite.
extension TheoryCheck {
  /// Two tellings from the same context, or of one claim, in which a concept moves both ways; then two configurations
  /// that do so although no two of their tellings do.
  func contradictions() -> [Finding] {
    let told = contradictingTellings
    return told.map(contradiction) + contradictingConfigurations(told).map(contradiction)
  }

  struct Contradiction {
    let one: Telling
    let other: Telling
    let given: [Literal]
    /// What the first says of the concepts in question.
    let effects: [Literal]
    var configurations: [CMOConfiguration] = []
  }

  // MARK: Tellings

  var contradictingTellings: [Contradiction] {
    var found: OrderedDictionary<[Telling.ID], Contradiction> = [:]
    var alike: OrderedDictionary<Set<Literal>, [Telling]> = [:]
    for telling in theory.tellings where telling.bearing == .supports {
      let given = given(telling)
      if !given.isEmpty { alike[Set(given), default: []].append(telling) }
    }
    for (_, tellings) in alike {
      for (index, one) in tellings.enumerated() {
        for other in tellings.dropFirst(index + 1) where canHoldTogether(one, other) {
          let (one, other) = inOrder(one, other)
          let effects = opposed(one, other)
          guard !effects.isEmpty else { continue }
          found[[one.id, other.id]] = Contradiction(
            one: one, other: other, given: given(one), effects: effects)
        }
      }
    }
    for pair in toldTwice where found[[pair.one.id, pair.other.id]] == nil && !pair.opposed.isEmpty {
      found[[pair.one.id, pair.other.id]] = Contradiction(
        one: pair.one, other: pair.other, given: pair.first.context, effects: pair.opposed)
    }
    return Array(found.values).sorted { one, other in
      precedes([one.one, one.other], [other.one, other.other])
    }
  }

  /// What has to be so before anything comes about: the context, and a mechanism that people bring.
  private func given(_ telling: Telling) -> [Literal] {
    let slots = ToldSlots(telling)
    return slots.context + (isChosen(telling) ? slots.mechanism : [])
  }

  private func effects(_ telling: Telling) -> [Literal] {
    let slots = ToldSlots(telling)
    return isChosen(telling) ? slots.outcome.compactMap(\.literal) : slots.effects
  }

  private func opposed(_ one: Telling, _ other: Telling) -> [Literal] {
    let there = Set(effects(other))
    return effects(one).filter { there.contains($0.reversed) }
  }

  /// Whether the conditions of both can be met at once: else they speak of different circumstances.
  private func canHoldTogether(_ one: Telling, _ other: Telling) -> Bool {
    let (here, there) = (ToldSlots(one), ToldSlots(other))
    let all = Set((there.context + there.conditions).map(\.plain))
    return !(here.context + here.conditions).contains { all.contains($0.plain.reversed) }
  }

  // MARK: Configurations

  private func contradictingConfigurations(_ told: [Contradiction]) -> [Contradiction] {
    let known = Set(told.map { [$0.one.id, $0.other.id] })
    var found: [Contradiction] = []
    for (index, one) in theory.configurations.enumerated() {
      for other in theory.configurations.dropFirst(index + 1) {
        guard let contradiction = contradiction(one, other) else { continue }
        let pairs = one.tellings.flatMap { here in other.tellings.flatMap { [[here, $0], [$0, here]] } }
        if known.isDisjoint(with: pairs) { found.append(contradiction) }
      }
    }
    return found
  }

  private func contradiction(_ one: CMOConfiguration, _ other: CMOConfiguration) -> Contradiction? {
    let (here, there) = (one.given, other.given)
    guard !here.isEmpty, Set(here) == Set(there), one.canHold(with: other),
      let first = supporting(one).first, let second = supporting(other).first
    else { return nil }
    let known = Set(other.effects)
    let opposed = one.effects.filter { known.contains($0.reversed) }
    guard !opposed.isEmpty else { return nil }
    return Contradiction(
      one: first, other: second, given: here, effects: opposed, configurations: [one, other])
  }

  private func supporting(_ configuration: CMOConfiguration) -> [Telling] {
    configuration.tellings.compactMap { tellings[$0] }.filter { $0.bearing == .supports }
  }

  // MARK: Words

  private func contradiction(_ found: Contradiction) -> Finding {
    let (one, other) = (found.one, found.other)
    let mine = found.configurations.first.map { [$0.id] } ?? (claims[one.id] ?? []).map(\.id)
    let theirs = found.configurations.last.map { [$0.id] } ?? (claims[other.id] ?? []).map(\.id)
    let rivalries = theory.rivalries.filter { $0.sets(mine, against: theirs) }
    let given = ends(found.given)
    let here = changes(found.effects.map(effect))
    let there = changes(found.effects.map { effect($0.reversed) })
    let place = places(one, other)
    var subjects: [Finding.Subject] = [.telling(one.id), .telling(other.id)]
    subjects += OrderedSet(found.effects.map(\.concept)).map { .concept($0) }
    subjects += OrderedSet(mine + theirs).map { .configuration($0) }
    subjects += rivalries.map { .rivalry($0.id) }
    return Finding(
      kind: .polarityContradiction, subjects: subjects, places: [.text(one.place), .text(other.place)],
      sentence: "\(given.asSentence): \(here) in \(place.one), but \(there) in \(place.other)."
        + (rivalries.isEmpty ? "" : " Both readings are kept."),
      short: "\(given): \(names(found.effects.map(\.concept))) rises or falls")
  }
}

extension Rivalry {
  /// Whether one of its readings holds some of these configurations, and another some of those.
  fileprivate func sets(_ mine: [CMOConfiguration.ID], against theirs: [CMOConfiguration.ID]) -> Bool {
    let here = readings.filter { !Set($0.configurations).isDisjoint(with: mine) }
    let there = readings.filter { !Set($0.configurations).isDisjoint(with: theirs) }
    return here.contains { reading in there.contains { $0 != reading } }
  }
}

extension CMOConfiguration {
  /// What has to be so before anything comes about: the context, and a mechanism that people bring.
  fileprivate var given: [Literal] {
    let brought = mechanism?.origin == .chosen ? mechanism?.literals : nil
    return context + (brought ?? [])
  }

  /// What comes about.
  fileprivate var effects: [Literal] {
    let produced = mechanism?.origin == .produced ? mechanism?.literals : nil
    return (produced ?? []).map(\.plain) + outcome.compactMap(\.literal)
  }

  /// Whether no condition of one rules the other out.
  fileprivate func canHold(with other: CMOConfiguration) -> Bool {
    func certain(_ configuration: CMOConfiguration) -> [Literal] {
      configuration.context.map(\.plain)
        + configuration.conditions.flatMap { $0.anyOf.count == 1 ? $0.anyOf.map(\.plain) : [] }
    }
    let there = Set(certain(other))
    return !certain(self).contains { there.contains($0.reversed) }
  }
}

import ProgrammeTheory

/// Which of a theory's configurations are asked for. What isn't said doesn't matter.
struct ConfigurationFilter: Sendable, Hashable {
  /// How a concept may move in a configuration.
  enum Move: String, Sendable, CaseIterable {
    case more, less
    case protects
  }

  /// How well founded a configuration is.
  enum Footing: String, Sendable, CaseIterable {
    case several
    case one
    case middleRange = "middle-range"
    case other
    case none
    case against
    case hypothesis

    var words: String {
      switch self {
      case .several: "two or more included studies"
      case .one: "one included study"
      case .middleRange: "middle-range theory only"
      case .other: "works that aren’t included studies"
      case .none: "no source given"
      case .against: "some work found the opposite, or little"
      case .hypothesis: "put forward as a hypothesis"
      }
    }
  }

  var concept: Concept.ID?
  /// The concept that stands in the mechanism.
  var mechanism: Concept.ID?
  var slot: ConfigurationSlot?
  var move: Move?
  var evidence: Footing?
  var phase: Phase.ID?
  var words = ""

  var isEmpty: Bool { self == ConfigurationFilter() }

  /// The configurations that fit, in the theory's order.
  func configurations(in exploration: Exploration) -> [CMOConfiguration] {
    let wanted = SearchIndex.words(in: String(words.prefix(SearchIndex.mostSigns)))
      .prefix(SearchIndex.mostWords)
    return exploration.theory.configurations.filter { configuration in
      stands(in: configuration)
        && (mechanism == nil || configuration.concepts(in: .mechanism).contains { $0 == mechanism })
        && (phase == nil || configuration.phase == phase)
        && (evidence.map { exploration.rests(configuration, on: $0) } ?? true)
        && (wanted.isEmpty || exploration.theory.tells(wanted, in: configuration))
    }
  }

  /// Whether the concept, or any, stands in the slot, or any, in the way that is asked for.
  private func stands(in configuration: CMOConfiguration) -> Bool {
    guard concept != nil || move != nil || slot != nil else { return true }
    return (slot.map { [$0] } ?? ConfigurationSlot.allCases).contains { slot in
      configuration.moves(in: slot).contains { standing in
        (concept == nil || standing.concept == concept) && (move == nil || standing.move == move)
      }
    }
  }
}

extension CMOConfiguration {
  /// What stands in a slot, and which way.
  func moves(in slot: ConfigurationSlot) -> [(concept: Concept.ID, move: ConfigurationFilter.Move)] {
    func moves(_ literals: [Literal]) -> [(Concept.ID, ConfigurationFilter.Move)] {
      literals.map { ($0.concept, $0.direction == .more ? .more : .less) }
    }
    return switch slot {
    case .context: moves(context)
    case .condition: moves(conditions.flatMap(\.anyOf))
    case .mechanism: moves(mechanism?.literals ?? [])
    case .outcome:
      outcome.map { effect in
        let move: ConfigurationFilter.Move =
          switch effect.direction {
          case .more: .more
          case .less: .less
          case nil: .protects
          }
        return (effect.concept, move)
      }
    }
  }

  /// The concepts of a slot.
  func concepts(in slot: ConfigurationSlot) -> [Concept.ID] { moves(in: slot).map(\.concept) }
}

extension Exploration {
  /// Whether a configuration is as well founded as is asked for.
  func rests(_ configuration: CMOConfiguration, on footing: ConfigurationFilter.Footing) -> Bool {
    let evidence = evidence(for: configuration.id)
    switch footing {
    case .against: return !evidence.against.isEmpty || !evidence.null.isEmpty
    case .hypothesis: return configuration.status == .hypothesised
    case .several, .one, .middleRange, .other, .none: return self.footing(of: configuration) == footing
    }
  }

  /// On what a configuration rests, as one of the kinds that exclude each other.
  func footing(of configuration: CMOConfiguration) -> ConfigurationFilter.Footing {
    let works = evidence(for: configuration.id).supporting
    let included = works.count { theory.role(of: $0) == .included }
    if included > 1 { return .several }
    if included == 1 { return .one }
    if works.isEmpty { return .none }
    return works.allSatisfy { theory.role(of: $0) == .middleRange } ? .middleRange : .other
  }
}

extension Theory {
  /// Whether every word that is asked for begins one of the claim's words.
  fileprivate func tells(_ wanted: some Sequence<String>, in configuration: CMOConfiguration) -> Bool {
    let words = SearchIndex.words(
      in: "\(configuration.id) \(configuration.title ?? "") \(sentence(configuration))")
    return wanted.allSatisfy { start in words.contains { $0.hasPrefix(start) } }
  }
}

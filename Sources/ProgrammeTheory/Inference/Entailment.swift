public import OrderedCollections

/// What a theory entails for a set of facts, by signs alone: which configurations fire, which stay silent, which don't
/// apply, and which way each concept is moved. There are no weights in it.
///
/// Rules:
/// - A literal holds when the facts say so, or, for a concept about which the facts say nothing, when a configuration
///   that fires brings it about. A fact stands until an event changes it: what is only inferred never overrides it.
/// - A configuration fires when every literal of its context holds, every condition is met, and, where its mechanism
///   is chosen, somebody brings it. Reversed, where it may be, it fires when every literal of its context is turned.
/// - "Very low" and "very high" are met only by a fact that says so; how far an inferred change goes isn't known.
/// - A buffer moves nothing; it is told as protection.
/// - What moves a concept is asked without the concept's own help, so that a loop isn't taken for a contradiction.
///
/// Firing more never makes a literal fail that held, so the least fixed point exists and doesn't depend on the order.
public struct Entailment: Sendable {
  /// The theory.
  public let theory: Theory
  /// The facts.
  public let facts: Facts
  /// What each configuration does, in the order of the document.
  public let verdicts: OrderedDictionary<CMOConfiguration.ID, Verdict>
  /// How each concept stands, in the order of the document.
  public let standings: OrderedDictionary<Concept.ID, Standing>
  private let spread: Spread

  init(theory: Theory, facts: Facts, forms: [CMOConfiguration]) {
    self.theory = theory
    self.facts = facts
    let spread = Spread(forms: forms, facts: facts)
    self.spread = spread
    verdicts = OrderedDictionary(
      theory.configurations.map { ($0.id, spread.verdict(of: $0)) }, uniquingKeysWith: { first, _ in first })
    // Only where both directions are reached can a concept's own help matter.
    standings = OrderedDictionary(
      theory.concepts.map { concept in
        let isTorn = Direction.allCases.allSatisfy { spread.reached[Literal($0, concept.id)] != nil }
        let alone =
          isTorn && facts[concept.id] == nil
          ? Spread(forms: forms, facts: facts, without: concept.id) : spread
        return (concept.id, alone.standing(of: concept.id))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// How a concept stands.
  public func standing(of concept: Concept.ID) -> Standing {
    standings[concept] ?? Standing(concept: concept, fact: nil, raisedBy: [], loweredBy: [], bufferedBy: [])
  }

  /// The configurations that fire, in the order of the document, with their forms.
  public var firing: [(configuration: CMOConfiguration, forms: [Firing])] {
    theory.configurations.compactMap { configuration in
      guard case .fires(let forms)? = verdicts[configuration.id] else { return nil }
      return (configuration, forms)
    }
  }

  /// The configurations that wait for a fact, by the concept that they wait for, most awaited first.
  public var awaited: [(concept: Concept.ID, by: [CMOConfiguration.ID])] {
    var waiting: OrderedDictionary<Concept.ID, [CMOConfiguration.ID]> = [:]
    for (id, verdict) in verdicts {
      guard case .silent(let wanting) = verdict else { continue }
      for concept in wanting { waiting[concept, default: []].append(id) }
    }
    return waiting.map { ($0.key, $0.value) }.sorted { one, other in
      one.by.count != other.by.count ? one.by.count > other.by.count : one.concept < other.concept
    }
  }

  /// The shortest chain from the facts to a literal that a ground brings about, the first step first.
  public func chain(to literal: Literal, by ground: Ground) -> [Ground] {
    spread.chain(by: ground)
  }
}

extension Theory {
  /// What the theory entails for a set of facts.
  ///
  /// - Parameters:
  ///   - facts: what is known.
  ///   - excluded: configurations to leave out, such as those of a rival reading.
  public func entailment(of facts: Facts, without excluded: Set<CMOConfiguration.ID> = []) -> Entailment {
    let forms = configurations.filter { !excluded.contains($0.id) }.flatMap(\.forms)
    return Entailment(theory: self, facts: facts, forms: forms)
  }
}

public import OrderedCollections

/// What a theory entails for a set of facts, by signs alone: which configurations fire, which stay silent, which don't
/// apply, and which way each concept is moved. There are no weights in it.
///
/// Rules:
/// - A literal holds when the facts say so, or, for a concept about which the facts say nothing, when a configuration
///   that fires brings it about. A fact stands until an event changes it: what is only inferred never overrides it.
/// - A configuration fires when every literal of its context holds, every condition is met, and, where its mechanism
///   is chosen, somebody brings it. Reversed, where it may be, it fires when every literal of its context is turned.
/// - A configuration as told pushes even against a fact: a shared aim may lower a quarrel that is still loud. Reversed by
///   rule it doesn't: a fact that its mechanism lies the other way refutes the hypothesis.
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
  private let spread: Spread

  init(theory: Theory, facts: Facts, web: SignWeb) {
    self.theory = theory
    self.facts = facts
    // One more place than there are concepts: for literals of concepts that a theory made by hand doesn't define.
    spread = Spread(web: web, facts: theory.concepts.map { facts[$0.id] } + [nil])
  }

  /// What the theory entails for other facts, all else alike. Cheaper than asking the theory anew.
  public func entailment(of facts: Facts) -> Entailment {
    Entailment(theory: theory, facts: facts, web: spread.web)
  }

  // MARK: Configurations

  /// What a configuration does; `nil` for one that was left out or that the theory doesn't have.
  public func verdict(of id: CMOConfiguration.ID) -> Verdict? {
    guard let index = spread.web.configurations[id] else { return nil }
    let web = spread.web
    let forms = web.forms.indices.filter { web.forms[$0].configuration == index }
    guard let told = forms.first else { return nil }
    let fired = forms.filter { spread.fired[$0] != 0 }
      .map { Firing(form: web.values[$0].form, step: spread.fired[$0]) }
    guard fired.isEmpty else { return .fires(fired.sorted { $0.step < $1.step }) }
    for (condition, place) in zip(web.values[told].conditions, web.forms[told].conditions)
    where spread.truth(ofCondition: place) == .fails {
      return .doesNotApply(.condition(condition))
    }
    // Each form fails for a reason of its own, or waits; as long as one waits the configuration is silent.
    let waiting = forms.filter { failure(of: $0) == nil }
    if waiting.isEmpty, let reason = failure(of: told) {
      let isContext = web.values[told].context.contains(reason)
      return .doesNotApply(isContext ? .context(reason) : .mechanism(reason))
    }
    return .silent(wanting: Array(OrderedSet(waiting.flatMap(wanting))))
  }

  /// The literals that a form starts from, with their numbers.
  private func starts(of form: Int) -> Zip2Sequence<[Literal], ArraySlice<SignWeb.Code>> {
    zip(spread.web.values[form].starts, spread.web.codes[spread.web.forms[form].starts])
  }

  private func failure(of form: Int) -> Literal? {
    if let failing = starts(of: form).first(where: { spread.truth(of: $0.1) == .fails }) { return failing.0 }
    let mechanism = spread.web.values[form].mechanism?.literals ?? []
    return zip(mechanism, spread.web.codes[spread.web.forms[form].refutedBy]).first {
      spread.isRefuted(by: $0.1)
    }?.0
  }

  private func wanting(_ form: Int) -> [Concept.ID] {
    let web = spread.web
    let open = zip(web.values[form].conditions, web.forms[form].conditions)
      .filter { spread.truth(ofCondition: $0.1) != .holds }
      .flatMap { zip($0.0.anyOf, web.codes[web.conditions[$0.1]]) }
    return (Array(starts(of: form)) + open).filter { spread.truth(of: $0.1) == .unknown }.map(\.0.concept)
  }

  /// The configurations that fire, in the order of the document, with their forms, the earlier first.
  public var firing: [(configuration: CMOConfiguration, forms: [Firing])] {
    theory.configurations.compactMap { configuration in
      guard case .fires(let forms)? = verdict(of: configuration.id) else { return nil }
      return (configuration, forms)
    }
  }

  /// The identifiers of the configurations that fire, in the order of the document.
  public var firingConfigurations: OrderedSet<CMOConfiguration.ID> {
    OrderedSet(
      spread.web.forms.indices.filter { spread.fired[$0] != 0 }.map { spread.web.values[$0].id })
  }

  /// The configurations that wait for a fact, by the concept that they wait for, most awaited first.
  public var awaited: [(concept: Concept.ID, by: [CMOConfiguration.ID])] {
    var waiting: OrderedDictionary<Concept.ID, [CMOConfiguration.ID]> = [:]
    for configuration in theory.configurations {
      guard case .silent(let wanting)? = verdict(of: configuration.id) else { continue }
      for concept in wanting { waiting[concept, default: []].append(configuration.id) }
    }
    return waiting.map { ($0.key, $0.value) }.sorted { one, other in
      one.by.count != other.by.count ? one.by.count > other.by.count : one.concept < other.concept
    }
  }

  // MARK: Concepts

  /// How a concept stands.
  public func standing(of concept: Concept.ID) -> Standing {
    guard let place = spread.web.places[concept] else {
      return Standing(concept: concept, fact: nil, raisedBy: [], loweredBy: [], bufferedBy: [])
    }
    let alone = spreadWithoutHelp(of: place)
    return Standing(
      concept: concept, fact: facts[concept], raisedBy: alone.grounds(for: 2 * place),
      loweredBy: alone.grounds(for: 2 * place + 1), bufferedBy: alone.buffers(of: place))
  }

  /// How firing spreads where what is inferred of one concept leads nowhere. A fact about it is no help of its own: it
  /// is where chains start.
  func spreadWithoutHelp(of place: Int) -> Spread {
    // Its own help can matter only to what fires after it was reached, and never where a fact stands before it.
    guard spread.facts[place] == nil, let first = spread.firstReached(place),
      spread.web.touching(place).contains(where: { spread.fired[$0] > first })
    else { return spread }
    return Spread(web: spread.web, facts: spread.facts, without: place)
  }

  /// The place of a concept in the theory.
  func place(of concept: Concept.ID) -> Int? { spread.web.places[concept] }
}

extension Theory {
  /// What the theory entails for a set of facts.
  ///
  /// - Parameters:
  ///   - facts: what is known.
  ///   - excluded: configurations to leave out, such as those of a rival reading.
  public func entailment(of facts: Facts, without excluded: Set<CMOConfiguration.ID> = []) -> Entailment {
    Entailment(theory: self, facts: facts, web: SignWeb(theory: self, without: excluded))
  }
}

extension CMOConfiguration {
  /// What has to hold for the configuration to fire, besides its conditions: its context, and a mechanism that people
  /// bring; the mechanism alone where no context is told.
  public var starts: [Literal] {
    guard let mechanism else { return context }
    return context + (mechanism.origin == .chosen || context.isEmpty ? mechanism.literals : [])
  }
}

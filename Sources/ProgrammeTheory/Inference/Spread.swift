import OrderedCollections

/// How firing spreads from the facts: the least fixed point, with the step at which each literal is first reached.
struct Spread {
  let facts: Facts
  /// What brought each literal about, in the order of steps.
  private(set) var reached: [Literal: [Ground]] = [:]
  /// What buffers each concept.
  private(set) var buffered: [Concept.ID: [Ground]] = [:]
  /// At which step each form of a configuration fires.
  private var fired: [CMOConfiguration.ID: OrderedDictionary<CMOConfiguration.Form, Int>] = [:]
  private var configurations: [CMOConfiguration.ID: [CMOConfiguration]] = [:]
  private let without: Concept.ID?

  /// - Parameter without: a concept whose inferred changes are noted but lead nowhere.
  init(forms: [CMOConfiguration], facts: Facts, without: Concept.ID? = nil) {
    self.facts = facts
    self.without = without
    configurations = Dictionary(grouping: forms, by: \.id)
    var waiting = forms
    var step = 1
    while true {
      let ready = waiting.filter(isReady)
      guard !ready.isEmpty else { break }
      waiting.removeAll(where: ready.contains)
      // All that is ready fires at once, so that the step doesn't depend on the order of the document.
      for configuration in ready { fire(configuration, at: step) }
      step += 1
    }
  }

  // MARK: Whether a literal holds

  func truth(of literal: Literal) -> Truth {
    if let fact = facts[literal.concept] { return Self.truth(of: literal, given: fact) }
    guard literal.concept != without else { return .unknown }
    if reached[literal.plain] != nil { return literal.degree == .any ? .holds : .unknown }
    return reached[literal.plain.reversed] != nil ? .fails : .unknown
  }

  private static func truth(of literal: Literal, given fact: Fact) -> Truth {
    switch fact {
    case .lies(let direction, let much):
      direction == literal.direction && (literal.degree == .any || much) ? .holds : .fails
    case .mixed: literal.degree == .any ? .holds : .unknown
    case .neither, .notApplicable: .fails
    }
  }

  private func truth(of condition: Condition) -> Truth {
    let truths = condition.anyOf.map(truth)
    if truths.contains(.holds) { return .holds }
    return truths.contains(.unknown) ? .unknown : .fails
  }

  private func isReady(_ configuration: CMOConfiguration) -> Bool {
    configuration.starts.allSatisfy { truth(of: $0) == .holds }
      && configuration.conditions.allSatisfy { truth(of: $0) == .holds }
  }

  private mutating func fire(_ configuration: CMOConfiguration, at step: Int) {
    fired[configuration.id, default: [:]][configuration.form] = step
    let ground = Ground(configuration: configuration.id, form: configuration.form, step: step)
    let produced = configuration.mechanism?.origin == .produced ? configuration.mechanism?.literals ?? [] : []
    // A mechanism that starts the configuration, for want of a context, isn't also brought about by it.
    for literal in produced where !configuration.context.isEmpty {
      reached[literal.plain, default: []].append(ground)
    }
    for effect in configuration.outcome {
      if let literal = effect.literal {
        reached[literal, default: []].append(ground)
      } else if effect.change == .buffers {
        buffered[effect.concept, default: []].append(ground)
      }
    }
  }

  // MARK: What comes of it

  func verdict(of configuration: CMOConfiguration) -> Verdict {
    if let forms = fired[configuration.id] { return .fires(forms.map { Firing(form: $0.key, step: $0.value) }) }
    for condition in configuration.conditions where truth(of: condition) == .fails {
      return .doesNotApply(.condition(condition))
    }
    let forms = configurations[configuration.id] ?? configuration.forms
    // Each form fails for a reason of its own, or waits; as long as one waits the configuration is silent.
    let failures = forms.map(firstFailure)
    guard let told = failures.first else { return .silent(wanting: []) }
    if let told, failures.allSatisfy({ $0 != nil }) {
      let isChosen = configuration.mechanism?.origin == .chosen && !configuration.context.contains(told)
      return .doesNotApply(isChosen ? .mechanism(told) : .context(told))
    }
    let open =
      configuration.starts + configuration.conditions.filter { truth(of: $0) != .holds }.flatMap(\.anyOf)
    let wanting = open.filter { truth(of: $0) == .unknown }.map(\.concept)
    return .silent(wanting: Array(OrderedSet(wanting)))
  }

  private func firstFailure(of form: CMOConfiguration) -> Literal? {
    form.starts.first { truth(of: $0) == .fails }
  }

  func standing(of concept: Concept.ID) -> Standing {
    Standing(
      concept: concept, fact: facts[concept], raisedBy: reached[Literal(.more, concept)] ?? [],
      loweredBy: reached[Literal(.less, concept)] ?? [], bufferedBy: buffered[concept] ?? [])
  }

  /// The chain that leads to a ground: at each step back, what first brought about the literal that came last.
  func chain(by ground: Ground) -> [Ground] {
    var chain = [ground]
    while let first = chain.first, first.step > 1,
      let configuration = configurations[first.configuration]?.first(where: { $0.form == first.form })
    {
      let needed = configuration.starts + configuration.conditions.flatMap(\.anyOf)
      let before = needed.filter { facts[$0.concept] == nil }.compactMap { reached[$0.plain]?.first }
        .filter { $0.step < first.step }
      guard let latest = before.max(by: { $0.step < $1.step }) else { break }
      chain.insert(latest, at: 0)
    }
    return chain
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

/// A chain of what fires in a case, from the facts to one literal: a causal story that can be told step by step.
public struct Strand: Sendable, Hashable {
  /// One configuration of a strand.
  public struct Step: Sendable, Hashable {
    /// The configuration, in the form that fires.
    public let configuration: CMOConfiguration
    /// What it passes on: the literal from which the next step starts, or the end of the strand.
    public let passesOn: Literal
    /// The step at which it fires.
    public let step: Int
  }

  /// The steps; never empty.
  public let steps: [Step]
  /// Whether the strand ends by protecting its last concept, and not by moving it.
  public let isBuffer: Bool

  /// The configurations, in order.
  public var configurations: [CMOConfiguration] { steps.map(\.configuration) }
}

extension Entailment {
  /// The shortest strand that ends with a ground for a literal, without help of the literal's own concept: at each step
  /// back, what first brought about the literal that came last.
  public func strand(to literal: Literal, by ground: Ground) -> Strand {
    var steps: [Strand.Step] = []
    var next: (literal: Literal, ground: Ground)? = (literal.plain, ground)
    let spread = place(of: literal.concept).map(spreadWithoutHelp)
    while let (passed, ground) = next,
      let form = theory.configuration(ground.configuration)?.forms.first(where: { $0.form == ground.form })
    {
      steps.insert(Strand.Step(configuration: form, passesOn: passed, step: ground.step), at: 0)
      next = spread?.lastNeed(of: ground)
    }
    let isBuffer = !(steps.last?.configuration.brings.contains(literal.plain) ?? true)
    return Strand(steps: steps, isBuffer: isBuffer)
  }

  /// The strands that move a concept one way, shortest first, at most one for each configuration that ends one.
  public func strands(to literal: Literal, most: Int) -> [Strand] {
    standing(of: literal.concept).movedBy(literal.direction).prefix(Swift.max(0, most)).map {
      strand(to: literal, by: $0)
    }
  }
}

extension Spread {
  /// What a form that fires had to wait for longest, and what brought that about first; `nil` for one that starts from
  /// facts alone. A condition that a fact meets waits for nothing, whatever else would meet it.
  fileprivate func lastNeed(of ground: Ground) -> (literal: Literal, ground: Ground)? {
    guard
      let place = web.values.firstIndex(where: { $0.id == ground.configuration && $0.form == ground.form })
    else { return nil }
    let (form, value) = (web.forms[place], web.values[place])
    let needs =
      zip(value.starts, web.codes[form.starts]).map { [($0, $1)] }
      + zip(value.conditions, form.conditions).map { Array(zip($0.anyOf, web.codes[web.conditions[$1]])) }
    return needs.compactMap { anyOf -> (literal: Literal, ground: Ground)? in
      guard !anyOf.contains(where: { facts[$1.concept] != nil && truth(of: $1) == .holds }) else {
        return nil
      }
      return anyOf.filter { facts[$1.concept] == nil }
        .compactMap { literal, code in grounds(for: code.literal).first.map { (literal.plain, $0) } }
        .min { $0.ground.step < $1.ground.step }
    }
    .filter { $0.ground.step < ground.step }.max { $0.ground.step < $1.ground.step }
  }
}

extension CMOConfiguration {
  /// The mechanism that the context sets off: none where people bring it, or where no context is told and it is itself
  /// what the configuration starts from.
  public var setsOff: [Literal] {
    guard let mechanism, mechanism.origin == .produced, !context.isEmpty else { return [] }
    return mechanism.literals.map(\.plain)
  }

  /// The literals that the configuration brings about when it fires: the mechanism that it sets off, and its outcome.
  public var brings: [Literal] { setsOff + outcome.compactMap(\.literal) }
}

extension Theory {
  /// A strand in one line: the facts that it starts from, then what each step brings about.
  public func line(_ strand: Strand) -> String {
    var words: [String] = []
    for (index, step) in strand.steps.enumerated() {
      let form = step.configuration
      if index == 0 {
        let given = form.starts.map(state) + form.conditions.map(state)
        words.append(Self.capitalised(Self.list(given)))
      } else if form.mechanism?.origin == .chosen {
        // A chosen mechanism that the step before brought about has just been told.
        let brought = strand.steps[index - 1].passesOn
        let chosen = (form.mechanism?.literals ?? []).filter { $0.plain != brought }
        if !chosen.isEmpty { words.append("with \(Self.list(chosen.map(state)))") }
      }
      let mechanism = form.setsOff
      if !mechanism.contains(step.passesOn), !mechanism.isEmpty {
        words.append(Self.list(mechanism.map(change)))
      }
      let isLast = index == strand.steps.count - 1
      words.append(
        isLast && strand.isBuffer
          ? clause(OutcomeEffect(.buffers, step.passesOn.concept)) : change(step.passesOn))
    }
    return words.joined(separator: " → ")
  }
}

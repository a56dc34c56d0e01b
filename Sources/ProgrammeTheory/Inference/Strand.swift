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
  /// The shortest strand that ends with a ground for a literal.
  public func strand(to literal: Literal, by ground: Ground) -> Strand {
    let forms = chain(to: ground).compactMap { ground -> (CMOConfiguration, Int)? in
      let form = theory.configuration(ground.configuration)?.forms.first { $0.form == ground.form }
      return form.map { ($0, ground.step) }
    }
    let steps = forms.enumerated().map { index, form in
      let next = index + 1 < forms.count ? forms[index + 1].0 : nil
      let needed = next.map { ($0.starts + $0.conditions.flatMap(\.anyOf)).map(\.plain) }
      let passed = needed?.first { form.0.brings.contains($0) && facts[$0.concept] == nil }
      return Strand.Step(configuration: form.0, passesOn: passed ?? literal, step: form.1)
    }
    let isBuffer = !(forms.last?.0.brings.contains(literal) ?? true)
    return Strand(steps: steps, isBuffer: isBuffer)
  }

  /// The strands that move a concept one way, shortest first, at most one for each configuration that ends one.
  public func strands(to literal: Literal, most: Int) -> [Strand] {
    standing(of: literal.concept).movedBy(literal.direction).prefix(most).map { strand(to: literal, by: $0) }
  }
}

extension CMOConfiguration {
  /// The literals that the configuration brings about when it fires: a mechanism that it sets off, and its outcome.
  public var brings: [Literal] {
    let isProduced = mechanism?.origin == .produced && !context.isEmpty
    return (isProduced ? (mechanism?.literals ?? []).map(\.plain) : []) + outcome.compactMap(\.literal)
  }
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
      let mechanism = form.mechanism?.origin == .produced ? (form.mechanism?.literals ?? []).map(\.plain) : []
      if !mechanism.contains(step.passesOn), !mechanism.isEmpty, form.context.isEmpty == false {
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

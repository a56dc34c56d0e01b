extension CMOConfiguration {
  /// The configuration turned round, or `nil` where it is one-sided.
  ///
  /// Context, mechanism and outcome are each turned the other way; conditions stay as they are, since they say where
  /// the claim applies and not which way it goes. A chosen mechanism stays too: people bring it or don't, and the
  /// context decides what it does. The result is marked ``Form/reversedByRule`` and reversing it again gives
  /// the configuration as told: reversal is an involution. Source of the rule: the authors of the first bundled theory
  /// allow it for contexts on a continuous scale and for binary ones (section “Explaining the programme theory”,
  /// paragraphs 3 to 5).
  public var reversed: CMOConfiguration? {
    guard reversibility.isAllowed else { return nil }
    let turned = mechanism.map { mechanism in
      Mechanism(
        mechanism.origin == .produced ? mechanism.literals.map(\.reversed) : mechanism.literals,
        origin: mechanism.origin, resource: mechanism.resource, reasoning: mechanism.reasoning)
    }
    return CMOConfiguration(
      id: id, title: title, context: context.map(\.reversed), conditions: conditions, mechanism: turned,
      outcome: outcome.map(\.reversed), reversibility: reversibility, phase: phase, status: status,
      tellings: tellings, note: note, refines: refines,
      form: form == .told ? .reversedByRule : .told)
  }

  /// The configuration as told, and its reverse where it has one.
  public var forms: [CMOConfiguration] { [self] + (reversed.map { [$0] } ?? []) }
}

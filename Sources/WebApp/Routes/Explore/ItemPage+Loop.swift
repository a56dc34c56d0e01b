import ProgrammeTheory

extension ItemPage {
  /// A loop of the web: each step with the claims that make it, and the ways in and out.
  init(_ loop: Loop, in exploration: Exploration) {
    let theory = exploration.theory
    self.init(exploration.words(loop), "Loop", in: exploration, at: .loops)
    lead = [
      loop.sign == .reinforcing
        ? "It reinforces itself: what moves goes on moving the same way."
        : "It balances itself: what moves is brought back.",
      loop.runsBothWays ? "It runs the other way too." : "It runs one way only.",
    ]
    let exits = loop.exits.compactMap(theory.configuration)
    groups =
      loop.hops.enumerated().compactMap { index, hop in
        exploration.group(
          "step-\(index + 1)",
          "\(index + 1). \(Theory.capitalised(theory.state(hop.from))) → \(theory.change(hop.to))",
          hop.configurations.compactMap(theory.configuration),
          lead: hop.isByRule ? "Only turned round by rule: a hypothesis, not evidence." : nil)
      }
      + [
        exploration.group(
          "exits", "How it is left", exits, lead: "What leads from it to something that never leads back."),
        exploration.group(
          "entries", "What acts on it from outside", loop.entries.compactMap(theory.configuration)),
      ].compactMap(\.self)
    facts = [
      exits.isEmpty ? ItemFact("How it is left", "Nothing in the theory leads out of it for good.") : nil
    ]
    .compactMap(\.self)
  }

  /// A loop, a scale, a threshold or a shift that the authors name.
  init(_ pattern: NamedPattern, in exploration: Exploration) {
    self.init(pattern.name, "\(pattern.kind.words) that the authors name", in: exploration, at: .loops)
    let arms = exploration.theory.arms(of: pattern)
    facts =
      Self.facts(of: pattern.kind, in: exploration)
      + [
        ItemFact("The authors’ word for it", Theory.capitalised(pattern.status.rawValue)),
        ItemFact("Where it stands", pattern.place.map { Theory.capitalised($0.words) }),
        ItemFact("Sources", exploration.links(works: pattern.sources)), ItemFact("Note", pattern.note),
        ItemFact("Identifier", pattern.id.text),
      ].compactMap(\.self)
    groups = [
      ItemGroup(
        "arms", "The loops that the claims make of it (\(arms.count))", Self.signWords(arms),
        arms.map { exploration.line($0) }),
      exploration.findingsGroup(about: .loop(pattern.id)),
    ].compactMap(\.self)
    if case .loop = pattern.kind, arms.isEmpty { lead = ["The theory’s claims don’t close it."] }
  }

  private static func signWords(_ arms: [Loop]) -> String? {
    Set(arms.map(\.sign)).count > 1
      ? "They are of both signs, so that the sign of the whole isn’t fixed." : nil
  }

  private static func facts(of kind: NamedPattern.Kind, in exploration: Exploration) -> [ItemFact] {
    func links(_ ids: [Concept.ID]) -> [LinkedText] { ids.map { exploration.link($0) } }
    let facts: [ItemFact?] =
      switch kind {
      case .loop(let through, let sign):
        [ItemFact("Through", links(through)), ItemFact("Sign", Theory.capitalised(sign.rawValue))]
      case .scale(let low, let high): [ItemFact("From", links([low])), ItemFact("To", links([high]))]
      case .threshold(let of, let leads):
        [ItemFact("A level of", links([of])), ItemFact("From which follows", links([leads]))]
      case .shift(let from, let to, let along):
        [
          ItemFact("From", links(from)), ItemFact("To", links([to])),
          ItemFact("As these grow", links(along)),
        ]
      }
    return facts.compactMap(\.self)
  }
}

import ProgrammeTheory

extension ItemPage {
  /// A concept: what is meant, where it stands, what leads to it and where it leads.
  init(_ concept: Concept, in exploration: Exploration) {
    self.init(concept.name, "Concept", in: exploration, at: .concepts)
    let theory = exploration.theory
    lead = [concept.definition]
    facts = Self.meaning(of: concept, in: theory) + Self.surroundings(of: concept, in: exploration)
    groups =
      (Self.arrows(of: concept.id, in: exploration)
      + ConfigurationSlot.allCases.map { slot in
        exploration.group(
          slot.rawValue, "As \(slot.words)",
          theory.configurations.filter { $0.concepts(in: slot).contains(concept.id) })
      } + [
        Self.loops(through: concept.id, in: exploration),
        exploration.findingsGroup(about: .concept(concept.id)),
      ])
      .compactMap(\.self)
    paths = PathsForm(from: concept.id, to: nil, atMost: PathsForm.usualLength, in: exploration)
  }

  private static func meaning(of concept: Concept, in theory: Theory) -> [ItemFact] {
    let group = theory.groups.first { $0.id == concept.group }?.name ?? concept.group
    let exclusions = concept.coding?.exclude.map { exclusion in
      LinkedText(exclusion.what + (exclusion.instead.map { ": code it as \(theory.name(of: $0))" } ?? ""))
    }
    return [
      ItemFact("Group", Theory.capitalised(group)),
      ItemFact("From … to", "\(concept.wording.low) … \(concept.wording.high)"),
      ItemFact("The source calls it", concept.phrases.map { LinkedText($0) }),
      ItemFact("Levels", concept.scope.words),
      ItemFact("Scale", concept.scale.words),
      ItemFact("What is asked", concept.question?.ask),
      ItemFact("Why it is asked", concept.question?.because),
      ItemFact("Signs of more", concept.signs?.more.map { LinkedText($0) } ?? []),
      ItemFact("Signs of less", concept.signs?.less.map { LinkedText($0) } ?? []),
      ItemFact("Coded here", concept.coding?.include.map { LinkedText($0) } ?? []),
      ItemFact("Not coded here", exclusions ?? []),
      ItemFact("Takes over from", concept.refines.map { LinkedText($0.text) }),
      ItemFact("Identifier", concept.id.text),
    ].compactMap(\.self)
  }

  private static func surroundings(of concept: Concept, in exploration: Exploration) -> [ItemFact] {
    let theory = exploration.theory
    let explained = theory.middleRangeTheories.filter { $0.explains.contains(concept.id) }
    let actions = theory.levers.filter { $0.moves.contains { $0.concept == concept.id } }
    let entries = theory.entryPoints.filter { $0.sets.contains { $0.concept == concept.id } }
    return [
      ItemFact(
        "Explained with",
        explained.map {
          LinkedText(Theory.capitalised($0.name), to: exploration.address(.middleRange($0.id)))
        }),
      ItemFact(
        "Actions that move it",
        actions.map { LinkedText(Theory.capitalised($0.name), to: exploration.address(.action($0.id))) }),
      ItemFact(
        "Points of entry that set it",
        entries.map { LinkedText(Theory.capitalised($0.name), to: exploration.address(.entryPoint($0.id))) }),
    ].compactMap(\.self)
  }

  /// What leads to a concept, and where it leads: one line for each neighbour and sign, with the claims that say so.
  private static func arrows(of concept: Concept.ID, in exploration: Exploration) -> [ItemGroup?] {
    let arrows = exploration.web.arrows
    let into = lines(arrows.filter { $0.to == concept }, in: exploration) {
      $0.from
    } words: { sign in
      ("More ", " \(sign.verb) it: ")
    }
    let out = lines(arrows.filter { $0.from == concept }, in: exploration) {
      $0.to
    } words: { sign in
      ("It \(sign.verb) ", ": ")
    }
    return [
      ItemGroup("before", "What leads to it", "What more of each does to it, as the theory tells.", into),
      ItemGroup("after", "Where it leads", "What more of it does to each, as the theory tells.", out),
    ]
  }

  private static func lines(
    _ arrows: [SignedGraph.Arrow], in exploration: Exploration, neighbour: (SignedGraph.Arrow) -> Concept.ID,
    words: (SignedGraph.Sign) -> (String, String)
  ) -> [ListedLine] {
    let theory = exploration.theory
    let neighbours = Set(arrows.map(neighbour))
    return theory.concepts.map(\.id).filter(neighbours.contains).flatMap { other in
      SignedGraph.Sign.allCases.compactMap { sign -> ListedLine? in
        let those = arrows.filter { neighbour($0) == other && $0.sign == sign }
        let told = Set(those.map(\.configuration))
        let claims = theory.configurations.filter { told.contains($0.id) }
        guard !claims.isEmpty else { return nil }
        let (before, after) = words(sign)
        return ListedLine(
          LinkedText([
            LinkedText(before), exploration.link(other), LinkedText(after),
            .series(claims.map(exploration.link)),
          ]),
          about: limits(of: those))
      }
    }
  }

  /// Where the arrows hold only in part, in words.
  private static func limits(of arrows: [SignedGraph.Arrow]) -> String? {
    let words = [
      arrows.allSatisfy(\.isOneSided) ? "Told for one end only" : nil,
      arrows.allSatisfy(\.isConditional) ? "Only under conditions" : nil,
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: ". ") + "."
  }

  private static func loops(through concept: Concept.ID, in exploration: Exploration) -> ItemGroup? {
    let loops = exploration.loops(through: concept)
    return ItemGroup(
      "loops", "Loops through it (\(loops.count))", nil, loops.prefix(5).map(exploration.line),
      more: loops.count > 5
        ? .init(words: "All loops through it", address: "\(exploration.address(.loops))?concept=\(concept)")
        : nil)
  }
}

import ProgrammeTheory

extension ItemPage {
  /// A point of entry: why partners come together, and what follows from it about the start.
  init(_ entry: EntryPoint, in exploration: Exploration) {
    self.init(entry.name, "Point of entry", in: exploration, at: .entryPoints)
    lead = [entry.explanation]
    facts = [
      ItemFact("Number in the source", entry.number.map(String.init)),
      ItemFact("What follows from it", entry.sets.map { exploration.link($0) }),
      ItemFact("Where it stands", entry.place.map { Theory.capitalised($0.words) }),
      ItemFact("Found in", exploration.links(works: entry.sources)), ItemFact("Note", entry.note),
      ItemFact("Identifier", entry.id.text),
    ].compactMap(\.self)
    let starts = Set(entry.sets.map(\.plain))
    groups = [
      exploration.group(
        "after", "What may follow",
        exploration.theory.configurations.filter { $0.context.contains { starts.contains($0.plain) } },
        lead: "How it works where such a start is the context.")
    ].compactMap(\.self)
  }

  /// An action, and what it moves.
  init(_ lever: Lever, in exploration: Exploration) {
    self.init(lever.name, "Action", in: exploration, at: .entryPoints)
    let phase = exploration.theory.phases.first { $0.id == lever.phase }?.name
    facts = [
      ItemFact("What it moves", lever.moves.map { exploration.link($0) }),
      ItemFact(
        "When", phase.map { Theory.capitalised($0) + (lever.phaseBasis == .stated ? "" : " (inferred)") }),
      ItemFact("Where it stands", lever.place.map { Theory.capitalised($0.words) }),
      ItemFact("Sources", exploration.links(works: lever.sources)), ItemFact("Note", lever.note),
      ItemFact("Identifier", lever.id.text),
    ].compactMap(\.self)
    let ends = Set(lever.moves.compactMap(\.literal))
    groups = [
      exploration.group(
        "after", "What may follow",
        exploration.theory.configurations.filter { $0.context.contains { ends.contains($0.plain) } },
        lead: "How it works where what the action brings is the context.")
    ].compactMap(\.self)
  }

  /// A theory of the middle range, and what it explains.
  init(_ theory: MiddleRangeTheory, in exploration: Exploration) {
    self.init(theory.name, "Middle-range theory", in: exploration, at: .entryPoints)
    lead = [theory.about]
    facts = [
      ItemFact("Explains", theory.explains.map { exploration.link($0) }),
      ItemFact("Where it is brought in", theory.place.map { Theory.capitalised($0.words) }),
      ItemFact("Sources", exploration.links(works: theory.sources)), ItemFact("Identifier", theory.id.text),
    ].compactMap(\.self)
  }

  /// Readings that contradict each other.
  init(_ rivalry: Rivalry, in exploration: Exploration) {
    self.init(rivalry.about, "Contradiction", in: exploration, at: .findings)
    lead = ["The theory holds these readings side by side. Neither is dropped."]
    groups =
      rivalry.readings.enumerated().compactMap { index, reading in
        exploration.group(
          "reading-\(index + 1)", Theory.capitalised(reading.name),
          reading.configurations.compactMap(exploration.theory.configuration))
      } + [exploration.findingsGroup(about: .rivalry(rivalry.id))].compactMap(\.self)
  }

  /// A finding: what the theory shows of itself, and where it can be looked up.
  init(_ numbered: Exploration.NumberedFinding, in exploration: Exploration) {
    let finding = numbered.finding
    self.init(finding.short, "Finding", in: exploration, at: .findings)
    lead = [finding.sentence, finding.kind.meaning]
    facts = [
      ItemFact(
        "Kind",
        LinkedText(
          Theory.capitalised(finding.kind.rawValue),
          to: "\(exploration.address(.findings))?kind=\(finding.kind.addressWord)")),
      ItemFact(
        "About", finding.subjects.map { LinkedText($0.description, to: exploration.address(about: $0)) }),
      ItemFact(
        "Where to look",
        finding.places.map { spot in
          switch spot {
          case .text(let place): LinkedText(Theory.capitalised(place.words))
          case .reference(let id): exploration.link(work: id)
          }
        }),
    ].compactMap(\.self)
  }
}

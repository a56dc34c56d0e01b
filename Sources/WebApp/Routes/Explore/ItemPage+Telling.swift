import Bibliography
import ProgrammeTheory

extension ItemPage {
  /// A telling: what the source reports at one place, slot by slot, and the claims that it makes.
  init(_ telling: Telling, in exploration: Exploration) {
    self.init(telling.place.words, "Telling", in: exploration, at: .tellings)
    let theory = exploration.theory
    func links(_ tellings: [Telling]) -> [LinkedText] { tellings.map { exploration.link($0) } }
    lead = [exploration.summary(telling)].filter { !$0.isEmpty }
    facts =
      Self.told(telling, in: exploration)
      + [
        ItemFact("Told again", links(theory.linked(to: telling))),
        ItemFact("Turns round", links([telling.inverts.flatMap(theory.telling)].compactMap(\.self))),
        ItemFact("Sends the reader to", links(telling.refersTo.compactMap(theory.telling))),
        ItemFact("Is pointed to from", links(theory.tellings.filter { $0.refersTo.contains(telling.id) })),
        ItemFact("Identifier", telling.id.text),
      ].compactMap(\.self)
    groups = [
      exploration.group("claims", "The claims that it makes", exploration.configurations(toldBy: telling.id)),
      exploration.findingsGroup(about: .telling(telling.id)),
    ].compactMap(\.self)
  }

  /// A source: the work, and all that rests on it.
  init(_ reference: Reference, in exploration: Exploration) {
    self.init(reference.shortCitation, "Source", in: exploration, at: .sources)
    let theory = exploration.theory
    let source = theory.sources.first { $0.id == reference.id }
    lead = [reference.fullCitation]
    let link = [reference.doiURL, reference.url].compactMap(\.self).first { $0.isWebAddress }
    facts =
      [
        ItemFact("Name in the theory", "[\(reference.id)]"),
        ItemFact("Its part", Theory.capitalised(theory.role(of: reference.id).words)),
        link.map { ItemFact("Where to find it", LinkedText($0, to: $0)) },
      ].compactMap(\.self)
      + (source?.characteristics ?? []).compactMap { ItemFact(Theory.capitalised($0.name), $0.value) }
      + [Self.cited(reference.id, in: theory)].compactMap(\.self)
    groups = Self.rests(on: reference.id, in: exploration)
  }

  private static func cited(_ work: Reference.ID, in theory: Theory) -> ItemFact? {
    ItemFact(
      "Where the text cites it",
      theory.citations.filter { $0.works.contains(work) }.map {
        LinkedText(Theory.capitalised($0.place.words) + ($0.isListing ? " (in a list)" : ""))
      })
  }

  private static func rests(on work: Reference.ID, in exploration: Exploration) -> [ItemGroup] {
    let theory = exploration.theory
    func claims(_ works: (Evidence) -> [Reference.ID]) -> [CMOConfiguration] {
      theory.configurations.filter { works(exploration.evidence(for: $0.id)).contains(work) }
    }
    let tellings = theory.tellings.filter { theory.works(of: $0).contains(work) }
    func lines(_ parts: [(String, TheoryPart)]) -> [ListedLine] {
      parts.map { ListedLine(LinkedText(Theory.capitalised($0.0), to: exploration.address($0.1))) }
    }
    return [
      exploration.group("supports", "Claims that rest on it", claims(\.supporting)),
      exploration.group("against", "Claims that it speaks against", claims(\.against)),
      exploration.group("null", "Claims for which it found little or no effect", claims(\.null)),
      ItemGroup(
        "tellings", "Tellings that name it (\(tellings.count))", nil, tellings.map { exploration.line($0) }),
      ItemGroup(
        "entries", "Points of entry found in it", nil,
        lines(theory.entryPoints.filter { $0.sources.contains(work) }.map { ($0.name, .entryPoint($0.id)) })),
      ItemGroup(
        "middle-range", "Middle-range theory that it gives", nil,
        lines(
          theory.middleRangeTheories.filter { $0.sources.contains(work) }.map {
            ($0.name, .middleRange($0.id))
          })),
      ItemGroup(
        "patterns", "Loops and thresholds that rest on it", nil,
        lines(theory.patterns.filter { $0.sources.contains(work) }.map { ($0.name, .pattern($0.id)) })),
      ItemGroup(
        "actions", "Actions that rest on it", nil,
        lines(theory.levers.filter { $0.sources.contains(work) }.map { ($0.name, .action($0.id)) })),
      exploration.findingsGroup(about: .source(work)),
    ].compactMap(\.self)
  }
}

extension String {
  /// Whether it may be linked: an address with another scheme would run, or open, something else.
  var isWebAddress: Bool { ["http://", "https://"].contains { lowercased().hasPrefix($0) } }
}

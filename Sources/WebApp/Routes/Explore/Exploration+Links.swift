import Bibliography
import ProgrammeTheory

extension Exploration {
  // MARK: Parts, as links

  func link(_ id: Concept.ID) -> LinkedText {
    LinkedText(theory.name(of: id), to: theory.concept(id).map { _ in address(.concept(id)) })
  }

  func link(_ configuration: CMOConfiguration) -> LinkedText {
    LinkedText(Theory.capitalised(theory.title(configuration)), to: address(.configuration(configuration.id)))
  }

  func link(_ telling: Telling) -> LinkedText {
    LinkedText(Theory.capitalised(telling.place.words), to: address(.telling(telling.id)))
  }

  /// A work by its short citation.
  func link(work id: Reference.ID) -> LinkedText {
    guard let reference = theory.reference(id) else { return LinkedText("[\(id)]") }
    return LinkedText("\(reference.shortCitation) [\(id)]", to: address(.source(id)))
  }

  func links(works ids: [Reference.ID]) -> [LinkedText] { ids.map(link(work:)) }

  /// A state, which leads to its concept.
  func link(_ literal: Literal) -> LinkedText {
    LinkedText(Theory.capitalised(theory.state(literal)), to: address(.concept(literal.concept)))
  }

  /// An effect, which leads to its concept.
  func link(_ effect: OutcomeEffect) -> LinkedText {
    LinkedText(Theory.capitalised(theory.clause(effect)), to: address(.concept(effect.concept)))
  }

  func link(_ finding: NumberedFinding) -> LinkedText {
    LinkedText(finding.finding.sentence, to: address(finding))
  }

  // MARK: Lines of lists

  /// A configuration in a list: its title, its sentence, on what it rests.
  func line(_ configuration: CMOConfiguration) -> ListedLine {
    ListedLine(
      link(configuration), about: configuration.title == nil ? nil : theory.sentence(configuration),
      tag: footingWords(configuration))
  }

  /// On what a configuration rests, in a few words.
  func footingWords(_ configuration: CMOConfiguration) -> String {
    let words = footing(of: configuration).words
    return configuration.status == .hypothesised ? "\(words); a hypothesis" : words
  }

  /// A telling in a list: its place, and what it tells.
  func line(_ telling: Telling) -> ListedLine {
    ListedLine(
      link(telling), about: summary(telling), tag: telling.bearing == .supports ? nil : telling.bearing.words)
  }

  /// What a telling tells, in one line.
  func summary(_ telling: Telling) -> String {
    let slots = [
      telling.context.map { $0.words ?? theory.state($0.claim) },
      telling.mechanism.map { $0.words ?? theory.state($0.claim) },
      telling.outcome.map { $0.words ?? theory.clause($0.claim) },
    ]
    return slots.filter { !$0.isEmpty }.map { $0.joined(separator: "; ") }.joined(separator: " → ")
  }

  func line(_ finding: NumberedFinding) -> ListedLine {
    ListedLine(link(finding), about: Theory.capitalised(finding.finding.kind.rawValue))
  }

  /// A loop in a list: what follows what, and which way it turns.
  func line(_ loop: Loop) -> ListedLine {
    ListedLine(
      LinkedText(words(loop), to: address(.loop(loop))), about: nil,
      tag: loop.runsBothWays ? "\(loop.sign.rawValue), runs both ways" : loop.sign.rawValue)
  }

  /// What follows what in a loop.
  func words(_ loop: Loop) -> String {
    let start = loop.hops.first.map { theory.state($0.from) } ?? ""
    return Theory.capitalised(([start] + loop.hops.map { theory.change($0.to) }).joined(separator: " → "))
  }

  // MARK: Groups

  func group(_ id: String, _ heading: String, _ configurations: [CMOConfiguration], lead: String? = nil)
    -> ItemGroup?
  {
    ItemGroup(id, "\(heading) (\(configurations.count))", lead, configurations.map(line))
  }

  func findingsGroup(about subject: Finding.Subject) -> ItemGroup? {
    let about = findings(about: subject)
    return ItemGroup(
      "findings", "Findings about it (\(about.count))", "What the theory shows of itself here.",
      about.map(line))
  }
}

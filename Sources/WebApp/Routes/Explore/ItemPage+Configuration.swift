import Bibliography
import ProgrammeTheory

extension ItemPage {
  /// A configuration: its slots, on what it rests, each telling with its place and works, its rivals, what may follow.
  init(_ configuration: CMOConfiguration, in exploration: Exploration) {
    let theory = exploration.theory
    self.init(theory.title(configuration), "How it works", in: exploration, at: .configurations)
    lead = configuration.title == nil ? [] : [theory.sentence(configuration)]
    contests = theory.rivalries(of: configuration.id).map {
      Self.contest($0, of: configuration.id, in: exploration)
    }
    facts =
      Self.slots(of: configuration, in: exploration) + Self.standing(of: configuration, in: exploration)
    detailsHeading = "Where it is told"
    details = configuration.tellings.compactMap(theory.telling).map { telling in
      ItemDetails(
        id: telling.id.text, summary: Theory.capitalised(telling.place.words),
        facts: Self.told(telling, in: exploration) + [
          ItemFact("Its page", LinkedText(telling.id.text, to: exploration.address(.telling(telling.id))))
        ])
    }
    groups = [
      Self.works(of: configuration, in: exploration),
      exploration.group(
        "before", "What may set it off", Self.before(configuration, in: theory),
        lead: "How it works elsewhere, with an outcome that is a context here."),
      exploration.group(
        "after", "What may follow", Self.after(configuration, in: theory),
        lead: "How it goes on, where the outcome here is the context there."),
      exploration.findingsGroup(about: .configuration(configuration.id)),
    ].compactMap(\.self)
  }

  private static func contest(
    _ rivalry: Rivalry, of configuration: CMOConfiguration.ID, in exploration: Exploration
  ) -> Contest {
    let others = rivalry.readings.flatMap(\.configurations).filter { $0 != configuration }
    let links = others.compactMap(exploration.theory.configuration).map(exploration.link)
    let words = LinkedText(
      Theory.capitalised(rivalry.about), to: exploration.address(.rivalry(rivalry.id)))
    return Contest(runs: (words + (links.isEmpty ? "" : ". Against it stands: ") + .list(links) + ".").runs)
  }

  private static func slots(of configuration: CMOConfiguration, in exploration: Exploration) -> [ItemFact] {
    let mechanism = configuration.mechanism
    return [
      ItemFact("Context", configuration.context.map { exploration.link($0) }),
      ItemFact(
        "Only where",
        configuration.conditions.map { condition in
          let any = condition.anyOf.map { exploration.link($0) }
          return LinkedText(any.enumerated().flatMap { $0 == 0 ? [$1] : [" or ", $1] })
        }),
      ItemFact(
        mechanism?.origin == .chosen ? "Mechanism, brought by people" : "Mechanism",
        mechanism?.literals.map { exploration.link($0) } ?? []),
      ItemFact("What it offers", mechanism?.resource),
      ItemFact("What people make of it", mechanism?.reasoning),
      ItemFact("Outcome", configuration.outcome.map { exploration.link($0) }),
    ].compactMap(\.self)
  }

  private static func standing(of configuration: CMOConfiguration, in exploration: Exploration) -> [ItemFact]
  {
    let theory = exploration.theory
    let reversal = configuration.reversibility
    let reversed = configuration.reversed.map {
      ["Turned round, a hypothesis and not evidence: \(theory.sentence($0))"]
    }
    return [
      ItemFact("How well founded", Theory.capitalised(exploration.footingWords(configuration))),
      ItemFact(
        "Phase", theory.phases.first { $0.id == configuration.phase }.map { Theory.capitalised($0.name) }),
      ItemFact(
        reversal.isAllowed ? "It reverses" : "It is one-sided",
        ([reversal.reason] + (reversed ?? [])).map { LinkedText(Theory.capitalised($0)) }),
      ItemFact("Builds on", configuration.refines.map { LinkedText($0.text) }),
      ItemFact("Note", configuration.note),
      ItemFact("Identifier", configuration.id.text),
    ].compactMap(\.self)
  }

  private static func works(of configuration: CMOConfiguration, in exploration: Exploration) -> ItemGroup? {
    let evidence = exploration.evidence(for: configuration.id)
    func lines(_ works: [Reference.ID], _ bearing: Bearing) -> [ListedLine] {
      works.map { id in
        ListedLine(
          exploration.link(work: id), about: exploration.theory.reference(id)?.title,
          tag: bearing == .supports ? exploration.theory.role(of: id).words : bearing.words)
      }
    }
    let all =
      lines(evidence.supporting, .supports) + lines(evidence.against, .against) + lines(evidence.null, .null)
    return ItemGroup("sources", "Its sources (\(all.count))", nil, all)
  }

  private static func before(_ configuration: CMOConfiguration, in theory: Theory) -> [CMOConfiguration] {
    let starts = Set(configuration.context.map(\.plain))
    return theory.configurations.filter { other in
      other.id != configuration.id && other.outcome.contains { $0.literal.map(starts.contains) ?? false }
    }
  }

  private static func after(_ configuration: CMOConfiguration, in theory: Theory) -> [CMOConfiguration] {
    let ends = Set(configuration.outcome.compactMap(\.literal))
    return theory.configurations.filter { other in
      other.id != configuration.id && other.context.contains { ends.contains($0.plain) }
    }
  }
}

extension ItemPage {
  /// What a telling tells, slot by slot, and where that comes from.
  static func told(_ telling: Telling, in exploration: Exploration) -> [ItemFact] {
    let theory = exploration.theory
    func lines(_ slot: [Told<Literal>]) -> [LinkedText] {
      slot.map { told in
        exploration.link(told.claim) + LinkedText(Self.words(told.words, told.inference))
      }
    }
    let outcome = telling.outcome.map { told in
      exploration.link(told.claim) + LinkedText(Self.words(told.words, told.inference))
    }
    let works = theory.works(of: telling)
    let source: [LinkedText] =
      works.isEmpty ? ["The source gives none."] : exploration.links(works: works)
    return [
      ItemFact("Form", Theory.capitalised(telling.form.words)),
      ItemFact("Context", lines(telling.context)), ItemFact("Only where", lines(telling.conditions)),
      ItemFact("Mechanism", lines(telling.mechanism)), ItemFact("Outcome", outcome),
      ItemFact("Sources", source),
      telling.attribution == .asLinked
        ? ItemFact("Whose works", "Those of the tellings that tell the same") : nil,
      telling.bearing == .supports ? nil : ItemFact("Bearing", Theory.capitalised(telling.bearing.words)),
      ItemFact("Note", telling.note),
    ].compactMap(\.self)
  }

  private static func words(_ own: String?, _ inference: Inference) -> String {
    (own.map { ": “\($0)”" } ?? "") + " (\(inference.words))"
  }
}

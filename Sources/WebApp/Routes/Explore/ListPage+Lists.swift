import Bibliography
import ProgrammeTheory

extension ListPage {
  /// The concepts by group.
  static func concepts(in exploration: Exploration) -> ListPage {
    let theory = exploration.theory
    let known = theory.groups.map { ($0.id, $0.name) }
    let others = theory.concepts.map(\.group).filter { group in !theory.groups.contains { $0.id == group } }
    let groups = known + Set(others).sorted().map { ($0, $0) }
    return ListPage(
      "Concepts",
      "What can be more or less. A concept has no role of its own: it may be a context in one place and an outcome in another.",
      at: .concepts, in: exploration, count: counted(theory.concepts.count, "concept.", "concepts."),
      groups: groups.enumerated().map { number, group in
        Group(
          "group-\(number + 1)", Theory.capitalised(group.1),
          theory.concepts.filter { $0.group == group.0 }.map { concept in
            ListedLine(
              LinkedText(Theory.capitalised(concept.name), to: exploration.address(.concept(concept.id))),
              about: concept.definition)
          })
      })
  }

  /// The configurations that are asked for.
  static func configurations(in exploration: Exploration, _ fields: FormFields) throws(PageError) -> ListPage
  {
    let theory = exploration.theory
    let filter = try fields.configurationFilter(in: theory)
    let found = filter.configurations(in: exploration)
    return try ListPage(
      "How it works", "Each of these is one claim: in a context, a mechanism brings an outcome about.",
      at: .configurations, in: exploration, filter: form(filter, in: exploration),
      count: filter.isEmpty
        ? counted(found.count, "configuration.", "configurations.")
        : "\(found.count) of \(theory.configurations.count) configurations fit.",
      lines: found.map { exploration.line($0) }, fields: fields)
  }

  private static func form(_ filter: ConfigurationFilter, in exploration: Exploration) -> FilterForm {
    let theory = exploration.theory
    let mechanisms = Set(theory.configurations.flatMap { $0.concepts(in: .mechanism) })
    return FilterForm(
      exploration.address(.configurations),
      [
        .init(
          "mechanism", "Mechanism", open: "Any mechanism",
          theory.conceptChoices.filter { choice in mechanisms.contains { $0.text == choice.value } },
          chosen: filter.mechanism?.text),
        .init("concept", "Concept", open: "Any concept", theory.conceptChoices, chosen: filter.concept?.text),
        .init(
          "slot", "Where the concept stands", open: "Anywhere",
          ConfigurationSlot.allCases.map { ($0.rawValue, "As \($0.words)") }, chosen: filter.slot?.rawValue),
        .init(
          "direction", "Direction of the concept", open: "Either",
          ConfigurationFilter.Move.allCases.map { ($0.rawValue, Theory.capitalised($0.words)) },
          chosen: filter.move?.rawValue),
        .init(
          "evidence", "Evidence", open: "Any evidence",
          ConfigurationFilter.Footing.allCases.map { ($0.rawValue, Theory.capitalised($0.words)) },
          chosen: filter.evidence?.rawValue),
        .init(
          "phase", "Phase", open: "Any phase",
          theory.phases.map { ($0.id.text, Theory.capitalised($0.name)) },
          chosen: filter.phase?.text),
      ].filter { $0.options.count > 1 }, text: .init(name: "q", label: "Words in it", value: filter.words))
  }

  /// The tellings, in the order of the document.
  static func tellings(in exploration: Exploration, _ fields: FormFields) throws(PageError) -> ListPage {
    let form = try fields.choice("form", of: Telling.Form.self)
    let all = exploration.theory.tellings
    let found = all.filter { form == nil || $0.form == form }
    return try ListPage(
      "Tellings", "What the source reports, place by place. Several tellings may make one claim.",
      at: .tellings,
      in: exploration,
      filter: FilterForm(
        exploration.address(.tellings),
        [
          .init(
            "form", "How it is told", open: "Any form",
            Telling.Form.allCases.map { ($0.rawValue, Theory.capitalised($0.words)) }, chosen: form?.rawValue)
        ]),
      count: form == nil
        ? counted(all.count, "telling.", "tellings.") : "\(found.count) of \(all.count) tellings.",
      lines: found.map { exploration.line($0) }, fields: fields)
  }

  /// The sources, with how much rests on each.
  static func sources(in exploration: Exploration, _ fields: FormFields) throws(PageError) -> ListPage {
    let theory = exploration.theory
    let role = try fields.choice("role", of: Source.Role.self)
    let found = theory.references.filter { role == nil || theory.role(of: $0.id) == role }
    let works = theory.configurations.flatMap { exploration.evidence(for: $0.id).supporting }
    let uses = works.reduce(into: [Reference.ID: Int]()) { $0[$1, default: 0] += 1 }
    return try ListPage(
      "Sources", "Every work that the theory names. Each opens what rests on it.", at: .sources,
      in: exploration,
      filter: FilterForm(
        exploration.address(.sources),
        [
          .init(
            "role", "Its part in the theory", open: "Any part",
            Source.Role.allCases.map { ($0.rawValue, Theory.capitalised($0.words)) }, chosen: role?.rawValue)
        ]),
      count: role == nil
        ? counted(found.count, "source.", "sources.")
        : "\(found.count) of \(theory.references.count) sources.",
      lines: found.map { reference in
        ListedLine(
          exploration.link(work: reference.id), about: reference.title ?? reference.fullCitation,
          tag:
            "\(theory.role(of: reference.id).words), supports \(counted(uses[reference.id] ?? 0, "claim", "claims"))"
        )
      }, fields: fields)
  }

  /// The points of entry, the arrangements, the actions, the theories of the middle range.
  static func settings(in exploration: Exploration) -> ListPage {
    let theory = exploration.theory
    func line(_ name: String, _ part: TheoryPart, _ about: String?) -> ListedLine {
      ListedLine(LinkedText(Theory.capitalised(name), to: exploration.address(part)), about: about)
    }
    let arrangements = theory.arrangements.sorted { $0.integration < $1.integration }.map { form in
      ListedLine(
        LinkedText(Theory.capitalised(form.name)), about: form.note,
        tag:
          "step \(form.integration) of \(Arrangement.integrationSteps.upperBound), \(form.basis == .stated ? "the source’s judgement" : "our judgement")"
      )
    }
    return ListPage(
      "Ways in and actions",
      "Why partners come together, in what form, what can be done, and what it is explained with.",
      at: .entryPoints, in: exploration,
      count: [
        counted(theory.entryPoints.count, "point of entry", "points of entry"),
        counted(theory.arrangements.count, "arrangement", "arrangements"),
        counted(theory.levers.count, "action", "actions"),
        counted(theory.middleRangeTheories.count, "middle-range theory", "middle-range theories"),
      ].joined(separator: ", ") + ".",
      groups: [
        Group(
          "entries", "Points of entry",
          theory.entryPoints.map { line($0.name, .entryPoint($0.id), $0.explanation) }),
        Group("arrangements", "Arrangements, from the loosest to the closest", arrangements),
        Group(
          "actions", "Actions",
          theory.levers.map { line($0.name, .action($0.id), Theory.capitalised(theory.list(of: $0.moves))) }),
        Group(
          "middle-range", "Middle-range theories",
          theory.middleRangeTheories.map { line($0.name, .middleRange($0.id), $0.about) }),
      ])
  }
}

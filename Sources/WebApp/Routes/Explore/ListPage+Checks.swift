import ProgrammeTheory

extension ListPage {
  /// The loops: those that the authors name, then those of the web, shortest first.
  static func loops(in exploration: Exploration, _ fields: FormFields) throws(PageError) -> ListPage {
    let theory = exploration.theory
    let concept = try fields.concept("concept", in: theory)
    let sign = try fields.choice("sign", of: NamedPattern.Sign.self)
    let found = exploration.loops.loops.filter { loop in
      (concept.map { loop.concepts.contains($0) } ?? true) && (sign == nil || loop.sign == sign)
    }
    let form = FilterForm(
      exploration.address(.loops),
      [
        .init("concept", "Through", open: "Any concept", theory.conceptChoices, chosen: concept?.text),
        .init(
          "sign", "Which way it turns", open: "Either way",
          [NamedPattern.Sign.reinforcing, .balancing].map { ($0.rawValue, Theory.capitalised($0.rawValue)) },
          chosen: sign?.rawValue),
      ])
    let named =
      form.isUsed
      ? []
      : theory.patterns.map { pattern in
        ListedLine(
          LinkedText(Theory.capitalised(pattern.name), to: exploration.address(.pattern(pattern.id))),
          about: pattern.note, tag: "\(pattern.kind.words.lowercased()), \(pattern.status.rawValue)")
      }
    var page = try ListPage(
      "Loops",
      "What comes back to where it started. Loops of up to \(Exploration.longestLoop) steps are listed, the shortest first.",
      at: .loops, in: exploration, filter: form,
      count: count(found.count, in: exploration, isAll: !form.isUsed),
      lines: found.map { exploration.line($0) }, fields: fields)
    if !named.isEmpty, page.earlier == nil {
      page.groups =
        [Group("named", "Loops, scales, thresholds and shifts that the authors name", named)]
        + page.groups.map { Group("elementary", "Loops that the claims make", $0.lines) }
    }
    return page
  }

  private static func count(_ number: Int, in exploration: Exploration, isAll: Bool) -> String {
    let loops = exploration.loops
    guard isAll else { return "\(number) of \(loops.loops.count) listed loops fit." }
    let most = loops.areAllFound ? "" : " At least that many: the search was cut short."
    return counted(loops.loops.count, "loop", "loops")
      + (loops.leftOut > 0 ? " listed, \(loops.leftOut) longer ones left out." : ".") + most
  }

  /// What `theory check` finds, the gravest kinds first, and the readings that contradict each other.
  static func findings(in exploration: Exploration, _ fields: FormFields) throws(PageError) -> ListPage {
    let kinds = Finding.Kind.allCases.filter { kind in
      exploration.findings.contains { $0.finding.kind == kind }
    }
    var chosen: Finding.Kind?
    if let text = fields.text("kind") {
      guard let kind = Finding.Kind(addressWord: text) else { throw .unknownChoice("kind") }
      chosen = kind
    }
    let found = exploration.findings.filter { chosen == nil || $0.finding.kind == chosen }
    let rivalries = chosen == nil ? exploration.theory.rivalries : []
    return ListPage(
      "Findings",
      "Where the theory contradicts itself or its source, and where its evidence is thin. A finding is no fault: the document may record exactly a source that errs.",
      at: .findings, in: exploration,
      filter: FilterForm(
        exploration.address(.findings),
        [
          .init(
            "kind", "Kind", open: "Every kind",
            kinds.map { ($0.addressWord, Theory.capitalised($0.rawValue)) },
            chosen: chosen?.addressWord)
        ]),
      count: chosen == nil
        ? counted(found.count, "finding.", "findings.")
        : "\(found.count) of \(exploration.findings.count) findings.",
      groups: [
        Group(
          "rivalries", "Contradictions whose readings both stay",
          rivalries.map { rivalry in
            ListedLine(
              LinkedText(Theory.capitalised(rivalry.about), to: exploration.address(.rivalry(rivalry.id))),
              about: rivalry.readings.map(\.name).joined(separator: "; "))
          })
      ]
        + kinds.map { kind in
          Group(
            kind.addressWord, "\(Theory.capitalised(kind.rawValue)): \(kind.meaning)",
            found.filter { $0.finding.kind == kind }.map { finding in
              ListedLine(LinkedText(finding.finding.sentence, to: exploration.address(finding)))
            })
        })
  }
}

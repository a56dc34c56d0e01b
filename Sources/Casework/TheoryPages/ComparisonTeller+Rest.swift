import Bibliography
import OrderedCollections
import ProgrammeTheory
import Reporting

extension ComparisonTeller {
  // MARK: Rivalries

  var rivalries: Part? {
    let sentences =
      comparison.settled.compactMap { shift($0, .old) } + comparison.opened.compactMap { shift($0, .new) }
      + comparison.rivalries.changed.map { change in
        let about = new.rivalries.first { $0.id == change.new }?.about ?? change.new.text
        return Sentence("On \(about), both see a rivalry, and differ in its \(slotNames(change.slots)).")
      }
    return sentences.isEmpty
      ? nil
      : Part(
        id: "rivalries", title: isRefinement ? "Rivalries settled and opened" : "Rivalries",
        blocks: [.list(cut(sentences))])
  }

  /// A rivalry that only one theory has, seen from the other; `nil` where the other doesn't tell of it.
  private func shift(_ shift: RivalryShift, _ side: ComparedSide) -> Sentence? {
    guard let rivalry = theory(side).rivalries.first(where: { $0.id == shift.rivalry }) else { return nil }
    if party(side.other).isPartial && shift.kind != .unnamed { return nil }
    let claims = why(rivalry.readings.flatMap(\.configurations), side)
    let does = !isRefinement ? "Only in \(called(side))" : side == .old ? "Settled" : "Opened"
    let kept = (shift.kept.joined(separator: "; "))
    let told: String =
      switch shift.kind {
      case .decided:
        "\(does): \(rivalry.about). \(Theory.capitalised(called(side.other))) has only: \(kept)."
      case .unnamed:
        "\(Theory.capitalised(called(side.other))) has every reading, and doesn't call it a rivalry: \(rivalry.about)."
      case .absent:
        "\(!isRefinement ? does : side == .old ? "Dropped" : "New"), with all its readings: \(rivalry.about)."
      }
    return Sentence(told, why: claims, mark: side == .new ? .contested : nil)
  }

  // MARK: Evidence

  var evidence: Part? {
    let blocks = grounds + tellings
    return blocks.isEmpty
      ? nil : Part(id: "evidence", title: "What the claims of both rest on", blocks: blocks)
  }

  private var grounds: [Block] {
    let changes = comparison.evidence
    guard !changes.isEmpty else { return [] }
    let (shown, caption) = cut(changes, under: "Places and works")
    let rows = shown.map { change in
      [
        Cell(title(change.new, .new), why: [why(change.old, .old), why(change.new, .new)]),
        Cell(grounds(change.old, .old)), Cell(grounds(change.new, .new)),
      ]
    }
    let (gained, lost) = (
      changes.count { !$0.gainedWorks.isEmpty || !$0.gainedPlaces.isEmpty },
      changes.count { !$0.lostWorks.isEmpty || !$0.lostPlaces.isEmpty }
    )
    let found =
      !comparison.encodeOneWork
      ? "The two theories are drawn from different works, so what both tell is told anew."
      : "\(count(gained, "claim is", "claims are")) told at further places or with further works."
    let missed =
      comparison.new.isPartial
      ? "Where the works behind a claim aren't told, those of \(called(.old)) may still stand behind it."
      : "\(count(lost, "claim", "claims")) no longer \(lost == 1 ? "rests" : "rest") on all the places and works of \(called(.old))."
    return [
      .paragraph([Sentence(found), Sentence(missed)]),
      .table(
        Table(
          caption: caption,
          columns: ["Claim", label(.old), label(.new)], rows: rows)),
    ]
  }

  /// What a claim rests on, in a cell: its places, and how many works.
  private func grounds(_ id: CMOConfiguration.ID, _ side: ComparedSide) -> String {
    let evidence = theory(side).evidence(for: id)
    let shown = detail == .brief ? Array(evidence.places.prefix(3)) : evidence.places
    let more = evidence.places.count - shown.count
    let places = shown.map(\.words).joined(separator: "; ") + (more > 0 ? "; and \(more) more" : "")
    func told(_ works: [Reference.ID], _ what: String) -> String? {
      works.isEmpty
        ? nil
        : "\(count(works.count, "work", "works"))\(what): \(works.compactMap { theory(side).reference($0)?.shortCitation }.joined(separator: ", "))"
    }
    let works = [
      told(evidence.supporting, ""), told(evidence.against, " against it"),
      told(evidence.null, " with little effect"),
    ].compactMap(\.self)
    return Theory.capitalised(places) + ". "
      + (works.isEmpty ? "Works not named." : works.joined(separator: "; ") + ".")
  }

  // MARK: What isn't there

  var absences: Part? {
    let claims = comparison.configurations.onlyInOld
    let concepts = comparison.concepts.onlyInOld
    guard !claims.isEmpty || !concepts.isEmpty else { return nil }
    let isPartial = comparison.new.isPartial
    let continued = Set(comparison.claimSuccessions.filter { $0.saidBy == .new }.map(\.old))
    let lead =
      reach(.new).map {
        "\(Theory.capitalised(called(.new))) is known here only as far as \($0). So the following isn't told there; whether it still holds, only the whole work can say."
      }
      ?? "The following stands in \(called(.old)) and \(isRefinement ? "no longer" : "not") in \(called(.new))."
    var blocks: [Block] = [.paragraph([Sentence(lead)])]
    if !concepts.isEmpty {
      let shown = detail == .brief ? Array(concepts.prefix(12)) : concepts
      let more = concepts.count - shown.count
      let named = shown.map { name($0, .old) } + (more > 0 ? ["\(more) more"] : [])
      blocks.append(
        .list([Sentence("\(count(concepts.count, "concept", "concepts")): \(Theory.list(named)).")]))
    }
    let built = claims.filter(continued.contains)
    if !built.isEmpty {
      let told = "\(count(built.count, "claim", "claims")) on which new ones build; they stand above."
      blocks.append(.list([Sentence(told, why: why(built, .old))]))
    }
    let others = claims.filter { !continued.contains($0) }
    if !others.isEmpty {
      let summary =
        built.isEmpty
        ? count(others.count, "claim", "claims") : count(others.count, "other claim", "other claims")
      blocks.append(
        .details(
          summary: Sentence(Theory.capitalised(summary)), blocks: [.list(cut(others.map { claim($0, .old) }))]
        ))
    }
    let arrows = comparison.arrows.lost.count
    if arrows > 0 {
      let told = "\(count(arrows, "arrow", "arrows")) of the causal web"
      blocks.append(
        .paragraph([
          Sentence(
            isPartial
              ? "\(told) \(arrows == 1 ? "isn't" : "aren't") told there either."
              : "\(told) \(arrows == 1 ? "is" : "are") gone.")
        ]))
    }
    let title =
      !isRefinement
      ? "What only \(called(.old)) tells" : isPartial ? "What isn't told there" : "What was dropped"
    return Part(id: "absent", title: title, blocks: blocks)
  }

  // MARK: The rest

  var surroundings: Part? {
    let sentences = levers + [works].compactMap(\.self) + others
    return sentences.isEmpty
      ? nil
      : Part(
        id: "around", title: "Actions, sources and other parts", blocks: [.list(cut(sentences, atMost: 10))])
  }

  private var levers: [Sentence] {
    func actions(_ ids: [Lever.ID], _ side: ComparedSide) -> String {
      let names = ids.compactMap { id in theory(side).levers.first { $0.id == id }?.name }
      let shown = detail == .brief ? Array(names.prefix(5)) : names
      return (shown + (names.count > shown.count ? ["and \(names.count - shown.count) more"] : [])).joined(
        separator: "; ")
    }
    let (gone, come) = (comparison.levers.onlyInOld, comparison.levers.onlyInNew)
    let none =
      comparison.new.isPartial ? "not told there" : isRefinement ? "dropped" : "only in \(called(.old))"
    let fresh = comparison.old.isPartial || !isRefinement ? "only in \(called(.new))" : "new"
    return [
      come.isEmpty ? nil : "\(count(come.count, "action", "actions")) \(fresh): \(actions(come, .new)).",
      gone.isEmpty ? nil : "\(count(gone.count, "action", "actions")) \(none): \(actions(gone, .old)).",
    ].compactMap(\.self).map { Sentence($0) }
      + comparison.levers.changed.map { change in
        let moves = change[.moves].map { moves in
          let (was, now) = (moves.old, moves.new)
          return ", which moved: \(was.joined(separator: ", ")); now: \(now.joined(separator: ", "))"
        }
        return Sentence(
          "Action changed in its \(slotNames(change.slots)): \(actions([change.new], .new))\(moves ?? "").")
      }
  }

  private var works: Sentence? {
    let works = comparison.works
    let shared = old.references.count - works.onlyInOld.count
    guard !works.isEmpty, !comparison.new.isPartial, !comparison.old.isPartial else { return nil }
    return Sentence(
      "Of the \(count(new.references.count, "work", "works")) in the list of \(called(.new)), \(works.onlyInNew.count) \(works.onlyInNew.count == 1 ? "isn't" : "aren't") in that of \(called(.old)); \(shared) \(shared == 1 ? "stands" : "stand") in both, \(works.changed.count) of them with something changed."
    )
  }

  private var others: [Sentence] {
    let sections = comparison.others.filter { $0.section != "theory.yaml" }
    let untold = sections.filter { comparison.new.isPartial && $0.onlyInNew.isEmpty && $0.changed.isEmpty }
    let told = sections.filter { !untold.contains($0) }.map { section in
      let told = [
        section.onlyInNew.isEmpty
          ? nil
          : "\(section.onlyInNew == [section.section] ? "" : "\(section.onlyInNew.count) ")only in \(called(.new))",
        section.onlyInOld.isEmpty
          ? nil
          : "\(section.onlyInOld == [section.section] ? "" : "\(section.onlyInOld.count) ")only in \(called(.old))",
        section.changed.isEmpty
          ? nil : section.changed == [section.section] ? "differs" : "\(section.changed.count) changed",
      ].compactMap(\.self)
      return Sentence(
        "Section “\(section.section)” of the documents: \(told.joined(separator: ", ")).", emphasis: .muted)
    }
    guard !untold.isEmpty else { return told }
    let names = Theory.list(untold.map { "“\($0.section)”" })
    return told + [
      Sentence(
        "Not told there either is what \(called(.old)) has in its sections \(names).", emphasis: .muted)
    ]
  }

  // MARK: How they were matched

  var matching: Part? {
    let loose = comparison.configurations.changed.filter { $0.match != .identifier }
    let sentences =
      [
        Sentence(
          "Concepts are matched by identifier, then by name, definition and the source's phrases; claims by identifier, then by what they say and by the concepts in their slots; works by being the same work"
            + (comparison.encodeOneWork ? "; tellings by identifier." : ".")
        )
      ]
      + loose.map { change in
        let by = change.match == .content ? "say the same" : "are about the same concepts"
        return Sentence(
          "“\(change.old)” and “\(change.new)” are taken for one claim, since they \(by).",
          why: [why(change.old, .old), why(change.new, .new)])
      }
      + comparison.strays.map { stray in
        Sentence(
          "“\(stray.part)” of \(called(stray.saidBy)) builds on “\(stray.name)”, which \(called(stray.saidBy.other)) doesn't have.",
          mark: .silent)
      }
    return Part(
      id: "matching", title: "How the two were compared", blocks: [.list(cut(sentences, atMost: 8))])
  }
}

import Bibliography
import ProgrammeTheory
import Reporting

extension AssessmentTeller {
  /// What is known, and where from.
  var situation: Part {
    var sentences: [Sentence] = []
    for (concept, bases) in now.bases {
      guard let fact = now.facts[concept] else { continue }
      sentences.append(Sentence(known(words(fact, of: concept), from: bases)))
    }
    var blocks: [Block] = []
    if sentences.isEmpty {
      blocks.append(.note(Sentence("Nothing is known that the theory has a word for.", mark: .silent)))
    } else {
      blocks.append(.list(sentences))
    }
    let hindsight = assessment.subject.facts.filter { !assessment.subject.isStartFact($0) }.count
    if hindsight > 0 {
      let fact = hindsight == 1 ? "1 fact became" : "\(hindsight) facts became"
      blocks.append(.note(Sentence("\(fact) known only after the start, and counts from its date on.")))
    }
    return Part(id: "situation", title: "What is known", blocks: blocks)
  }

  /// What is known, and what from. A basis that only says it again adds no more than who says it, and its source.
  private func known(_ state: String, from bases: [Situation.Basis]) -> String {
    // What the case leaves open isn't claimed: that it is the theory which takes it so comes before it.
    if let taken = bases.first(where: \.isOfTheory) {
      let others = bases.filter { !$0.isOfTheory }
        .map { " \(Theory.capitalised($0.words.withoutFullStop))\($0.source.map { " (\($0))" } ?? "")." }
      return "\(taken.words.withoutFullStop): \(state).\(others.joined())"
    }
    let lead = Theory.capitalised(state)
    func source(_ basis: Situation.Basis) -> String { basis.source.map { " (\($0))" } ?? "" }
    if let only = bases.first, bases.count == 1, only.words == state { return "\(lead)\(source(only))." }
    let told = bases.map { basis in
      let words = basis.words.withoutFullStop
      return (words.hasSuffix(": \(state)") ? String(words.dropLast(state.count + 2)) : words) + source(basis)
    }
    return "\(lead). \(Theory.capitalised(told.joined(separator: "; ")))."
  }

  /// What each change since the start changed.
  var turns: Part? {
    guard !assessment.turns.isEmpty else { return nil }
    var blocks: [Block] = []
    for turn in assessment.turns {
      // The source tells of the event, not of what the theory makes of it.
      let source = turn.source.map { " (\($0))" } ?? ""
      blocks.append(.subheading("\(turn.date): \(clause(turn.title))\(source)"))
      guard !turn.shifts.isEmpty else {
        blocks.append(.paragraph([Sentence("It changed nothing in the main things.", emphasis: .muted)]))
        continue
      }
      blocks.append(.list(turn.shifts.map { sentence($0, in: turn) }))
    }
    return Part(id: "turns", title: "What has happened since the start", blocks: blocks)
  }

  private func sentence(_ shift: Turn.Shift, in turn: Turn) -> Sentence {
    let standing = turn.after.entailment.standing(of: shift.concept)
    if shift.isGiven, let fact = standing.fact {
      return Sentence(
        "\(Theory.capitalised(name(shift.concept))) is now known: \(words(fact, of: shift.concept)).")
    }
    let grounds = standing.raisedBy.prefix(1) + standing.loweredBy.prefix(1)
    return Sentence(
      "\(Theory.capitalised(words(shift.after, of: shift.concept))) (before: \(words(shift.before, of: shift.concept))).",
      why: why(grounds.sorted { $0.step < $1.step }), mark: mark(shift.after))
  }

  /// This case beside others.
  var comparison: Part? {
    guard !assessment.besides.isEmpty else { return nil }
    let blocks = assessment.besides.flatMap(blocks(for:))
    return Part(id: "beside", title: "Beside other cases", blocks: blocks)
  }

  private func blocks(for comparison: Comparison) -> [Block] {
    let (here, there) = (comparison.here.title, comparison.there.title)
    var blocks: [Block] = [.subheading(there)]
    if comparison.areAlikeAtStart {
      let facts =
        comparison.atStart.isEmpty
        ? "the facts that the theory has words for are the same"
        : "they differ on \(names(comparison.atStart.map(\.concept))), which moves none of the main things otherwise"
      blocks.append(
        .paragraph([
          Sentence(
            "At the start the theory can't tell “\(here)” from “\(there)”: \(facts).", emphasis: .strong)
        ]))
    } else {
      blocks.append(
        .paragraph([
          Sentence(
            "At the start they differ on \(names(comparison.atStart.map(\.concept))), and so already in "
              + "\(names(comparison.outlookAtStart)).")
        ]))
    }
    guard !comparison.outlookNow.isEmpty else {
      return blocks + [
        .paragraph([Sentence("What happened since tells them apart in none of the main things.")])
      ]
    }
    if let parting = comparison.parting {
      blocks.append(
        .paragraph([
          Sentence(
            "They part first with this (\(parting.turn.date), \(parting.subject.title)): \(parting.turn.title)."
          )
        ]))
    }
    blocks.append(.table(table(for: comparison)))
    if !comparison.now.isEmpty {
      let told = comparison.now.map { difference in
        let sides = [difference.here, difference.there].map {
          $0.map { words($0, of: difference.concept) } ?? "not known"
        }
        return Sentence(
          "\(Theory.capitalised(name(difference.concept))): here \(sides[0]); there \(sides[1]).")
      }
      blocks.append(
        .details(summary: Sentence("Why: the facts on which they differ now"), blocks: [.list(told)]))
    }
    return blocks
  }

  private func table(for comparison: Comparison) -> Table {
    func cell(_ standing: Standing) -> Cell {
      if let fact = standing.fact { return Cell("known: \(words(fact, of: standing.concept))") }
      return Cell(
        afterMark(standing.tendency),
        why: why(standing.raisedBy.prefix(1) + standing.loweredBy.prefix(1)), mark: mark(standing.tendency))
    }
    return Table(
      caption: "Where the two stand apart now", columns: ["What", "Here", "There"],
      rows: comparison.outlookNow.map {
        [Cell(Theory.capitalised(name($0.concept))), cell($0.here), cell($0.there)]
      })
  }
}

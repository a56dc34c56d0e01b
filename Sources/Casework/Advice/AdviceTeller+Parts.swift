import Dynamics
import ProgrammeTheory
import Reporting

extension AdviceTeller {
  // MARK: Several actions

  /// Pairs and triples.
  var together: Part? {
    guard let together = advice.together else { return nil }
    let blocks = [2, 3].flatMap { size -> [Block] in
      let best = together.best(of: size)
      guard !best.isEmpty else { return [] }
      let rows = best.prefix(6).map { set in
        [
          Cell(Theory.capitalised(names(together.sets[set]))), Cell(together.trials.better(set + 1).cell),
          Cell(together.trials.worse(set + 1).cell), Cell(together.trials.regret(set + 1).cell),
        ]
      }
      return [
        .table(
          Table(
            caption: size == 2 ? "Pairs: of 10 models, so many" : "Triples: of 10 models, so many",
            columns: ["Actions", "Better", "Worse", "Another is better"], rows: rows))
      ]
    }
    guard !blocks.isEmpty else { return nil }
    return Part(id: "together", title: "Several actions together", blocks: blocks)
  }

  // MARK: When

  /// When the best actions help.
  var timing: Part? {
    let timing = advice.timing
    guard !timing.levers.isEmpty else { return nil }
    let rows = timing.levers.indices.map { place in
      let signs = timing.rounds.indices.map { sign(timing.trials.verdict(timing.option(place, $0))) }
      return [Cell(Theory.capitalised(names([timing.levers[place]]))), Cell(signs.joined())]
    }
    let (first, last) = (timing.rounds.first ?? 1, timing.rounds.last ?? 1)
    let every = timing.rounds.count > 1 ? timing.rounds[1] - timing.rounds[0] : 1
    let column = "Rounds \(first) to \(last)" + (every > 1 ? ", every \(every)" : "")
    return Part(
      id: "when", title: "When",
      blocks: [
        .paragraph([
          Sentence(
            "Begun in this round and kept up: + it helps, − it harms, ± by the way of drawing one or the other, · no clear difference. What begins late has less time to show."
          )
        ]),
        detail.block(
          timingFigure(
            Table(
              caption: "In which round an action can begin: one sign a round", columns: ["Action", column],
              rows: rows))),
      ])
  }

  private func sign(_ verdict: OptionVerdict) -> String {
    switch verdict {
    case .helps: "+"
    case .harms: "−"
    case .mixed: "±"
    case .noDifference: "·"
    }
  }

  // MARK: What doesn't help

  /// What harms, and what makes no difference.
  var others: Part? {
    var blocks: [Block] = []
    for (verdict, title) in [
      (OptionVerdict.harms, "With care: what ends worse more often than better"),
      (.mixed, "What helps or harms by the way of drawing"),
    ] {
      let own = actions(that: verdict)
      if !own.isEmpty { blocks += [.subheading(title), .list(own.reversed().map(sentence))] }
    }
    let idle = actions(that: .noDifference)
    if !idle.isEmpty {
      blocks.append(
        .details(
          summary: Sentence("What makes no clear difference to the end (\(idle.count))"),
          blocks: [.list(idle.map(sentence))]))
    }
    if !advice.inPlace.isEmpty {
      blocks.append(.note(Sentence("In place already: \(names(advice.inPlace.map(\.id))).")))
    }
    guard !blocks.isEmpty else { return nil }
    return Part(id: "others", title: "What doesn't help, or may harm", blocks: blocks)
  }

  // MARK: What to find out

  /// Facts on which it hangs what helps most.
  var findOut: Part? {
    let facts = turningFacts.prefix(6)
    guard !facts.isEmpty else { return nil }
    return Part(
      id: "find-out", title: "What to find out before you act",
      blocks: [
        .table(
          Table(
            caption: "What helps most, by the answer", columns: ["Question", "If low", "If high"],
            rows: facts.map {
              [
                Cell($0.question), Cell(Theory.capitalised($0.ifLow.name)),
                Cell(Theory.capitalised($0.ifHigh.name)),
              ]
            }))
      ])
  }

  // MARK: How it was made

  /// What was run, and what is assumed.
  var making: Part {
    let settings = advice.settings
    var sentences = [
      Sentence(
        "\(settings.drawsForEach) models for each of \(singles.settings.priors.count) ways of drawing strengths, over \(rounds) rounds, from seed \(settings.seed); the same models for every option. Chance alone moves a share by up to \(Int((singles.ends(0, .good).chance * 100).rounded(.up))) of 100 models."
      ),
      Sentence(
        "An action pushes what it moves in every round in which it is under way. How strongly is drawn: the theory doesn't say how far an action takes hold, nor what it costs."
      ),
      Sentence(
        "It helps or harms where better and worse differ by more than a fair coin gives in 95 of 100 cases, in every way of drawing. Ends are compared by their order: parted early, parted late, an empty shell, together badly, neither, well."
      ),
    ]
    sentences += advice.now.assumptions.map { Sentence($0) }
    return Part(id: "making", title: "How this was made", blocks: [.list(sentences)])
  }
}

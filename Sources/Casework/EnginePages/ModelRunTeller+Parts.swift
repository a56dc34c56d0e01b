import Dynamics
import ProgrammeTheory
import Reporting

extension ModelRunTeller {
  // MARK: Ends

  var ends: Part? {
    Part(id: "ends", title: "How it ends", blocks: [.table(comparison)] + endBlocks)
  }

  /// The ranks of ends beside what they are to be compared with.
  private var comparison: Table {
    var columns = ["From worst to best", ensemble.plan.steps.isEmpty ? "These models" : "With the plan"]
    var others: [[(rank: ModelEnd.Rank, share: ModelShare)]] = []
    if let without = run.withoutPlan {
      columns.append("Nothing more done")
      others.append(without.ranks)
    }
    if let neutral = run.neutral {
      columns.append("Where nothing leans either way")
      others.append(neutral.ranks)
    }
    let meeting = ensemble.ranksWhereOrdersHold
    if !meeting.isEmpty {
      columns.append("Of those that fail no statement")
      others.append(meeting)
    }
    let rows = ensemble.ranks.enumerated().map { index, rank in
      [Cell(rank.rank.words), Cell(rank.share.words)] + others.map { Cell($0[index].share.words) }
    }
    return Table(caption: "Compare these on the same models", columns: columns, rows: rows)
  }

  // MARK: Levels

  /// The rounds that are told: few enough for a narrow page.
  private var rounds: [Int] { [0, 1, 4].filter { $0 < settings.rounds } + [settings.rounds] }

  /// The concepts that an assessment tells about; of a theory that names none, all that move.
  private var told: [Concept.ID] {
    let told = theory.outlook.map(\.concept).filter(ensemble.model.moving.contains)
    return told.isEmpty ? ensemble.model.moving : told
  }

  var levels: Part? {
    let others = ensemble.model.moving.filter { !told.contains($0) }
    var hidden: [Block] = [.table(spread)]
    if !others.isEmpty { hidden.insert(.table(medians(of: others)), at: 0) }
    return Part(
      id: "levels", title: "Where levels lie",
      blocks: [
        .paragraph([
          Sentence(
            "From 0 to 1; at 0.5 there is neither more nor less. Levels are an order and no measurement. Only models that still go on count."
          )
        ]),
        .table(medians(of: told)),
        .details(summary: Sentence("The other concepts, and how far the models lie apart"), blocks: hidden),
      ])
  }

  private func medians(of concepts: [Concept.ID]) -> Table {
    let rows = concepts.map { concept in
      [Cell(name(concept))]
        + rounds.map { round in
          let medians = (ensemble.bands(of: concept, after: round) ?? []).compactMap(\.median)
          guard let low = medians.min(), let high = medians.max() else { return Cell("–") }
          return Cell(text(low...high, places: 1), alignment: .trailing)
        }
    }
    return Table(
      caption: "Medians after so many rounds, over the ways of drawing",
      columns: ["Concept"] + rounds.map { "\($0)" }, rows: rows)
  }

  private var spread: Table {
    let rows = ensemble.model.moving.compactMap { concept -> [Cell]? in
      let bands = ensemble.bands(of: concept, after: settings.rounds) ?? []
      let whole = bands.filter { $0.levels.count == LevelBand.shares.count }
      guard !whole.isEmpty else { return nil }
      let cells = LevelBand.shares.indices.map { place -> Cell in
        let levels = whole.map { $0.levels[place] }
        return Cell(text((levels.min() ?? 0)...(levels.max() ?? 0), places: 1), alignment: .trailing)
      }
      return [Cell(name(concept))] + cells
    }
    return Table(
      caption: "After round \(settings.rounds): the level below which so many of 100 models lie",
      columns: ["Concept"] + LevelBand.shares.map { text($0 * 100, places: 0) }, rows: rows)
  }

  // MARK: What drove it

  var drivers: Part? {
    guard settings.isAttributed else { return nil }
    let concepts = told.prefix(12)
    let early = drivers(through: min(4, settings.rounds))
    let rows = concepts.flatMap { concept -> [[Cell]] in
      drivers(of: concept, among: early, most: 3).enumerated().map { index, driver in
        [
          Cell(index == 0 ? name(concept) : ""), Cell(title(of: driver), why: why(driver)),
          Cell(text(driver.range, places: 2), alignment: .trailing),
        ]
      }
    }
    guard !rows.isEmpty else { return nil }
    return Part(
      id: "drivers", title: "What drove it",
      blocks: [
        .table(
          Table(
            caption:
              "What moved levels most in the first \(min(4, settings.rounds)) rounds, as means over models",
            columns: ["Concept", "By", "Moved by"], rows: rows))
      ] + sparing)
  }

  /// What made losses smaller.
  private var sparing: [Block] {
    let last = min(4, settings.rounds)
    let rounds = (1...last).map { ensemble.spared(in: $0) }
    let sums = (rounds.first ?? []).indices.map { index in
      (
        rounds[0][index].source, rounds[0][index].concept,
        rounds.reduce(0) { $0 + ($1[index].means.max() ?? 0) }
      )
    }
    let most = sums.filter { $0.2 >= 0.005 }.sorted { ($1.2, $0.0.name) < ($0.2, $1.0.name) }.prefix(6)
    guard !most.isEmpty else { return [] }
    return [
      .list(
        most.map { source, concept, sum in
          Sentence(
            "“\(source.title(in: theory))” spared up to \(text(sum)) of what \(name(concept)) would have lost.",
            why: source.configuration.map { [why($0)] } ?? [])
        })
    ]
  }

  // MARK: What it hinges on

  var hinges: Part? {
    let most = ensemble.sensitivities.filter { ($0.indices.min() ?? 0) >= 0.005 }
      .sorted { one, other in
        let (first, second) = (one.indices.max() ?? 0, other.indices.max() ?? 0)
        return first != second ? first > second : one.parameter.id < other.parameter.id
      }.prefix(12)
    guard !most.isEmpty else { return nil }
    let rows = most.map { hinge in
      [
        Cell(Theory.capitalised(hinge.parameter.meaning)), Cell(hinge.parameter.basis.words),
        Cell(
          text((hinge.indices.min() ?? 0)...(hinge.indices.max() ?? 0)), alignment: .trailing),
      ]
    }
    return Part(
      id: "hinges", title: "What the end hinges on",
      blocks: [
        .table(
          Table(
            caption: "How much of the difference between models each number explains by itself (0 to 1)",
            columns: ["Number", "Whose", "Explains"], rows: Array(rows)))
      ])
  }

  // MARK: How it was made

  var making: Part? {
    let start = ensemble.model.start
    var sentences = [
      Sentence(
        "Ways of drawing strengths: \(Theory.list(settings.priors.map(\.rawValue))). No way is the right one."
      ),
      Sentence(
        "Drawn for each model: \(ensemble.model.program.parameters.count) numbers. The theory gives none of them; realist theory parameters lists them."
      ),
      Sentence(
        start.unknown == .drawn
          ? "What isn't known is drawn from the whole scale." : "What isn't known leans neither way."),
    ]
    if !start.known.isEmpty {
      let facts = start.known.map { "\($0.fact.words) \(name($0.concept)) (\($0.extent.words))" }
      sentences.append(Sentence("Known at the start: \(Theory.list(facts))."))
    }
    if !ensemble.plan.steps.isEmpty {
      let steps = ensemble.plan.steps.map { "\(name($0.lever)) (from round \($0.rounds.lowerBound))" }
      sentences.append(Sentence("Done: \(Theory.list(steps))."))
    }
    return Part(id: "making", title: "How this was made", blocks: [.list(sentences)])
  }
}

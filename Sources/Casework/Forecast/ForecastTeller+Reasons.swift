import Bibliography
import Dynamics
import ProgrammeTheory
import Reporting

extension ForecastTeller {
  // MARK: Why

  /// Until which round it is told what moved things: until most that moves has moved.
  var early: Int { min(8, rounds) }

  /// What moved a concept a way, the most first.
  func leading(_ concept: Concept.ID, _ direction: Direction) -> [Driver] {
    drivers(of: concept, among: driving, most: 8).filter { $0.direction == direction }
  }

  /// What moved the main things, by attribution.
  var why: Part? {
    let blocks = forecast.mainThings.flatMap { concept -> [Block] in
      let own = drivers(of: concept, among: driving, most: 4)
      guard !own.isEmpty else { return [] }
      return [.subheading(Theory.capitalised(name(concept)))]
        + listed(own.map(sentence), open: 2, "more ways of working")
    }
    guard !blocks.isEmpty else { return nil }
    return Part(
      id: "why", title: "What drives it",
      blocks: [
        .paragraph([
          Sentence(
            "By how much each way of working moved a thing in the first \(early) rounds, as the mean over \(forecast.settings.ensemble.attributed) models of each way of drawing; the whole scale is 1. The parts add up to the whole movement."
          )
        ])
      ] + driverFigures.map { .figure($0) } + blocks)
  }

  private func sentence(_ driver: Driver) -> Sentence {
    let mark: Mark? = driver.direction.map { $0 == .more ? .rises : .falls }
    let amount = driver.direction == nil ? text(driver.range) : size(driver)
    return Sentence("\(Theory.capitalised(title(of: driver))): by \(amount).", why: why(driver), mark: mark)
  }

  private func size(_ driver: Driver) -> String {
    let sizes = [abs(driver.range.lowerBound), abs(driver.range.upperBound)].sorted()
    return text(sizes[0]...sizes[1])
  }

  // MARK: What happened

  /// What would have been forecast at each date.
  var history: Part? {
    guard let history = forecast.history else { return nil }
    let trials = history.trials
    func row(_ option: Int, _ label: String) -> [Cell] {
      let together = ModelShare.adding([ModelEnd.Rank.middling, .good].map { trials.ends(option, $0) })
      return [
        Cell(label), Cell(option == 0 ? "" : trials.better(option).cell),
        Cell(option == 0 ? "" : trials.worse(option).cell), Cell(together.cell),
      ]
    }
    let first = history.turns.startIndex == 0 ? "At the start" : "Before these"
    let rows =
      [row(0, first)]
      + history.turns.enumerated().map {
        row($0.offset + 1, "\($0.element.date): \(clause($0.element.title))")
      }
    return Part(
      id: "history", title: "What happened, and what it changed",
      blocks: [
        .paragraph([
          Sentence(
            "At each date the forecast starts again from what was known then, for \(rounds) rounds on. Each row is compared with the one before, on the same models."
          )
        ]),
        detail.block(
          historyFigure(
            history,
            Table(
              caption: "The forecast at each date: of 10 models, so many",
              columns: ["Date", "Ends better", "Ends worse", "Together, not badly"], rows: rows))),
      ])
  }

  // MARK: Beside other cases

  /// Other cases on the same models.
  var besides: Part? {
    guard !forecast.besides.isEmpty else { return nil }
    return Part(
      id: "besides", title: "Beside other cases", blocks: forecast.besides.flatMap(blocks))
  }

  private func blocks(_ beside: Forecast.Beside) -> [Block] {
    let (trials, other) = (beside.trials, beside.other.title)
    var sentences: [Sentence] = []
    if beside.isAlikeAtStart {
      sentences.append(
        Sentence(
          "At the start they can't be told apart: "
            + (beside.isSameAtStart
              ? "what is known of both is the same, so every model ends alike."
              : "no model ends otherwise."),
          emphasis: .strong))
    } else {
      sentences.append(
        Sentence(
          "At the start “\(other)” ends better than this case \(trials.better(1).words), and worse \(trials.worse(1).words)."
        ))
    }
    let isStill = [2, 3].map { trials.better($0).frequency == .never && trials.worse($0).frequency == .never }
    sentences.append(
      Sentence(
        isStill[0]
          ? "Nothing that happened here since changes the end of a model."
          : "What happened here makes the end better \(trials.better(2).words) and worse \(trials.worse(2).words)."
      ))
    sentences.append(
      Sentence(
        isStill[1]
          ? "Nothing that happened there changes the end of a model."
          : "What happened there makes the end better \(trials.better(3).words) and worse \(trials.worse(3).words)."
      ))
    sentences.append(
      Sentence(
        "With all that is known, “\(other)” ends better than this case \(trials.better(4).words), and worse \(trials.worse(4).words)."
      ))
    return [.subheading(other), .list(sentences)]
  }
}

extension ModelShare {
  /// In how many models one of several things holds of which no two hold in the same model.
  static func adding(_ shares: [ModelShare]) -> ModelShare {
    guard let first = shares.first else { return ModelShare(counts: [], models: []) }
    return ModelShare(
      counts: first.counts.indices.map { prior in shares.reduce(0) { $0 + $1.counts[prior] } },
      models: first.models)
  }
}

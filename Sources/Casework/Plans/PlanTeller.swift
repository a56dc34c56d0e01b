import Bibliography
import Dynamics
import ProgrammeTheory
public import Reporting

/// Tells how plans compare.
public struct PlanTeller: Teller, Sendable {
  private let comparison: PlanComparison
  private let program: String

  /// A teller of one comparison.
  ///
  /// - Parameters:
  ///   - comparison: the comparison.
  ///   - program: name and version of the program, for the colophon.
  public init(of comparison: PlanComparison, madeBy program: String) {
    self.comparison = comparison
    self.program = program
  }

  var theory: Theory { comparison.theory }
  private var trials: OptionTrials { comparison.trials }

  /// The page.
  public var page: Page {
    Page(
      title: "Plans compared: \(comparison.subject.title)", subtitle: comparison.subject.forewords,
      notice: theory.noticeBefore(
        "Shares are shares of models that the theory allows, and no probabilities."),
      story: story,
      parts: [certain(comparison.proofs), table, pairs, what, making].compactMap(\.self),
      explanations: explanations,
      sources: sources,
      colophon:
        "\(program); theory \(theory.identity.id) \(theory.identity.version); case \(comparison.subject.id), as of "
        + "\(comparison.asOf.date?.description ?? "the start"); \(comparison.settings.models) models, \(comparison.settings.rounds) rounds, seed \(comparison.settings.seed)."
    )
  }

  private var story: [Sentence] {
    let own = comparison.plans.enumerated().map { place, plan in
      Sentence(
        "“\(plan.title)”, beside doing nothing more: \(words(place + 1))", emphasis: .strong)
    }
    let between = comparison.pairs.enumerated().prefix(3).map { place, pair in
      Sentence(
        "“\(comparison.plans[pair.1].title)”, beside “\(comparison.plans[pair.0].title)”: \(words(comparison.option(ofPair: place)))"
      )
    }
    return [Sentence(comparison.asOf.words, emphasis: .muted)] + own + between
  }

  private func words(_ option: Int) -> String {
    let verdict: String =
      switch trials.verdict(option) {
      case .helps: "it helps"
      case .harms: "it harms"
      case .mixed: "it helps or harms, by the way of drawing"
      case .noDifference: "no clear difference"
      }
    return
      "\(verdict). It ends better \(trials.better(option).words), worse \(trials.worse(option).words)."
  }

  private var table: Part {
    func row(_ label: String, _ option: Int) -> [Cell] {
      [
        Cell(label), Cell(option == 0 ? "" : trials.better(option).cell),
        Cell(option == 0 ? "" : trials.worse(option).cell),
        Cell(ModelShare.adding([ModelEnd.Rank.parted, .shell, .poor].map { trials.ends(option, $0) }).cell),
        Cell(trials.ends(option, .middling).cell), Cell(trials.ends(option, .good).cell),
      ]
    }
    let rows =
      [row("Do nothing more", 0)]
      + comparison.plans.enumerated().map { row($0.element.title, $0.offset + 1) }
    return Part(
      id: "plans", title: "The plans",
      blocks: [
        .paragraph([
          Sentence(
            "Of 10 models, so many. Better and worse are beside doing nothing more, on the same models; the rest is how they end."
          )
        ]),
        .figure(
          figure(
            Table(
              caption: "The plans side by side",
              columns: ["Plan", "Better", "Worse", "Part, shell or badly", "Neither", "Well"], rows: rows))),
      ])
  }

  /// In how many models each plan ends better than doing nothing more, and in how many worse.
  private func figure(_ table: Table) -> Figure {
    let options = comparison.plans.indices.map { $0 + 1 }
    let rows = zip(comparison.plans, options).map { plan, option in
      RangeChart.Row(
        label: plan.title,
        ranges: RangeChart.tenths(better: trials.better(option), worse: trials.worse(option)))
    }
    let most = options.flatMap { [trials.better($0), trials.worse($0)] }.map(\.range.upperBound).max() ?? 1
    return Figure(
      id: "plans", title: "Plans beside doing nothing more",
      description:
        "\(rows.count) plans. To the right, in how many of 10 models each ends better than doing nothing more; to the left, worse. Bars span the ways of drawing.",
      sentence: Sentence(
        "Bars span the ways of drawing strengths: in how many of 10 models each plan makes the end better, and worse."
      ),
      picture: .ranges(
        RangeChart(
          rows: rows, sides: RangeChart.Sides(left: "ends worse", right: "ends better"),
          reach: max(1, (most * 10).rounded(.up)), unit: "of 10 models")),
      table: table)
  }

  private var pairs: Part? {
    guard !comparison.pairs.isEmpty else { return nil }
    let rows = comparison.pairs.enumerated().map { place, pair in
      let option = comparison.option(ofPair: place)
      return [
        Cell(comparison.plans[pair.1].title), Cell(comparison.plans[pair.0].title),
        Cell(trials.better(option).cell), Cell(trials.worse(option).cell),
        Cell(trials.verdict(option).rawValue),
      ]
    }
    return Part(
      id: "pairs", title: "Plan beside plan",
      blocks: [
        .table(
          Table(
            caption: "Of 10 models, so many",
            columns: ["This plan", "Beside this", "Ends better", "Ends worse", "So it"], rows: rows))
      ])
  }

  private var what: Part {
    let sentences = comparison.plans.map { plan in
      let steps = plan.plan.steps.map { step in
        let action = theory.levers.first { $0.id == step.lever }?.name ?? step.lever.text
        let last = step.rounds.upperBound
        let until = last >= comparison.settings.rounds ? "on" : "to \(last)\(dated(last))"
        let first = step.rounds.lowerBound
        return "\(lowered(action)) (round \(first)\(dated(first)) \(until))"
      }
      let form = plan.arrangement.map { ["as \($0.name)"] } ?? []
      return Sentence("\(plan.title): \((form + steps).joined(separator: "; ")).")
    }
    return Part(id: "what", title: "What the plans hold", blocks: [.list(sentences)])
  }

  /// When a round begins, where the case says how long one is and the date is known.
  private func dated(_ round: Int) -> String {
    guard comparison.subject.roundMonths != nil else { return "" }
    return comparison.subject.date(ofRound: round, from: comparison.asOf.date).map { ", \($0)," } ?? ""
  }

  private var making: Part {
    Part(
      id: "making", title: "How this was made",
      blocks: [
        .list(
          [
            Sentence(
              "\(comparison.settings.drawsForEach) models for each of \(trials.settings.priors.count) ways of drawing strengths, from seed \(comparison.settings.seed); the same models for every plan. Chance alone moves a share by up to \(Int((trials.ends(0, .good).chance * 100).rounded(.up))) of 100 models."
            ),
            Sentence(
              "How strongly an action takes hold is drawn. What it costs isn't part of the theory."),
          ] + comparison.now.assumptions.map { Sentence($0) })
      ])
  }
}

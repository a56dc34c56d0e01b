import Dynamics
import ProgrammeTheory
import Reporting

extension AdviceTeller {
  /// The actions that help, with how often each ends better and worse.
  func rankingFigure(_ table: Table) -> Figure {
    let helping = actions(that: .helps)
    let rows = helping.map { option in
      RangeChart.Row(
        label: Theory.capitalised(lever(option).name),
        ranges: RangeChart.tenths(better: singles.better(option), worse: singles.worse(option)))
    }
    let most = helping.map { singles.better($0).range.upperBound }.max() ?? 1
    return Figure(
      id: "ranking", title: "What helps, ranked",
      description:
        "\(rows.count) actions, the one that helps most on top. To the right, in how many of 10 models it ends better; to the left, worse. Bars span the ways of drawing.",
      sentence: Sentence(
        "Bars span the ways of drawing strengths: in how many of 10 models each action makes the end better, and worse."
      ),
      picture: .ranges(
        RangeChart(
          rows: rows, sides: RangeChart.Sides(left: "ends worse", right: "ends better"),
          reach: max(1, (most * 10).rounded(.up)), unit: "of 10 models")),
      table: table)
  }

  /// When the best actions can begin.
  func timingFigure(_ table: Table) -> Figure {
    let timing = advice.timing
    let rows = timing.levers.indices.map { place in
      StripChart.Row(
        label: Theory.capitalised(names([timing.levers[place]])),
        cells: timing.rounds.indices.map { round in
          switch timing.trials.verdict(timing.option(place, round)) {
          case .helps: .good
          case .harms: .bad
          case .mixed: .mixed
          case .noDifference: .none
          }
        })
    }
    return Figure(
      id: "when", title: "When each can begin",
      description:
        "A strip for each of \(rows.count) actions, with a cell for the round in which it begins: whether it helps, harms, does either, or makes no clear difference.",
      sentence: Sentence("What begins late has less time to show."),
      picture: .strip(
        StripChart(
          rows: rows, columns: timing.rounds.map { "\($0)" }, time: "begun in round",
          words: [
            .good: "it helps", .bad: "it harms", .mixed: "by the way of drawing, one or the other",
            .none: "no clear difference",
          ])),
      table: table)
  }
}

extension RangeChart {
  /// In how many of 10 models something ends better, to the right, and worse, to the left; what was never seen has no bar.
  static func tenths(better: ModelShare, worse: ModelShare) -> [ClosedRange<Double>] {
    let (better, worse) = (better.range, worse.range)
    return [
      better.lowerBound * 10...better.upperBound * 10, -worse.upperBound * 10...(-worse.lowerBound * 10),
    ].filter { $0.lowerBound != 0 || $0.upperBound != 0 }
  }
}

import Bibliography
import Dynamics
import ProgrammeTheory
import Reporting

extension ForecastTeller {
  /// The marks on a scale of levels.
  private var levels: [CourseChart.Tick] {
    [(0, "much less"), (0.5, "neither"), (1, "much more")].map { CourseChart.Tick(at: $0.0, label: $0.1) }
  }

  /// The marks on a scale of models.
  private var tenths: [CourseChart.Tick] {
    [0.0, 5, 10].map { CourseChart.Tick(at: $0, label: "\(Int($0)) of 10") }
  }

  var span: ClosedRange<Double> { 0...Double(rounds) }

  /// The rounds that a table of a course tells.
  private var told: [Int] { [0, 1, 4].filter { $0 < rounds } + [rounds] }

  /// A point of a fan: over all ways of drawing, the mean of their medians, and the widest of their ranges.
  func point(_ bands: [LevelBand], _ round: Int) -> CourseChart.Point? {
    let whole = bands.filter { $0.levels.count == LevelBand.shares.count }.map(\.levels)
    guard !whole.isEmpty else { return nil }
    func range(_ low: Int, _ high: Int) -> ClosedRange<Double> {
      (whole.map { $0[low] }.min() ?? 0)...(whole.map { $0[high] }.max() ?? 1)
    }
    return CourseChart.Point(
      time: Double(round), middle: whole.reduce(0) { $0 + $1[2] } / Double(whole.count), inner: range(1, 3),
      outer: range(0, 4))
  }

  func points(_ courses: Courses, _ line: Int) -> [CourseChart.Point] {
    (0...courses.settings.rounds).compactMap { point(courses.bands(of: line, after: $0), $0) }
  }

  // MARK: The fan

  /// Where the levels of the main things lie, round by round.
  var fan: Figure {
    let things = forecast.mainThings.enumerated().map { line, concept in
      (
        name: Theory.capitalised(name(concept)), past: pastPoints(line),
        points: (0...rounds).compactMap { point(ensemble.bands(of: concept, after: $0) ?? [], $0) }
      )
    }
    let rows = things.map { thing in
      [Cell(thing.name)]
        + told.map { round in
          guard let point = thing.points.first(where: { $0.time == Double(round) }),
            let outer = point.outer
          else { return Cell("–") }
          return Cell("\(text(point.middle, places: 1)) (\(text(outer, places: 1)))")
        }
    }
    return Figure(
      id: "fan", title: "Where the main things may go",
      description:
        "For each of \(things.count) main things, a panel with \(rounds) rounds of work: a line for the middle of the models, a dark band for the middle half and a light one for 9 of 10.",
      sentence: Sentence(
        "The bands are wide: the theory gives directions and no sizes. Compare where a line ends with where it starts. Only models that still go on are drawn.\(pastWords)"
      ),
      picture: .courses(
        CourseChart(
          panels: things.map {
            CourseChart.Panel(
              title: $0.name,
              series: [CourseChart.Series(name: "the middle of the models", points: $0.past + $0.points)])
          }, time: "round", span: spanWithPast, scale: 0...1, marks: levels,
          rangeWords: ["half of the models", "9 of 10 models"], events: events)),
      table: Table(
        caption: "The middle, and where 9 of 10 models lie, after so many rounds (0 to 1)",
        columns: ["Main thing"] + told.map { "\($0)" }, rows: rows))
  }

  // MARK: Ends over time

  private var courseOfEnds: [(name: String, share: (Int) -> ModelShare)] {
    let hasShell = ensemble.model.endings.contains { $0.ending.hollowUnder != nil }
    var result: [(name: String, share: (Int) -> ModelShare)] = [
      ("they have parted", { ensemble.ended(inShell: false, by: $0) })
    ]
    if hasShell { result.append(("an empty shell", { ensemble.ended(inShell: true, by: $0) })) }
    for label in ensemble.model.labels.map(\.label) where label.standing != nil {
      result.append(
        (
          label.name,
          { ensemble.holding(label.id, after: $0) ?? ModelShare(counts: [], models: []) }
        ))
    }
    // What was never seen has no line; the list of ends tells of it.
    let seen = result.filter { kind in (0...rounds).contains { kind.share($0).frequency != .never } }
    return seen.isEmpty ? result : seen
  }

  /// In how many models each end has come by a round.
  var endFigure: Figure {
    let kinds = courseOfEnds
    let rows = kinds.map { kind in
      [Cell(Theory.capitalised(kind.name))] + told.map { Cell(kind.share($0).cell) }
    }
    let series = kinds.map { kind in
      CourseChart.Series(
        name: kind.name,
        points: (0...rounds).map { round in
          let share = kind.share(round)
          return CourseChart.Point(
            time: Double(round), middle: share.middle * 10,
            outer: (share.range.lowerBound * 10)...(share.range.upperBound * 10))
        })
    }
    return Figure(
      id: "ends-over-time", title: "Ends over time",
      description:
        "Over \(rounds) rounds of work, in how many of 10 models they have parted, go on as an empty shell, or stand in a way that the theory names. Bands span the ways of drawing.",
      sentence: Sentence(
        "Bands span the ways of drawing strengths; the rest stands in no way that has a name."),
      picture: .courses(
        CourseChart(
          panels: [CourseChart.Panel(title: "Of 10 models", series: series)], time: "round", span: span,
          scale: 0...10, marks: tenths, rangeWords: [])),
      table: Table(
        caption: "Of 10 models, after so many rounds",
        columns: ["Where they are"] + told.map { "\($0)" }, rows: rows))
  }

  // MARK: Partner by partner

  /// One figure for each main thing that lies in partners or between them.
  func placeFigures(_ own: Forecast.PlaceCourses) -> [Figure] {
    var concepts: [Concept.ID] = []
    for place in own.places where !concepts.contains(place.concept) { concepts.append(place.concept) }
    return concepts.map { concept in
      let lines = own.places.indices.filter { own.places[$0].concept == concept }
      let series = lines.map { line in
        CourseChart.Series(
          name: forecast.subject.words(own.places[line].place),
          points: points(own.courses, line).map { CourseChart.Point(time: $0.time, middle: $0.middle) })
      }
      let rows = zip(lines, series).map { line, series in
        [Cell(series.name)]
          + told.map { round in
            let medians = own.courses.bands(of: line, after: round).compactMap(\.median)
            guard let low = medians.min(), let high = medians.max() else { return Cell("–") }
            return Cell(text(low...high, places: 1), alignment: .trailing)
          }
      }
      let name = Theory.capitalised(name(concept))
      return Figure(
        id: "places-\(concept)", title: "\(name), partner by partner",
        description:
          "\(lines.count) lines over \(rounds) rounds: \(name) in each place, as the middle of the models.",
        sentence: Sentence("\(name) in each place, as the middle of the models."),
        picture: .courses(
          CourseChart(
            panels: [CourseChart.Panel(title: name, series: series)], time: "round", span: span,
            scale: 0...1, marks: levels)),
        table: Table(
          caption: "Medians over the ways of drawing, after so many rounds (0 to 1)",
          columns: ["Whose"] + told.map { "\($0)" }, rows: rows))
    }
  }

  // MARK: What drove it

  /// What drove the first of the main things that turn, or of all.
  var driverFigures: [Figure] {
    let turning = turning.map(\.concept)
    let concepts = (turning + forecast.mainThings.filter { !turning.contains($0) }).prefix(3)
    return concepts.compactMap { concept in
      let own = drivers(of: concept, among: driving, most: 8)
      guard !own.isEmpty else { return nil }
      let name = Theory.capitalised(name(concept))
      return Figure(
        id: "drivers-\(concept)", title: "What drove it: \(name)",
        description:
          "\(own.count) ways of working, each with a bar to the right where it moved \(name) up and to the left where it moved it down.",
        sentence: Sentence(
          "Bars span the ways of drawing: how far each way of working moved it in \(early) rounds.",
          why: own.flatMap(why)),
        picture: .ranges(
          RangeChart(
            rows: own.map { RangeChart.Row(label: title(of: $0), ranges: [$0.range]) },
            sides: RangeChart.Sides(left: "down", right: "up"),
            reach: own.map(\.size).max() ?? 1, unit: "moved by, where the whole scale is 1")),
        table: Table(
          caption: "Moved by, in \(early) rounds", columns: ["Way of working", "By"],
          rows: own.map {
            [Cell(title(of: $0), why: why($0)), Cell(text($0.range), alignment: .trailing)]
          }))
    }
  }

  // MARK: What happened

  /// What would have been forecast at each date.
  func historyFigure(_ history: Forecast.History, _ table: Table) -> Figure {
    let points = (0...history.turns.count).map { option in
      let share = ModelShare.adding([ModelEnd.Rank.middling, .good].map { history.trials.ends(option, $0) })
      return CourseChart.Point(
        time: Double(option), middle: share.middle * 10,
        outer: (share.range.lowerBound * 10)...(share.range.upperBound * 10))
    }
    return Figure(
      id: "history", title: "The forecast at each date",
      description:
        "A line over \(history.turns.count) things that happened: in how many of 10 models they are together at the end, and not badly, as it would have been forecast after each.",
      sentence: Sentence("At 0 stands the forecast before them; the table tells what happened when."),
      picture: .courses(
        CourseChart(
          panels: [
            CourseChart.Panel(
              title: "Together, not badly",
              series: [CourseChart.Series(name: "forecast after each thing that happened", points: points)])
          ], time: "things that happened", span: 0...Double(history.turns.count), scale: 0...10,
          marks: tenths)),
      table: table)
  }
}

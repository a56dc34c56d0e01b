/// Runs options on blocks of models and counts how they end.
struct OptionRun<Scalar: LaneScalar>: Sendable {
  private var starts: [Start]
  private var drawn = DrawnBlock()
  private let options: [OptionTrials.Option]
  private let drawings: [Drawing]
  private let settings: EnsembleSettings
  private let layout: OptionLayout
  private let hinges: [Hinge]
  private(set) var counts: [Int64]
  /// Where lines of the last model lie with nothing done.
  private(set) var courses: CourseCounts

  /// A number on which what helps may hang, and where it is drawn.
  private struct Hinge {
    let parameter: Parameter
    let key: UInt64
  }

  /// What is common to the options that start alike.
  private struct Start {
    let drawing: Drawing
    let reading: EndReading
    var lanes: Lanes<Scalar>
    /// Before which rounds what has happened without any action is kept, for plans that begin then.
    let kept: Set<Int>
    let idles: Bool
    var snapshots: [Int: [Scalar.Vector]] = [:]

    init(
      _ model: Model, _ tape: Tape, _ options: [OptionTrials.Option], _ settings: EnsembleSettings,
      _ prior: Prior, idles: Bool
    ) {
      drawing = Drawing(model.program, settings.sequence, prior)
      reading = EndReading(model, rounds: settings.rounds)
      lanes = Lanes(tape)
      let firsts = options.map { $0.plan.firstRound(of: settings.rounds) }
      kept = Set(firsts.compactMap(\.self)).union([1])
      self.idles = idles || firsts.contains { $0 != 1 }
    }
  }

  /// - Parameter models: each with its tape, which reports the labels; that of the last, then other lines as well.
  init(
    _ models: [(Model, Tape)], _ options: [OptionTrials.Option], _ settings: EnsembleSettings, prior: Prior,
    _ hinges: [Parameter], _ layout: OptionLayout
  ) {
    let read = models.last.map { $0.0.labels.count..<$0.1.reports.count } ?? 0..<0
    courses = CourseCounts(lines: read, rounds: settings.rounds)
    starts = models.indices.map { index in
      Start(
        models[index].0, models[index].1, options.filter { $0.model == index }, settings, prior,
        idles: index == models.count - 1 && !read.isEmpty)
    }
    drawings = options.map { option in
      var drawing = Drawing(models[option.model].0.program, settings.sequence, prior)
      drawing.plan = option.plan
      return drawing
    }
    self.options = options
    self.settings = settings
    self.layout = layout
    self.hinges = hinges.map { Hinge(parameter: $0, key: $0.key) }
    counts = Array(repeating: 0, count: layout.count)
  }

  /// Runs some models with every option.
  mutating func run(_ draws: Range<Int>) {
    var idle: [[ModelEnd]] = []
    for index in starts.indices { idle.append(begin(index, draws)) }
    var ends: [[ModelEnd]] = []
    for (index, option) in options.enumerated() {
      if let first = option.plan.firstRound(of: settings.rounds) {
        ends.append(runOn(option.model, drawings[index], draws, from: first))
      } else {
        ends.append(idle[option.model])
      }
    }
    count(ends, draws)
  }

  /// Draws the models of a start and, where an option needs it, runs them with nothing done.
  private mutating func begin(_ index: Int, _ draws: Range<Int>) -> [ModelEnd] {
    let drawing = starts[index].drawing
    drawing.fill(&starts[index].lanes, with: draws, sharing: &drawn)
    starts[index].snapshots = [1: starts[index].lanes.snapshot()]
    guard starts[index].idles else { return [] }
    countCourses(index, after: 0, draws)
    for round in 1...settings.rounds {
      if round > 1, starts[index].kept.contains(round) {
        starts[index].snapshots[round] = starts[index].lanes.snapshot()
      }
      work(index, drawing, draws, round)
      countCourses(index, after: round, draws)
    }
    return ends(index, draws)
  }

  private mutating func countCourses(_ index: Int, after round: Int, _ draws: Range<Int>) {
    guard index == starts.count - 1, !courses.lines.isEmpty else { return }
    courses.count(&starts[index].lanes, after: round, draws.count)
  }

  private mutating func runOn(
    _ index: Int, _ drawing: Drawing, _ draws: Range<Int>, from first: Int
  ) -> [ModelEnd] {
    starts[index].lanes.restore(starts[index].snapshots[first] ?? [])
    for round in first...settings.rounds { work(index, drawing, draws, round) }
    return ends(index, draws)
  }

  private mutating func work(_ index: Int, _ drawing: Drawing, _ draws: Range<Int>, _ round: Int) {
    drawing.feed(&starts[index].lanes, draws, round: round, sharing: &drawn)
    for _ in 0..<Model.stepsInARound {
      starts[index].lanes.step()
    }
  }

  private mutating func ends(_ index: Int, _ draws: Range<Int>) -> [ModelEnd] {
    starts[index].lanes.read()
    return starts[index].reading.ends(of: draws.count, in: starts[index].lanes)
  }

  // MARK: Counting

  /// In which part of its range a number lies in each of some models.
  private func parts(of hinge: Hinge, _ draws: Range<Int>) -> [Int] {
    settings.sequence.shares(of: hinge.key, draws: draws).map {
      OptionLayout.part(of: hinge.parameter, share: $0)
    }
  }

  private mutating func count(_ ends: [[ModelEnd]], _ draws: Range<Int>) {
    let lying = hinges.map { parts(of: $0, draws) }
    for lane in 0..<draws.count {
      let best = ends.map { $0[lane].rank }.max() ?? .good
      let parts = lying.map { $0[lane] }
      for (hinge, part) in parts.enumerated() { counts[layout.lying(hinge, part)] += 1 }
      for (index, option) in options.enumerated() {
        let (end, other) = (ends[index][lane], ends[option.against][lane])
        counts[layout.rank(index, end.rank)] += 1
        counts[layout.turn(index, other.rank, end.rank)] += 1
        if end.rank < best { counts[layout.regret(index)] += 1 }
        let (isBetter, isWorse) = (other < end, end < other)
        guard isBetter || isWorse else { continue }
        counts[isBetter ? layout.better(index) : layout.worse(index)] += 1
        for (hinge, part) in parts.enumerated() {
          counts[layout.hinge(index, hinge, part) + (isWorse ? 1 : 0)] += 1
        }
      }
    }
  }
}

extension Plan {
  /// The first round in which anything is under way; `nil` where nothing is in the rounds that are run.
  func firstRound(of rounds: Int) -> Int? {
    steps.map(\.rounds.lowerBound).min().flatMap { $0 <= rounds ? $0 : nil }
  }
}

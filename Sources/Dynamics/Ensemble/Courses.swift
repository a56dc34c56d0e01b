/// Where levels lie round by round: of any lines of a model, as of each place of a concept.
public struct Courses: Sendable {
  /// How it was run.
  public let settings: EnsembleSettings
  private let tallies: [CourseCounts]

  /// Runs a model.
  ///
  /// - Parameters:
  ///   - terms: the lines that are read, from 0 to 1.
  ///   - model: what runs.
  ///   - settings: how many models, for how long, drawn how.
  ///   - plan: what is done.
  ///   - threads: how many tasks share the work, from 1.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of terms: [Term], in model: Model, _ settings: EnsembleSettings, plan: Plan = Plan(), threads: Int = 1
  ) async throws {
    let tape = Tape(model.program, reporting: terms)
    var tallies: [CourseCounts] = []
    for prior in settings.priors {
      func tally<Scalar: LaneScalar>(_: Scalar.Type) async throws -> CourseCounts {
        let blocks = DrawBlocks(draws: settings.draws, width: Lanes<Scalar>.width, threads: threads)
        let runs = try await blocks.carryOut {
          CourseRun<Scalar>(tape, model, settings, prior, plan)
        } work: { run, draws in
          run.run(draws)
        }
        return runs.reduce(into: CourseCounts(lines: terms.indices, rounds: settings.rounds)) {
          $0.add($1.counts)
        }
      }
      tallies.append(settings.isSingle ? try await tally(Float.self) : try await tally(Double.self))
    }
    self.init(tallies, settings)
  }

  /// What was counted of models that were run for something else too, by prior.
  init(_ tallies: [CourseCounts], _ settings: EnsembleSettings) {
    self.settings = settings
    self.tallies = tallies
  }

  /// Where a line's levels lie at the end of a round, from 0; one band for each prior. Models that have ended count with
  /// the level that they ended with.
  public func bands(of line: Int, after round: Int) -> [LevelBand] {
    tallies.compactMap { $0.bins(of: line, after: round).map { LevelBand(counting: $0) } }
  }
}

/// Runs blocks of models and counts where lines lie.
private struct CourseRun<Scalar: LaneScalar>: Sendable {
  private var lanes: Lanes<Scalar>
  private var drawn = DrawnBlock()
  private let drawing: Drawing
  private(set) var counts: CourseCounts

  init(_ tape: Tape, _ model: Model, _ settings: EnsembleSettings, _ prior: Prior, _ plan: Plan) {
    lanes = Lanes(tape)
    drawing = Drawing(model.program, settings.sequence, prior, plan: plan)
    counts = CourseCounts(lines: tape.reports.indices, rounds: settings.rounds)
  }

  mutating func run(_ draws: Range<Int>) {
    drawing.fill(&lanes, with: draws, sharing: &drawn)
    counts.count(&lanes, after: 0, draws.count)
    for round in 1...counts.rounds {
      drawing.feed(&lanes, draws, round: round, sharing: &drawn)
      for _ in 0..<Model.stepsInARound {
        lanes.step()
      }
      counts.count(&lanes, after: round, draws.count)
    }
  }
}

/// In how many models lines lie in which bins, round by round.
struct CourseCounts: Sendable {
  /// Which of a tape's reports are the lines.
  let lines: Range<Int>
  let rounds: Int
  private var counts: [Int64]

  init(lines: Range<Int>, rounds: Int) {
    self.lines = lines
    self.rounds = rounds
    counts = Array(repeating: 0, count: lines.count * (rounds + 1) * TallyLayout.bins)
  }

  /// In how many models a line lies in each bin at the end of a round; `nil` for what wasn't counted.
  func bins(of line: Int, after round: Int) -> ArraySlice<Int64>? {
    guard (0..<lines.count).contains(line), (0...rounds).contains(round) else { return nil }
    return counts[place(line, round)..<place(line, round) + TallyLayout.bins]
  }

  private func place(_ line: Int, _ round: Int) -> Int {
    (line * (rounds + 1) + round) * TallyLayout.bins
  }

  /// Adds what another worker counted.
  mutating func add(_ other: CourseCounts) {
    for index in counts.indices { counts[index] &+= other.counts[index] }
  }

  /// Reads where the lines lie in the first models of some lanes, at the end of a round.
  mutating func count<Scalar>(_ lanes: inout Lanes<Scalar>, after round: Int, _ models: Int) {
    lanes.read()
    for (number, line) in lines.enumerated() {
      let place = place(number, round)
      for lane in 0..<models {
        let level = lanes.report(line, lane: lane).doubled
        guard level.isFinite else { continue }
        counts[place + min(max(Int(level * Double(TallyLayout.bins)), 0), TallyLayout.bins - 1)] += 1
      }
    }
  }
}

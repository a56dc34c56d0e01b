/// Where levels lie round by round: of any lines of a model, as of each place of a concept.
public struct Courses: Sendable {
  /// How it was run.
  public let settings: EnsembleSettings
  private let lines: Int
  private var tallies: [[Int64]]

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
    self.settings = settings
    lines = terms.count
    tallies = []
    let tape = Tape(model.program, reporting: terms)
    for prior in settings.priors {
      func tally<Scalar: LaneScalar>(_: Scalar.Type) async throws -> [Int64] {
        let blocks = DrawBlocks(draws: settings.draws, width: Lanes<Scalar>.width, threads: threads)
        let runs = try await blocks.carryOut {
          CourseRun<Scalar>(tape, model, settings, prior, plan)
        } work: { run, draws in
          run.run(draws)
        }
        var sum = Array(repeating: Int64(0), count: CourseRun<Scalar>.size(terms.count, settings.rounds))
        for run in runs { for index in sum.indices { sum[index] &+= run.counts[index] } }
        return sum
      }
      tallies.append(settings.isSingle ? try await tally(Float.self) : try await tally(Double.self))
    }
  }

  private func place(_ line: Int, _ round: Int) -> Int {
    (line * (settings.rounds + 1) + round) * TallyLayout.bins
  }

  /// Where a line's levels lie at the end of a round, from 0; one band for each prior. Models that have ended count with
  /// the level that they ended with.
  public func bands(of line: Int, after round: Int) -> [LevelBand] {
    guard (0..<lines).contains(line), (0...settings.rounds).contains(round) else { return [] }
    let first = place(line, round)
    return tallies.map { LevelBand(counting: $0[first..<first + TallyLayout.bins]) }
  }
}

/// Runs blocks of models and counts where lines lie.
private struct CourseRun<Scalar: LaneScalar>: Sendable {
  private var lanes: Lanes<Scalar>
  private var drawn = DrawnBlock()
  private let drawing: Drawing
  private let rounds: Int
  private let lines: Int
  private(set) var counts: [Int64]

  static func size(_ lines: Int, _ rounds: Int) -> Int { lines * (rounds + 1) * TallyLayout.bins }

  init(_ tape: Tape, _ model: Model, _ settings: EnsembleSettings, _ prior: Prior, _ plan: Plan) {
    lanes = Lanes(tape)
    drawing = Drawing(model.program, settings.sequence, prior, plan: plan)
    rounds = settings.rounds
    lines = tape.reports.count
    counts = Array(repeating: 0, count: Self.size(lines, rounds))
  }

  mutating func run(_ draws: Range<Int>) {
    drawing.fill(&lanes, with: draws, sharing: &drawn)
    lanes.read()
    count(0, draws.count)
    for round in 1...rounds {
      drawing.feed(&lanes, draws, round: round)
      for _ in 0..<Model.stepsInARound {
        lanes.step()
      }
      lanes.read()
      count(round, draws.count)
    }
  }

  private mutating func count(_ round: Int, _ models: Int) {
    for line in 0..<lines {
      let place = (line * (rounds + 1) + round) * TallyLayout.bins
      for lane in 0..<models {
        let level = lanes.report(line, lane: lane).doubled
        guard level.isFinite else { continue }
        counts[place + min(max(Int(level * Double(TallyLayout.bins)), 0), TallyLayout.bins - 1)] += 1
      }
    }
  }
}

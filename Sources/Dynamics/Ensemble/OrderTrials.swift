public import ProgrammeTheory

/// The statements of order of a theory, held against models: which of them each model meets.
///
/// They depend on the theory, its version, the seed and the number of models, and never on a case: all that isn't said
/// in a statement is drawn, the same for both of its starts. So they are worked out once and kept.
public struct OrderTrials: Sendable, Hashable, Codable {
  /// How a statement fared in the models of one prior.
  public struct Score: Sendable, Hashable, Codable {
    /// Models that meet it.
    public internal(set) var met = 0
    /// Models that don't.
    public internal(set) var failed = 0
    /// Models that can't tell: one of the two starts has come to an end, and what is compared has stood still since.
    public internal(set) var open = 0

    mutating func add(_ other: Score) {
      (met, failed, open) = (met + other.met, failed + other.failed, open + other.open)
    }
  }

  /// What was run.
  public let settings: EnsembleSettings
  /// How many partners there were.
  public let partners: Partners
  /// The statements, in the order of the document.
  public let orders: [DynamicsBlock.ID]
  /// How each statement fared, by prior in the order of the settings.
  public private(set) var scores: [[Score]]
  /// One bit for each model of each prior: 1 where it fails a statement.
  private var failing: [[UInt64]]

  /// Holds a theory's statements against models.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of theory: Theory, partners: Partners, _ settings: EnsembleSettings, threads: Int = 1,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws {
    self.settings = settings
    self.partners = partners
    let blocks = Blocks(theory).orders
    orders = blocks.map(\.id)
    scores = settings.priors.map { _ in blocks.map { _ in Score() } }
    let words = (settings.draws + 63) / 64
    failing = settings.priors.map { _ in Array(repeating: 0, count: words) }
    let trials = blocks.map { OrderTrial($0, of: theory, partners, settings) }
    for prior in settings.priors.indices {
      let (before, whole) = (prior * settings.draws, settings.priors.count * settings.draws)
      let told: @Sendable (Int, Int) -> Void = { done, _ in progress(before + done, whole) }
      if settings.isSingle {
        try await hold(Float.self, trials, prior, threads: max(1, threads), told)
      } else {
        try await hold(Double.self, trials, prior, threads: max(1, threads), told)
      }
    }
  }

  private mutating func hold<Scalar: LaneScalar>(
    _: Scalar.Type, _ trials: [OrderTrial], _ prior: Int, threads: Int,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws {
    let settings = settings
    let blocks = DrawBlocks(draws: settings.draws, width: Lanes<Scalar>.width, threads: threads)
    let workers = try await blocks.carryOut(progress: progress) {
      OrderRuns<Scalar>(trials, settings, settings.priors[prior])
    } work: { worker, draws in
      worker.run(draws)
    }
    for worker in workers {
      for (order, score) in worker.scores.enumerated() { scores[prior][order].add(score) }
      for (word, bits) in worker.failing.enumerated() { failing[prior][word] |= bits }
    }
  }

  /// Whether a model fails none of the statements.
  ///
  /// - Parameters:
  ///   - draw: its number.
  ///   - prior: the number of the prior in the settings.
  public func meetsAll(_ draw: Int, prior: Int) -> Bool {
    guard failing.indices.contains(prior), failing[prior].indices.contains(draw / 64), draw >= 0 else {
      return true
    }
    return failing[prior][draw / 64] >> UInt64(draw % 64) & 1 == 0
  }

  /// A number that stands for what the statements' results depend on, but for the program that works them out: the theory,
  /// and how it is run.
  ///
  /// - Parameters:
  ///   - content: all that the theory says, as text.
  ///   - partners: how many partners there are.
  ///   - settings: how many models, for how long, drawn how.
  public static func fingerprint(
    content: String, _ partners: Partners, _ settings: EnsembleSettings
  ) -> UInt64 {
    Parameter.key(of: "orders/3 \(content) \(partners.count) \(settings)")
  }

  /// Whether the results are those of some settings and partners, with nothing missing.
  public func isWhole(for settings: EnsembleSettings, _ partners: Partners) -> Bool {
    let words = (settings.draws + 63) / 64
    return self.settings == settings && self.partners == partners && scores.count == settings.priors.count
      && scores.allSatisfy { $0.count == orders.count } && failing.count == settings.priors.count
      && failing.allSatisfy { $0.count == words }
  }

  /// How many models of a prior fail none of the statements.
  public func meetingAll(prior: Int) -> Int {
    settings.draws - failing[prior].reduce(0) { $0 + $1.nonzeroBitCount }
  }
}

/// One statement of order, compiled: its two starts, or the one in which something never holds.
struct OrderTrial: Sendable {
  enum Verdict: Sendable { case met, failed, open }

  let order: DynamicsBlock.Order
  let with: Model
  let than: Model?
  /// What runs of the starts, laid out once for all priors and threads.
  let tape: Tape
  let tapeOfThan: Tape?
  /// What must not be: in the model, 1 while it is so.
  let rounds: ClosedRange<Int>
  /// Whether what is compared is settled by an end, so that it can be compared after one.
  let isOfAnEnd: Bool

  init(_ order: DynamicsBlock.Order, of theory: Theory, _ partners: Partners, _ settings: EnsembleSettings) {
    self.order = order
    func start(_ literals: [Literal]) -> Model {
      let known = (order.given + literals).map {
        StartingPoint.Known($0.concept, .lies($0.direction, much: $0.degree == .much))
      }
      return Model(theory, StartingPoint(partners: partners, known: known))
    }
    let isOfOneStart = order.with.isEmpty && order.than.isEmpty
    func tape(_ model: Model) -> Tape {
      // What must not be, and of one start also what is given.
      let read = ([order.never] + (isOfOneStart ? order.given : [])).compactMap { literal in
        model.levels.first { $0.concept == literal.concept }?.term
      }
      return Tape(model.program, reporting: read)
    }
    with = start(order.with)
    than = isOfOneStart ? nil : start(order.than)
    (self.tape, tapeOfThan) = (tape(with), than.map(tape))
    // What nothing moves is at the end as it is after one round, and an end of the collaboration hides none of it.
    let stands = than != nil && ![with, than].contains { $0?.moving.contains(order.never.concept) == true }
    let last = stands ? 1 : min(order.after ?? settings.rounds, settings.rounds)
    rounds = than == nil && order.after == nil ? 1...settings.rounds : last...last
    isOfAnEnd = with.endings.contains { $0.ending.then.concept == order.never.concept }
  }
}

/// Runs the starts of all statements on blocks of models, each of which is drawn once.
private struct OrderRuns<Scalar: LaneScalar>: Sendable {
  private var runs: [OrderRun<Scalar>]
  private var drawn = DrawnBlock()
  /// How each statement fared.
  private(set) var scores: [OrderTrials.Score]
  /// One bit for each model: 1 where it fails a statement.
  private(set) var failing: [UInt64]

  init(_ trials: [OrderTrial], _ settings: EnsembleSettings, _ prior: Prior) {
    runs = trials.map { OrderRun($0, settings, prior) }
    scores = trials.map { _ in OrderTrials.Score() }
    failing = Array(repeating: 0, count: (settings.draws + 63) / 64)
  }

  mutating func run(_ draws: Range<Int>) {
    for order in runs.indices {
      for (draw, verdict) in zip(draws, runs[order].verdicts(on: draws, sharing: &drawn)) {
        switch verdict {
        case .met: scores[order].met += 1
        case .open: scores[order].open += 1
        case .failed:
          scores[order].failed += 1
          failing[draw / 64] |= 1 << UInt64(draw % 64)
        }
      }
    }
  }
}

/// Runs the starts of a statement side by side.
private struct OrderRun<Scalar: LaneScalar>: Sendable {
  let trial: OrderTrial
  let settings: EnsembleSettings
  private var with: Start
  private var than: Start?

  private struct Start: Sendable {
    var lanes: Lanes<Scalar>
    let drawing: Drawing
    let cause: Int

    init(_ model: Model, _ tape: Tape, _ settings: EnsembleSettings, _ prior: Prior) {
      lanes = Lanes(tape)
      drawing = Drawing(model.program, settings.sequence, prior)
      cause = model.program[model.cause].number
    }

    mutating func begin(_ draws: Range<Int>, _ drawn: inout DrawnBlock) {
      drawing.fill(&lanes, with: draws, sharing: &drawn)
    }

    mutating func work(_ round: Int, _ draws: Range<Int>, _ drawn: inout DrawnBlock) {
      drawing.feed(&lanes, draws, round: round, sharing: &drawn)
      for _ in 0..<Model.stepsInARound {
        lanes.step()
      }
    }

    mutating func read() { lanes.read() }

    func isOver(_ lane: Int) -> Bool { lanes.variable(cause, lane: lane) != 0 }
    func level(_ index: Int, _ lane: Int) -> Double { lanes.report(index, lane: lane).doubled }
  }

  init(_ trial: OrderTrial, _ settings: EnsembleSettings, _ prior: Prior) {
    self.trial = trial
    self.settings = settings
    with = Start(trial.with, trial.tape, settings, prior)
    if let model = trial.than, let tape = trial.tapeOfThan { than = Start(model, tape, settings, prior) }
  }

  mutating func verdicts(on draws: Range<Int>, sharing drawn: inout DrawnBlock) -> [OrderTrial.Verdict] {
    with.begin(draws, &drawn)
    than?.begin(draws, &drawn)
    var verdicts = draws.map { _ in OrderTrial.Verdict.open }
    for round in 1...trial.rounds.upperBound {
      with.work(round, draws, &drawn)
      than?.work(round, draws, &drawn)
      guard trial.rounds.contains(round) else { continue }
      with.read()
      than?.read()
      for lane in 0..<draws.count where verdicts[lane] != .failed {
        if let verdict = verdict(lane) { verdicts[lane] = verdict }
      }
    }
    return verdicts
  }

  /// What a round says of a statement; `nil` where it can't tell.
  private func verdict(_ lane: Int) -> OrderTrial.Verdict? {
    let sign: Double = trial.order.never.direction == .more ? 1 : -1
    guard let than else {
      if with.isOver(lane) { return nil }
      let literals = [trial.order.never] + trial.order.given
      let holds = literals.indices.allSatisfy { index in
        let lean = 2 * with.level(index, lane) - 1
        return (literals[index].direction == .more ? lean : -lean) > Self.tolerance
      }
      return holds ? .failed : .met
    }
    if !trial.isOfAnEnd, with.isOver(lane) || than.isOver(lane) { return nil }
    return sign * (with.level(0, lane) - than.level(0, lane)) > Self.tolerance ? .failed : .met
  }

  /// What rounding can bring about.
  private static var tolerance: Double { max(1e-9, 100 * Scalar.ulpOfOne.doubled) }
}

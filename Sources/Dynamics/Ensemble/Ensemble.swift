/// All the models of a theory and a situation that were run: what they have in common, and in what they differ.
public struct Ensemble: Sendable {
  /// What was run.
  public let model: Model
  /// How it was run.
  public let settings: EnsembleSettings
  /// The plan that was run.
  public let plan: Plan
  /// What was counted, by prior, in the order of the settings.
  private(set) var tallies: [Tally]
  /// Where each count stands.
  let layout: TallyLayout

  /// Runs the models.
  ///
  /// The numbers are the same whatever the number of threads, and parts that are put together
  /// (``EnsemblePart``) are the whole. Memory doesn't grow with the number of draws.
  ///
  /// - Parameters:
  ///   - model: what runs.
  ///   - settings: how many models, for how long, drawn how.
  ///   - plan: the actions, and when each is under way.
  ///   - orders: the statements of order as they fared in these models, so that the ends of those that meet them are counted.
  ///   - shard: which part of the models is run.
  ///   - threads: how many tasks share the work, from 1.
  ///   - progress: called now and then with how many models have been run of how many.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    running model: Model, _ settings: EnsembleSettings, plan: Plan = Plan(), orders: OrderTrials? = nil,
    shard: Shard = .whole, threads: Int = 1, progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws {
    self.model = model
    self.settings = settings
    self.plan = plan
    tallies = []
    layout = TallyLayout(model, settings)
    let tapes = BlockTapes(model, settings)
    for prior in settings.priors.indices {
      let run = PriorRun(
        model: model, tapes: tapes, settings: settings, plan: plan, orders: orders, shard: shard,
        threads: max(1, threads), prior: prior)
      let before = tallies.count
      let of = settings.priors.count
      tallies.append(
        try await run.tally { progress(before * $1 + $0, of * $1) })
    }
  }

  /// An ensemble of what was counted before.
  init(_ model: Model, _ settings: EnsembleSettings, _ plan: Plan, _ tallies: [Tally]) {
    self.model = model
    self.settings = settings
    self.plan = plan
    self.tallies = tallies
    layout = TallyLayout(model, settings)
  }
}

/// The models of one prior.
private struct PriorRun: Sendable {
  let model: Model
  let tapes: BlockTapes
  let settings: EnsembleSettings
  let plan: Plan
  let orders: OrderTrials?
  let shard: Shard
  let threads: Int
  /// The number of the prior in the settings.
  let prior: Int

  func tally(_ progress: @escaping @Sendable (Int, Int) -> Void) async throws -> Tally {
    settings.isSingle ? try await tally(Float.self, progress) : try await tally(Double.self, progress)
  }

  private func tally<Scalar: LaneScalar>(
    _: Scalar.Type, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Tally {
    let blocks = DrawBlocks(
      draws: settings.draws, width: BlockRun<Scalar>.width, shard: shard, threads: threads)
    let layout = TallyLayout(model, settings)
    let levels = LevelCounts(layout)
    var runs = try await blocks.carryOut(progress: progress) {
      BlockRun<Scalar>(model, tapes, settings, prior: prior, plan, orders, levels)
    } work: { run, draws in
      _ = run.run(draws)
    }
    var whole = Tally(layout)
    for index in runs.indices { runs[index].finish(into: &whole) }
    whole.levels = levels.take()
    return whole
  }
}

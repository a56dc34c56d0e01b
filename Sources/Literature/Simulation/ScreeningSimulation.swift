/// Screening as it would have gone, had the records been ranked after each decision: on records of which it is known which
/// were included.
public struct ScreeningSimulation: Sendable {
  /// When a simulation ends.
  public enum End: Hashable, Sendable {
    /// When the last relevant record is found, as in ASReview.
    case relevant
    /// When the last relevant record is found, and the stopping test is met.
    case criterion
    /// When all records are read.
    case all
  }

  private let ranker: ScreeningRanker
  /// For each record whether it is included.
  public let labels: [Bool]

  /// A simulation on records.
  ///
  /// - Parameters:
  ///   - texts: their texts.
  ///   - labels: for each whether it is included.
  public init(_ texts: [ScreeningText], labels: [Bool]) {
    let count = min(texts.count, labels.count)
    ranker = ScreeningRanker(Array(texts.prefix(count)))
    self.labels = Array(labels.prefix(count))
  }

  /// Screens all records in the order of their ranking, which is made anew after each.
  ///
  /// It checks now and then whether its task is cancelled.
  ///
  /// - Parameters:
  ///   - seed: what the priors are drawn by.
  ///   - priors: how many records are known from the start.
  ///   - end: when to end.
  ///   - test: the stopping test that is watched.
  /// - Throws: ``SimulationError`` where there are too few records of a kind, or `CancellationError`.
  public func run(
    seed: UInt32, priors: PriorCounts = .one, until end: End = .criterion, test: StoppingTest = .usual
  ) throws -> ScreeningRun {
    var ranker = self.ranker
    let drawn = try priors.draw(from: labels, seed: seed)
    for record in drawn { ranker.decide(record, isIncluded: labels[record]) }
    var run = ScreeningRun(
      seed: seed, priors: drawn, records: labels.count - drawn.count,
      relevant: labels.count(where: \.self) - priors.included)
    var watch = StoppingWatch(test, total: run.records)
    while !isDone(run, end), let first = ranker.first() {
      try Task.checkCancellation()
      let isIncluded = labels[first.record]
      ranker.decide(first.record, isIncluded: isIncluded)
      run.read(first.record, isRelevant: isIncluded)
      watch.note(isRelevant: isIncluded)
      if run.stop == nil, end != .relevant, watch.isMet { run.stop = run.order.count }
    }
    return run
  }

  /// Screens once for each seed, several at a time; the runs come in the order of the seeds.
  ///
  /// - Throws: as ``run(seed:priors:until:test:)``.
  public func run(
    seeds: [UInt32], priors: PriorCounts = .one, until end: End = .criterion, test: StoppingTest = .usual
  ) async throws -> [ScreeningRun] {
    try await withThrowingTaskGroup(of: (Int, ScreeningRun).self) { group in
      for (index, seed) in seeds.enumerated() {
        group.addTask { (index, try run(seed: seed, priors: priors, until: end, test: test)) }
      }
      var runs: [(Int, ScreeningRun)] = []
      for try await run in group { runs.append(run) }
      return runs.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  private func isDone(_ run: ScreeningRun, _ end: End) -> Bool {
    switch end {
    case .relevant: run.found == run.relevant
    case .criterion: run.found == run.relevant && run.stop != nil
    case .all: false
    }
  }
}

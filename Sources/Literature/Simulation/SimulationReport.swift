/// What simulated screenings of the same records have in common, one for each seed.
public struct SimulationReport: Sendable {
  /// The runs, in the order of their seeds.
  public let runs: [ScreeningRun]
  /// How many of the records without an abstract there are.
  public let titlesAlone: Int
  /// How many records were left out, since nobody decided on them.
  public let leftOut: Int
  /// The stopping test that was watched.
  public let test: StoppingTest

  /// A report of runs.
  public init(_ runs: [ScreeningRun], titlesAlone: Int, leftOut: Int, test: StoppingTest = .usual) {
    (self.runs, self.titlesAlone, self.leftOut, self.test) = (runs, titlesAlone, leftOut, test)
  }

  /// The mean of a measure over the runs that have it; `nil` where none has.
  public func mean(_ measure: (ScreeningRun) -> Double?) -> Double? {
    let values = runs.compactMap(measure)
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The runs in which the stopping test was met.
  public var stopped: [ScreeningRun] { runs.filter { $0.stop != nil } }

  /// In how many of these recall was below the target.
  public var missed: Int { stopped.count { ($0.recallAtStop ?? 1) < test.recall } }

  // MARK: As data

  /// The report as data.
  public struct Account: Encodable, Sendable {
    let records: Int
    let relevant: Int
    let titlesAlone: Int
    let leftOut: Int
    let runs: [Run]
    let mean: Measures
    let stopping: Stopping
    let notice: String
    let madeBy: String
  }

  /// One run as data.
  struct Run: Encodable, Sendable {
    let seed: UInt32
    /// The priors, as positions among the records that were used, counted from 1.
    let priors: [Int]
    let read: Int
    let measures: Measures
    let stop: Int?
    let recallAtStop: Double?
    /// As the how-manieth record each relevant one was read.
    let discoveries: [Int]
  }

  /// The measures of a run, or their means.
  struct Measures: Encodable, Sendable {
    let wss95: Double?
    let wss100: Double?
    let rrf10: Double?
    let erf10: Double?
    let averageTimeToDiscovery: Double?
  }

  /// What the stopping test did.
  struct Stopping: Encodable, Sendable {
    let method: String
    let recall: Double
    let level: Double
    let stopped: Int
    let missed: Int
  }

  /// The report as data.
  ///
  /// - Parameter program: name and version of the program.
  public func account(madeBy program: String) -> Account {
    Account(
      records: runs.first?.records ?? 0, relevant: runs.first?.relevant ?? 0, titlesAlone: titlesAlone,
      leftOut: leftOut,
      runs: runs.map { run in
        Run(
          seed: run.seed, priors: run.priors.map { $0 + 1 }, read: run.order.count,
          measures: measures(of: run), stop: run.stop, recallAtStop: run.recallAtStop,
          discoveries: run.discoveries)
      },
      mean: means,
      stopping: Stopping(
        method: StoppingTest.citation, recall: test.recall, level: test.level, stopped: stopped.count,
        missed: missed),
      notice: RankingTeller.notice, madeBy: program)
  }

  /// The measures of a run.
  func measures(of run: ScreeningRun) -> Measures { measures { $0(run) } }

  /// The means of the measures.
  var means: Measures { measures { mean($0) } }

  private func measures(_ value: (@escaping (ScreeningRun) -> Double?) -> Double?) -> Measures {
    Measures(
      wss95: value { $0.workSaved(at: 0.95) }, wss100: value { $0.workSaved(at: 1) },
      rrf10: value { $0.recall(afterReading: 0.1) }, erf10: value { $0.extraRecall(afterReading: 0.1) },
      averageTimeToDiscovery: value(\.averageTimeToDiscovery))
  }
}

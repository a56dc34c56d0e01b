/// One simulated screening. Its numbers leave the priors out, since nobody had to find these.
public struct ScreeningRun: Hashable, Sendable {
  /// What the priors were drawn by.
  public let seed: UInt32
  /// The records that were known from the start.
  public let priors: [Int]
  /// How many records there are beside the priors.
  public let records: Int
  /// How many of them are relevant.
  public let relevant: Int
  /// The records that were read, in their order.
  public private(set) var order: [Int] = []
  /// When each relevant record was found: as the how-manieth record read, counted from 1.
  public private(set) var discoveries: [Int] = []
  /// After how many records the stopping test was first met; `nil` where it wasn't, or nobody looked.
  public internal(set) var stop: Int?

  /// A run that hasn't begun.
  init(seed: UInt32, priors: [Int], records: Int, relevant: Int) {
    (self.seed, self.priors, self.records, self.relevant) = (seed, priors, records, relevant)
  }

  /// Notes a record that was read.
  mutating func read(_ record: Int, isRelevant: Bool) {
    order.append(record)
    if isRelevant { discoveries.append(order.count) }
  }

  /// How many relevant records were found.
  public var found: Int { discoveries.count }

  /// How many relevant records are found when so many are read.
  public func found(after read: Int) -> Int {
    var (low, high) = (0, discoveries.count)
    while low < high {
      let middle = (low + high) / 2
      if discoveries[middle] <= read { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: Measures

  /// The work saved over sampling at a recall: by which share of the records it is reached earlier than in random order.
  ///
  /// Cohen, Hersh, Peterson and Yen 2006, "Reducing workload in systematic review preparation using automated citation
  /// classification", J Am Med Inform Assoc 13:206, doi:10.1197/jamia.M1929; counted in whole records as
  /// `asreview-insights` does: at the most relevant records that are no more than this share of them.
  ///
  /// - Parameter recall: above 0 and at most 1.
  /// - Returns: a share, below 0 where random order would have been quicker; `nil` where there is nothing to find, or it
  ///   wasn't read so far.
  public func workSaved(at recall: Double) -> Double? {
    guard relevant > 0, records > 0 else { return nil }
    // Shares are compared as they are divided there; where even the first is too large, the last counts.
    let reached = (1...relevant).last { Double($0) / Double(relevant) <= recall } ?? relevant
    guard reached <= discoveries.count else { return nil }
    return Double(atRandom(reached) - discoveries[reached - 1]) / Double(records)
  }

  /// After how many records so many relevant ones are found in random order.
  private func atRandom(_ count: Int) -> Int {
    var (low, high) = (1, records)
    while low < high {
      let middle = (low + high) / 2
      if foundAtRandom(after: middle) >= Double(count) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// How many relevant records are found in random order, to the nearest whole, when so many are read: evenly from none
  /// at the first record to all at the last, as `asreview-insights` has it.
  private func foundAtRandom(after read: Int) -> Double {
    guard read < records else { return Double(relevant) }
    return (Double(read - 1) * (Double(relevant) / Double(records - 1))).rounded(.toNearestOrEven)
  }

  /// The share of relevant records found when a share of all is read (RRF; recall, in `asreview-insights`).
  public func recall(afterReading share: Double) -> Double? {
    guard relevant > 0 else { return nil }
    return Double(found(after: readable(share))) / Double(relevant)
  }

  /// By how much that share exceeds that of random order (ERF, extra relevant records found, in `asreview-insights`).
  public func extraRecall(afterReading share: Double) -> Double? {
    guard relevant > 0, records > 0 else { return nil }
    let read = max(readable(share), 1)
    return (Double(found(after: read)) - foundAtRandom(after: read)) / Double(relevant)
  }

  /// The most records that are no more than this share of them.
  private func readable(_ share: Double) -> Int {
    var count = min(Int((share * Double(records)).rounded(.down)) + 1, records)
    while count > 0, Double(count) / Double(records) > share { count -= 1 }
    return count
  }

  /// The average time to discovery: how many records are read on average until a relevant one is found (ATD).
  ///
  /// Ferdinands and others 2023, "Performance of active learning models for screening prioritization in systematic reviews",
  /// Systematic Reviews 12:100, doi:10.1186/s13643-023-02257-7; of those that were found.
  public var averageTimeToDiscovery: Double? {
    guard !discoveries.isEmpty else { return nil }
    return Double(discoveries.reduce(0, +)) / Double(discoveries.count)
  }

  /// The share of relevant records found when the stopping test was met; `nil` where it wasn't.
  public var recallAtStop: Double? {
    guard let stop, relevant > 0 else { return nil }
    return Double(found(after: stop)) / Double(relevant)
  }
}

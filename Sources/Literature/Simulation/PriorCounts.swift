/// How many records of each kind are known before ranking begins.
public struct PriorCounts: Hashable, Sendable {
  /// How many that were included; at least 1.
  public var included: Int
  /// How many that were excluded; at least 1.
  public var excluded: Int

  /// One of each: the least that a ranking needs.
  public static let one = PriorCounts(included: 1, excluded: 1)

  /// Counts of priors, each at least 1.
  public init(included: Int, excluded: Int) {
    (self.included, self.excluded) = (max(included, 1), max(excluded, 1))
  }

  /// Draws priors, as `asreview simulate` does with `--prior-seed`: the included first, and for each kind from the start of
  /// the same random numbers.
  ///
  /// - Parameters:
  ///   - labels: for each record whether it is included.
  ///   - seed: from 0 to 4294967295.
  /// - Throws: ``SimulationError`` where there are too few of a kind.
  func draw(from labels: [Bool], seed: UInt32) throws(SimulationError) -> [Int] {
    var priors: [Int] = []
    for (kind, count) in [(true, included), (false, excluded)] {
      let those = labels.indices.filter { labels[$0] == kind }
      guard those.count >= count else {
        throw SimulationError(isIncluded: kind, records: those.count, priors: count)
      }
      var numbers = MersenneTwister(seed: seed)
      priors += numbers.choice(count, of: those)
    }
    return priors
  }
}

/// Records can't be simulated on, since too few of a kind are among them.
public struct SimulationError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether it is the included that are too few, or the excluded.
  public let isIncluded: Bool
  /// How many there are.
  public let records: Int
  /// How many should be priors.
  public let priors: Int

  /// What is wrong, and what to do.
  public var description: String {
    let kind = isIncluded ? "included" : "excluded"
    return records == 0
      ? "no record is labelled as \(kind): a simulation needs records of both kinds. Check which labels are used."
      : "\(priors) \(kind) records should be known from the start, and there are \(records). Ask for fewer priors."
  }
}

/// How many models are run, for how long, and which of them here.
public struct EnsembleSettings: Sendable, Hashable, Codable {
  /// How many rounds can be run.
  public static let possibleRounds = 1...100

  /// How many rounds of work, within ``possibleRounds``.
  public let rounds: Int
  /// How many models for each way of drawing strengths.
  public let draws: Int
  /// What everything is drawn from.
  public let seed: UInt64
  /// The ways of drawing strengths, run side by side.
  public let priors: [Prior]
  /// Whether models run in single precision, which is quicker and has 7 digits.
  public let isSingle: Bool
  /// In how many models of each way of drawing, the first of them, it is kept how much each configuration moved each
  /// concept; from 0 to ``draws``. It costs about as much again as the models themselves.
  public let attributed: Int

  /// Whether it is kept in any model how much each configuration moved each concept.
  public var isAttributed: Bool { attributed > 0 }

  /// Settings; what is out of range is brought into it.
  public init(
    rounds: Int = 20, draws: Int = 10_000, seed: UInt64 = 1, priors: [Prior] = Prior.allCases,
    isSingle: Bool = false, attributed: Int = .max
  ) {
    self.rounds = min(max(rounds, Self.possibleRounds.lowerBound), Self.possibleRounds.upperBound)
    self.draws = min(max(draws, 1), DrawSequence.most)
    self.seed = seed
    self.priors = priors
    self.isSingle = isSingle
    self.attributed = min(max(attributed, 0), self.draws)
  }

  /// Where the models' numbers come from.
  public var sequence: DrawSequence { DrawSequence(seed: seed, count: draws) }
}

/// A part of an ensemble, so that several machines can share it: number `index` of `count`, from 1.
public struct Shard: Sendable, Hashable, Codable {
  /// All of it.
  public static let whole = Shard(unchecked: 1, of: 1)

  /// Which part, from 1.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// A part; `nil` unless the index lies from 1 to the count, and the count from 1 to 10,000.
  public init?(_ index: Int, of count: Int) {
    guard (1...10_000).contains(count), (1...count).contains(index) else { return nil }
    self.init(unchecked: index, of: count)
  }

  private init(unchecked index: Int, of count: Int) {
    self.index = index
    self.count = count
  }
}

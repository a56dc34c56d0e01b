public import Dynamics

/// How many models a forecast or an advice runs, for how long, and drawn from what.
public struct ForecastSettings: Sendable, Hashable {
  /// How many models can be run in all.
  public static let possibleModels = 4...(4 * DrawSequence.most)

  /// How many rounds of work, from 1 to 100.
  public let rounds: Int
  /// How many models in all; each way of drawing strengths has its equal part.
  public let models: Int
  /// What everything is drawn from.
  public let seed: UInt64
  /// How many tasks share the work, from 1.
  public let threads: Int

  /// Settings; what is out of range is brought into it.
  public init(rounds: Int = 20, models: Int = 10_000, seed: UInt64 = 1, threads: Int = 1) {
    self.rounds = min(
      max(rounds, EnsembleSettings.possibleRounds.lowerBound), EnsembleSettings.possibleRounds.upperBound)
    self.models = min(max(models, Self.possibleModels.lowerBound), Self.possibleModels.upperBound)
    self.seed = seed
    self.threads = max(1, threads)
  }

  /// How many models each way of drawing has: enough that there are no fewer in all than was asked for.
  public var drawsForEach: Int { (models + Prior.allCases.count - 1) / Prior.allCases.count }

  /// In how many models of each way of drawing, at most, it is kept what moved what. That costs more than the models
  /// themselves, and means over so many differ from those over all by less than what is told of them.
  static let mostAttributed = 500

  /// What runs the models of the forecast itself, with what moved what in the first of them.
  public var ensemble: EnsembleSettings { ensemble(of: drawsForEach, attributed: Self.mostAttributed) }

  /// What runs models whose ends alone are read.
  public var ends: EnsembleSettings { ensemble(of: drawsForEach) }

  /// What runs models that are only set beside others: as many as tell a difference of 1 in 20.
  var beside: EnsembleSettings { beside(rounds: rounds) }

  /// The same, for another number of rounds.
  func beside(rounds: Int) -> EnsembleSettings { ensemble(of: min(drawsForEach, 500), rounds: rounds) }

  /// Settings of the engine. Single precision has 7 digits; what is told has one.
  private func ensemble(of draws: Int, rounds: Int? = nil, attributed: Int = 0) -> EnsembleSettings {
    EnsembleSettings(
      rounds: rounds ?? self.rounds, draws: draws, seed: seed, isSingle: true, attributed: attributed)
  }
}

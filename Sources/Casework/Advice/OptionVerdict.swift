public import Dynamics

/// What an option does to the end, as far as the models agree.
public enum OptionVerdict: String, Sendable, Hashable, Codable, CaseIterable {
  /// It ends better more often than worse in every way of drawing, by more than chance gives.
  case helps
  /// It ends worse more often than better in every way of drawing, by more than chance gives.
  case harms
  /// Ways of drawing differ: better by more than chance gives in one, worse in another.
  case mixed
  /// It makes no difference that can be told from chance in every way of drawing.
  case noDifference = "no difference"
}

extension OptionTrials {
  /// What an option does to the end, beside the one that it is compared with.
  ///
  /// By way of drawing, the models in which the two differ are counted for and against, and chance is what a fair coin
  /// would give in 95 of 100 cases (McNemar 1947, doi:10.1007/BF02295996).
  public func verdict(_ option: Int) -> OptionVerdict {
    let signs = zip(better(option).counts, worse(option).counts).map { Self.sign($0, $1) }
    if !signs.isEmpty, signs.allSatisfy({ $0 > 0 }) { return .helps }
    if !signs.isEmpty, signs.allSatisfy({ $0 < 0 }) { return .harms }
    return signs.contains(1) && signs.contains(-1) ? .mixed : .noDifference
  }

  private static func sign(_ better: Int, _ worse: Int) -> Int {
    let difference = Double(better - worse)
    guard abs(difference) > 1.96 * Double(better + worse).squareRoot() else { return 0 }
    return difference > 0 ? 1 : -1
  }

  /// By how much better exceeds worse in the way of drawing that is least kind to the option, as a share of models.
  public func leastNet(_ option: Int) -> Double {
    zip(better(option).shares, worse(option).shares).map { $0 - $1 }.min() ?? 0
  }

  /// The options from the one that helps most: by the least net share over ways of drawing, then by how seldom another one
  /// would have ended better.
  public func ranked(_ options: some Sequence<Int>) -> [Int] {
    let keyed = options.map { ($0, leastNet($0), regret($0).range.upperBound) }
    return keyed.sorted { one, other in
      if one.1 != other.1 { return one.1 > other.1 }
      return one.2 != other.2 ? one.2 < other.2 : one.0 < other.0
    }.map { $0.0 }
  }

  /// The turn that an option brings about most often, among those that make the end better, or worse; `nil` where it
  /// brings about none.
  public func mainTurn(_ option: Int, isBetter: Bool) -> (from: ModelEnd.Rank, to: ModelEnd.Rank)? {
    let ranks = ModelEnd.Rank.allCases
    let moved = ranks.flatMap { from in
      ranks.filter { isBetter ? $0 > from : $0 < from }.map { to in
        (from: from, to: to, count: turns(option, from: from, to: to).counts.reduce(0, +))
      }
    }
    guard let most = moved.max(by: { $0.count < $1.count }), most.count > 0 else { return nil }
    return (most.from, most.to)
  }
}

extension ModelShare {
  /// What a number of the case lets an option do, in one part of its range.
  static func net(_ effect: (better: ModelShare, worse: ModelShare)) -> ClosedRange<Double> {
    let nets = zip(effect.better.shares, effect.worse.shares).map { $0 - $1 }
    return (nets.min() ?? 0)...(nets.max() ?? 0)
  }
}

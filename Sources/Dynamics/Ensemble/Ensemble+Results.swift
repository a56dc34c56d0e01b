public import ProgrammeTheory

/// In how many of the models something holds, by way of drawing strengths: told as a range, never as one number.
public struct ModelShare: Sendable, Hashable, Codable {
  /// How many models it holds in, by prior.
  public let counts: [Int]
  /// Of how many, by prior.
  public let models: [Int]

  /// Counts of models, by prior; those past the shorter of the lists are left out.
  public init(counts: [Int], models: [Int]) {
    let priors = min(counts.count, models.count)
    self.counts = Array(counts.prefix(priors))
    self.models = Array(models.prefix(priors))
  }

  /// The shares by prior, from 0 to 1; of no models, 0.
  public var shares: [Double] { zip(counts, models).map { $1 == 0 ? 0 : Double($0) / Double($1) } }

  /// The least and the greatest share.
  public var range: ClosedRange<Double> {
    let shares = shares
    return (shares.min() ?? 0)...(shares.max() ?? 0)
  }

  /// Whether it holds in every model, in none, or in some.
  public var frequency: Frequency {
    if counts.allSatisfy({ $0 == 0 }) { return .never }
    return counts == models ? .always : .both
  }

  /// How often something holds.
  public enum Frequency: String, Sendable, Hashable, Codable {
    case always, never, both
  }

  /// What was never seen in n models may still hold in up to 3 of n (the rule of three, at 95 in 100; Hanley and
  /// Lippman-Hand 1983). The largest of the priors' bounds.
  public var bound: Double { models.map { $0 == 0 ? 1 : min(1, 3 / Double($0)) }.max() ?? 1 }
}

/// Where the levels of a concept lie in the models that go on, at the end of a round.
public struct LevelBand: Sendable, Hashable, Codable {
  /// The shares of models below each of ``levels``.
  public static let shares = [0.05, 0.25, 0.5, 0.75, 0.95]
  /// The levels, to a bin of 1/256; empty where no model goes on.
  public let levels: [Double]
  /// In how many models it goes on.
  public let models: Int

  /// The median.
  public var median: Double? { levels.count == Self.shares.count ? levels[2] : nil }

  /// The levels below which so many models lie, from how many fall in each bin.
  init(counting bins: ArraySlice<some BinaryInteger>) {
    let whole = bins.reduce(0) { $0 + Int64($1) }
    models = Int(whole)
    var (levels, sum): ([Double], Int64) = ([], 0)
    for (bin, count) in bins.enumerated() where whole > 0 {
      sum += Int64(count)
      while levels.count < Self.shares.count, Double(sum) >= Self.shares[levels.count] * Double(whole) {
        levels.append((Double(bin) + 0.5) / Double(bins.count))
      }
    }
    self.levels = levels
  }
}

extension Ensemble {
  private func share(_ count: (Tally) -> Int64) -> ModelShare {
    ModelShare(counts: tallies.map { Int(count($0)) }, models: tallies.map { Int($0[layout.models]) })
  }

  /// How many models were run, by prior.
  public var models: [Int] { tallies.map { Int($0[layout.models]) } }

  /// How many levels were no number: 0 unless something is wrong.
  public var faults: Int { tallies.reduce(0) { $0 + Int($1[layout.faulty]) } }

  // MARK: Ends

  /// In how many models it goes on at the end of a round, from 0.
  public func goingOn(after round: Int) -> ModelShare { share { $0[layout.living(round)] } }

  /// In how many models each end comes, whatever the round; endings first, then labels, then the middling.
  public var ends: [(end: EndKind, share: ModelShare, rounds: [Int?])] {
    var result: [(end: EndKind, share: ModelShare, rounds: [Int?])] = []
    for (index, ending) in model.endings.enumerated() {
      for shell in [false, true] where !shell || ending.ending.hollowUnder != nil {
        let cause = 2 * (index + 1) + (shell ? 1 : 0)
        let share = share { tally in (0...settings.rounds).reduce(0) { $0 + tally[layout.ended(cause, $1)] } }
        result.append(
          (.ended(ending.ending.id, isShell: shell), share, tallies.map { medianRound($0, cause) }))
      }
    }
    for (index, label) in model.labels.enumerated() {
      guard let standing = label.label.standing else { continue }
      let never = tallies.map { _ in Int?.none }
      result.append((.standing(label.label.id, standing), share { $0[layout.standing(index)] }, never))
    }
    result.append((.middling, share { $0[layout.standing(model.labels.count)] }, tallies.map { _ in nil }))
    return result
  }

  /// In how many models the partners have parted, or become an empty shell, by the end of a round.
  public func ended(inShell isShell: Bool, by round: Int) -> ModelShare {
    share { tally in
      model.endings.indices.reduce(0) { sum, ending in
        let cause = 2 * (ending + 1) + (isShell ? 1 : 0)
        return sum
          + (0...min(max(round, 0), settings.rounds)).reduce(0) { $0 + tally[layout.ended(cause, $1)] }
      }
    }
  }

  /// A kind of end, whenever it comes.
  public enum EndKind: Sendable, Hashable, Codable {
    /// By an ending: the partners part, or go on as an empty shell.
    case ended(DynamicsBlock.ID, isShell: Bool)
    /// They work together and a label fits.
    case standing(DynamicsBlock.ID, DynamicsBlock.Label.Standing)
    /// They work together, and no label fits that says good or poor.
    case middling
  }

  /// The round by which half of the models that end so have ended.
  private func medianRound(_ tally: Tally, _ cause: Int) -> Int? {
    let counts = (0...settings.rounds).map { tally[layout.ended(cause, $0)] }
    let whole = counts.reduce(0, +)
    guard whole > 0 else { return nil }
    var sum: Int64 = 0
    return counts.firstIndex { count in
      sum += Int64(count)
      return 2 * sum >= whole
    }
  }

  /// In how many models each rank of end comes, from the worst.
  public var ranks: [(rank: ModelEnd.Rank, share: ModelShare)] {
    ModelEnd.Rank.allCases.map { rank in
      let kinds = ends.filter { Self.rank(of: $0.end) == rank }
      let counts = tallies.indices.map { prior in kinds.reduce(0) { $0 + $1.share.counts[prior] } }
      return (rank, ModelShare(counts: counts, models: models))
    }
  }

  private static func rank(of end: EndKind) -> ModelEnd.Rank {
    switch end {
    case .ended(_, let isShell): isShell ? .shell : .parted
    case .standing(_, let standing): standing == .good ? .good : .poor
    case .middling: .middling
    }
  }

  /// In how many of the models that meet every statement of order each rank of end comes; empty when none were tried.
  public var ranksWhereOrdersHold: [(rank: ModelEnd.Rank, share: ModelShare)] {
    let meeting = tallies.map { tally in
      ModelEnd.Rank.allCases.reduce(0) { $0 + Int(tally[layout.meeting($1.rawValue)]) }
    }
    guard meeting.contains(where: { $0 > 0 }) else { return [] }
    return ModelEnd.Rank.allCases.map { rank in
      (rank, ModelShare(counts: tallies.map { Int($0[layout.meeting(rank.rawValue)]) }, models: meeting))
    }
  }

  /// In how many models a label holds at the end of a round, from 0.
  public func holding(_ label: DynamicsBlock.ID, after round: Int) -> ModelShare? {
    model.labels.firstIndex { $0.label.id == label }.map { index in share { $0[layout.held(index, round)] } }
  }

  // MARK: Levels

  /// Where the levels of a concept that moves lie at the end of a round, from 0; one band for each prior.
  public func bands(of concept: Concept.ID, after round: Int) -> [LevelBand]? {
    guard let index = model.moving.firstIndex(of: concept), (0...settings.rounds).contains(round) else {
      return nil
    }
    return tallies.map { band($0, index, round) }
  }

  private func band(_ tally: Tally, _ concept: Int, _ round: Int) -> LevelBand {
    let first = layout.level(concept, round, bin: 0)
    return LevelBand(counting: tally.levels[first..<first + TallyLayout.bins])
  }

  /// By how much a level must differ from where it started to have risen or fallen: what a reader would see in a picture.
  public static let visible = 0.02

  /// In how many models a concept that moves has visibly risen and fallen since the start by the end of a round, from 0. A
  /// model that has ended counts with the level that it ended with.
  public func changes(of concept: Concept.ID, by round: Int) -> (risen: ModelShare, fallen: ModelShare)? {
    guard let index = model.moving.firstIndex(of: concept), (0...settings.rounds).contains(round) else {
      return nil
    }
    let place = layout.changed(index, round)
    return (share { $0[place] }, share { $0[place + 1] })
  }

  // MARK: What drove it

  /// In how many models it was kept what moved what, by prior.
  public var attributedModels: [Int] { tallies.map { Int($0[layout.attributed]) } }

  /// In how many of the models of which it was kept what moved what something holds.
  private func attributed(_ count: (Tally) -> Int64) -> ModelShare {
    ModelShare(counts: tallies.map { Int(count($0)) }, models: attributedModels)
  }

  /// How much a source moved a concept in a round.
  public struct Contribution: Sendable, Hashable {
    /// What moved it.
    public let source: InfluenceSource
    /// The concept.
    public let concept: Concept.ID
    /// By how much it moved the level in the round, as the mean over the models of each prior of which this was
    /// kept; the parts of all sources,
    /// the pull to rest among them, add up to the whole.
    public let means: [Double]
    /// In how many of the models of which this was kept it moved the concept up.
    public let up: ModelShare
    /// In how many of them it moved the concept down.
    public let down: ModelShare

    /// By how much at most, whatever the prior and the way.
    public var size: Double { means.map(abs).max() ?? 0 }
  }

  /// What moved concepts in a round, from 1, in the order of the theory; empty when it wasn't kept.
  public func contributions(in round: Int) -> [Contribution] {
    guard settings.isAttributed, (1...settings.rounds).contains(round) else { return [] }
    return model.shares.enumerated().map { index, share in
      let place = layout.share(index, round)
      return Contribution(
        source: share.source, concept: share.concept, means: tallies.map { mean($0, place) },
        up: attributed { $0[place + 1] }, down: attributed { $0[place + 2] })
    }
  }

  /// How much of a concept's losses a source spared in a round, from 1, as the mean over the models of each prior; below 0
  /// where it made them larger.
  public func spared(in round: Int) -> [(source: InfluenceSource, concept: Concept.ID, means: [Double])] {
    guard settings.isAttributed, (1...settings.rounds).contains(round) else { return [] }
    return model.spared.enumerated().map { index, spared in
      (spared.source, spared.concept, tallies.map { mean($0, layout.spared(index, round)) })
    }
  }

  /// What each source added to each place of the concepts that have several, in a round from 1, as the mean over the models
  /// of each prior; empty when it wasn't kept.
  public func contributionsByPlace(
    in round: Int
  ) -> [(source: InfluenceSource, concept: Concept.ID, place: LevelPlace, means: [Double])] {
    guard settings.isAttributed, (1...settings.rounds).contains(round) else { return [] }
    return model.placeShares.enumerated().map { index, share in
      (share.source, share.concept, share.place, tallies.map { mean($0, layout.placeShare(index, round)) })
    }
  }

  private func mean(_ tally: Tally, _ place: Int) -> Double {
    Double(tally[place]) / TallyLayout.unit / Double(max(1, tally[layout.attributed]))
  }

  // MARK: What it hinges on

  /// How much the rank of the end hangs on a parameter: the part of its variance that the parameter's value alone explains
  /// (the first-order index of Sobol, from the models' own draws, as in Monte Carlo filtering; Saltelli et al. 2008), from
  /// 0 to 1, with what chance alone would give taken off. By prior, in the order of the program's parameters.
  public var sensitivities: [(parameter: Parameter, indices: [Double])] {
    model.program.parameters.enumerated().map { index, parameter in
      (parameter, tallies.map { sensitivity($0, index) })
    }
  }

  /// In how many of the models in which a number lies in a part of its range each rank of end comes.
  ///
  /// - Parameters:
  ///   - parameter: the number, by its place among the program's parameters.
  ///   - parts: tenths of its range, from 0; of choices, which of them.
  public func ranks(where parameter: Int, lies parts: Range<Int>) -> [(
    rank: ModelEnd.Rank, share: ModelShare
  )] {
    guard model.program.parameters.indices.contains(parameter) else { return [] }
    let own = parts.clamped(to: 0..<TallyLayout.parts)
    let counts = ModelEnd.Rank.allCases.map { rank in
      tallies.map { tally in
        own.reduce(0) { $0 + Int(tally[layout.turn(parameter, part: $1, rank.rawValue)]) }
      }
    }
    let models = tallies.indices.map { prior in counts.reduce(0) { $0 + $1[prior] } }
    return zip(ModelEnd.Rank.allCases, counts).map { ($0, ModelShare(counts: $1, models: models)) }
  }

  private func sensitivity(_ tally: Tally, _ parameter: Int) -> Double {
    let ranks = ModelEnd.Rank.allCases
    let parts = (0..<TallyLayout.parts).map { part in
      ranks.map { Double(tally[layout.turn(parameter, part: part, $0.rawValue)]) }
    }
    func moments(_ counts: [Double]) -> (count: Double, sum: Double, squares: Double) {
      zip(ranks, counts).reduce((0, 0, 0)) { so, rank in
        let value = Double(rank.0.rawValue)
        return (so.0 + rank.1, so.1 + rank.1 * value, so.2 + rank.1 * value * value)
      }
    }
    let each = parts.map(moments).filter { $0.count > 0 }
    let count = each.reduce(0) { $0 + $1.count }
    let (sum, squares) = (each.reduce(0) { $0 + $1.sum }, each.reduce(0) { $0 + $1.squares })
    guard count > Double(each.count), each.count > 1 else { return 0 }
    let total = squares - sum * sum / count
    guard total > 0 else { return 0 }
    let between = each.reduce(0) { $0 + $1.sum * $1.sum / $1.count } - sum * sum / count
    // Epsilon squared (Kelley 1935): the between-groups share, less what groups would differ by chance.
    let within = (total - between) / (count - Double(each.count))
    return max(0, (between - Double(each.count - 1) * within) / total)
  }
}

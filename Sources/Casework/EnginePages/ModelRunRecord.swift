import Dynamics
import ProgrammeTheory

/// A run of models as data, for programs: every number that the page tells, and those that it leaves out.
///
/// Lists by prior are in the order of `priors`. Levels go from 0 to 1. Nothing in it depends on how many threads or
/// machines did the work.
public struct ModelRunRecord: Encodable, Sendable {
  struct Known: Encodable, Sendable {
    let concept: String
    let places: String
    let fact: String
  }
  struct Action: Encodable, Sendable {
    let action: String
    let fromRound: Int
  }
  struct Gap: Encodable, Sendable {
    let configuration: String
    let tellings: [String]
    let why: String
  }
  struct Proof: Encodable, Sendable {
    let action: String
    let concept: String?
    let ending: String?
    let proved: String
    let spoilers: [String]?
    let spoilersAtLeast: Int?
    let raisingArm: [String]?
    let loweringArm: [String]?
  }
  struct Order: Encodable, Sendable {
    let id: String
    let says: String
    let met: [Int]
    let failed: [Int]
    let open: [Int]
  }
  struct Counted: Encodable, Sendable {
    let what: String
    let name: String
    let counts: [Int]
    let models: [Int]
    let medianRounds: [Int?]?
  }
  struct Band: Encodable, Sendable {
    let concept: String
    let round: Int
    let prior: String
    let models: Int
    let levels: [Double]
  }
  struct Contribution: Encodable, Sendable {
    let round: Int
    let concept: String
    let source: String
    let means: [Double]
    let up: [Int]
    let down: [Int]
  }
  struct Added: Encodable, Sendable {
    let round: Int
    let concept: String
    var place: String? = nil
    let source: String
    let means: [Double]
  }
  struct Hinge: Encodable, Sendable {
    let parameter: String
    let indices: [Double]
  }

  let format = "realist run 1"
  let madeBy: String
  let theory: String
  let theoryVersion: String
  let notice: String?
  let partners: Int
  let rounds: Int
  let models: [Int]
  let seed: UInt64
  let priors: [String]
  let precision: String
  let unknown: String
  let known: [Known]
  let plan: [Action]
  let faults: Int
  let gaps: [Gap]
  let proofs: [Proof]
  let orders: [Order]
  let modelsThatMeetAllOrders: [Int]?
  let ends: [Counted]
  let ranks: [Counted]
  let ranksWhereOrdersHold: [Counted]
  let ranksWithoutPlan: [Counted]
  let ranksOfNeutral: [Counted]
  let labels: [Counted]
  let shares = LevelBand.shares
  let levels: [Band]
  /// In how many models it was kept what moved what: the next three are about these.
  let attributed: [Int]
  let contributions: [Contribution]
  let contributionsByPlace: [Added]
  let spared: [Added]
  let hinges: [Hinge]
}

extension ModelRunRecord {
  /// The record of a run.
  ///
  /// - Parameters:
  ///   - run: the run.
  ///   - program: name and version of the program.
  public init(_ run: ModelRun, madeBy program: String) {
    let (theory, ensemble) = (run.theory, run.ensemble)
    let settings = ensemble.settings
    madeBy = program
    self.theory = theory.identity.id.text
    theoryVersion = theory.identity.version
    notice = theory.identity.notice
    partners = ensemble.model.start.partners.count
    rounds = settings.rounds
    models = ensemble.models
    seed = settings.seed
    priors = settings.priors.map(\.rawValue)
    precision = settings.isSingle ? "single" : "double"
    unknown = ensemble.model.start.unknown.rawValue
    known = ensemble.model.start.known.map {
      Known(concept: $0.concept.text, places: $0.extent.words, fact: $0.fact.words)
    }
    plan = ensemble.plan.steps.map { Action(action: $0.lever.text, fromRound: $0.rounds.lowerBound) }
    faults = ensemble.faults
    gaps = ensemble.model.gaps.map {
      Gap(configuration: $0.configuration.text, tellings: $0.tellings.map(\.text), why: $0.why)
    }
    proofs = run.proofs.map(Self.proof)
    orders = run.orders.map { Self.orders($0, theory) } ?? []
    modelsThatMeetAllOrders = run.orders.map { trials in
      settings.priors.indices.map { trials.meetingAll(prior: $0) }
    }
    ends = ensemble.ends.map { end in
      Counted(
        what: end.end.id, name: end.end.name(in: theory), counts: end.share.counts, models: end.share.models,
        medianRounds: end.rounds)
    }
    ranks = Self.ranks(ensemble.ranks)
    ranksWhereOrdersHold = Self.ranks(ensemble.ranksWhereOrdersHold)
    ranksWithoutPlan = Self.ranks(run.withoutPlan?.ranks ?? [])
    ranksOfNeutral = Self.ranks(run.neutral?.ranks ?? [])
    labels = Self.labels(ensemble)
    levels = Self.bands(ensemble)
    attributed = ensemble.attributedModels
    contributions = Self.contributions(ensemble)
    spared = (1...settings.rounds).flatMap { round in
      ensemble.spared(in: round).map {
        Added(round: round, concept: $0.concept.text, source: $0.source.name, means: $0.means)
      }
    }
    contributionsByPlace = (1...settings.rounds).flatMap { round in
      ensemble.contributionsByPlace(in: round).map {
        Added(
          round: round, concept: $0.concept.text, place: String($0.place.suffix.dropFirst()),
          source: $0.source.name, means: $0.means)
      }
    }
    hinges = ensemble.sensitivities.map { Hinge(parameter: $0.parameter.id, indices: $0.indices) }
  }

  private static func proof(_ proof: ModelRun.Proof) -> Proof {
    var (concept, ending): (String?, String?)
    switch proof.target {
    case .concept(let id): concept = id.text
    case .ending(let id): ending = id.text
    }
    var opening: Certificate.Opening?
    if case .open(let found) = proof.certificate { opening = found }
    return Proof(
      action: proof.lever.text, concept: concept, ending: ending, proved: proof.certificate.words,
      spoilers: opening?.spoilers.map { $0.map(\.name) }, spoilersAtLeast: opening?.atLeast,
      raisingArm: opening?.raising.sources.map(\.name), loweringArm: opening?.lowering.sources.map(\.name))
  }

  private static func orders(_ trials: OrderTrials, _ theory: Theory) -> [Order] {
    trials.orders.enumerated().map { index, id in
      let scores = trials.scores.map { $0[index] }
      return Order(
        id: id.text, says: theory.says(id), met: scores.map(\.met), failed: scores.map(\.failed),
        open: scores.map(\.open))
    }
  }

  private static func ranks(_ ranks: [(rank: ModelEnd.Rank, share: ModelShare)]) -> [Counted] {
    ranks.map {
      Counted(
        what: "\($0.rank)", name: $0.rank.words, counts: $0.share.counts, models: $0.share.models,
        medianRounds: nil)
    }
  }

  private static func labels(_ ensemble: Ensemble) -> [Counted] {
    ensemble.model.labels.compactMap { label in
      ensemble.holding(label.label.id, after: ensemble.settings.rounds).map {
        Counted(
          what: label.label.id.text, name: label.label.name, counts: $0.counts, models: $0.models,
          medianRounds: nil)
      }
    }
  }

  private static func bands(_ ensemble: Ensemble) -> [Band] {
    ensemble.model.moving.flatMap { concept in
      (0...ensemble.settings.rounds).flatMap { round in
        zip(ensemble.settings.priors, ensemble.bands(of: concept, after: round) ?? []).map { prior, band in
          Band(
            concept: concept.text, round: round, prior: prior.rawValue, models: band.models,
            levels: band.levels)
        }
      }
    }
  }

  private static func contributions(_ ensemble: Ensemble) -> [Contribution] {
    (1...ensemble.settings.rounds).flatMap { round in
      ensemble.contributions(in: round).map {
        Contribution(
          round: round, concept: $0.concept.text, source: $0.source.name, means: $0.means, up: $0.up.counts,
          down: $0.down.counts)
      }
    }
  }
}

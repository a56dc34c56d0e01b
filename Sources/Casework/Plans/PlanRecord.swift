import Bibliography
import Dynamics
import ProgrammeTheory

/// A comparison of plans as data, for programs.
public struct PlanRecord: Encodable, Sendable {
  struct Pair: Encodable, Sendable {
    let plan: String
    let beside: String
    let verdict: String
    let better: [Int]
    let worse: [Int]
  }

  let format = "realist plans 1"
  let madeBy: String
  let theory: String
  let theoryVersion: String
  let notice: String?
  let subject: String
  let asOf: String?
  let rounds: Int
  let models: [Int]
  let seed: UInt64
  let priors: [String]
  let assumptions: [String]
  let options: [AdviceRecord.Option]
  let pairs: [Pair]

  private enum CodingKeys: String, CodingKey {
    case format, madeBy, theory, theoryVersion, notice, subject = "case", asOf, rounds, models, seed, priors
    case assumptions, options, pairs
  }

  /// The record of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: the comparison.
  ///   - program: name and version of the program.
  public init(_ comparison: PlanComparison, madeBy program: String) {
    let trials = comparison.trials
    madeBy = program
    theory = comparison.theory.identity.id.text
    theoryVersion = comparison.theory.identity.version
    notice = comparison.theory.identity.notice
    subject = comparison.subject.id.text
    asOf = comparison.asOf.date?.description
    rounds = comparison.settings.rounds
    models = trials.runs
    seed = comparison.settings.seed
    priors = trials.settings.priors.map(\.rawValue)
    assumptions = comparison.now.assumptions
    options =
      [AdviceRecord.Option(trials, 0, "do nothing more", [])]
      + comparison.plans.enumerated().map {
        AdviceRecord.Option(trials, $0.offset + 1, $0.element.id.text, $0.element.plan.steps.map(\.lever))
      }
    pairs = comparison.pairs.enumerated().map { place, pair in
      let option = comparison.option(ofPair: place)
      return Pair(
        plan: comparison.plans[pair.1].id.text, beside: comparison.plans[pair.0].id.text,
        verdict: trials.verdict(option).rawValue, better: trials.better(option).counts,
        worse: trials.worse(option).counts)
    }
  }
}

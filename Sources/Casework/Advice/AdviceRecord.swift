import Bibliography
import Dynamics
import ProgrammeTheory

/// An advice as data, for programs: every option that was run, with its counts.
///
/// Lists of counts are by way of drawing, in the order of `priors`; each has as many models as `models` says.
public struct AdviceRecord: Encodable, Sendable {
  struct Option: Encodable, Sendable {
    let what: String
    let actions: [String]
    let verdict: String
    let better: [Int]
    let worse: [Int]
    let regret: [Int]
    let ends: [String: [Int]]

    init(_ trials: OptionTrials, _ option: Int, _ what: String, _ actions: [Lever.ID]) {
      self.what = what
      self.actions = actions.map(\.text)
      verdict = option == 0 ? "the base" : trials.verdict(option).rawValue
      (better, worse) = (trials.better(option).counts, trials.worse(option).counts)
      regret = trials.regret(option).counts
      ends = Dictionary(
        ModelEnd.Rank.allCases.map { ("\($0)", trials.ends(option, $0).counts) },
        uniquingKeysWith: { first, _ in first })
    }
  }
  struct Begun: Encodable, Sendable {
    let action: String
    let round: Int
    let verdict: String
    let better: [Int]
    let worse: [Int]
  }
  struct Fact: Encodable, Sendable {
    let question: String
    let ifLow: String
    let ifHigh: String
  }

  let format = "realist advice 1"
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
  let inPlace: [String]
  let options: [Option]
  let ranked: [String]
  let together: [Option]
  let when: [Begun]
  let findOut: [Fact]

  private enum CodingKeys: String, CodingKey {
    case format, madeBy, theory, theoryVersion, notice, subject = "case", asOf, rounds, models, seed, priors
    case assumptions, inPlace, options, ranked, together, when, findOut
  }

  /// The record of an advice.
  ///
  /// - Parameters:
  ///   - advice: the advice.
  ///   - program: name and version of the program.
  public init(_ advice: Advice, madeBy program: String) {
    let teller = AdviceTeller(of: advice, madeBy: program)
    madeBy = program
    theory = advice.theory.identity.id.text
    theoryVersion = advice.theory.identity.version
    notice = advice.theory.identity.notice
    subject = advice.subject.id.text
    asOf = advice.asOf.date?.description
    rounds = advice.settings.rounds
    models = advice.singles.runs
    seed = advice.settings.seed
    priors = advice.singles.settings.priors.map(\.rawValue)
    assumptions = advice.now.assumptions
    inPlace = advice.inPlace.map(\.id.text)
    options =
      [Option(advice.singles, 0, "do nothing more", [])]
      + advice.actions.enumerated().map {
        Option(advice.singles, $0.offset + 1, $0.element.name, [$0.element.id])
      }
      + (advice.looserOption.map { option in
        [Option(advice.singles, option, "a looser arrangement: \(advice.looser?.name ?? "")", [])]
      } ?? [])
    ranked = teller.ranked.map { teller.lever($0).id.text }
    together =
      advice.together.map { together in
        together.sets.enumerated().map {
          Option(together.trials, $0.offset + 1, teller.names($0.element), $0.element)
        }
      } ?? []
    when = Self.when(advice.timing)
    findOut = teller.turningFacts.map {
      Fact(question: $0.question, ifLow: $0.ifLow.id.text, ifHigh: $0.ifHigh.id.text)
    }
  }

  private static func when(_ timing: Advice.Timing) -> [Begun] {
    timing.levers.enumerated().flatMap { place, lever in
      timing.rounds.enumerated().map { index, round in
        let option = timing.option(place, index)
        return Begun(
          action: lever.text, round: round, verdict: timing.trials.verdict(option).rawValue,
          better: timing.trials.better(option).counts, worse: timing.trials.worse(option).counts)
      }
    }
  }
}

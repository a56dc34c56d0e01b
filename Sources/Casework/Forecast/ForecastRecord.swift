import Bibliography
import Dynamics
import ProgrammeTheory

/// A forecast as data, for programs: what the page tells, and what it leaves out.
///
/// Lists of counts are by way of drawing, in the order of `run.priors`. Levels go from 0 to 1. Nothing in it depends on how
/// many threads or machines did the work.
public struct ForecastRecord: Encodable, Sendable {
  struct Counted: Encodable, Sendable {
    let counts: [Int]
    let models: [Int]

    init(_ share: ModelShare) { (counts, models) = (share.counts, share.models) }
  }
  /// An option compared with another on the same models.
  struct Compared: Encodable, Sendable {
    let what: String
    let comparedWith: String?
    let better: Counted
    let worse: Counted
    let ends: [String: Counted]

    init(_ trials: OptionTrials, _ option: Int, _ names: [String]) {
      let against = trials.options[option].against
      what = names[option]
      comparedWith = against == option ? nil : names[against]
      (better, worse) = (Counted(trials.better(option)), Counted(trials.worse(option)))
      ends = Dictionary(
        ModelEnd.Rank.allCases.map { ("\($0)", Counted(trials.ends(option, $0))) },
        uniquingKeysWith: { first, _ in first })
    }

    static func all(_ trials: OptionTrials, _ names: [String]) -> [Compared] {
      trials.options.indices.map { Compared(trials, $0, names) }
    }
  }
  /// How something goes, round by round.
  struct Course: Encodable, Sendable {
    let concept: String
    let place: String?
    let round: Int
    let risen: Counted?
    let fallen: Counted?
    let levels: [[Double]]
  }
  struct Turned: Encodable, Sendable {
    let date: String
    let what: String
    let compared: Compared
  }
  struct Other: Encodable, Sendable {
    let other: String
    let isSameAtStart: Bool
    let compared: [Compared]
  }
  struct Reading: Encodable, Sendable {
    let about: String
    let decides: Bool
    let readings: [String]
    let togetherAndNotBadly: [Counted]
  }
  struct Open: Encodable, Sendable {
    let parameter: String
    let question: String
    let ifLow: Counted
    let ifHigh: Counted
  }

  let format = "realist forecast 1"
  let subject: String
  let asOf: String?
  let assumptions: [String]
  let unknown: [String]
  let run: ModelRunRecord
  let besideNeutral: [Compared]
  let shares = LevelBand.shares
  let courses: [Course]
  let places: [Course]
  let history: [Turned]
  let besides: [Other]
  let readings: [Reading]
  let openFacts: [Open]
}

extension ForecastRecord {
  private enum CodingKeys: String, CodingKey {
    case format, subject = "case", asOf, assumptions, unknown, run, besideNeutral, shares, courses, places
    case history, besides, readings, openFacts
  }

  /// The record of a forecast.
  ///
  /// - Parameters:
  ///   - forecast: the forecast.
  ///   - program: name and version of the program.
  public init(_ forecast: Forecast, madeBy program: String) {
    let teller = ForecastTeller(of: forecast, madeBy: program)
    subject = forecast.subject.id.text
    asOf = forecast.asOf.date?.description
    assumptions = forecast.now.assumptions
    unknown = forecast.now.unknown(in: forecast.theory).map(\.text)
    run = ModelRunRecord(
      ModelRun(
        of: forecast.theory, forecast.ensemble, orders: forecast.orders,
        proofs: forecast.now.proofs(in: forecast.theory, exploring: true)),
      madeBy: program)
    besideNeutral = Compared.all(forecast.besideNeutral, ["neutral", "this case"])
    courses = Self.courses(forecast.ensemble, forecast.mainThings)
    places = forecast.placeCourses.map(Self.courses) ?? []
    history = forecast.history.map(Self.history) ?? []
    besides = forecast.besides.map { beside in
      let names = ["this case at the start", "the other at the start", "this case now", "the other now"]
      return Other(
        other: beside.other.id.text, isSameAtStart: beside.isSameAtStart,
        compared: Compared.all(beside.trials, names + ["the other now, beside this case now"]))
    }
    readings = teller.readings.map { reading in
      Reading(
        about: reading.about, decides: reading.decides, readings: reading.readings.map(\.says),
        togetherAndNotBadly: reading.readings.map { Counted($0.share) })
    }
    openFacts = teller.openFacts.map {
      Open(
        parameter: $0.parameter.id, question: $0.question, ifLow: Counted($0.low), ifHigh: Counted($0.high))
    }
  }

  private static func courses(_ ensemble: Ensemble, _ things: [Concept.ID]) -> [Course] {
    things.flatMap { concept in
      (0...ensemble.settings.rounds).map { round in
        let changes = ensemble.changes(of: concept, by: round)
        return Course(
          concept: concept.text, place: nil, round: round, risen: changes.map { Counted($0.risen) },
          fallen: changes.map { Counted($0.fallen) },
          levels: (ensemble.bands(of: concept, after: round) ?? []).map(\.levels))
      }
    }
  }

  private static func courses(_ own: Forecast.PlaceCourses) -> [Course] {
    own.places.enumerated().flatMap { line, place in
      (0...own.courses.settings.rounds).map { round in
        Course(
          concept: place.concept.text, place: String(place.place.suffix.dropFirst()), round: round,
          risen: nil, fallen: nil, levels: own.courses.bands(of: line, after: round).map(\.levels))
      }
    }
  }

  private static func history(_ history: Forecast.History) -> [Turned] {
    let names =
      ["before"] + history.turns.map { "\($0.date): \($0.title)" } + [
        "now, beside what stood before all of these"
      ]
    return history.turns.enumerated().map { index, turn in
      Turned(
        date: turn.date.description, what: turn.title,
        compared: Compared(history.trials, index + 1, names))
    }
  }
}

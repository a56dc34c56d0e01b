public import Bibliography
public import Dynamics
public import ProgrammeTheory

/// What a theory implies for a case over the next rounds: the values, before anybody tells them.
///
/// Nothing in it is a probability of the real world. What is told first is always a comparison on the same models: the
/// case beside a neutral one, now beside the start, this case beside another.
public struct Forecast: Sendable {
  /// The case.
  public let subject: Case
  /// The theory.
  public let theory: Theory
  /// The date as of which it holds.
  public let asOf: AsOf
  /// How it was run.
  public let settings: ForecastSettings
  /// What is known as of then.
  public let now: CaseStart
  /// What happened until then, each with the situation after it.
  public let turns: [Turn]
  /// The models.
  public let ensemble: Ensemble
  /// The case (1) beside a collaboration of which everything is neither more nor less (0).
  public let besideNeutral: OptionTrials
  /// The concepts that are told about: the theory's outlook, as far as it moves.
  public let mainThings: [Concept.ID]
  /// How the main things that lie in partners or between them go, place by place.
  public let placeCourses: PlaceCourses?
  /// The start and what is known after each turn, one option each, compared with the one before; `nil` where nothing has
  /// happened since the start. Of many turns, the last.
  public let history: History?
  /// Other cases beside this one.
  public let besides: [Beside]
  /// How the theory's statements of order fared in the models.
  public let orders: OrderTrials?
  /// What is certain of actions in this case, whatever the strengths.
  public let proofs: [ModelRun.Proof]

  /// How levels go in single places.
  public struct PlaceCourses: Sendable {
    /// What is read, in the order of the courses.
    public let places: [(concept: Concept.ID, place: LevelPlace)]
    /// The courses.
    public let courses: Courses
  }

  /// What would have been forecast at each date.
  public struct History: Sendable {
    /// The turns that are told, from ``Forecast/turns``.
    public let turns: ArraySlice<Turn>
    /// Option 0 stands before the first of these turns, option n after the nth. The last, one more, is again what is known
    /// now, compared with option 0.
    public let trials: OptionTrials
    /// How the main things went until now; `nil` where the case doesn't say how long a round is.
    public let past: Past?
  }

  /// Another case on the same models.
  public struct Beside: Sendable {
    /// The other case.
    public let other: Case
    /// Whether what is known of both at the start is the same to a model.
    public let isSameAtStart: Bool
    /// Options: this case at the start, the other at the start (compared with it), this case now (with its start), the
    /// other now (with its start), and the other now (with this case now).
    public let trials: OptionTrials
  }
}

extension Forecast {
  /// How far the work is: what is being run, and how many of how many.
  public typealias Progress = @Sendable (String, Int, Int) -> Void

  /// Where the statements of order of a theory come from: worked out, or kept from before.
  public typealias OrderSource = @Sendable (Partners, EnsembleSettings) async throws -> OrderTrials?

  /// How many turns are told at most, the last of them.
  static let mostTurns = 8

  /// The model of a case as of a date: what a forecast runs.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - theory: the theory.
  ///   - date: what happened or became known after this date is left out; `nil` takes all.
  public static func model(of subject: Case, by theory: Theory, asOf date: PartialDate? = nil) -> Model {
    Model(theory, CaseMoment(of: subject, by: theory, asOf: date).now.start)
  }

  /// Forecasts a case.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - theory: the theory.
  ///   - date: what happened or became known after this date is left out; `nil` takes all.
  ///   - others: cases to set beside it.
  ///   - settings: how many models, for how long.
  ///   - whole: the models of the forecast itself, where they were run before, as of parts that were added up.
  ///   - orders: where the statements of order come from.
  ///   - progress: called now and then.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of subject: Case, by theory: Theory, asOf date: PartialDate? = nil, beside others: [Case] = [],
    _ settings: ForecastSettings, adding whole: Ensemble? = nil,
    orders: OrderSource = { _, _ in nil }, progress: @escaping Progress = { _, _, _ in }
  ) async throws {
    let moment = CaseMoment(of: subject, by: theory, asOf: date)
    let (start, turns, now) = (moment.start, moment.turns, moment.now)
    asOf = moment.asOf
    (self.subject, self.theory, self.settings, self.now, self.turns) = (subject, theory, settings, now, turns)
    // What hangs on nothing that is run goes on beside the rest.
    let neutral = StartingPoint(
      partners: now.start.partners, unknown: .neutral, roundMonths: now.start.roundMonths)
    async let proved = now.proofs(in: theory)
    async let still = Model(theory, neutral)
    async let kept = orders(now.start.partners, settings.ends)
    let model = whole?.model ?? Model(theory, now.start)
    let trials = try await kept
    self.orders = trials
    if let whole {
      ensemble = whole
    } else {
      ensemble = try await Ensemble(
        running: model, settings.ensemble, orders: trials, threads: settings.threads
      ) { progress("models", $0, $1) }
    }
    let told = theory.outlook.map(\.concept).filter(model.moving.contains)
    mainThings = told.isEmpty ? Array(model.moving.prefix(12)) : told
    let places = Self.places(of: mainThings, in: model)
    besideNeutral = try await OptionTrials(
      of: [await still, model], [.init(model: 0), .init(model: 1)], settings.beside,
      coursesOf: places.map(\.term), threads: settings.threads
    ) { progress("a neutral start", $0, $1) }
    placeCourses = besideNeutral.courses.map { courses in
      PlaceCourses(places: places.map { ($0.concept, $0.place) }, courses: courses)
    }
    history = try await Self.history(mainThings, subject, theory, start, turns, settings) {
      progress("what happened", $0, $1)
    }
    besides = try await Self.besides(others, subject, start, now, theory, date, settings)
    proofs = await proved
  }

  /// The lines of main things that lie in partners or between them, where there aren't too many of them to be told.
  private static func places(
    of things: [Concept.ID], in model: Model
  ) -> [(concept: Concept.ID, place: LevelPlace, term: Term)] {
    guard model.start.partners.count <= Model.mostPartnersByPlace else { return [] }
    return things.flatMap { thing in model.places(of: thing).map { (thing, $0.place, $0.term) } }
  }

  private static func history(
    _ things: [Concept.ID], _ subject: Case, _ theory: Theory, _ start: Situation, _ turns: [Turn],
    _ settings: ForecastSettings, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> History? {
    guard !turns.isEmpty else { return nil }
    let told = turns.suffix(mostTurns)
    let before = told.startIndex > 0 ? turns[told.startIndex - 1].after : start
    let models = ([before] + told.map(\.after)).map {
      Model(theory, CaseStart(of: subject, $0, in: theory).start)
    }
    var options = models.indices.map { OptionTrials.Option(model: $0, against: max(0, $0 - 1)) }
    options.append(OptionTrials.Option(model: models.count - 1, against: 0))
    return History(
      turns: told,
      trials: try await OptionTrials(
        of: models, options, settings.beside, threads: settings.threads, progress: progress),
      past: try await past(things, subject, models, told, settings))
  }

  private static func besides(
    _ others: [Case], _ subject: Case, _ start: Situation, _ now: CaseStart, _ theory: Theory,
    _ date: PartialDate?, _ settings: ForecastSettings
  ) async throws -> [Beside] {
    var besides: [Beside] = []
    for other in others {
      let side = Comparison.Side(of: other, in: theory, by: date)
      let starts = [
        CaseStart(of: subject, start, in: theory), CaseStart(of: other, side.start, in: theory), now,
        CaseStart(of: other, side.now, in: theory),
      ]
      let models = starts.map { Model(theory, $0.start) }
      let options = [(0, 0), (1, 0), (2, 0), (3, 1), (3, 2)].map {
        OptionTrials.Option(model: $0.0, against: $0.1)
      }
      besides.append(
        Beside(
          other: other, isSameAtStart: models[0].program.fingerprint == models[1].program.fingerprint,
          trials: try await OptionTrials(of: models, options, settings.beside, threads: settings.threads)))
    }
    return besides
  }
}

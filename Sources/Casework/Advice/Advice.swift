public import Bibliography
public import Dynamics
public import ProgrammeTheory

/// What could be done in a case, and in how many models it ends better for it: the values, before anybody tells them.
///
/// Every option is run on the same models as doing nothing more. What isn't an action is an option too: a looser
/// arrangement, and not to collaborate.
public struct Advice: Sendable {
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
  /// The actions that could be taken, in the order of the theory.
  public let actions: [Lever]
  /// The actions that what is known says are taken already.
  public let inPlace: [Lever]
  /// Option 0 is doing nothing more; option n takes the nth of ``actions`` from the first round on; one more, where there is
  /// a looser form, is ``looser``.
  public let singles: OptionTrials
  /// The next looser form than the case's own; `nil` where that isn't known or is the loosest.
  public let looser: Arrangement?
  /// When the best actions still help.
  public let timing: Timing
  /// Several actions together, from the first round on.
  public let together: Together?
  /// What is certain of the actions, whatever the strengths.
  public let proofs: [ModelRun.Proof]

  /// When actions help: begun in which round.
  public struct Timing: Sendable {
    /// The actions.
    public let levers: [Lever.ID]
    /// The rounds in which they begin.
    public let rounds: [Int]
    /// Option 0 is doing nothing more; then every action in every round, action by action.
    public let trials: OptionTrials

    /// The option of an action that begins in a round, both by their places.
    public func option(_ lever: Int, _ round: Int) -> Int { 1 + lever * rounds.count + round }

    /// The first and the last round in which an action can begin and helps; `nil` where it helps in none.
    public func window(_ lever: Int) -> ClosedRange<Int>? {
      let helping = rounds.indices.filter { trials.verdict(option(lever, $0)) == .helps }.map { rounds[$0] }
      guard let first = helping.first, let last = helping.last else { return nil }
      return first...last
    }
  }

  /// Several actions together.
  public struct Together: Sendable {
    /// The sets of actions, each in the order of the theory; singles too, to be compared with.
    public let sets: [[Lever.ID]]
    /// Option 0 is doing nothing more; option n is the nth set.
    public let trials: OptionTrials

    /// The sets of a size, the best first, as places in ``sets``.
    public func best(of size: Int) -> [Int] {
      trials.ranked(sets.indices.filter { sets[$0].count == size }.map { $0 + 1 }).map { $0 - 1 }
    }
  }
}

extension Advice {
  /// How many actions are told the time of, and are put together.
  static let mostTimed = 6
  static let mostPaired = 8
  /// From how many pairs triples are made.
  private static let pairsForTriples = 5

  /// Advises a case.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - theory: the theory.
  ///   - date: what happened or became known after this date is left out; `nil` takes all.
  ///   - levers: the actions that are thought of, all pairs of which are run; `nil` takes all of the theory, and pairs of
  ///     those that help most.
  ///   - most: how many actions are put together at most, from 1 to 3.
  ///   - settings: how many models, for how long.
  ///   - progress: called now and then.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of subject: Case, by theory: Theory, asOf date: PartialDate? = nil, levers: [Lever.ID]? = nil,
    most: Int = 3, _ settings: ForecastSettings, progress: @escaping Forecast.Progress = { _, _, _ in }
  ) async throws {
    let moment = CaseMoment(of: subject, by: theory, asOf: date)
    let now = moment.now
    asOf = moment.asOf
    (self.subject, self.theory, self.settings, self.now) = (subject, theory, settings, now)
    let thought = theory.levers.filter { levers?.contains($0.id) ?? true }
    inPlace = thought.filter { $0.isInPlace(in: now.situation.facts) }
    let actions = thought.filter { !$0.isInPlace(in: now.situation.facts) }
    self.actions = actions
    looser = theory.looser(than: subject.arrangement)
    // What hangs on nothing that is run goes on beside the rest.
    async let proved = now.proofs(in: theory, of: actions.map(\.id))
    let works = AdviceWork(theory, now, settings)
    let singles = try await works.singles(actions.map(\.id), looser) { progress("single actions", $0, $1) }
    self.singles = singles
    let ranked = singles.ranked(actions.indices.map { $0 + 1 })
    let helping = ranked.filter { singles.leastNet($0) > 0 }.map { actions[$0 - 1].id }
    timing = try await works.timing(Array(helping.prefix(Self.mostTimed))) { progress("when", $0, $1) }
    let paired = levers == nil ? Array(helping.prefix(Self.mostPaired)) : actions.map(\.id)
    together = try await works.together(paired, of: theory, most: most, Self.pairsForTriples) {
      progress("several actions", $0, $1)
    }
    proofs = await proved
  }

  /// The option of the looser form among ``singles``.
  public var looserOption: Int? { looser == nil ? nil : actions.count + 1 }
}

/// Runs what an advice compares.
struct AdviceWork {
  let theory: Theory
  let now: CaseStart
  let settings: ForecastSettings

  init(_ theory: Theory, _ now: CaseStart, _ settings: ForecastSettings) {
    (self.theory, self.now, self.settings) = (theory, now, settings)
  }

  private func model(_ levers: [Lever.ID], _ change: (inout StartingPoint) -> Void = { _ in }) -> Model {
    var start = now.start
    start.levers = levers
    change(&start)
    return Model(theory, start)
  }

  private func run(
    _ models: [Model], _ options: [OptionTrials.Option], keepsHinges: Bool = false,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> OptionTrials {
    try await OptionTrials(
      of: models, options, settings.ends, keepsHinges: keepsHinges, threads: settings.threads,
      progress: progress)
  }

  func singles(
    _ levers: [Lever.ID], _ looser: Arrangement?, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> OptionTrials {
    var models = [model(levers)]
    var options = [OptionTrials.Option()]
    options += levers.map { OptionTrials.Option(Plan([Plan.Step($0)])) }
    if let looser {
      models.append(model([]) { $0.take(looser, in: theory) })
      options.append(OptionTrials.Option(model: 1))
    }
    return try await run(models, options, keepsHinges: true, progress)
  }

  func timing(
    _ levers: [Lever.ID], _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Advice.Timing {
    // Of a long time, as many beginnings as can be read in a strip.
    let every = (settings.rounds + 23) / 24
    let rounds = Array(stride(from: 1, through: settings.rounds, by: every))
    let options = levers.flatMap { lever in
      rounds.map { OptionTrials.Option(Plan([Plan.Step(lever, from: $0)])) }
    }
    return Advice.Timing(
      levers: levers, rounds: rounds,
      trials: try await run([model(levers)], [OptionTrials.Option()] + options, progress))
  }

  func together(
    _ levers: [Lever.ID], of theory: Theory, most: Int, _ pairsForTriples: Int,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> Advice.Together? {
    guard most >= 2, levers.count >= 2 else { return nil }
    let order = theory.levers.map(\.id).filter(levers.contains)
    let singles = order.map { [$0] }
    let pairs = order.indices.flatMap { one in order[(one + 1)...].map { [order[one], $0] } }
    let model = model(order)
    func trial(_ sets: [[Lever.ID]]) async throws -> Advice.Together {
      let options = sets.map { set in OptionTrials.Option(Plan(set.map { Plan.Step($0) })) }
      return Advice.Together(
        sets: sets, trials: try await run([model], [OptionTrials.Option()] + options, progress))
    }
    let paired = try await trial(singles + pairs)
    guard most >= 3, levers.count >= 3 else { return paired }
    var triples: [[Lever.ID]] = []
    for pair in paired.best(of: 2).prefix(pairsForTriples).map({ paired.sets[$0] }) {
      for third in order where !pair.contains(third) {
        let triple = order.filter { $0 == third || pair.contains($0) }
        if !triples.contains(triple) { triples.append(triple) }
      }
    }
    // Together once more, so that regret is counted over all of them; pairs that are far behind are no rivals.
    return try await trial(singles + paired.best(of: 2).prefix(12).map { paired.sets[$0] } + triples)
  }
}

extension Lever {
  /// Whether all that the action moves is known to lie that way already.
  func isInPlace(in facts: Facts) -> Bool {
    !moves.isEmpty && moves.allSatisfy { $0.lies(in: facts) }
  }
}

extension Theory {
  /// The form that is next looser than another; of several on one step, the first of the theory.
  func looser(than form: String?) -> Arrangement? {
    guard caseFields.integration != nil,
      let own = arrangements.first(where: { $0.id.text == form })
    else { return nil }
    let looser = arrangements.filter { $0.integration < own.integration }
    guard let step = looser.map(\.integration).max() else { return nil }
    return looser.first { $0.integration == step }
  }
}

extension StartingPoint {
  /// Puts another form in the place of the one that is known.
  mutating func take(_ form: Arrangement, in theory: Theory) {
    guard let concept = theory.caseFields.integration else { return }
    known.removeAll { $0.concept == concept }
    if let fact = Fact(puttingTogether: [form.level]) { known.append(Known(concept, fact)) }
  }
}

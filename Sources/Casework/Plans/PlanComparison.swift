public import Bibliography
public import Dynamics
public import ProgrammeTheory

/// Plans for a case, run on the same models as doing nothing more: the values, before anybody tells them.
public struct PlanComparison: Sendable {
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
  /// The plans.
  public let plans: [ActionPlan]
  /// Option 0 is doing nothing more, option n the nth plan; then come the ``pairs``.
  public let trials: OptionTrials
  /// The plans that are compared with each other, by their places: the second with the first.
  public let pairs: [(Int, Int)]
  /// What is certain of the plans' actions, whatever the strengths.
  public let proofs: [ModelRun.Proof]

  /// How many plans can be compared at once.
  public static let most = 8

  /// The date and the setting for which plans of a case are read.
  public static func setting(
    of subject: Case, by theory: Theory, asOf date: PartialDate?, rounds: Int
  ) -> PlanDocument.Setting {
    PlanDocument.Setting(
      theory, subject, from: CaseMoment(of: subject, by: theory, asOf: date).asOf.date, rounds: rounds)
  }

  /// Compares plans.
  ///
  /// - Parameters:
  ///   - plans: the plans; those beyond ``most`` are left out.
  ///   - subject: the case.
  ///   - theory: the theory.
  ///   - date: what happened or became known after this date is left out; `nil` takes all.
  ///   - settings: how many models, for how long.
  ///   - progress: called now and then.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of plans: [ActionPlan], for subject: Case, by theory: Theory, asOf date: PartialDate? = nil,
    _ settings: ForecastSettings, progress: @escaping Forecast.Progress = { _, _, _ in }
  ) async throws {
    let moment = CaseMoment(of: subject, by: theory, asOf: date)
    let now = moment.now
    asOf = moment.asOf
    let plans = Array(plans.prefix(Self.most))
    (self.subject, self.theory, self.settings, self.now, self.plans) = (subject, theory, settings, now, plans)
    let levers = theory.levers.map(\.id).filter { id in
      plans.contains { $0.plan.steps.contains { $0.lever == id } }
    }
    func model(_ form: Arrangement?) -> Model {
      var start = now.start
      start.levers = levers
      if let form { start.take(form, in: theory) }
      return Model(theory, start)
    }
    var models = [model(nil)]
    var options = [OptionTrials.Option()]
    for plan in plans {
      if let form = plan.arrangement { models.append(model(form)) }
      options.append(OptionTrials.Option(model: plan.arrangement == nil ? 0 : models.count - 1, plan.plan))
    }
    let pairs = plans.indices.flatMap { one in (plans.indices.filter { $0 > one }).map { (one, $0) } }
    self.pairs = pairs
    for (one, other) in pairs {
      let option = options[other + 1]
      options.append(OptionTrials.Option(model: option.model, option.plan, against: one + 1))
    }
    trials = try await OptionTrials(
      of: models, options, settings.ends, threads: settings.threads
    ) { progress("plans", $0, $1) }
    proofs = levers.isEmpty ? [] : now.proofs(in: theory, of: levers)
  }

  /// The option in which a pair is compared.
  public func option(ofPair pair: Int) -> Int { 1 + plans.count + pair }
}

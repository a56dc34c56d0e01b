public import Dynamics
public import ProgrammeTheory

/// Models of a theory that were run, with what belongs beside them.
public struct ModelRun: Sendable {
  /// The theory.
  public let theory: Theory
  /// The models.
  public let ensemble: Ensemble
  /// The same models with nothing more done than is done already, where there is a plan.
  public let withoutPlan: Ensemble?
  /// The same models of a collaboration of which everything is neither more nor less.
  public let neutral: Ensemble?
  /// How the theory's statements of order fared in the models.
  public let orders: OrderTrials?
  /// What is proved of the actions of the plan; without one, of all actions of the theory.
  public let proofs: [Proof]

  /// What is proved of one action and one thing that it may move.
  public struct Proof: Sendable, Hashable {
    /// The action.
    public let lever: Lever.ID
    /// What it may move.
    public let target: Target
    /// What is proved.
    public let certificate: Certificate
    /// Where a sign is proved of a concept: one of the shortest ways on which the action moves it, all of which agree.
    public let way: Certificate.Arm?
  }

  /// What an action may move.
  public enum Target: Sendable, Hashable {
    /// A concept.
    case concept(Concept.ID)
    /// How far an ending lies from coming.
    case ending(DynamicsBlock.ID)
  }

  /// Puts a run together.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - ensemble: its models.
  ///   - withoutPlan: the same with nothing more done, where there is a plan.
  ///   - neutral: the same of a collaboration of which everything is neither more nor less.
  ///   - orders: how the statements of order fared.
  public init(
    of theory: Theory, _ ensemble: Ensemble, withoutPlan: Ensemble? = nil, neutral: Ensemble? = nil,
    orders: OrderTrials? = nil
  ) {
    let planned = ensemble.plan.steps.map(\.lever)
    let levers = theory.levers.map(\.id).filter { planned.isEmpty || planned.contains($0) }
    self.init(
      of: theory, ensemble, withoutPlan: withoutPlan, neutral: neutral, orders: orders,
      proofs: CaseProofs(theory, ensemble.model.start, levers: levers).proofs)
  }

  init(
    of theory: Theory, _ ensemble: Ensemble, withoutPlan: Ensemble? = nil, neutral: Ensemble? = nil,
    orders: OrderTrials?, proofs: [Proof]
  ) {
    self.theory = theory
    self.ensemble = ensemble
    self.withoutPlan = withoutPlan
    self.neutral = neutral
    self.orders = orders
    self.proofs = proofs
  }
}

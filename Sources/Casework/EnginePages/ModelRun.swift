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
  /// What is proved of actions.
  public let proofs: [Proof]

  /// What is proved of one action and one thing that it may move.
  public struct Proof: Sendable, Hashable {
    /// The action.
    public let lever: Lever.ID
    /// What it may move.
    public let target: Target
    /// What is proved.
    public let certificate: Certificate
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
    self.theory = theory
    self.ensemble = ensemble
    self.withoutPlan = withoutPlan
    self.neutral = neutral
    self.orders = orders
    proofs = Self.proofs(theory, ensemble)
  }

  /// The proofs for the actions of the plan; without one, for all actions of the theory. Of concepts, those that an
  /// assessment tells about; of a theory that names none, all that move.
  private static func proofs(_ theory: Theory, _ ensemble: Ensemble) -> [Proof] {
    let planned = Set(ensemble.plan.steps.map(\.lever))
    let levers = theory.levers.map(\.id).filter { planned.isEmpty || planned.contains($0) }
    var start = ensemble.model.start
    start.levers = levers
    let certificates = Certificates(theory, start)
    let told = theory.outlook.map(\.concept)
    let concepts = (told.isEmpty ? certificates.model.moving : told).map(Target.concept)
    let targets = concepts + certificates.model.endings.map { Target.ending($0.ending.id) }
    return levers.flatMap { lever in
      targets.compactMap { target in
        let certificate =
          switch target {
          case .concept(let concept): certificates.certificate(of: lever, on: concept)
          case .ending(let ending): certificates.certificate(of: lever, onMarginOf: ending)
          }
        return certificate.map { Proof(lever: lever, target: target, certificate: $0) }
      }
    }
  }
}

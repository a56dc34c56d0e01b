import Dynamics
import ProgrammeTheory

/// What is certain of a theory's actions in a case, whatever the strengths.
struct CaseProofs {
  /// With how many partners proofs are looked for: beyond that the graph of signs takes minutes and gigabytes, since what
  /// partners hold of each other grows with their square.
  static let mostPartners = 8

  /// What is proved, action by action.
  let proofs: [ModelRun.Proof]

  /// Proves what can be proved of actions and main things.
  ///
  /// - Parameters:
  ///   - levers: the actions; without any, all of the theory.
  ///   - isExplored: whether it is looked for what keeps open signs open, which takes longest.
  init(
    _ theory: Theory, _ start: StartingPoint, levers: [Lever.ID]? = nil, exploring isExplored: Bool = true
  ) {
    var start = start
    start.levers = levers ?? theory.levers.map(\.id)
    let certificates = Certificates(theory, start)
    let told = theory.outlook.map(\.concept)
    let concepts = (told.isEmpty ? certificates.model.moving : told).map(ModelRun.Target.concept)
    let targets = concepts + certificates.model.endings.map { ModelRun.Target.ending($0.ending.id) }
    proofs = start.levers.flatMap { lever in
      targets.compactMap { Self.proof(of: lever, $0, certificates, isExplored) }
    }
  }

  private static func proof(
    of lever: Lever.ID, _ target: ModelRun.Target, _ certificates: Certificates, _ isExplored: Bool
  ) -> ModelRun.Proof? {
    switch target {
    case .concept(let concept):
      certificates.certificate(of: lever, on: concept, exploring: isExplored).map { certificate in
        let isSigned = certificate == .neverLowers || certificate == .neverRaises
        let way = isSigned ? certificates.way(of: lever, to: concept) : nil
        return ModelRun.Proof(lever: lever, target: target, certificate: certificate, way: way)
      }
    case .ending(let ending):
      certificates.certificate(of: lever, onMarginOf: ending, exploring: isExplored).map {
        ModelRun.Proof(lever: lever, target: target, certificate: $0, way: nil)
      }
    }
  }
}

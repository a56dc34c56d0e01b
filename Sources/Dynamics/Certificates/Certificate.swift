public import ProgrammeTheory

/// What is proved of an action and something that it may move, whatever the strengths, the rates, the thresholds and what
/// isn't known of the case.
///
/// The action is set beside doing nothing more, with the same numbers. What is proved holds at every step while the
/// partners stay together in both; beyond an end there is no more or less to compare.
public enum Certificate: Sendable, Hashable {
  /// It moves it in no model.
  case noEffect
  /// It never lowers it.
  case neverLowers
  /// It never raises it.
  case neverRaises
  /// Signs don't say.
  case open(Opening)

  /// Why signs don't say.
  public struct Opening: Sendable, Hashable {
    /// One of the shortest ways on which the action raises it.
    public let raising: Arm
    /// One of the shortest ways on which the action lowers it.
    public let lowering: Arm
    /// The smallest set of sources that was found without which a sign would be proved, while the shortest arm of that sign
    /// stays; `nil` where that arm is of both signs by itself.
    public let spoilers: [InfluenceSource]?
    /// How many sources it takes at least; as many as ``spoilers`` where that set is proved to be smallest.
    public let atLeast: Int
    /// What would be proved without the spoilers: that it never lowers it, or never raises it.
    public let without: Direction

    /// Whether it was looked for what keeps the sign open; where it wasn't, nothing is said of ``spoilers``.
    public let isExplored: Bool

    /// Whether no smaller set would do.
    public var isSmallest: Bool { isExplored && spoilers?.count == atLeast }
  }

  /// A way from an action to what it moves: what each step moves, and by which source.
  public struct Arm: Sendable, Hashable {
    /// One step of the way.
    public struct Step: Sendable, Hashable {
      /// What does it; `nil` for what lasts by itself.
      public let source: InfluenceSource?
      /// The variable that is moved, as it is called in the program.
      public let variable: String
    }

    /// The steps, in their order.
    public let steps: [Step]

    /// What the way passes through, each once, in its order.
    public var sources: [InfluenceSource] {
      var seen: Set<InfluenceSource> = []
      return steps.compactMap(\.source).filter { seen.insert($0).inserted }
    }
  }
}

/// The certificates of a theory and a situation.
///
/// Proved by walks through the graph of signs: where every walk from the action has one sign, the update is monotone in it
/// (Smith 1995; Angeli and Sontag 2003). It is a relative of loop analysis (Levins 1974), which speaks of equilibria alone.
public struct Certificates: Sendable {
  /// The model that the proofs are about: partners stay together whatever happens.
  public let model: Model
  private let slopes: Slopes
  private let graph: SignGraph

  /// Prepares proofs for the actions that a situation names.
  public init(_ theory: Theory, _ situation: StartingPoint) {
    model = Model(theory, situation, isEndless: true)
    slopes = Slopes(model.program, ProvenBounds(model.program))
    graph = SignGraph(model, slopes)
  }

  /// What an action does to a concept, as the mean over its places; `nil` when the model has no such action or concept.
  ///
  /// - Parameters:
  ///   - lever: the action.
  ///   - concept: the concept.
  ///   - isExplored: whether it is looked for what keeps an open sign open, which takes longest.
  public func certificate(
    of lever: Lever.ID, on concept: Concept.ID, exploring isExplored: Bool = true
  ) -> Certificate? {
    guard let level = model.levels.first(where: { $0.concept == concept }) else { return nil }
    return certificate(of: lever, on: [level.term], isExplored)
  }

  /// One of the shortest ways on which an action moves a concept; `nil` where it can't move it.
  public func way(of lever: Lever.ID, to concept: Concept.ID) -> Certificate.Arm? {
    guard let level = model.levels.first(where: { $0.concept == concept }),
      let (start, goal) = ends(of: lever, on: [level.term])
    else { return nil }
    let walks = [Ways.up, .down].compactMap { graph.walk(from: start, to: goal, ending: $0, without: []) }
    return walks.min { $0.steps.count < $1.steps.count }.map(arm)
  }

  /// What an action does to how far an ending lies from coming, in any of its places: never lowering it is never bringing
  /// the end nearer. `nil` when the model has no such action or ending.
  ///
  /// - Parameters:
  ///   - lever: the action.
  ///   - ending: the ending.
  ///   - isExplored: whether it is looked for what keeps an open sign open, which takes longest.
  public func certificate(
    of lever: Lever.ID, onMarginOf ending: DynamicsBlock.ID, exploring isExplored: Bool = true
  ) -> Certificate? {
    guard let margins = model.endings.first(where: { $0.ending.id == ending })?.margins else { return nil }
    return certificate(of: lever, on: margins, isExplored)
  }

  private func certificate(of lever: Lever.ID, on terms: [Term], _ isExplored: Bool) -> Certificate? {
    guard let (start, goal) = ends(of: lever, on: terms) else { return nil }
    let raising = graph.walk(from: start, to: goal, ending: .up, without: [])
    let lowering = graph.walk(from: start, to: goal, ending: .down, without: [])
    switch (raising, lowering) {
    case (nil, nil): return .noEffect
    case (_?, nil): return .neverLowers
    case (nil, _?): return .neverRaises
    case (let raising?, let lowering?):
      guard isExplored else {
        return .open(
          Certificate.Opening(
            raising: arm(raising), lowering: arm(lowering), spoilers: nil, atLeast: 0, without: .more,
            isExplored: false))
      }
      return .open(opening(from: start, to: goal, raising: raising, lowering: lowering))
    }
  }

  /// Where walks from an action begin, and with what some lines go.
  private func ends(of lever: Lever.ID, on terms: [Term]) -> (start: Int, goal: [Int: Ways])? {
    let inputs = model.program.inputs
    guard let input = inputs.firstIndex(where: { $0.kind == .action(lever.text) }) else { return nil }
    var goal: [Int: Ways] = [:]
    for term in terms {
      for (mover, ways) in slopes[term] { goal[graph.node(of: mover), default: []].formUnion(ways) }
    }
    return (graph.node(of: .input(input)), goal)
  }

  private func opening(
    from start: Int, to goal: [Int: Ways], raising: SignWalk, lowering: SignWalk
  ) -> Certificate.Opening {
    let notLowered = Spoilers(graph, from: start, to: goal, wrong: .down, first: lowering, keeping: raising)
    let notRaised = Spoilers(graph, from: start, to: goal, wrong: .up, first: raising, keeping: lowering)
    let sizes = (notLowered.set?.count ?? .max, notRaised.set?.count ?? .max)
    // Of two sets of one size, the one that leaves the shorter arm.
    let keepsRaising = sizes.0 != sizes.1 ? sizes.0 < sizes.1 : raising.steps.count <= lowering.steps.count
    let best = keepsRaising ? notLowered : notRaised
    return Certificate.Opening(
      raising: arm(raising), lowering: arm(lowering), spoilers: best.set?.sorted().map { graph.sources[$0] },
      atLeast: best.atLeast, without: keepsRaising ? .more : .less, isExplored: true)
  }

  private func arm(_ walk: SignWalk) -> Certificate.Arm {
    Certificate.Arm(
      steps: walk.steps.map { step in
        Certificate.Arm.Step(source: step.source.map { graph.sources[$0] }, variable: graph.names[step.to])
      })
  }
}

public import ProgrammeTheory

/// A theory compiled for a start: every model that the theory allows is this program with other numbers.
public struct Model: Sendable {
  /// Something of the theory that can't be run, by configuration and place.
  public struct Gap: Sendable, Hashable {
    /// The configuration.
    public let configuration: CMOConfiguration.ID
    /// Where it is told.
    public let tellings: [Telling.ID]
    /// Why it can't be run, as a clause.
    public let why: String
  }

  /// How many steps a round of work has.
  public static let stepsInARound = ModelCompiler.stepsInARound

  /// How many partners there may be for movements to be kept place by place.
  public static let mostPartnersByPlace = 5

  /// What runs.
  public let program: Program
  /// The start that it was compiled for.
  public let start: StartingPoint
  /// What of the theory can't be run.
  public let gaps: [Gap]
  /// The level of each concept, as the mean over its places that are still together; in the order of the theory.
  public let levels: [(concept: Concept.ID, term: Term)]
  /// The concepts that change from step to step.
  public let moving: [Concept.ID]
  /// What each source adds to a concept in a step, as the mean over its places.
  public let shares: [(source: InfluenceSource, concept: Concept.ID, term: Term)]
  /// What each source adds to each place of a concept in a step, where a concept has several; empty for more than
  /// ``mostPartnersByPlace`` partners, since places grow with their square.
  public let placeShares: [(source: InfluenceSource, concept: Concept.ID, place: LevelPlace, term: Term)]
  /// In how many places each concept moves.
  let movedPlaces: [Concept.ID: Int]
  /// How much of a loss of a concept each source spares in a step, as the mean over its places.
  public let spared: [(source: InfluenceSource, concept: Concept.ID, term: Term)]
  /// How strongly each source bears on each place of a concept that changes, from −1 to 1.
  public let strengths: [(source: InfluenceSource, variable: Term, strength: Term)]
  /// The level of each concept in each of its places.
  private let fields: [Concept.ID: Field]
  /// Whose mechanism each variable is that follows one, by its number.
  let activations: [Int: CMOConfiguration.ID]
  /// What levels are allowed to reach.
  let caps: [(variable: Term, allowed: Term)]
  /// The endings, and how far each lies from coming in each of its places: below 0 beyond the threshold.
  public let endings: [(ending: DynamicsBlock.Ending, margins: [Term])]
  /// What ended it: 0 while it goes on; 2 × the number of the ending, from 1, and one more for an empty shell.
  public let cause: Term
  /// The step in which it ended; 0 while it goes on.
  public let endedAt: Term
  /// The labels, and whether each holds.
  public let labels: [(label: DynamicsBlock.Label, holds: Term)]
  /// The statements of order.
  public let orders: [DynamicsBlock.Order]

  /// Compiles a theory for a start.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - start: the partners, and what is known of them.
  ///   - isEndless: whether the partners stay together whatever happens, as for proofs of signs.
  public init(_ theory: Theory, _ start: StartingPoint, isEndless: Bool = false) {
    var compiler = ModelCompiler(theory, start, isEndless: isEndless)
    self = compiler.compile()
  }

  init(
    _ compiler: ModelCompiler, levels: [(concept: Concept.ID, term: Term)], moving: [Concept.ID],
    shares: [(source: InfluenceSource, concept: Concept.ID, term: Term)],
    placeShares: [(source: InfluenceSource, concept: Concept.ID, place: LevelPlace, term: Term)],
    movedPlaces: [Concept.ID: Int],
    spared: [(source: InfluenceSource, concept: Concept.ID, term: Term)],
    strengths: [(source: InfluenceSource, variable: Term, strength: Term)], endings: CompiledEndings,
    labels: [(label: DynamicsBlock.Label, holds: Term)]
  ) {
    program = compiler.builder.program
    start = compiler.start
    gaps = compiler.gaps
    fields = compiler.levels
    activations = compiler.activations
    caps = compiler.caps
    self.levels = levels
    self.moving = moving
    self.shares = shares
    self.placeShares = placeShares
    self.movedPlaces = movedPlaces
    self.spared = spared
    self.strengths = strengths
    self.endings = endings.margins
    cause = endings.cause
    endedAt = endings.endedAt
    self.labels = labels
    orders = compiler.blocks.orders
  }
}

extension Model {
  /// The level of a concept in each of its places, where it has several; else none.
  public func places(of concept: Concept.ID) -> [(place: LevelPlace, term: Term)] {
    guard let field = fields[concept], field.scope != .collaboration else { return [] }
    return zip(start.partners.places(of: field.scope), field.terms).map { ($0, $1) }
  }
}

extension ModelCompiler {
  /// Puts together what is read of the program while it runs.
  mutating func finish(
    _ movements: [Movement], _ endings: CompiledEndings,
    _ labels: [(label: DynamicsBlock.Label, holds: Term)]
  ) -> Model {
    let means = theory.concepts.compactMap { concept -> (concept: Concept.ID, term: Term)? in
      levels[concept.id].map { (concept.id, read($0, at: .collaboration)) }
    }
    let movedPlaces = Dictionary(movements.map { ($0.concept, 1) }, uniquingKeysWith: +)
    // These write lines of their own, so they come before the program is taken.
    let (shares, spared) = (averaged(movements) { $0.shares }, averaged(movements) { $0.spared })
    return Model(
      self, levels: means, moving: theory.concepts.map(\.id).filter { movedPlaces[$0] != nil },
      shares: shares,
      placeShares: byPlace(movements), movedPlaces: movedPlaces, spared: spared,
      strengths: movements.flatMap { movement in
        movement.strengths.map { ($0.source, movement.variable, $0.strength) }
      }, endings: endings, labels: labels)
  }

  /// What each source adds in each place of the concepts that have several.
  private func byPlace(
    _ movements: [Movement]
  ) -> [(source: InfluenceSource, concept: Concept.ID, place: LevelPlace, term: Term)] {
    guard partners.count <= Model.mostPartnersByPlace else { return [] }
    return movements.filter { $0.place != .collaboration }.flatMap { movement in
      movement.shares.map { ($0.source, movement.concept, movement.place, $0.amount) }
    }
  }

  /// What sources do to concepts, as the mean over places, in the order of the theory.
  private mutating func averaged(
    _ movements: [Movement], _ parts: (Movement) -> [(source: InfluenceSource, amount: Term)]
  ) -> [(source: InfluenceSource, concept: Concept.ID, term: Term)] {
    var result: [(source: InfluenceSource, concept: Concept.ID, term: Term)] = []
    for concept in theory.concepts {
      let own = movements.filter { $0.concept == concept.id }
      guard let first = own.first else { continue }
      var seen: Set<InfluenceSource> = []
      for (source, _) in parts(first) where seen.insert(source).inserted {
        let amounts = own.flatMap { parts($0).filter { $0.source == source }.map(\.amount) }
        let share = builder.constant(1 / Double(own.count))
        result.append((source, concept.id, builder.multiply(share, builder.sum(amounts))))
      }
    }
    return result
  }
}

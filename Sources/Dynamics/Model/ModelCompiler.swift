import ProgrammeTheory

/// Turns a theory and a start into a program. Nothing in it is specific to a theory: it knows slots, literals and the
/// closed list of blocks.
struct ModelCompiler {
  let theory: Theory
  let start: StartingPoint
  /// Whether the partners stay together whatever happens: what signs are proved of, since nothing can be said of more or
  /// less beyond an end.
  let isEndless: Bool
  var builder = ProgramBuilder()
  var gaps: [Model.Gap] = []
  /// The levels of each concept; while the start is worked out, what they start from.
  var levels: [Concept.ID: Field] = [:]
  var together: Togetherness
  /// What moves and buffers each concept, in the order of the document.
  var influences: [Concept.ID: [Influence]] = [:]
  let blocks: Blocks
  /// What is being written now.
  var phase = Stage.start
  /// Whose mechanism each variable is that follows one, by its number.
  var activations: [Int: CMOConfiguration.ID] = [:]
  /// What levels are allowed to reach.
  var caps: [(variable: Term, allowed: Term)] = []
  /// How long each place has been parted, by the name of the variable.
  var partingClocks: [String: Term] = [:]

  /// What is being written.
  enum Stage {
    /// What holds before the first step: everything fires at once.
    case start
    /// What happens at each step.
    case step
  }

  var partners: Partners { start.partners }

  init(_ theory: Theory, _ start: StartingPoint, isEndless: Bool = false) {
    self.theory = theory
    self.start = start
    self.isEndless = isEndless
    blocks = Blocks(theory)
    let (one, none) = (builder.constant(1), builder.constant(0))
    let pairs = start.partners.pairs.count
    together = Togetherness(
      parted: Array(repeating: none, count: pairs), pairs: Array(repeating: one, count: pairs),
      partners: Array(repeating: one, count: start.partners.count), whole: one, over: none)
  }

  /// Writes the whole program.
  mutating func compile() -> Model {
    let starts = startingLevels()
    phase = .step
    declareTogetherness()
    declareLevels(startingAt: starts)
    collectInfluences()
    let endings = compileEndings()
    let movements = compileMovements(isEndless ? [] : endings.settled)
    let labels = compileLabels()
    return finish(movements, endings, labels)
  }

  // MARK: Variables

  /// Declares the concepts that change as variables; the others stay what they start from.
  private mutating func declareLevels(startingAt starts: [Concept.ID: Field]) {
    for concept in theory.concepts {
      guard var field = starts[concept.id] else { continue }
      if moves(concept.id) {
        for (index, place) in partners.places(of: concept.scope).enumerated()
        where !isPinned(concept.id, at: place) {
          field.terms[index] = builder.variable(
            "level/\(concept.id)\(place.suffix)", startingAt: field.terms[index])
        }
      }
      levels[concept.id] = field
    }
  }

  /// Whether a concept changes from step to step.
  func moves(_ concept: Concept.ID) -> Bool {
    if blocks.initials[concept] != nil { return false }
    if blocks.states[concept] != nil || blocks.driven.contains(concept) { return true }
    let isActedOn = theory.levers.contains { lever in
      start.levers.contains(lever.id)
        && lever.moves.contains {
          $0.direction != nil && (blocks.initials[$0.concept] ?? $0.concept) == concept
        }
    }
    if isActedOn { return true }
    return theory.configurations.contains { configuration in
      configuration.brings.contains { $0.concept == concept }
    }
  }

  /// What can't be asked in this case stays neither more nor less.
  func isPinned(_ concept: Concept.ID, at place: LevelPlace) -> Bool {
    start.fact(of: concept, at: place)?.fact == .notApplicable
  }

  private mutating func declareTogetherness() {
    guard !isEndless else { return }
    let none = builder.constant(0)
    together.parted = partners.pairs.map { one, other in
      builder.variable("parted/\(one + 1)/\(other + 1)", startingAt: none)
    }
    together.pairs = together.parted.map { builder.complement($0) }
    together.partners = (0..<partners.count).map { number in
      let own = (0..<partners.count).filter { $0 != number }
        .map { together.pairs[partners.index(ofPair: number, $0)] }
      return builder.greatest(own) ?? builder.constant(0)
    }
    together.whole = builder.greatest(together.pairs) ?? none
    together.over = builder.complement(together.whole)
  }
}

/// The dynamics blocks of a theory, by what they are about.
struct Blocks {
  private(set) var stocks: Set<Concept.ID> = []
  private(set) var states: [Concept.ID: DynamicsBlock.Range] = [:]
  private(set) var blends: [DynamicsBlock.Blend] = []
  /// Concepts that set another's start, with the one that they set.
  private(set) var initials: [Concept.ID: Concept.ID] = [:]
  private(set) var requirements: [DynamicsBlock.ID: [Concept.ID]] = [:]
  private(set) var attempts: [DynamicsBlock.Attempts] = []
  private(set) var caps: [Concept.ID: [DynamicsBlock.Cap]] = [:]
  private(set) var aftermath: Set<Concept.ID> = []
  private(set) var endings: [DynamicsBlock.Ending] = []
  private(set) var labels: [DynamicsBlock.Label] = []
  private(set) var orders: [DynamicsBlock.Order] = []

  init(_ theory: Theory) {
    for block in theory.dynamics {
      switch block {
      case .stock(let concept, _): stocks.insert(concept)
      case .state(let concept, let rest): states[concept] = rest
      case .blend(let blend): blends.append(blend)
      case .initial(let concept, let sets): initials[concept] = sets
      case .requirement(let concept, let shifts): requirements[shifts, default: []].append(concept)
      case .attempts(let attempts): self.attempts.append(attempts)
      case .cap(let cap): caps[cap.of, default: []].append(cap)
      case .aftermath(let concept, _): aftermath.insert(concept)
      case .ending(let ending): endings.append(ending)
      case .label(let label): labels.append(label)
      case .order(let order): orders.append(order)
      }
    }
  }

  /// What blocks drive, besides configurations.
  var driven: Set<Concept.ID> {
    Set(blends.map(\.into) + attempts.map(\.achieves) + endings.map(\.then.concept))
  }
}

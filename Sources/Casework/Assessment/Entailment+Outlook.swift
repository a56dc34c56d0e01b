import Bibliography
import OrderedCollections
public import ProgrammeTheory

extension Entailment {
  /// How the concepts of the theory's outlook stand.
  public var outlook: [(prospect: Prospect, standing: Standing)] {
    theory.outlook.map { ($0, standing(of: $0.concept)) }
  }

  /// The configurations that fire here and not there, in the order of the document.
  func fires(butNot other: Entailment) -> [CMOConfiguration.ID] {
    Array(firingConfigurations.subtracting(other.firingConfigurations))
  }

  /// How many distinct works support a set of configurations, others that are named counted in.
  func works(supporting configurations: [CMOConfiguration.ID], and others: [Reference.ID]) -> Int {
    Set(configurations.flatMap { theory.evidence(for: $0).supporting } + others).count
  }
}

/// What is gained and lost between two entailments, counted over the theory's outlook.
public struct Balance: Sendable, Hashable {
  /// What is moved the way it is wanted, and wasn't, or is no longer moved the other way.
  public let helped: [Concept.ID]
  /// What is moved against what is wanted, and wasn't, or is no longer moved the way it is wanted.
  public let harmed: [Concept.ID]
  /// What is protected against loss, and wasn't.
  public let protected: [Concept.ID]

  init(
    from before: [(prospect: Prospect, standing: Standing)],
    to after: [(prospect: Prospect, standing: Standing)]
  ) {
    var (helped, harmed, protected): ([Concept.ID], [Concept.ID], [Concept.ID]) = ([], [], [])
    for (old, new) in zip(before, after) {
      guard let wanted = new.prospect.wanted else { continue }
      let gain =
        Self.favour(new.standing, wanted) - Self.favour(old.standing, wanted)
      if gain > 0 { helped.append(new.prospect.concept) }
      if gain < 0, Self.losesGround(from: old.standing, to: new.standing, wanted) {
        harmed.append(new.prospect.concept)
      }
      if !new.standing.bufferedBy.isEmpty && old.standing.bufferedBy.isEmpty {
        protected.append(new.prospect.concept)
      }
    }
    self.helped = helped
    self.harmed = harmed
    self.protected = protected
  }

  /// How many concepts are better off, by help or protection, less how many are worse off.
  var net: Int { Set(helped + protected).count - harmed.count }

  /// Whether something new moves a concept against what is wanted, or something that moved it the wanted way is gone:
  /// a further push the wanted way is never a loss, however it is counted.
  private static func losesGround(from before: Standing, to after: Standing, _ wanted: Direction) -> Bool {
    func makers(_ grounds: [Ground]) -> Set<String> {
      Set(grounds.map { "\($0.configuration) \($0.form.rawValue)" })
    }
    let unwanted = makers(after.movedBy(wanted.reversed)).subtracting(makers(before.movedBy(wanted.reversed)))
    let lost = makers(before.movedBy(wanted)).subtracting(makers(after.movedBy(wanted)))
    return !unwanted.isEmpty || !lost.isEmpty || before.fact != after.fact
  }

  /// How far a standing goes the way that is wanted: an order, not a size.
  private static func favour(_ standing: Standing, _ wanted: Direction) -> Int {
    let given: Int =
      switch standing.fact {
      case .lies(let direction, _): direction == wanted ? 3 : -3
      default: 0
      }
    let tendency: Int =
      switch standing.tendency {
      case .turns(let direction): direction == wanted ? 2 : -2
      case .turnsFirst(let direction): direction == wanted ? 1 : -1
      case .still, .pulledBothWays: 0
      }
    return given + tendency
  }
}

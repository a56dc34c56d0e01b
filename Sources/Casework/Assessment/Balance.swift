public import ProgrammeTheory

/// What an action gains and loses, counted over the theory's outlook.
///
/// The rule is one of caution: a gain counts where it shows, a loss where it may be (docs/decisions/006).
/// - What the action moves itself is no gain. That it costs something by what it moves itself is a loss.
/// - What comes to be moved otherwise is a gain or a loss.
/// - Where a concept stands as it stood, pulled both ways perhaps, a way of working that starts from the action and pulls
///   it against what is wanted is a loss too, unless another one pulls it the way that is wanted: the theory doesn't say
///   that the pull is small. A pull the way that is wanted is no gain there: the theory doesn't say that it is enough.
public struct Balance: Sendable, Hashable {
  /// What is moved the way it is wanted, and wasn't, or is no longer moved the other way.
  public let helped: [Concept.ID]
  /// What is moved against what is wanted, and wasn't, or is no longer moved the way it is wanted.
  public let harmed: [Concept.ID]
  /// What stands as it stood, and is pulled further against what is wanted.
  public let strained: [Concept.ID]
  /// What is protected against loss, and wasn't.
  public let protected: [Concept.ID]

  /// What becomes of the outlook by an action.
  ///
  /// - Parameters:
  ///   - moved: the concepts that the action moves itself.
  ///   - ways: what fires after it and starts from what it moves.
  init(
    from before: [(prospect: Prospect, standing: Standing)],
    to after: [(prospect: Prospect, standing: Standing)], byMoving moved: Set<Concept.ID>,
    through ways: [CMOConfiguration]
  ) {
    var (helped, harmed, strained, protected): ([Concept.ID], [Concept.ID], [Concept.ID], [Concept.ID])
    (helped, harmed, strained, protected) = ([], [], [], [])
    for (old, new) in zip(before, after) {
      guard let wanted = new.prospect.wanted else { continue }
      let concept = new.prospect.concept
      let gain = Self.favour(new.standing, wanted) - Self.favour(old.standing, wanted)
      let isLoss = gain < 0 && Self.losesGround(from: old.standing, to: new.standing, wanted)
      if isLoss { harmed.append(concept) }
      guard !moved.contains(concept) else { continue }
      if gain > 0 { helped.append(concept) }
      if gain <= 0, !isLoss, Self.isPulled(concept, wanted.reversed, by: ways) { strained.append(concept) }
      if !new.standing.bufferedBy.isEmpty && old.standing.bufferedBy.isEmpty { protected.append(concept) }
    }
    (self.helped, self.harmed, self.strained, self.protected) = (helped, harmed, strained, protected)
  }

  /// How many concepts are better off, by help or protection, less how many are worse off.
  public var net: Int { Set(helped + protected).count - harmed.count - strained.count }

  /// Whether some ways of working bring a concept this way, and none of them the other.
  private static func isPulled(
    _ concept: Concept.ID, _ direction: Direction, by ways: [CMOConfiguration]
  ) -> Bool {
    let brought = ways.flatMap(\.brings)
    return brought.contains(Literal(direction, concept))
      && !brought.contains(Literal(direction.reversed, concept))
  }

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

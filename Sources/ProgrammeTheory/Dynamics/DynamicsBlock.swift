/// How a theory moves in time: one block of the closed list. There are no expressions; each block is one case of code.
///
/// Every number in a block is a range with its reason, since the theories that we encode give signs and not sizes.
public enum DynamicsBlock: Sendable, Hashable, Codable {
  /// What a block with a name is called by.
  public typealias ID = Identifier<DynamicsBlock>

  /// A concept that remembers.
  case stock(concept: Concept.ID, reason: String)
  /// A concept that is pulled back to a rest point.
  case state(concept: Concept.ID, rest: Range)
  /// Concepts that together drive another, one taking over from the others as further concepts grow.
  case blend(Blend)
  /// A concept that sets another's level at the start.
  case initial(concept: Concept.ID, sets: Concept.ID)
  /// A concept that shifts the threshold of an ending.
  case requirement(concept: Concept.ID, shifts: ID)
  /// What is tried each round, and what its success rests on.
  case attempts(Attempts)
  /// A concept that can't rise above what others allow.
  case cap(Cap)
  /// A concept that has a level only once an end has come.
  case aftermath(concept: Concept.ID, reason: String)
  /// An end: a concept stays beyond a level for some months, and then something holds.
  case ending(Ending)
  /// A name for a condition in which all of some literals hold.
  case label(Label)
  /// A statement of order about two starts.
  case order(Order)

  /// The name of a block that has one.
  public var id: ID? {
    switch self {
    case .ending(let ending): ending.id
    case .label(let label): label.id
    case .order(let order): order.id
    case .stock, .state, .blend, .initial, .requirement, .attempts, .cap, .aftermath: nil
    }
  }

  /// The concepts that the block names, in its order.
  public var concepts: [Concept.ID] {
    switch self {
    case .stock(let concept, _), .state(let concept, _), .requirement(let concept, _),
      .aftermath(let concept, _):
      [concept]
    case .blend(let blend): blend.of + [blend.and] + blend.by + [blend.into]
    case .initial(let concept, let sets): [concept, sets]
    case .attempts(let attempts):
      [attempts.ambition] + [attempts.steps].compactMap(\.self) + [attempts.complexity] + attempts.support
        + attempts.burden + [attempts.achieves]
    case .cap(let cap): [cap.of] + cap.by
    case .ending(let ending):
      [ending.of] + [ending.hollowUnder?.concept].compactMap(\.self) + [ending.then.concept]
    case .label(let label): label.all.map(\.concept)
    case .order(let order): (order.given + order.with + order.than + [order.never]).map(\.concept)
    }
  }
}

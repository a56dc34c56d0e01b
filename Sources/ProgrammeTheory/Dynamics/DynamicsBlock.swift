/// How a theory moves in time: one block of the closed list. There are no expressions; each block is one case of code.
///
/// Every number in a block is a range with its reason, since the theories that we encode give signs and not sizes.
public enum DynamicsBlock: Sendable, Hashable, Codable {
  /// What a block with a name is called by.
  public typealias ID = Identifier<DynamicsBlock>

  /// An assumption about a number: it lies between two bounds, for a reason.
  public struct Range: Sendable, Hashable, Codable {
    /// The lower bound.
    public let from: Double
    /// The upper bound, no less than the lower one.
    public let to: Double
    /// Why the number is taken to lie there.
    public let reason: String

    /// Makes a range, or `nil` when the bounds aren't in order.
    public init?(from: Double, to: Double, reason: String) {
      guard from <= to else { return nil }
      self.from = from
      self.to = to
      self.reason = reason
    }
  }

  /// Which of a concept's places an ending looks at.
  public enum Reach: String, Sendable, Hashable, Codable, CaseIterable {
    /// The place with the lowest level.
    case weakest
    /// The place with the highest level.
    case strongest
  }

  /// A concept that remembers.
  case stock(concept: Concept.ID, reason: String)
  /// A concept that is pulled back to a rest point.
  case state(concept: Concept.ID, rest: Range)
  /// Concepts that together drive another, one taking over from the others as further concepts grow.
  case blend(of: [Concept.ID], and: Concept.ID, by: [Concept.ID], into: Concept.ID, reason: String)
  /// A concept that sets another's level at the start.
  case initial(concept: Concept.ID, sets: Concept.ID)
  /// A concept that shifts the threshold of an ending.
  case requirement(concept: Concept.ID, shifts: ID)
  /// What is tried each round, and what its success rests on.
  case attempts(ambition: Concept.ID, complexity: Concept.ID, support: [Concept.ID], achieves: Concept.ID)
  /// An end: a concept stays below a level for some months, and then something holds.
  case ending(id: ID, name: String, of: Concept.ID, reach: Reach, below: Range, months: Range, then: Literal)
  /// A name for a condition in which all of these hold.
  case label(id: ID, name: String, all: [Literal])
  /// A statement of order: of two starts that differ only in this, the first never ends with `never`.
  case order(id: ID, says: String, given: [Literal], with: [Literal], than: [Literal], never: Literal)

  /// The name of a block that has one.
  public var id: ID? {
    switch self {
    case .ending(let id, _, _, _, _, _, _), .label(let id, _, _), .order(let id, _, _, _, _, _): id
    case .stock, .state, .blend, .initial, .requirement, .attempts: nil
    }
  }

  /// The concepts that the block names, in its order.
  public var concepts: [Concept.ID] {
    switch self {
    case .stock(let concept, _), .state(let concept, _), .requirement(let concept, _): [concept]
    case .blend(let of, let and, let by, let into, _): of + [and] + by + [into]
    case .initial(let concept, let sets): [concept, sets]
    case .attempts(let ambition, let complexity, let support, let achieves):
      [ambition, complexity] + support + [achieves]
    case .ending(_, _, let of, _, _, _, let then): [of, then.concept]
    case .label(_, _, let all): all.map(\.concept)
    case .order(_, _, let given, let with, let than, let never):
      (given + with + than + [never]).map(\.concept)
    }
  }
}

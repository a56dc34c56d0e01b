extension DynamicsBlock {
  /// An end: a concept stays beyond a level for some months, and then something holds for good.
  public struct Ending: Sendable, Hashable, Codable {
    /// Which of a concept's places an ending looks at.
    public enum Reach: String, Sendable, Hashable, Codable, CaseIterable {
      /// Each place for itself: a pair of partners parts, or a partner leaves.
      case weakest
      /// All places together: everything ends once the last of them lies beyond the level.
      case strongest
    }

    /// Whether something that takes over from the concept also holds the partners together.
    public enum Watch: String, Sendable, Hashable, Codable, CaseIterable {
      /// The concept alone counts.
      case alone
      /// The blend counts that the concept is a part of, with what takes over in it.
      case blended
    }

    /// The level, and on which side of it the end lies.
    public enum Limit: Sendable, Hashable, Codable {
      /// The end comes below a level.
      case below(Range)
      /// The end comes above a level.
      case above(Range)

      /// The level; from 0 to 1.
      public var level: Range {
        switch self {
        case .below(let range), .above(let range): range
        }
      }
    }

    /// What the ending is called by.
    public let id: DynamicsBlock.ID
    /// What it is, as a clause.
    public let name: String
    /// The concept that is watched.
    public let of: Concept.ID
    /// Which of its places count.
    public let reach: Reach
    /// Whether a blend counts instead of the concept alone.
    public let watches: Watch
    /// The level, and its side.
    public let limit: Limit
    /// For how many months it has to stay beyond it; from 0 to 120.
    public let months: Range
    /// Where this holds, whether the partners part or go on as an empty shell is a rival reading.
    public let hollowUnder: Literal?
    /// What holds for good afterwards.
    public let then: Literal

    /// Makes an ending.
    public init(
      id: DynamicsBlock.ID, name: String, of: Concept.ID, reach: Reach, watches: Watch = .alone, limit: Limit,
      months: Range, hollowUnder: Literal? = nil, then: Literal
    ) {
      self.id = id
      self.name = name
      self.of = of
      self.reach = reach
      self.watches = watches
      self.limit = limit
      self.months = months
      self.hollowUnder = hollowUnder
      self.then = then
    }
  }
}

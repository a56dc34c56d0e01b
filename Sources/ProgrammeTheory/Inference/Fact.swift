/// What is known of one concept of a case.
public enum Fact: Sendable, Hashable, Codable {
  /// It lies at one end; `much` where it lies at the far end.
  case lies(Direction, much: Bool)
  /// It is known to be neither more nor less.
  case neither
  /// It can't be asked here, which isn't the same as not known.
  case notApplicable
  /// Places of the concept lie at both ends: one partner so, another otherwise, or those asked disagree.
  case mixed

  /// The directions in which the concept is known to lie.
  public var directions: [Direction] {
    switch self {
    case .lies(let direction, _): [direction]
    case .mixed: Direction.allCases
    case .neither, .notApplicable: []
    }
  }
}

/// What is known at one time: a concept that isn't in it is not known.
public typealias Facts = [Concept.ID: Fact]

/// Whether a literal holds.
public enum Truth: Sendable, Hashable {
  /// It holds.
  case holds
  /// It is known not to hold.
  case fails
  /// It can't be told.
  case unknown
}

/// More or less of a concept.
public enum Direction: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case more
  case less

  /// The other direction. Its own inverse.
  public var reversed: Direction { self == .more ? .less : .more }

  /// More comes before less, for stable output.
  public static func < (one: Direction, other: Direction) -> Bool { one == .more && other == .less }
}

/// A concept and a direction in a slot, such as `less conflict`; a degree where the source insists on one, such as
/// `much less …` for "very low".
public struct Literal: Sendable, Hashable {
  /// How far the concept has to lie from neither more nor less.
  public enum Degree: String, Sendable, Hashable, CaseIterable {
    /// Any amount.
    case any
    /// The far end: "very low", "very high".
    case much
  }

  /// The concept.
  public let concept: Concept.ID
  /// More or less of it.
  public let direction: Direction
  /// How far.
  public let degree: Degree

  /// Makes a literal.
  public init(_ direction: Direction, _ concept: Concept.ID, degree: Degree = .any) {
    self.concept = concept
    self.direction = direction
    self.degree = degree
  }

  /// The same concept the other way. Its own inverse.
  public var reversed: Literal { Literal(direction.reversed, concept, degree: degree) }
}

extension Literal: LosslessStringConvertible {
  /// As it is written in a document: `more x`, `less x`, `much more x`, `much less x`.
  public var description: String {
    (degree == .much ? "much " : "") + "\(direction.rawValue) \(concept)"
  }

  /// Reads what ``description`` writes; `nil` for anything else.
  public init?(_ description: String) {
    var words = description.wordsBetweenSpaces
    let degree: Degree = words.first == "much" ? .much : .any
    if degree == .much { words.removeFirst() }
    guard words.count == 2, let direction = Direction(rawValue: words[0]), let concept = Concept.ID(words[1])
    else { return nil }
    self.init(direction, concept, degree: degree)
  }
}

extension Literal: Comparable {
  /// By concept, then more before less, then any degree before the far end.
  public static func < (one: Literal, other: Literal) -> Bool {
    if one.concept != other.concept { return one.concept < other.concept }
    if one.direction != other.direction { return one.direction < other.direction }
    return one.degree == .any && other.degree == .much
  }
}

/// What a configuration does to an outcome concept.
public struct OutcomeEffect: Sendable, Hashable {
  /// The kinds of effect.
  public enum Change: String, Sendable, Hashable, Codable, CaseIterable {
    /// The concept becomes more.
    case raises
    /// The concept becomes less.
    case lowers
    /// A loss of the concept is made smaller; the concept itself is never raised by it.
    case buffers
    /// What is left unprotected: the reverse of a buffer, never a loss by itself.
    case exposes
  }

  /// The kind of effect.
  public let change: Change
  /// The concept.
  public let concept: Concept.ID

  /// Makes an effect.
  public init(_ change: Change, _ concept: Concept.ID) {
    self.change = change
    self.concept = concept
  }

  /// The direction in which the concept moves; `nil` for a buffer and its reverse, which move nothing by themselves.
  public var direction: Direction? {
    switch change {
    case .raises: .more
    case .lowers: .less
    case .buffers, .exposes: nil
    }
  }

  /// The literal that holds when the effect has come about; `nil` for a buffer and its reverse.
  public var literal: Literal? { direction.map { Literal($0, concept) } }

  /// The effect the other way. Its own inverse.
  public var reversed: OutcomeEffect {
    switch change {
    case .raises: OutcomeEffect(.lowers, concept)
    case .lowers: OutcomeEffect(.raises, concept)
    case .buffers: OutcomeEffect(.exposes, concept)
    case .exposes: OutcomeEffect(.buffers, concept)
    }
  }
}

extension OutcomeEffect: LosslessStringConvertible {
  /// As it is written in a document: `raises x`, `lowers x`, `buffers x`, `exposes x`.
  public var description: String { "\(change.rawValue) \(concept)" }

  /// Reads what ``description`` writes; `nil` for anything else.
  public init?(_ description: String) {
    let words = description.wordsBetweenSpaces
    guard words.count == 2, let change = Change(rawValue: words[0]), let concept = Concept.ID(words[1])
    else { return nil }
    self.init(change, concept)
  }
}

extension String {
  /// The text cut at its spaces. It looks at bytes, since a text that is one of ours has nothing but ASCII in it, and a
  /// theory has thousands of them.
  fileprivate var wordsBetweenSpaces: [String] {
    utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }
}

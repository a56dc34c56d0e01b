import Bibliography
public import ProgrammeTheory

extension CodingComparison {
  /// Whose level it is: nobody's in particular, one partner's, or one partner's towards another. Partners are named by
  /// the first coding's identifiers where both have them.
  public struct Place: Sendable, Hashable, Codable {
    /// The partner whose it is; `nil` for all.
    public let of: Partner.ID?
    /// The other partner, for what lies between two.
    public let towards: Partner.ID?

    /// All partners alike.
    static let everywhere = Place(of: nil, towards: nil)
  }

  /// What one coder says of a unit.
  public struct Code: Sendable, Hashable, Codable {
    /// The level, once all that is said there is put together.
    public let level: CodedLevel
    /// Whether the coder wrote something, be it that it is not known.
    public let isStated: Bool
    /// Since when it could be known, where it is said to have become known only later; the first date of several.
    public let since: String?
  }

  /// How two codes of one unit stand to each other.
  public enum Relation: String, Sendable, Hashable, Codable, CaseIterable {
    /// They are the same; both leave it open, too.
    case agree
    /// The same end, and only one says that it is the far end.
    case degree = "differ in degree"
    /// One says that it lies at an end, the other at neither.
    case neither = "an end, or neither"
    /// Different ends, or one end and both.
    case direction = "differ in direction"
    /// One says that it can't be asked here.
    case applicability = "differ in whether it applies"
    /// One says that it was known at the start, the other that it came out later.
    case time = "known at the start, or later"
    /// Both say that it became known later, and differ in when.
    case date = "differ in date"
    /// One says that it isn't known.
    case notKnown = "one says not known"
    /// One leaves it out.
    case onlyOne = "only one codes it"
  }

  /// A concept in one place, as far as it was known at the start.
  public struct Unit: Sendable, Hashable {
    /// The concept.
    public let concept: Concept.ID
    /// Whose level it is.
    public let place: Place
    /// What the first coding says.
    public let first: Code
    /// What the second says.
    public let second: Code

    /// Whether at least one coder gives a level.
    public var isAnswered: Bool { first.level != .open || second.level != .open }

    /// How the two stand to each other.
    public var relation: Relation { Relation(first, second) }
  }

  /// A fact that became known later, in either coding: those on one concept in one place are paired by their order.
  public struct LaterUnit: Sendable, Hashable {
    /// The concept.
    public let concept: Concept.ID
    /// Whose level it is.
    public let place: Place
    /// What the first coding says; `nil` where it has no such fact.
    public let first: Code?
    /// What the second says; `nil` where it has no such fact.
    public let second: Code?

    /// How the two stand to each other.
    public var relation: Relation {
      guard let first, let second else { return .onlyOne }
      let relation = Relation(first, second)
      return relation == .agree && first.since != second.since ? .date : relation
    }
  }
}

extension CodingComparison.Relation {
  init(_ one: CodingComparison.Code, _ other: CodingComparison.Code) {
    let (a, b) = (one.level, other.level)
    if a == b {
      self = .agree
    } else if a == .open || b == .open {
      let open = a == .open ? one : other
      self = open.isStated ? .notKnown : open.since != nil ? .time : .onlyOne
    } else if a == .notApplicable || b == .notApplicable {
      self = .applicability
    } else if let direction = a.direction, direction == b.direction {
      self = .degree
    } else if a != .mixed, b != .mixed, a == .neither || b == .neither {
      self = .neither
    } else {
      self = .direction
    }
  }
}

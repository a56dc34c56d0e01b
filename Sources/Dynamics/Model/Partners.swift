public import ProgrammeTheory

/// Where a concept has a level: in the collaboration as a whole, in a partner, or in what one partner holds of another.
public enum LevelPlace: Sendable, Hashable, Codable {
  /// The collaboration as a whole.
  case collaboration
  /// A partner, by its number from 0.
  case partner(Int)
  /// What one partner holds of another, by their numbers from 0.
  case relation(of: Int, towards: Int)

  /// How the place is written in names: partners count from 1.
  public var suffix: String {
    switch self {
    case .collaboration: ""
    case .partner(let number): "/\(number + 1)"
    case .relation(let of, let towards): "/\(of + 1)/\(towards + 1)"
    }
  }

  /// The scope of concepts that have a level there.
  public var scope: Concept.Scope {
    switch self {
    case .collaboration: .collaboration
    case .partner: .partner
    case .relation: .relation
    }
  }
}

/// The partners of a collaboration, by number, and the places that come of them.
public struct Partners: Sendable, Hashable, Codable {
  /// How many partners a collaboration can have.
  public static let possible = 2...50

  /// How many there are.
  public let count: Int

  /// A number of partners; `nil` for one that isn't ``possible``.
  public init?(count: Int) {
    guard Self.possible.contains(count) else { return nil }
    self.count = count
  }

  /// As few as a collaboration can have.
  public static let two = Partners()

  private init() { count = Self.possible.lowerBound }

  /// The places of a scope, in their order.
  public func places(of scope: Concept.Scope) -> [LevelPlace] {
    switch scope {
    case .collaboration: [.collaboration]
    case .partner: (0..<count).map(LevelPlace.partner)
    case .relation:
      (0..<count).flatMap { of in
        (0..<count).filter { $0 != of }.map { LevelPlace.relation(of: of, towards: $0) }
      }
    }
  }

  /// Where a place stands among those of its scope.
  public func index(of place: LevelPlace) -> Int {
    switch place {
    case .collaboration: 0
    case .partner(let number): number
    case .relation(let of, let towards): of * (count - 1) + (towards < of ? towards : towards - 1)
    }
  }

  /// The pairs of partners, the lower number first.
  public var pairs: [(Int, Int)] {
    (0..<count).flatMap { one in (one + 1..<count).map { (one, $0) } }
  }

  /// Where a pair stands among ``pairs``.
  public func index(ofPair one: Int, _ other: Int) -> Int {
    let (low, high) = (min(one, other), max(one, other))
    return low * (2 * count - low - 1) / 2 + high - low - 1
  }
}

extension Concept.Scope {
  /// The finest of some scopes: a relation is finer than a partner, and a partner than the collaboration.
  static func finest(of scopes: some Sequence<Concept.Scope>) -> Concept.Scope {
    var result = Concept.Scope.collaboration
    for scope in scopes {
      switch (result, scope) {
      case (_, .relation): return .relation
      case (.collaboration, .partner): result = .partner
      default: continue
      }
    }
    return result
  }
}

public import ProgrammeTheory

/// What a model starts from: partners, what is known of them, and what people mean to do.
public struct StartingPoint: Sendable, Hashable {
  /// What is done where nothing is known.
  public enum Unknown: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is drawn from the whole scale, for each model anew.
    case drawn
    /// It is neither more nor less.
    case neutral
  }

  /// Where something is known.
  public enum Extent: Sendable, Hashable, Codable {
    /// In every place of the concept alike.
    case everywhere
    /// In one place.
    case at(LevelPlace)
  }

  /// Something that is known.
  public struct Known: Sendable, Hashable {
    /// Of which concept.
    public let concept: Concept.ID
    /// Where.
    public let extent: Extent
    /// What.
    public let fact: Fact

    /// Something that is known, in every place unless another is named.
    public init(_ concept: Concept.ID, _ fact: Fact, _ extent: Extent = .everywhere) {
      self.concept = concept
      self.fact = fact
      self.extent = extent
    }
  }

  /// The partners.
  public var partners: Partners
  /// What is known; of several that fit one place, the last that names it, else the last that is known everywhere.
  public var known: [Known]
  /// What is done where nothing is known.
  public var unknown: Unknown
  /// How many months a round of work takes, where that is known; above 0.
  public var roundMonths: ClosedRange<Double>?
  /// The actions that a plan can use.
  public var levers: [Lever.ID]

  /// A start.
  public init(
    partners: Partners, known: [Known] = [], unknown: Unknown = .drawn,
    roundMonths: ClosedRange<Double>? = nil,
    levers: [Lever.ID] = []
  ) {
    self.partners = partners
    self.known = known
    self.unknown = unknown
    self.roundMonths = roundMonths
    self.levers = levers
  }

  /// What is known of a concept in a place, and whether it holds for every place alike.
  func fact(of concept: Concept.ID, at place: LevelPlace) -> (fact: Fact, isEverywhere: Bool)? {
    if let own = known.last(where: { $0.concept == concept && $0.extent == .at(place) }) {
      return (own.fact, false)
    }
    return known.last { $0.concept == concept && $0.extent == .everywhere }.map { ($0.fact, true) }
  }
}

extension Fact {
  /// The levels that a fact in words may stand for, from 0 to 1; 0.5 is neither more nor less.
  ///
  /// They are ours: the words "more" and "much more" of a case give an order and no number. The two overlap, since one
  /// coder's "high" is another's "very high". What can only be so or not is 0 or 1.
  public func levels(on scale: Concept.Scale) -> ClosedRange<Double> {
    switch self {
    case .lies(let direction, let isMuch):
      let far = scale == .binary ? 1...1 : isMuch ? 0.85...1 : 0.6...0.9
      return direction == .more ? far : (1 - far.upperBound)...(1 - far.lowerBound)
    case .mixed: return 0.35...0.65
    case .neither, .notApplicable: return 0.5...0.5
    }
  }
}

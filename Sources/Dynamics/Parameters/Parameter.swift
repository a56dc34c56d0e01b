public import ProgrammeTheory

/// A number that the theory doesn't give, so that each model draws its own.
///
/// The identifier says what it belongs to and never changes with the order of a document, the partners or the machine:
/// two plans for one case, or two threads, give the same number to the same model.
public struct Parameter: Sendable, Hashable, Codable {
  /// What kind of number it is.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// How strong an influence is.
    case strength
    /// How quickly something moves.
    case pace
    /// Where something rests, where an edge or a threshold lies.
    case level
    /// How one thing gives way to another.
    case shape
    /// Which of rival readings holds.
    case reading
    /// What isn't known of the case.
    case unknown
  }

  /// Whose number the range is.
  public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// A range and a reason in the theory's document.
    case document
    /// An assumption of the model, the same for every theory.
    case model
    /// What the case tells, or leaves open.
    case situation
  }

  /// What it is called by.
  public let id: String
  /// What kind of number it is.
  public let kind: Kind
  /// What it says, in plain words.
  public let meaning: String
  /// How it is drawn.
  public let distribution: Distribution
  /// Whose number it is.
  public let basis: Basis
  /// Why it is taken to lie there.
  public let reason: String
  /// The concept whose level at the start it is; `nil` for every other number.
  public let concept: Concept.ID?
  /// Where that level is; `nil` for every other number, and `.collaboration` also for what is the same everywhere.
  public let place: LevelPlace?

  package init(
    _ id: String, _ kind: Kind, _ distribution: Distribution, meaning: String, basis: Basis = .model,
    reason: String, of concept: Concept.ID? = nil, at place: LevelPlace? = nil
  ) {
    self.id = id
    self.kind = kind
    self.meaning = meaning
    self.distribution = distribution
    self.basis = basis
    self.reason = reason
    self.concept = concept
    self.place = place
  }

  /// Whether it is a fact of the case that nobody knows, drawn from the whole scale: what a person could find out.
  public var isOpenFact: Bool {
    concept != nil && basis == .situation && distribution.bounds == 0...1 && distribution.single == nil
  }

  /// A number of 64 bits that stands for the identifier, the same on every machine: FNV-1a (Fowler, Noll and
  /// Vo).
  public var key: UInt64 { Self.key(of: id) }

  static func key(of id: String) -> UInt64 {
    id.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}

public import Bibliography
public import ProgrammeTheory

/// A fact of a case: a concept, how it lies, who says so, and since when that could be known.
public struct StatedFact: Sendable, Hashable {
  /// The concept.
  public let concept: Concept.ID
  /// How it lies.
  public let level: StatedLevel
  /// The partner that it is said of; `nil` for all.
  public let of: Partner.ID?
  /// The other partner, for what lies between two.
  public let towards: Partner.ID?
  /// Who says so, such as leaders or staff.
  public let saidBy: String?
  /// Where it can be read.
  public let source: String?
  /// Since when it could be known; `nil` where it was known at the start.
  public let since: PartialDate?
  /// What a reader should know.
  public let note: String?
}

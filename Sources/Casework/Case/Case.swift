public import Bibliography
public import ProgrammeTheory

/// A real collaboration as people describe it: what was known at the start, what happened, what was observed, and,
/// kept apart so that no forecast can see it, how it ended.
public struct Case: Sendable, Hashable, Identifiable {
  /// What a case is called by.
  public typealias ID = Identifier<Case>

  /// Whether a case happened.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// It happened, or is happening.
    case real
    /// It shows how something works; nobody lived it.
    case illustration
  }

  /// The identifier.
  public let id: ID
  /// Its title.
  public let title: String
  /// What it is about, in a few sentences.
  public let summary: String
  /// Whether it happened.
  public let kind: Kind
  /// The theory that it was written for; `nil` where it names none.
  public let theory: Theory.ID?
  /// Whether it is among the studies that the theory was made from, so that it can't test the theory.
  public let fedTheory: Bool
  /// Cases to set beside it.
  public let beside: [CaseName]
  /// When the collaboration started; what became known later is no start fact.
  public let start: PartialDate?
  /// How many months one round of work takes here; `nil` when that isn't known.
  public let roundMonths: Double?
  /// The arrangement, as the theory calls it.
  public let arrangement: String?
  /// The points of entry, as the theory calls them.
  public let entryPoints: [String]
  /// Whether an authority imposed it; `nil` when that isn't known.
  public let mandated: Bool?
  /// The organisations.
  public let partners: [Partner]
  /// What is known, and what is known not to be known.
  public let facts: [StatedFact]
  /// The aims.
  public let aims: [Aim]
  /// What happened, by date.
  public let events: [Event]
  /// What was measured.
  public let observations: [Observation]
  /// What matters here and isn't put in terms of the theory.
  public let further: [Remark]
  /// How it ended, or stands.
  public let end: End?
}

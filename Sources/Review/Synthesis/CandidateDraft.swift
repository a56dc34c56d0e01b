public import ProgrammeTheory

/// A configuration that may come into the theory. Drafting it again replaces it, and what was judged of it has to be judged
/// anew.
public struct CandidateDraft: Sendable, Hashable, Codable {
  /// What a candidate is called by; it is the configuration's name in the theory.
  public typealias ID = CMOConfiguration.ID

  /// The identifier.
  public var id: ID
  /// A short name.
  public var title: String?
  /// What sets it off; all of these together.
  public var context: [Literal]
  /// What must hold for it to apply; all of these.
  public var conditions: [Condition]
  /// What brings the outcome about; `nil` in a dyad of context and outcome.
  public var mechanism: Mechanism?
  /// What comes about.
  public var outcome: [OutcomeEffect]
  /// Whether the reverse is taken to hold too, and why.
  public var reversibility: Reversibility
  /// The phase of the life cycle, where the sources give one.
  public var phase: Phase.ID?
  /// The codings that tell it, by the numbers of their acts.
  public var codings: [Int]
  /// The one source within which it is drafted; `nil` where it is drafted across sources.
  public var within: String?
  /// What a reader should know.
  public var note: String?
  /// The claims of an earlier theory on which it builds.
  public var refines: [ID]

  /// A candidate.
  public init(
    id: ID, title: String? = nil, context: [Literal], conditions: [Condition] = [],
    mechanism: Mechanism? = nil, outcome: [OutcomeEffect], reversibility: Reversibility,
    phase: Phase.ID? = nil, codings: [Int] = [], within: String? = nil, note: String? = nil,
    refines: [ID] = []
  ) {
    (self.id, self.title, self.context, self.conditions) = (id, title, context, conditions)
    (self.mechanism, self.outcome, self.reversibility) = (mechanism, outcome, reversibility)
    (self.phase, self.codings, self.within, self.note) = (phase, codings, within, note)
    self.refines = refines
  }
}

/// A step of synthesis across sources.
public struct SynthesisStep: Sendable, Hashable, Codable {
  /// The kinds of step, as realist syntheses name them after Pawson (Evidence-Based Policy: A Realist Perspective, Sage 2006,
  /// chapter 4); Vareilles et al. 2017 say what each means (doi:10.1186/s13012-017-0554-3, Table 1).
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// One source sheds light on what another shows.
    case juxtapose
    /// Sources differ, and what makes them differ is found.
    case reconcile
    /// Sources contradict each other, and one is trusted more for how it was done.
    case adjudicate
    /// Sources say parts of one explanation, which is put together.
    case consolidate
    /// Sources explain what works where: each stays in its place.
    case situate
  }

  /// The kind.
  public var kind: Kind
  /// The candidates that it starts from.
  public var from: [CandidateDraft.ID]
  /// The candidates that it leads to.
  public var to: [CandidateDraft.ID]
  /// How one came to the other.
  public var memo: String

  /// A step.
  public init(kind: Kind, from: [CandidateDraft.ID], to: [CandidateDraft.ID], memo: String) {
    (self.kind, self.from, self.to, self.memo) = (kind, from, to, memo)
  }
}

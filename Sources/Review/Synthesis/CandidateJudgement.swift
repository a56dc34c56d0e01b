public import ProgrammeTheory

/// What becomes of a candidate, and why.
public struct CandidateJudgement: Sendable, Hashable, Codable {
  /// What becomes of it.
  public enum Fate: Sendable, Hashable, Codable {
    /// It comes into the theory.
    case kept
    /// It doesn't.
    case dropped
    /// It goes on in another candidate, which takes its codings over.
    case merged(into: CandidateDraft.ID)
  }

  /// The candidate.
  public var candidate: CandidateDraft.ID
  /// What becomes of it.
  public var fate: Fate
  /// Why.
  public var because: String
  /// How well founded it counts as; `nil` for what ``Rigour`` gives.
  public var status: CMOConfiguration.Status?

  /// A judgement.
  public init(
    candidate: CandidateDraft.ID, fate: Fate, because: String, status: CMOConfiguration.Status? = nil
  ) {
    (self.candidate, self.fate, self.because, self.status) = (candidate, fate, because, status)
  }
}

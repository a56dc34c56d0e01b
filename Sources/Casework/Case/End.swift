public import Bibliography

/// How a case ended, or stands.
public struct End: Sendable, Hashable {
  /// The ends that real collaborations have: more than success and failure.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// A regulator blocked it.
    case blockedByRegulator = "blocked by regulator"
    /// It was given up while it was planned.
    case abandonedInPlanning = "abandoned in planning"
    /// The partners declined to go deeper.
    case declinedToDeepen = "declined to deepen"
    /// Its aims were narrowed, and then it worked.
    case narrowedThenWorked = "narrowed then worked"
    /// It improved what it was for.
    case improved
    /// It ran its course, and what it was for didn't improve.
    case notImproved = "not improved"
    /// It improved, and fell back.
    case improvedThenRegressed = "improved then regressed"
    /// The partners went deeper.
    case deepened
    /// It goes on.
    case sustained
    /// It ended by leaving the contract.
    case endedByContractExit = "ended by contract exit"
    /// An authority ended it.
    case endedByAuthority = "ended by authority"
    /// A partner left.
    case dissolvedByPartner = "dissolved by a partner"
    /// Some of it worked.
    case mixed
  }

  /// The outcome.
  public let outcome: Outcome
  /// When; `nil` where that isn't known.
  public let date: PartialDate?
  /// What happened.
  public let what: String
  /// Where it can be read.
  public let source: String?
}

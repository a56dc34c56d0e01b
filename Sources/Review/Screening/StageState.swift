/// What a reviewer decided about a work at a stage, as it holds.
public struct GivenVerdict: Sendable, Hashable {
  /// Who.
  public let reviewer: String
  /// What.
  public let verdict: Verdict
  /// Why, for an exclusion.
  public let reason: ExclusionReason?
  /// A remark.
  public let note: String?
  /// The act that says so.
  public let act: Int
}

/// How a conflict was resolved, as it holds.
public struct GivenResolution: Sendable, Hashable {
  /// Who.
  public let reviewer: String
  /// What.
  public let verdict: Verdict
  /// Why the work is left out, for an exclusion.
  public let reason: ExclusionReason?
  /// Why it was resolved so.
  public let because: String
  /// The act that says so.
  public let act: Int
}

/// How a work stands at a stage that it has reached.
public enum StageState: Sendable, Hashable {
  /// More verdicts are needed; those who have decided, in the order in which they did.
  case awaiting(decided: [String])
  /// One reviewer decides here, and those who tried can't tell: they look again, or somebody else does.
  case unsure(by: [String])
  /// Two reviewers disagree, or one of the two can't tell: somebody resolves it.
  case conflict
  /// It goes on.
  case kept
  /// It is left out.
  case excluded(ExclusionReason?)

  /// How a work stands after some verdicts.
  ///
  /// - Parameters:
  ///   - verdicts: the verdict of each reviewer, in the order of their acts.
  ///   - needed: how many reviewers decide, from 1.
  ///   - resolution: how a conflict was resolved.
  init(_ verdicts: [GivenVerdict], needed: Int, resolution: GivenResolution?) {
    // Where one decides, who can't tell disagrees with nobody, and keeps nobody from deciding.
    let telling = needed > 1 ? verdicts : verdicts.filter { $0.verdict != .unsure }
    if let resolution {
      self = resolution.verdict == .include ? .kept : .excluded(resolution.reason)
    } else if telling.isEmpty, !verdicts.isEmpty {
      self = .unsure(by: verdicts.map(\.reviewer))
    } else if telling.count < needed {
      self = .awaiting(decided: telling.map(\.reviewer))
    } else if telling.allSatisfy({ $0.verdict == .include }) {
      self = .kept
    } else if telling.allSatisfy({ $0.verdict == .exclude }) {
      self = .excluded(telling.lazy.compactMap(\.reason).first)
    } else {
      self = .conflict
    }
  }
}

/// Where a work stands in the review.
public enum WorkPlace: Sendable, Hashable {
  /// It waits at a stage for verdicts.
  case awaiting(ScreeningStage)
  /// It waits at a stage to be looked at again, since who decides there was unsure.
  case unsure(ScreeningStage)
  /// It waits at a stage for a conflict to be resolved.
  case conflict(ScreeningStage)
  /// It was left out at a stage.
  case excluded(ScreeningStage, ExclusionReason?)
  /// It has passed all stages.
  case included
}

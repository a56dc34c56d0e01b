/// What somebody said of a record while screening: a decision, a reason, or a word of their own.
///
/// It is kept in the words of its file as well (``field`` and ``value``), so that no reading of them is final.
public struct ScreeningLabel: Hashable, Sendable {
  /// What was decided.
  public enum Decision: String, Hashable, Sendable, CaseIterable, Codable {
    case included, excluded
    /// Looked at, and left open.
    case undecided
    /// Not looked at yet.
    case unseen
  }

  /// On what the decision rests.
  public enum Stage: String, Hashable, Sendable, CaseIterable, Codable {
    case titleAndAbstract = "title-and-abstract"
    case fullText = "full-text"
  }

  /// What was decided; `nil` for a reason or a word that decides nothing.
  public var decision: Decision?
  /// On what the decision rests; `nil` where the file doesn't say, which mostly means the last stage that there was.
  public var stage: Stage?
  /// Who decided, where the file says so.
  public var reviewer: String?
  /// Whether the decision was known before ranking began.
  public var isPrior: Bool
  /// What holds the label in its file: a column's head, or a word such as `RAYYAN-INCLUSION` or `ASReview`.
  public var field: String
  /// What stood there.
  public var value: String

  /// A label as it stands in a file, and what it was taken for.
  public init(
    field: String, value: String, decision: Decision? = nil, stage: Stage? = nil, reviewer: String? = nil,
    isPrior: Bool = false
  ) {
    self.field = field
    self.value = value
    self.decision = decision
    self.stage = stage
    self.reviewer = reviewer
    self.isPrior = isPrior
  }
}

extension Record {
  /// Whether the record was included, by the last stage that decided; `nil` where nothing or nobody decided, or where
  /// reviewers disagree at that stage.
  ///
  /// A decision whose stage isn't said counts as the last one, then full text, then title and abstract.
  public var isIncluded: Bool? {
    for stage in [nil, ScreeningLabel.Stage.fullText, .titleAndAbstract] {
      let decisions = labels.filter { $0.stage == stage }.compactMap(\.decision)
      let isIncluded = decisions.contains(.included)
      let isExcluded = decisions.contains(.excluded)
      if isIncluded != isExcluded { return isIncluded }
      if isIncluded { return nil }
    }
    return nil
  }
}

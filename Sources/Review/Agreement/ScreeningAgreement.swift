public import Agreement

/// How far two reviewers agree who screened the same records, stage by stage.
///
/// Records that only one of them judged can't be compared: they are left out, and counted.
public struct ScreeningAgreement: Sendable, Hashable {
  /// What “unsure” counts as.
  public enum Unsure: String, Sendable, Hashable, Codable, CaseIterable {
    /// A category of its own.
    case own
    /// “Include”, since such a record isn't left out.
    case include

    /// The reading in words.
    public var words: String {
      switch self {
      case .own: "“unsure” counts as a verdict of its own"
      case .include: "“unsure” counts as “include”, since such a record isn't left out"
      }
    }
  }

  /// What the two decided about one record at one stage; `nil` where one has no verdict.
  public struct Judgement: Sendable, Hashable {
    /// The stage.
    public let stage: ScreeningStage
    /// The first reviewer's verdict.
    public let first: Verdict?
    /// The second reviewer's verdict.
    public let second: Verdict?
    /// Whether one of them was given anew after both had decided, when each could see the other's.
    public let isChanged: Bool

    /// The verdicts on a record.
    public init(stage: ScreeningStage, first: Verdict?, second: Verdict?, isChanged: Bool = false) {
      (self.stage, self.first, self.second, self.isChanged) = (stage, first, second, isChanged)
    }
  }

  /// The agreement at one stage.
  public struct Stage: Sendable, Hashable {
    /// The stage.
    public let stage: ScreeningStage
    /// The verdicts of the first by those of the second.
    public let agreement: CategoryAgreement
    /// On how many of the records that both judged a verdict was given anew after both had decided: these two aren't
    /// independent of each other.
    public let changed: Int
  }

  /// The name of the first reviewer.
  public let first: String
  /// The name of the second reviewer.
  public let second: String
  /// What “unsure” counts as.
  public let unsure: Unsure
  /// The stages at which either of the two has a verdict, in their order.
  public let stages: [Stage]

  /// Compares verdicts.
  ///
  /// - Parameters:
  ///   - judgements: one for each record and stage that either of the two had to judge, in any order.
  ///   - first: the name of the first reviewer.
  ///   - second: the name of the second reviewer.
  ///   - unsure: what “unsure” counts as.
  public init(
    of judgements: some Sequence<Judgement>, first: String, second: String, unsure: Unsure = .own
  ) {
    (self.first, self.second, self.unsure) = (first, second, unsure)
    let byStage = Dictionary(grouping: judgements, by: \.stage)
    stages = ScreeningStage.allCases.compactMap { stage in
      guard let judgements = byStage[stage], judgements.contains(where: { $0.first ?? $0.second != nil })
      else { return nil }
      let pairs = judgements.map { (first: unsure.category($0.first), second: unsure.category($0.second)) }
      return Stage(
        stage: stage, agreement: CategoryAgreement(pairs, categories: unsure.categories),
        changed: judgements.count { $0.isChanged && $0.first != nil && $0.second != nil })
    }
  }
}

extension ScreeningAgreement.Unsure {
  /// The categories of a table, in its order.
  var categories: [String] {
    switch self {
    case .own: [Verdict.include, .unsure, .exclude].map(\.rawValue)
    case .include: [Verdict.include, .exclude].map(\.rawValue)
    }
  }

  /// The category of a verdict.
  func category(_ verdict: Verdict?) -> String? {
    switch (self, verdict) {
    case (.include, .unsure): Verdict.include.rawValue
    default: verdict?.rawValue
    }
  }
}

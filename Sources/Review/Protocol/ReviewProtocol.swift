/// What a team means to do, before it does it and as it was changed since: question, criteria, databases, who screens.
///
/// In a realist review it may change while the theory grows; each change is an act of the log, with its reason (Wong et al.
/// 2013, RAMESES, items 4 and 5).
public struct ReviewProtocol: Sendable, Hashable, Codable {
  /// The title of the review.
  public var title: String
  /// The question.
  public var question: String
  /// Where the protocol is registered, with its number.
  public var registration: String?
  /// Who screens. Where there are none, anybody may.
  public var reviewers: [String]
  /// The databases and other places to be searched.
  public var databases: [String]
  /// The stages of screening, in their order. Where there are none, all three are used, with one reviewer each.
  public var stages: [StageProtocol]
  /// Criteria by which records are left out at every stage.
  public var exclude: [String]
  /// Words to be marked in titles and abstracts.
  public var highlights: Highlights

  /// A protocol.
  public init(
    title: String, question: String, registration: String? = nil, reviewers: [String] = [],
    databases: [String] = [], stages: [StageProtocol] = [], exclude: [String] = [],
    highlights: Highlights = Highlights()
  ) {
    (self.title, self.question, self.registration) = (title, question, registration)
    (self.reviewers, self.databases, self.stages) = (reviewers, databases, stages)
    (self.exclude, self.highlights) = (exclude, highlights)
  }
}

/// How one stage is screened.
public struct StageProtocol: Sendable, Hashable, Codable {
  /// The stage.
  public var stage: ScreeningStage
  /// How many reviewers decide on each record: 1 or 2.
  public var reviewers: Int
  /// Whether nobody sees another's verdict before deciding.
  public var isBlinded: Bool
  /// What a record has to meet, each on its own.
  public var include: [String]
  /// What leaves a record out, each on its own.
  public var exclude: [String]

  /// How a stage is screened.
  public init(
    stage: ScreeningStage, reviewers: Int = 1, isBlinded: Bool = true, include: [String] = [],
    exclude: [String] = []
  ) {
    (self.stage, self.reviewers, self.isBlinded) = (stage, reviewers, isBlinded)
    (self.include, self.exclude) = (include, exclude)
  }
}

/// Words that a reader's eye should fall on.
public struct Highlights: Sendable, Hashable, Codable {
  /// Words that speak for a record.
  public var wanted: [String]
  /// Words that speak against it.
  public var unwanted: [String]

  /// Words to be marked.
  public init(wanted: [String] = [], unwanted: [String] = []) {
    (self.wanted, self.unwanted) = (wanted, unwanted)
  }
}

/// A criterion with the code by which reviewers name it.
public struct Criterion: Sendable, Hashable {
  /// `I1` for the first to include by, `E1` for the first to exclude by; numbered within a stage.
  public let code: String
  /// The criterion in words.
  public let words: String
  /// Whether a record has to meet it; else it is left out where it does.
  public let isInclusion: Bool

  /// A criterion.
  public init(code: String, words: String, isInclusion: Bool) {
    (self.code, self.words, self.isInclusion) = (code, words, isInclusion)
  }

  /// The reason for leaving a record out by it.
  public var reason: ExclusionReason {
    ExclusionReason(code: code, words: isInclusion ? "not met: \(words)" : words)
  }
}

extension ReviewProtocol {
  /// What holds while no protocol is set: three stages, one reviewer each, no criteria.
  static let none = ReviewProtocol(title: "", question: "")

  /// The stages that are used, in the order in which a record passes them.
  public var usedStages: [ScreeningStage] {
    let named = stages.map(\.stage)
    return named.isEmpty ? ScreeningStage.allCases : ScreeningStage.allCases.filter(named.contains)
  }

  /// How a stage is screened; `nil` for one that isn't used.
  public func stage(_ stage: ScreeningStage) -> StageProtocol? {
    if let named = stages.first(where: { $0.stage == stage }) { return named }
    return stages.isEmpty ? StageProtocol(stage: stage) : nil
  }

  /// The criteria of a stage: those to include by, those to exclude by, and those of every stage.
  public func criteria(at stage: ScreeningStage) -> [Criterion] {
    let own = self.stage(stage)
    func coded(_ letter: String, _ words: [String]) -> [Criterion] {
      words.enumerated().map {
        Criterion(code: "\(letter)\($0 + 1)", words: $1, isInclusion: letter == "I")
      }
    }
    return coded("I", own?.include ?? []) + coded("E", (own?.exclude ?? []) + exclude)
  }
}

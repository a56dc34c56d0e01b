/// What reviewers judge of a source: whether it speaks to the theory, and whether it can be believed.
///
/// Realist syntheses appraise pieces of evidence by relevance and rigour, not whole studies by a checklist (Pawson 2006,
/// Evidence-Based Policy, chapter 4; Wong et al. 2013, doi:10.1186/1741-7015-11-21, item 9). Appraising a source again
/// replaces the judgements that are given; the others stand.
public struct Appraisal: Sendable, Hashable, Codable {
  /// The source's key.
  public var source: String
  /// Whether it can add to the theory; `nil` where that isn't judged here.
  public var relevance: Judgement?
  /// Whether how it came to its findings is credible; `nil` where that isn't judged here.
  public var rigour: Judgement?

  /// An appraisal.
  public init(source: String, relevance: Judgement? = nil, rigour: Judgement? = nil) {
    (self.source, self.relevance, self.rigour) = (source, relevance, rigour)
  }
}

/// A level, and the words that give its reason.
public struct Judgement: Sendable, Hashable, Codable {
  /// How much of it there is.
  public enum Level: String, Sendable, Hashable, Codable, CaseIterable { case high, moderate, low }

  /// The level.
  public var level: Level
  /// Why.
  public var words: String

  /// A judgement.
  public init(level: Level, words: String) { (self.level, self.words) = (level, words) }
}

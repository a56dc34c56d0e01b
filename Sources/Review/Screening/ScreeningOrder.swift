import Literature

/// In which order records are given to a reviewer. It decides nothing: every record is given in the end.
public enum ScreeningOrder: Sendable, Hashable {
  /// As they were imported.
  case imported
  /// The likeliest first, learned from this reviewer's decisions; before there are any, by likeness to some words.
  case ranked(like: String?)
}

/// A ranking that goes on while decisions come in.
///
/// Nothing waits for it: a decision is noted, and the order is made anew behind it.
struct OngoingRanking: Sendable {
  private let works: [Int]
  private let places: [Int: Int]
  private let texts: [ScreeningText]
  private let words: String?
  private var decisions: [Bool?]
  private var ranker: ScreeningRanker?
  /// Decisions that the ranker doesn't know yet.
  private var pending: [Int] = []

  init(_ works: [Int], _ texts: [ScreeningText], decided: [Int: Bool], like words: String?) {
    (self.works, self.texts, self.words) = (works, texts, words)
    places = Dictionary(works.enumerated().map { ($1, $0) }) { first, _ in first }
    decisions = works.map { decided[$0] }
  }

  mutating func decide(_ work: Int, isIncluded: Bool?) {
    guard let place = places[work], decisions[place] != isIncluded else { return }
    // What a ranker has learned it can't unlearn, and words are only used while nothing is included.
    let isSimple = decisions[place] == nil && isIncluded != nil && (words == nil || decisions.contains(true))
    decisions[place] = isIncluded
    if isSimple {
      pending.append(place)
    } else {
      (ranker, pending) = (nil, [])
    }
  }

  /// The works that nobody has decided on, the likeliest first; empty where there is nothing to rank by.
  mutating func order() -> [Int] {
    var ranker = ranker ?? ScreeningRanker(texts, decisions: decisions, like: words)
    for place in pending { ranker.decide(place, isIncluded: decisions[place] == true) }
    pending = []
    let order = ranker.ranking().map { works[$0.record] }
    self.ranker = ranker
    return order
  }
}

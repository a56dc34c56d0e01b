/// Puts records in the order in which they should be read, from what was decided on others.
///
/// It is active learning as ASReview has it by default (its model ELAS u4): words and pairs of words of title and abstract
/// (`TermMatrix`), a linear support vector machine (`LinearSVM`), and the likeliest first. With the same decisions it gives
/// the same order as ASReview, but for records without an abstract (`ScoreEvening`). Ranking decides nothing.
public struct ScreeningRanker: Sendable {
  /// From what a ranking follows.
  public enum Basis: Hashable, Sendable {
    /// Records of both kinds: what sets them apart.
    case decisions(included: Int, excluded: Int)
    /// Included records only: how like them the others are.
    case included(Int)
    /// Words that a person gave: how like them the records are.
    case words
    /// Nothing: there is no ranking.
    case nothing
  }

  /// A record's place in a ranking.
  public struct Place: Hashable, Sendable {
    /// The index of the record among those that the ranker was made of.
    public var record: Int
    /// What it is ranked by: comparable within one ranking only, and no probability.
    public var score: Double
  }

  private let matrix: TermMatrix
  private var machine: LinearSVM
  private var isIncluded: [Bool?]
  private let query: Int?

  /// A ranker of records, with what was decided already.
  ///
  /// - Parameters:
  ///   - texts: their texts.
  ///   - decisions: for each whether it was included; `nil` where nobody has decided.
  ///   - words: what the records sought are about; not used where a record is included already.
  public init(_ texts: [ScreeningText], decisions: [Bool?] = [], like words: String? = nil) {
    let query = decisions.contains(true) ? nil : words.map { ScreeningText(title: $0) }
    self.query = query == nil ? nil : texts.count
    matrix = TermMatrix(texts + [query].compactMap(\.self))
    machine = LinearSVM(termCount: matrix.termCount)
    isIncluded = Array(repeating: nil, count: texts.count)
    let places = matrix.places
    // The order in which it learns leaves traces in the last digits: it must not hang on the order of the file.
    let decided = texts.indices.filter { $0 < decisions.count && decisions[$0] != nil }
      .sorted { first, second in
        let (a, b) = (decisions[first] == true ? 1 : 0, decisions[second] == true ? 1 : 0)
        return (places[first], a, first) < (places[second], b, second)
      }
    for record in decided { decide(record, isIncluded: decisions[record] == true) }
  }

  /// How many records there are.
  public var count: Int { isIncluded.count }

  /// Notes a decision. A record is decided on once; what comes later is not taken.
  public mutating func decide(_ record: Int, isIncluded: Bool) {
    guard self.isIncluded.indices.contains(record), self.isIncluded[record] == nil else { return }
    self.isIncluded[record] = isIncluded
    machine.learn(record, isIncluded: isIncluded)
  }

  /// From what a ranking follows now.
  public var basis: Basis {
    let included = isIncluded.count { $0 == true }
    let excluded = isIncluded.count { $0 == false }
    if included > 0, excluded > 0 { return .decisions(included: included, excluded: excluded) }
    if included > 0 { return .included(included) }
    return query == nil ? .nothing : .words
  }

  /// The records that nobody has decided on, the likeliest first; those of equal scores in the order of the file.
  ///
  /// It is empty where there is nothing to rank by (``Basis/nothing``).
  public mutating func ranking() -> [Place] {
    guard let scores = scores() else { return [] }
    return isIncluded.indices.filter { isIncluded[$0] == nil }
      .map { Place(record: $0, score: scores[$0]) }
      .sorted { ($1.score, $0.record) < ($0.score, $1.record) }
  }

  /// The first of ``ranking()``, found in less time.
  public mutating func first() -> Place? {
    guard let scores = scores() else { return nil }
    var best: Place?
    for record in isIncluded.indices where isIncluded[record] == nil {
      if let best, best.score >= scores[record] { continue }
      best = Place(record: record, score: scores[record])
    }
    return best
  }

  /// The score of each record; `nil` where there is nothing to rank by.
  mutating func scores() -> [Double]? {
    var scores: [Double]
    switch basis {
    case .nothing: return nil
    case .decisions:
      machine.solve(matrix)
      scores = machine.scores(matrix)
    case .included: scores = matrix.likeness(to: isIncluded.indices.filter { isIncluded[$0] == true })
    case .words: scores = matrix.likeness(to: query.map { [$0] } ?? [])
    }
    ScoreEvening.even(&scores, matrix)
    return Array(scores.prefix(count))
  }
}

extension TermMatrix {
  /// For each row its cosine with the sum of some texts.
  func likeness(to texts: [Int]) -> [Double] {
    var sum = [Double](repeating: 0, count: termCount)
    do {
      var span = sum.mutableSpan
      for text in texts.sorted(by: { (places[$0], $0) < (places[$1], $1) }) { add(text, times: 1, to: &span) }
    }
    let factors = sum.span
    var scores: [Double] = []
    scores.reserveCapacity(rowCount)
    for row in 0..<rowCount { scores.append(product(row, factors)) }
    return scores
  }
}

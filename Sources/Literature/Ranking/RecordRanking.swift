/// The records of some files, in the order in which those should be read that nobody has decided on.
public struct RecordRanking: Sendable {
  /// All records, as they were read.
  public let records: [Record]
  /// From what the ranking follows.
  public let basis: ScreeningRanker.Basis
  /// The records that nobody has decided on, the likeliest first; empty where there is nothing to rank by.
  public private(set) var places: [ScreeningRanker.Place]
  /// Whether the places are a random sample, and no ranking.
  public private(set) var isSample = false
  private let label: String?
  /// How many records were included, and how many excluded.
  public let decided: (included: Int, excluded: Int)
  /// How many of the records that nobody has decided on have no abstract.
  public let titlesAlone: Int

  /// Ranks records.
  ///
  /// - Parameters:
  ///   - records: the records.
  ///   - label: the label that decides; `nil` for the last stage that decided (``Record/isIncluded``).
  ///   - words: what the records sought are about, for the time in which none is included.
  public init(of records: [Record], by label: String? = nil, like words: String? = nil) {
    let decisions = records.map { $0.isIncluded(by: label) }
    var ranker = ScreeningRanker(records.map(ScreeningText.init(of:)), decisions: decisions, like: words)
    self.records = records
    self.label = label
    basis = ranker.basis
    places = ranker.ranking()
    decided = (decisions.count { $0 == true }, decisions.count { $0 == false })
    titlesAlone = zip(records, decisions).count { $1 == nil && ($0.abstract ?? "").isEmpty }
  }

  /// How many records nobody has decided on.
  public var unread: Int { records.count - decided.included - decided.excluded }

  /// How many of the unread must be drawn at random and read, so that one may stop if none of them is relevant; `nil`
  /// where that can't be said.
  public func sampleToStop(_ test: StoppingTest = .usual) -> Int? {
    test.sampleSize(found: decided.included, unread: unread)
  }

  /// Some of the records that nobody has decided on, drawn at random, in place of the ranking: fewer where there are
  /// fewer.
  ///
  /// - Parameters:
  ///   - count: how many to draw; fewer than 0 are none.
  ///   - seed: what they are drawn by; the same seed gives the same records of the same files.
  public func sampled(_ count: Int, seed: UInt64) -> RecordRanking {
    var unread = records.indices.filter { records[$0].isIncluded(by: label) == nil }
    var numbers = SeededNumbers(seed: seed)
    numbers.shuffle(&unread)
    var sampled = self
    sampled.places = unread.prefix(max(count, 0)).map { ScreeningRanker.Place(record: $0, score: 0) }
    sampled.isSample = true
    return sampled
  }

  /// The records that are written: a sample alone; else all, first those that nobody has decided on, in the order of the ranking, then the others as they were read.
  public var ordered: [Record] {
    let ranked = places.map { records[$0.record] }
    if isSample { return ranked }
    var isRanked = [Bool](repeating: false, count: records.count)
    for place in places { isRanked[place.record] = true }
    return ranked + records.indices.filter { !isRanked[$0] }.map { records[$0] }
  }
}

extension Record {
  /// Whether the record was included, by a label of this name; by the last stage that decided, where no name is given.
  ///
  /// It is `nil` where the label decides nothing, or where two of its values disagree.
  public func isIncluded(by label: String?) -> Bool? {
    guard let label else { return isIncluded }
    let decisions = labels.filter { $0.field == label }.compactMap(\.decision)
    let (isIncluded, isExcluded) = (decisions.contains(.included), decisions.contains(.excluded))
    return isIncluded == isExcluded ? nil : isIncluded
  }
}

extension Sequence<Record> {
  /// The names of the labels that decide something, in the order in which they first come.
  public var decidingLabels: [String] {
    var (names, seen): ([String], Set<String>) = ([], [])
    for record in self {
      for label in record.labels where label.decision == .included || label.decision == .excluded {
        if seen.insert(label.field).inserted { names.append(label.field) }
      }
    }
    return names
  }
}

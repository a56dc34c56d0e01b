/// Which records are worth comparing: those that share a key, of several kinds, so that one slip hides no pair.
///
/// No more than ``blockLimit`` records of one key are compared with each other; a larger block is parted by further keys
/// and, where these leave it large, compared along its order. So the work grows with the number of records, whatever
/// they hold. Source of the method: Christen 2012, "A survey of indexing techniques for scalable record linkage and
/// deduplication".
struct CandidatePairs {
  /// The largest block that is compared each with each.
  static let blockLimit = 40
  /// How far along the order records of a larger block are compared.
  static let window = 6
  /// How many pairs may wait to be made distinct.
  private static let pairsAtOnce = 8_000_000

  private let keys: [CandidateKeys]
  /// The place of each record in an order that its content gives, so that the pairs don't hang on the input's order.
  private let rank: [Int]
  private var pairs: [UInt64] = []

  /// The pairs, each once, lower index first, in the order of their indices.
  static func of(_ records: [ComparedRecord], rank: [Int]) -> [(Int, Int)] {
    var finder = CandidatePairs(records, rank: rank)
    for kind in CandidateKeys.Kind.allCases { finder.find(kind) }
    finder.makeDistinct()
    return finder.pairs.map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
  }

  private init(_ records: [ComparedRecord], rank: [Int]) {
    keys = records.map(CandidateKeys.init)
    self.rank = rank
  }

  private mutating func find(_ kind: CandidateKeys.Kind) {
    var entries: [Entry] = []
    for index in keys.indices {
      if let key = keys[index].key(kind) { entries.append(Entry(key: key, record: index)) }
    }
    for block in Self.blocks(&entries) { compare(block, depth: 0) }
    // Now and then, so that many keys don't fill the memory with the same pairs.
    if pairs.count > Self.pairsAtOnce { makeDistinct() }
  }

  private struct Entry {
    var key: UInt64
    var record: Int
  }

  private static func blocks(_ entries: inout [Entry]) -> [[Int]] {
    entries.sort { ($0.key, $0.record) < ($1.key, $1.record) }
    return entries.chunked { $0.key == $1.key }.filter { $0.count > 1 }.map { block in block.map { $0.record }
    }
  }

  private mutating func compare(_ block: [Int], depth: Int) {
    if block.count <= Self.blockLimit {
      for (place, first) in block.enumerated() {
        for second in block[(place + 1)...] { add(first, second) }
      }
    } else if depth == 0 {
      for kind in CandidateKeys.Kind.parting { part(block, by: [kind]) }
    } else {
      compareAlong(block)
    }
  }

  /// Parts a large block by a further key, and what is still large by all of them.
  private mutating func part(_ block: [Int], by kinds: [CandidateKeys.Kind]) {
    var entries = block.map { record in
      var hash = StableHash()
      for kind in kinds { hash.combine(keys[record].key(kind) ?? 0) }
      return Entry(key: hash.value, record: record)
    }
    for part in Self.blocks(&entries) {
      if part.count > Self.blockLimit, kinds.count == 1 {
        self.part(part, by: CandidateKeys.Kind.parting)
      } else {
        compare(part, depth: 1)
      }
    }
  }

  private mutating func compareAlong(_ block: [Int]) {
    let ordered = block.sorted { rank[$0] < rank[$1] }
    for (place, first) in ordered.enumerated() {
      for second in ordered[(place + 1)...].prefix(Self.window) { add(first, second) }
    }
  }

  private mutating func add(_ first: Int, _ second: Int) {
    pairs.append(UInt64(min(first, second)) << 32 | UInt64(max(first, second)))
  }

  private mutating func makeDistinct() {
    pairs.sort()
    pairs = pairs.chunked { $0 == $1 }.compactMap { $0.first }
  }
}

extension Array {
  /// The stretches in which neighbours belong together.
  func chunked(by belongTogether: (Element, Element) -> Bool) -> [ArraySlice<Element>] {
    var chunks: [ArraySlice<Element>] = []
    var start = startIndex
    for index in indices.dropFirst() where !belongTogether(self[index - 1], self[index]) {
      chunks.append(self[start..<index])
      start = index
    }
    if start < endIndex { chunks.append(self[start...]) }
    return chunks
  }
}

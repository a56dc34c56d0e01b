import Synchronization

/// In which bins levels lie: one list for all workers. With a list each, making and adding them up took a tenth of the time of a
/// forecast's models.
final class LevelCounts: Sendable {
  private let counts: Mutex<[Int32]>

  init(_ layout: TallyLayout) { counts = Mutex(Array(repeating: 0, count: layout.countOfLevels)) }

  /// Counts what a worker noted.
  func count(_ bins: LevelBins) { counts.withLock { bins.add(to: &$0) } }

  /// Gives away what was counted; nothing is left.
  func take() -> [Int32] {
    counts.withLock { counts in
      defer { counts = [] }
      return counts
    }
  }
}

/// In which bins levels lie, noted model by model and counted many models at a time.
///
/// A tally of levels is far larger than the processor's caches, so that each count by itself would wait for the memory.
struct LevelBins: Sendable {
  /// After how many models they are counted.
  private static let most = 512

  /// The bits of a number from 0 up to that of bins.
  private static let bits: UInt16 = 0x7FF

  private let layout: TallyLayout
  private let width: Int
  private let capacity: Int
  /// How many models are noted that aren't counted yet.
  private var models = 0
  /// By concept, round and model: 1 + the bin, or 0 for none.
  private var bins: [UInt16]

  /// - Parameter width: how many models are noted side by side.
  init(_ layout: TallyLayout, width: Int) {
    self.layout = layout
    self.width = width
    capacity = max(width, Self.most)
    bins = Array(repeating: 0, count: layout.concepts * (layout.rounds + 1) * capacity)
  }

  /// Notes levels, from 0 to 1, of four of the models that run side by side. One that lies at most about 2⁻⁴¹ of a bin
  /// below the next is taken there.
  ///
  /// - Parameters:
  ///   - isCounted: 1 for each that is counted, else 0; only those have to be numbers.
  ///   - lane: the first of the four.
  @inline(__always)
  mutating func note(
    _ levels: SIMD4<Double>, where isCounted: SIMD4<Double>, _ concept: Int, _ round: Int, from lane: Int
  ) {
    let most = SIMD4(repeating: Double(TallyLayout.bins - 1))
    let bounded = Double.lesser(Double.positive(levels * Double(TallyLayout.bins)), most)
    // Beyond 2⁵² doubles are 1 apart, so that the last bits are a whole number: here of 2⁻⁴⁰ of a bin. Turning each into a
    // whole number by itself would cost a check for each.
    let noted = (bounded + 1) * isCounted * 0x1p40 + 0x1p52
    let first = (concept * (layout.rounds + 1) + round) * capacity + models + lane
    for lane in 0..<4 {
      bins[first + lane] = UInt16(truncatingIfNeeded: noted[lane].bitPattern >> 40) & Self.bits
    }
  }

  /// Goes on to the next models.
  ///
  /// - Returns: whether those that are noted have to be counted first.
  mutating func isFull(after count: Int) -> Bool {
    models += count
    return models + width > capacity
  }

  /// Forgets what is noted: what comes next is written over it.
  mutating func removeAll() { models = 0 }

  /// Adds what is noted to counts of levels.
  func add(to counts: inout [Int32]) {
    for concept in 0..<layout.concepts {
      for round in 0...layout.rounds {
        let first = (concept * (layout.rounds + 1) + round) * capacity
        let place = layout.level(concept, round, bin: 0)
        for bin in bins[first..<first + models] where bin > 0 { counts[place + Int(bin) - 1] &+= 1 }
      }
    }
  }
}

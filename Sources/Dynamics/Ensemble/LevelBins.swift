/// In which bins levels lie, noted model by model and counted many models at a time.
///
/// A tally of levels is far larger than the processor's caches, so that each count by itself would wait for the memory.
struct LevelBins: Sendable {
  /// After how many models they are counted.
  private static let most = 512

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

  /// Notes a level, from 0 to 1, of one of the models that run side by side.
  @inline(__always)
  mutating func note(_ level: Double, _ concept: Int, _ round: Int, _ lane: Int) {
    let bin = min(max(Int(level * Double(TallyLayout.bins)), 0), TallyLayout.bins - 1)
    bins[(concept * (layout.rounds + 1) + round) * capacity + models + lane] = UInt16(bin + 1)
  }

  /// Goes on to the next models.
  ///
  /// - Returns: whether those that are noted have to be counted first.
  mutating func isFull(after count: Int) -> Bool {
    models += count
    return models + width > capacity
  }

  /// Counts what is noted, and forgets it.
  mutating func count(in tally: inout Tally) {
    add(to: &tally)
    for index in bins.indices { bins[index] = 0 }
    models = 0
  }

  /// Counts what is noted.
  func add(to tally: inout Tally) {
    for concept in 0..<layout.concepts {
      for round in 0...layout.rounds {
        let first = (concept * (layout.rounds + 1) + round) * capacity
        let place = layout.level(concept, round, bin: 0)
        for bin in bins[first..<first + models] where bin > 0 { tally.count(place + Int(bin) - 1) }
      }
    }
  }
}

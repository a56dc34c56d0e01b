/// What was counted over models of one prior.
struct Tally: Sendable, Hashable {
  let layout: TallyLayout
  private(set) var counts: [Int64]

  init(_ layout: TallyLayout) {
    self.layout = layout
    counts = Array(repeating: 0, count: layout.count)
  }

  /// A tally out of counts; `nil` where there are more or fewer than the layout has.
  init?(_ layout: TallyLayout, counts: [Int64]) {
    guard counts.count == layout.count else { return nil }
    self.layout = layout
    self.counts = counts
  }

  subscript(place: Int) -> Int64 { counts[place] }

  mutating func count(_ place: Int, _ amount: Int64 = 1) { counts[place] &+= amount }

  /// Adds another part of the same ensemble. Whole numbers: the order doesn't matter.
  mutating func add(_ other: Tally) {
    for index in counts.indices { counts[index] &+= other.counts[index] }
  }
}

/// What was counted over models of one prior.
struct Tally: Sendable, Hashable {
  let layout: TallyLayout
  private var own: [Int64]
  /// In how many models levels lie in which bins (``TallyLayout/level(_:_:bin:)``); empty while workers count them together.
  var levels: [Int32] = []

  /// A worker's tally, without levels.
  init(_ layout: TallyLayout) {
    self.layout = layout
    own = Array(repeating: 0, count: layout.countOfOwn)
  }

  /// A tally out of counts; `nil` where there are more or fewer than the layout has, or where so many models can't give them.
  init?(_ layout: TallyLayout, counts: [Int64], draws: Int) {
    guard counts.count == layout.countOfOwn + layout.countOfLevels else { return nil }
    self.layout = layout
    own = Array(counts.prefix(layout.countOfOwn))
    levels = counts.suffix(layout.countOfLevels).map { Int32(clamping: $0) }
    guard layout.isPossible(own, levels, draws: draws) else { return nil }
  }

  /// All counts, those of levels last.
  var counts: [Int64] { own + levels.map(Int64.init) }

  /// Any count but those of levels.
  subscript(place: Int) -> Int64 { own[place] }

  mutating func count(_ place: Int, _ amount: Int64 = 1) { own[place] &+= amount }

  /// Adds what another worker counted, but for levels. Whole numbers: the order doesn't matter.
  mutating func add(_ other: Tally) {
    for index in own.indices { own[index] &+= other.own[index] }
  }
}

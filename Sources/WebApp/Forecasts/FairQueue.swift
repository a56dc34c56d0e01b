/// What waits for its turn. Owners take turns, so that whoever has much waiting keeps nobody else from being served; what one
/// owner has waiting goes by rank, the lowest first, and then by when it came.
struct FairQueue<Item: Sendable>: Sendable {
  private struct Line {
    let owner: String
    var items: [(rank: Int, item: Item)]
  }

  private var lines: [Line] = []

  /// How many wait.
  var count: Int { lines.reduce(0) { $0 + $1.items.count } }

  /// How many of an owner's wait.
  func count(of owner: String) -> Int { lines.first { $0.owner == owner }?.items.count ?? 0 }

  /// Lets something wait.
  mutating func add(_ item: Item, of owner: String, rank: Int) {
    guard let index = lines.firstIndex(where: { $0.owner == owner }) else {
      lines.append(Line(owner: owner, items: [(rank, item)]))
      return
    }
    let place = lines[index].items.firstIndex { $0.rank > rank } ?? lines[index].items.endIndex
    lines[index].items.insert((rank, item), at: place)
  }

  /// Takes out what is next; its owner goes behind all others.
  mutating func next() -> Item? {
    guard !lines.isEmpty else { return nil }
    var line = lines.removeFirst()
    let item = line.items.removeFirst().item
    if !line.items.isEmpty { lines.append(line) }
    return item
  }

  /// Takes out all that fits.
  mutating func removeAll(where fits: (Item) -> Bool) {
    for index in lines.indices { lines[index].items.removeAll { fits($0.item) } }
    lines.removeAll(where: \.items.isEmpty)
  }
}

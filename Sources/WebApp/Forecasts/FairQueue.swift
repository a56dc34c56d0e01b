/// What waits for its turn. Owners take turns, so that whoever has much waiting keeps nobody else from being served; what one
/// owner has waiting goes by rank, the lowest first, and then by when it came.
///
/// Each line says at what time it is served next; the earliest goes first, and of equal ones the one that came first. The
/// time is one in which each line is served once an hour: it goes on by one hour for as many services as there are lines and
/// services under way. Whoever was served comes an hour later, also where their line was empty meanwhile, and so does whoever is
/// being served, so that a second question doesn't go before the first ones of others. A line that begins anew begins now, so
/// that newcomers without end keep nobody waiting for ever (start-time fair queueing: Goyal, Vin and Cheng 1996,
/// doi:10.1145/248157.248171).
struct FairQueue<Item: Sendable>: Sendable {
  private struct Line {
    let owner: String
    var time: Double
    var items: [(rank: Int, item: Item)]
  }

  /// In the order in which they began, or were last served.
  private var lines: [Line] = []
  private var now = 0.0
  /// Whether anything was ever served: the first service finds no time gone by.
  private var hasBegun = false
  /// When owners may be served next who were served already.
  private var later: [String: Double] = [:]
  /// How many services of whom are under way.
  private var serving: [String: Int] = [:]

  /// How many wait.
  var count: Int { lines.reduce(0) { $0 + $1.items.count } }

  /// How many of an owner's wait.
  func count(of owner: String) -> Int { lines.first { $0.owner == owner }?.items.count ?? 0 }

  /// Lets something wait.
  mutating func add(_ item: Item, of owner: String, rank: Int) {
    guard let index = lines.firstIndex(where: { $0.owner == owner }) else {
      let earliest = serving[owner] == nil ? now : now + 1
      lines.append(Line(owner: owner, time: max(earliest, later[owner] ?? 0), items: [(rank, item)]))
      return
    }
    let place = lines[index].items.firstIndex { $0.rank > rank } ?? lines[index].items.endIndex
    lines[index].items.insert((rank, item), at: place)
  }

  /// Takes out what is next, to be served; its owner goes behind all others.
  ///
  /// - Parameter fits: what may be taken; lines that begin with something else are passed over.
  mutating func next(where fits: (Item) -> Bool = { _ in true }) -> Item? {
    let able = lines.indices.filter { lines[$0].items.first.map { fits($0.item) } ?? false }
    guard let index = able.min(by: { (lines[$0].time, $0) < (lines[$1].time, $1) }) else { return nil }
    let service = hasBegun ? 1 / Double(lines.count + serving.values.reduce(0, +)) : 0
    hasBegun = true
    var line = lines.remove(at: index)
    now = max(now + service, line.time)
    line.time = now + 1
    later = later.filter { $0.value > now }
    later[line.owner] = line.time
    serving[line.owner, default: 0] += 1
    let item = line.items.removeFirst().item
    if !line.items.isEmpty { lines.append(line) }
    return item
  }

  /// Notes that a service of an owner has ended.
  mutating func ended(of owner: String) {
    guard let count = serving[owner] else { return }
    serving[owner] = count > 1 ? count - 1 : nil
  }

  /// Takes out all that fits.
  mutating func removeAll(where fits: (Item) -> Bool) {
    for index in lines.indices { lines[index].items.removeAll { fits($0.item) } }
    lines.removeAll(where: \.items.isEmpty)
  }
}

import Dispatch
import Synchronization

/// Does one thing with several items at a time, on all processors.
enum SideBySide {
  /// What is made of each item, in the order of the items, whichever was done first.
  ///
  /// - Parameters:
  ///   - items: what is worked on.
  ///   - weight: how much work an item is, against the others. The heaviest are begun first, so that nobody waits at the
  ///     end for one that was begun late.
  ///   - make: makes something of an item, and hangs on nothing that is made of another.
  static func map<Item: Sendable, Made: Sendable>(
    _ items: [Item], weight: (Item) -> Int, _ make: @Sendable (Item) -> Made
  ) -> [Made] {
    guard items.count > 1 else { return items.map(make) }
    let weights = items.map(weight)
    let order = items.indices.sorted { (weights[$1], $0) < (weights[$0], $1) }
    let results = Mutex([Made?](repeating: nil, count: items.count))
    DispatchQueue.concurrentPerform(iterations: items.count) { turn in
      let made = make(items[order[turn]])
      results.withLock { $0[order[turn]] = made }
    }
    return results.withLock { $0.compactMap(\.self) }
  }
}

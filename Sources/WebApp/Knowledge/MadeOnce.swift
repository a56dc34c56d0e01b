import Synchronization

/// Values that take time to make. Each is made once for everybody who asks for it, so that 20 people at once make it once,
/// and kept while it is likely to be asked for again: those asked for last, up to so many.
final class MadeOnce<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Entry {
    let task: Task<Value, any Error>
    var lastAsked: UInt64
  }
  private struct Kept {
    var entries: [Key: Entry] = [:]
    var clock: UInt64 = 0
  }

  private let most: Int
  private let kept = Mutex(Kept())

  /// - Parameter most: how many are kept.
  init(atMost most: Int) { self.most = most }

  /// How many are kept.
  var count: Int { kept.withLock(\.entries.count) }

  /// The value of a key, made by `make` where it isn't kept. What can't be made is tried again when it is asked for again.
  func value(of key: Key, _ make: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let task = kept.withLock { kept in
      kept.clock += 1
      let task = kept.entries[key]?.task ?? Task { try await make() }
      kept.entries[key] = Entry(task: task, lastAsked: kept.clock)
      if kept.entries.count > most,
        let oldest = kept.entries.min(by: { $0.value.lastAsked < $1.value.lastAsked })
      {
        kept.entries[oldest.key] = nil
      }
      return task
    }
    do { return try await task.value } catch {
      kept.withLock { kept in if kept.entries[key]?.task == task { kept.entries[key] = nil } }
      throw error
    }
  }
}

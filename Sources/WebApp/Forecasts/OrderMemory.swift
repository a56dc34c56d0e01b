import Casework
import Dynamics
import ProgrammeTheory
import Synchronization

/// Statements of order that were worked out, kept while the server runs: they depend on theory, partners and how models are
/// drawn, and never on a case.
final class OrderMemory: Sendable {
  private struct Key: Hashable {
    let theory: String
    let partners: Partners
    let settings: EnsembleSettings
  }

  private enum Entry {
    /// Somebody works them out, and is so far.
    case making(done: Int, of: Int)
    case made(OrderTrials)
  }

  /// How many are kept.
  static let mostKept = 24
  /// How often those look who wait for what somebody else works out.
  private static let look = Duration.milliseconds(20)

  private let kept = Mutex<(entries: [Key: Entry], order: [Key])>(([:], []))

  /// The statements of order of a theory; `nil` where it makes none. Whoever asks for what is being worked out waits for it,
  /// and goes on with it should whoever began be stopped.
  ///
  /// - Parameter progress: told on how many models of how many they have been tried.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  func trials(
    of theory: Theory, _ partners: Partners, _ settings: EnsembleSettings, threads: Int,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> OrderTrials? {
    guard theory.hasOrders else { return nil }
    let key = Key(
      theory: theory.identity.id.text + " " + theory.identity.version, partners: partners, settings: settings)
    var told = (-1, -1)
    while true {
      let entry = kept.withLock { kept in
        defer { if kept.entries[key] == nil { kept.entries[key] = .making(done: 0, of: 1) } }
        return kept.entries[key]
      }
      switch entry {
      case .made(let trials):
        kept.withLock { kept in
          // Those asked for last stay longest.
          kept.order.removeAll { $0 == key }
          kept.order.append(key)
        }
        return trials
      case .making(let done, let all):
        if told != (done, all) { progress(done, all) }
        told = (done, all)
        try await Task.sleep(for: Self.look)
      case nil: return try await make(key, theory, threads: threads, progress)
      }
    }
  }

  private func make(
    _ key: Key, _ theory: Theory, threads: Int, _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> OrderTrials {
    progress(0, 1)
    do {
      let trials = try await OrderTrials(
        of: theory, partners: key.partners, key.settings, threads: threads
      ) { [self] done, all in
        kept.withLock { $0.entries[key] = .making(done: done, of: all) }
        progress(done, all)
      }
      keep(trials, as: key)
      return trials
    } catch {
      kept.withLock { $0.entries[key] = nil }
      throw error
    }
  }

  private func keep(_ trials: OrderTrials, as key: Key) {
    kept.withLock { kept in
      kept.entries[key] = .made(trials)
      kept.order.append(key)
      if kept.order.count > Self.mostKept { kept.entries[kept.order.removeFirst()] = nil }
    }
  }
}

extension Theory {
  /// Whether it makes statements of order.
  var hasOrders: Bool { dynamics.contains { if case .order = $0 { true } else { false } } }
}

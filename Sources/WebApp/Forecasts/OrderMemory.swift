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

  /// How many are kept.
  static let mostKept = 24

  private let kept = Mutex<(trials: [Key: OrderTrials], order: [Key])>(([:], []))

  /// The statements of order of a theory; `nil` where it makes none.
  func trials(
    of theory: Theory, _ partners: Partners, _ settings: EnsembleSettings, threads: Int,
    _ progress: @escaping Forecast.Progress
  ) async throws -> OrderTrials? {
    guard theory.dynamics.contains(where: { if case .order = $0 { true } else { false } }) else { return nil }
    let key = Key(
      theory: theory.identity.id.text + " " + theory.identity.version, partners: partners, settings: settings)
    if let trials = kept.withLock({ $0.trials[key] }) { return trials }
    let trials = try await OrderTrials(of: theory, partners: partners, settings, threads: threads) {
      progress("statements of order", $0, $1)
    }
    kept.withLock { kept in
      if kept.trials.updateValue(trials, forKey: key) == nil { kept.order.append(key) }
      if kept.order.count > Self.mostKept { kept.trials[kept.order.removeFirst()] = nil }
    }
    return trials
  }
}

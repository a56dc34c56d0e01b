import Casework
import Dynamics
import Foundation
import ProgrammeTheory

/// The work of a run: what is run beside what, on how many threads.
struct RunWork {
  let theory: Theory
  let start: StartingPoint
  let plan: Plan
  let settings: EnsembleSettings
  let threads: Int
  let tryOrders: Bool
  let keepsOrders: Bool

  /// How many processors this machine has.
  static var processors: Int { ProcessInfo.processInfo.activeProcessorCount }

  /// Runs one part and keeps its counts.
  func part(_ shard: Shard) async throws -> EnsemblePart {
    let orders = try await orders()
    let ensemble = try await ensemble(Model(theory, start), plan, orders, shard, "models")
    return EnsemblePart(ensemble, shard)
  }

  /// Runs the models, or adds up parts that were run, and what belongs beside them.
  func run(adding parts: [EnsemblePart]) async throws -> ModelRun {
    let orders = try await orders()
    let model = Model(theory, start)
    var whole: Ensemble
    if var sum = parts.first {
      do {
        for part in parts.dropFirst() { try sum.add(part) }
        whole = try sum.ensemble(of: model, settings, plan: plan)
      } catch { throw Complaint("\(error)") }
    } else {
      whole = try await ensemble(model, plan, orders, .whole, "models")
    }
    let others = settings.withoutShares
    var without: Ensemble?
    if !plan.steps.isEmpty {
      without = try await ensemble(model, Plan(), nil, .whole, "nothing more done", others)
    }
    var neutral: Ensemble?
    if start.unknown == .drawn || !start.known.isEmpty || !plan.steps.isEmpty {
      let still = Model(
        theory, StartingPoint(partners: start.partners, unknown: .neutral, roundMonths: start.roundMonths))
      neutral = try await ensemble(still, Plan(), nil, .whole, "a neutral start", others)
    }
    return ModelRun(of: theory, whole, withoutPlan: without, neutral: neutral, orders: orders)
  }

  private func ensemble(
    _ model: Model, _ plan: Plan, _ orders: OrderTrials?, _ shard: Shard, _ what: String,
    _ settings: EnsembleSettings? = nil
  ) async throws -> Ensemble {
    let progress = Progress(what)
    defer { progress.finish() }
    return try await Ensemble(
      running: model, settings ?? self.settings, plan: plan, orders: orders, shard: shard, threads: threads,
      progress: progress.tell)
  }

  private func orders() async throws -> OrderTrials? {
    guard tryOrders else { return nil }
    return try await OrderShelf.orders(
      of: theory, start.partners, settings, threads: threads, keeps: keepsOrders)
  }
}

extension EnsembleSettings {
  /// The same without keeping what moved what, which nobody asks for there.
  var withoutShares: EnsembleSettings {
    EnsembleSettings(
      rounds: rounds, draws: draws, seed: seed, priors: priors, isSingle: isSingle, attributed: 0)
  }
}

/// Tells a person at a terminal how far the work is; says nothing elsewhere.
struct Progress: Sendable {
  private let what: String
  private let isSeen = isatty(STDERR_FILENO) == 1

  init(_ what: String = "") { self.what = what }

  func tell(_ done: Int, of all: Int) { tell(what, done, of: all) }

  func tell(_ what: String, _ done: Int, of all: Int) {
    guard isSeen, all > 0 else { return }
    try? FileHandle.standardError.write(
      contentsOf: Foundation.Data("\r\u{1B}[K\(what): \(done * 100 / all) of 100 ".utf8))
  }

  func finish() {
    guard isSeen else { return }
    try? FileHandle.standardError.write(contentsOf: Foundation.Data("\r\u{1B}[K".utf8))
  }
}

/// Parts of an ensemble as files.
enum PartFile {
  static func write(_ part: EnsemblePart, to path: String) throws(Complaint) {
    try Console.refuse(toWrite: path, over: [])
    try Console.save(part.bytes, to: path)
  }

  static func read(_ path: String) throws(Complaint) -> EnsemblePart {
    guard let bytes = try? Foundation.Data(contentsOf: URL(fileURLWithPath: path)) else {
      throw Complaint("\(path): the file can't be read. Check its name, and that you may read it.")
    }
    do {
      return try EnsemblePart(bytes: Array(bytes))
    } catch { throw Complaint("\(path): \(error)") }
  }
}

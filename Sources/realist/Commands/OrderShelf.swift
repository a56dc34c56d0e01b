import BundledKnowledge
import Dynamics
import Foundation
import ProgrammeTheory

/// Where statements of order that were worked out are kept: they depend on theory, seed and build, and never on a case.
///
/// The folder is the one that the XDG base directory specification gives for what can be made again. What is there and
/// doesn't fit is as good as nothing; what can't be kept is worked out anew the next time.
struct OrderShelf {
  private let file: URL
  private let key: String
  private let settings: EnsembleSettings
  private let partners: Partners

  init?(_ theory: Theory, _ partners: Partners, _ settings: EnsembleSettings) {
    let environment = ProcessInfo.processInfo.environment
    let home = environment["HOME"].flatMap { $0.isEmpty ? nil : $0 + "/.cache" }
    guard let base = environment["XDG_CACHE_HOME"].flatMap({ $0.hasPrefix("/") ? $0 : nil }) ?? home else {
      return nil
    }
    self.settings = settings.withoutShares
    self.partners = partners
    let content = TheoryDocument.contentText(of: theory)
    guard let build = Self.build else { return nil }
    let fingerprint = OrderTrials.fingerprint(content: content, partners, self.settings)
    key = "\(RealistProgram.nameAndVersion) \(build) \(String(fingerprint, radix: 16))"
    file = URL(fileURLWithPath: base).appending(path: "realist/orders/\(String(fingerprint, radix: 16)).json")
  }

  /// What tells this build of the program from others of the same version: while it is worked on, the same theory comes out
  /// otherwise.
  ///
  /// `nil` where the system doesn't tell: then nothing is kept.
  private static var build: String? {
    guard let program = KnowledgeFolder.runningExecutable,
      let about = try? FileManager.default.attributesOfItem(
        atPath: URL(fileURLWithPath: program).resolvingSymlinksInPath().path),
      let made = about[.modificationDate] as? Date, let size = about[.size] as? Int
    else { return nil }
    return "\(made.timeIntervalSince1970) \(size)"
  }

  private struct Kept: Codable {
    let key: String
    let trials: OrderTrials
  }

  /// What is kept, where it fits.
  func kept() -> OrderTrials? {
    guard let bytes = try? Foundation.Data(contentsOf: file),
      let kept = try? JSONDecoder().decode(Kept.self, from: bytes), kept.key == key,
      kept.trials.isWhole(for: settings, partners)
    else { return nil }
    return kept.trials
  }

  /// Keeps what was worked out, if it can.
  func keep(_ trials: OrderTrials) {
    guard let bytes = try? JSONEncoder().encode(Kept(key: key, trials: trials)) else { return }
    try? FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try? bytes.write(to: file, options: .atomic)
  }

  /// The statements of order of a theory, from where they are kept or worked out now; `nil` where it makes none.
  static func orders(
    of theory: Theory, _ partners: Partners, _ settings: EnsembleSettings, threads: Int, keeps: Bool
  ) async throws -> OrderTrials? {
    guard theory.dynamics.contains(where: { if case .order = $0 { true } else { false } }) else { return nil }
    let shelf = keeps ? OrderShelf(theory, partners, settings) : nil
    if let kept = shelf?.kept() { return kept }
    let progress = Progress("statements of order")
    defer { progress.finish() }
    let trials = try await OrderTrials(
      of: theory, partners: partners, settings.withoutShares, threads: threads, progress: progress.tell)
    shelf?.keep(trials)
    return trials
  }
}

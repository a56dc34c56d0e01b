import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// Reads theories that were damaged by chance: each gives a theory that can be written, or faults, and in good time.
///
/// `REALIST_MUTANTS` says how many (2,000 without it) and `REALIST_SEED` with which seed to begin (1 without it). The
/// mutants are read in processes of their own, so that a trap is caught, and the seed that led to it is told.
@Suite("Mutation")
struct MutationTests {
  static let count = setting("REALIST_MUTANTS") ?? 2_000
  static let first = setting("REALIST_SEED") ?? 1
  /// The first seeds of the processes; each reads the seeds up to the next one's first.
  static let batches = Array(stride(from: first, to: first + count, by: size))
  static let size = max(1, min(250, count))

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init).flatMap {
      (1...10_000_000).contains($0) ? $0 : nil
    }
  }

  @Test("A damaged theory is read as a theory or told its faults, and never traps", arguments: batches)
  func damaged(_ batch: Int) async throws {
    let end = min(batch + Self.size, Self.first + Self.count)
    let record = FileManager.default.temporaryDirectory
      .appendingPathComponent("realist-mutation-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: record) }
    let result = await #expect(processExitsWith: .success) {
      [batch, end = end as Int, record = record as String] in
      let specimens = try Specimens()
      for seed in batch..<end {
        try "\(seed)".write(toFile: record, atomically: false, encoding: .utf8)
        // A reading that never ends is ended, and its seed stands in the record.
        alarm(60)
        specimens.readMutant(seed: UInt64(seed))
      }
    }
    if result == nil {
      let seed = (try? String(contentsOfFile: record, encoding: .utf8)) ?? "none"
      Issue.record("the process ended at seed \(seed): REALIST_MUTANTS=1 REALIST_SEED=\(seed) reads it alone")
    }
  }
}

/// The theories that are damaged.
private struct Specimens {
  struct Specimen {
    let yaml: String
    let references: String
  }

  let small: Specimen
  let bundled: [Specimen]

  init() throws {
    small = try Self.specimen(Fixture.gardensPath)
    bundled = try Fixture.bundledTheories.map(Self.specimen)
  }

  /// The files of a theory as one document, so that damage may reach from one section into the next.
  private static func specimen(_ folder: String) throws -> Specimen {
    let files = try Fixture.files(of: folder)
    return Specimen(
      yaml: files.filter { $0.name.hasSuffix(".yaml") }.map(\.text).joined(),
      references: files.first { $0.name == TheoryDocument.referencesFile }?.text ?? "[]")
  }

  func readMutant(seed: UInt64) {
    var mutation = Mutation(seed: seed)
    // The large ones take ten times as long, and have the same keys.
    let isLarge = mutation.choice(of: 100) == 0
    let specimen = isLarge ? bundled.first ?? small : small
    var (yaml, references) = (Array(specimen.yaml.utf8), Array(specimen.references.utf8))
    if mutation.choice(of: 8) == 0 {
      references = mutation.damaged(specimen.references)
    } else {
      yaml = mutation.damaged(specimen.yaml)
    }
    let start = clock()
    read(yaml, references, seed: seed)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(seconds < (isLarge ? 6 : 2), "seed \(seed) took \(seconds) s of processor time")
  }

  private func read(_ yaml: [UInt8], _ references: [UInt8], seed: UInt64) {
    do {
      let theory = try TheoryDocument.read(
        files: [try DocumentFile(name: "theory.yaml", bytes: yaml)],
        references: try DocumentFile(name: "references.json", bytes: references))
      let written = try TheoryDocument.write(theory)
      #expect(try TheoryDocument.read(files: written) == theory, "seed \(seed) doesn't come back")
    } catch {
      #expect(!error.faults.isEmpty, "seed \(seed) has no theory and no fault")
      let isTold = error.faults.allSatisfy { !$0.problem.isEmpty && !$0.remedy.isEmpty && $0.line ?? 1 > 0 }
      #expect(isTold && error.description.utf8.count < 100_000, "seed \(seed) isn't told well")
    }
  }
}

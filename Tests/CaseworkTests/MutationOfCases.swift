import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// Reads cases that were damaged by chance: each is assessed and told, or its faults are, and in good time.
///
/// `REALIST_MUTANTS` says how many (1,000 without it) and `REALIST_SEED` with which seed to begin (1 without it). The
/// mutants are read in processes of their own, so that a trap is caught, and the seed that led to it is told.
@Suite("Mutation of cases")
struct MutationOfCases {
  static let count = setting("REALIST_MUTANTS") ?? 1_000
  static let first = setting("REALIST_SEED") ?? 1
  /// The first seeds of the processes; each reads the seeds up to the next one's first.
  static let batches = Array(stride(from: first, to: first + count, by: size))
  static let size = max(1, min(250, count))

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init).flatMap {
      (1...10_000_000).contains($0) ? $0 : nil
    }
  }

  @Test("A damaged case is assessed or told its faults, and never traps", arguments: batches)
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

/// The cases that are damaged, and the theory that they are assessed by.
private struct Specimens {
  let theory: Theory
  let texts: [String]

  init() throws {
    theory = try Fixture.gardens()
    let paths =
      ["mill-lane", "mill-lane", "quarry-row"].map(GardenCase.path)
      + BundledCases.names.map(BundledCases.path)
    texts = try paths.map { try DocumentFile(path: $0).text }
  }

  func readMutant(seed: UInt64) {
    var mutation = Mutation(seed: seed)
    let bytes = mutation.damaged(texts[mutation.choice(of: texts.count)])
    let start = clock()
    assess(bytes, seed: seed)
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(seconds < 3, "seed \(seed) took \(seconds) s of processor time")
  }

  private func assess(_ bytes: [UInt8], seed: UInt64) {
    do {
      let subject = try CaseDocument.read(try DocumentFile(name: "case.yaml", bytes: bytes))
      let assessment = Assessment(of: subject, by: theory, beside: [subject])
      let page = assessment.page(madeBy: "realist 0")
      #expect(Mentions(of: page).dangling == [], "seed \(seed) has a why that leads nowhere")
      let told = TerminalRenderer(width: 60, colour: false).render(page)
      let isPlain = !told.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 127 }
      #expect(isPlain, "seed \(seed) brings control signs to the terminal")
      #expect(assessment.besides.allSatisfy { $0.areAlikeAtStart && $0.outlookNow.isEmpty }, "seed \(seed)")
    } catch {
      #expect(!error.faults.isEmpty, "seed \(seed) has no case and no fault")
      let isTold = error.faults.allSatisfy { !$0.problem.isEmpty && !$0.remedy.isEmpty && $0.line ?? 1 > 0 }
      #expect(isTold && error.description.utf8.count < 100_000, "seed \(seed) isn't told well")
    }
  }
}

import Foundation
import Literature
import TestSupport
import Testing

/// Reads exports that were damaged by chance: each gives records and a report that accounts for them, or a message, in
/// good time; and what is read can be written and read again.
///
/// `REALIST_MUTANTS` says how many for each fixture's format (2,000 without it) and `REALIST_SEED` with which seed to
/// begin. They are read in processes of their own, so that a trap is caught, and the seed that led to it is told.
@Suite("Mutation of records")
struct RecordMutationTests {
  static let count = setting("REALIST_MUTANTS") ?? 2_000
  static let first = setting("REALIST_SEED") ?? 1
  static let size = max(1, min(500, count))

  /// The formats that are read line by line or row by row, each with the fixtures that have it.
  static let families: [RecordFormat: [String]] = Dictionary(grouping: Fixture.recordFiles) { file in
    (try? RecordReading(file: file).report?.format) ?? .ris
  }

  struct Batch: Sendable, CustomStringConvertible {
    let format: RecordFormat
    let first: Int
    var description: String { "\(format.word) from \(first)" }
  }

  static let batches: [Batch] = families.keys.sorted { $0.word < $1.word }.flatMap { format in
    stride(from: first, to: first + count, by: size).map { Batch(format: format, first: $0) }
  }

  private static func setting(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap(Int.init).flatMap {
      (1...10_000_000).contains($0) ? $0 : nil
    }
  }

  @Test("A damaged export is read or refused with a message, and never traps", arguments: batches)
  func damaged(_ batch: Batch) async throws {
    let (start, end) = (batch.first, min(batch.first + Self.size, Self.first + Self.count))
    let record = FileManager.default.temporaryDirectory
      .appendingPathComponent("realist-mutation-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: record) }
    let word = batch.format.word
    let result = await #expect(processExitsWith: .success) {
      [start = start as Int, end = end as Int, record = record as String, word = word as String] in
      let specimens = try Self.specimens(word)
      for seed in start..<end {
        try "\(seed)".write(toFile: record, atomically: false, encoding: .utf8)
        alarm(60)
        Self.read(specimens, seed: UInt64(seed))
      }
    }
    if result == nil {
      let seed = (try? String(contentsOfFile: record, encoding: .utf8)) ?? "none"
      Issue.record(
        "\(word): the process ended at seed \(seed): REALIST_MUTANTS=1 REALIST_SEED=\(seed) reads it alone")
    }
  }

  private static func specimens(_ word: String) throws -> [String] {
    let format = try #require(RecordFormat(word: word))
    return try (families[format] ?? []).map { String(decoding: try Fixture.recordBytes($0), as: UTF8.self) }
  }

  private static func read(_ specimens: [String], seed: UInt64) {
    var mutation = Mutation(seed: seed)
    let bytes = mutation.damaged(specimens[mutation.choice(of: specimens.count)])
    let start = clock()
    let reading = RecordReading(bytes)
    #expect(reading == RecordReading(bytes, chunk: 1 + mutation.choice(of: 9)), "seed \(seed): chunks matter")
    if let report = reading.report {
      #expect(report.records == reading.records.count, "seed \(seed): the report counts otherwise")
    } else {
      #expect(reading.error?.hasPrefix("export: ") == true || reading.error?.hasPrefix("export:") == true)
    }
    if seed.isMultiple(of: 8) { write(reading, seed: seed) }
    let seconds = Double(clock() - start) / Double(CLOCKS_PER_SEC)
    #expect(seconds < 2, "seed \(seed) took \(seconds) s of processor time")
  }

  private static func write(_ reading: RecordReading, seed: UInt64) {
    guard !reading.records.isEmpty else { return }
    for format in RecordFormat.allCases {
      guard var writer = format.writer else { continue }
      var bytes: [UInt8] = []
      writer.begin(&bytes)
      for record in reading.records { writer.write(record, to: &bytes) }
      writer.end(&bytes)
      #expect(RecordReading(bytes).plain == reading.plain, "seed \(seed): \(format.word) gives others back")
    }
  }
}

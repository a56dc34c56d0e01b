import Foundation
import Literature
import TestSupport
import Testing

/// Pairs of every kind that databases hold, invented: each is one work, or two. `pairs.csv` has two rows a pair, the
/// verdict in the column `works` and what the pair stands for in `why`.
@Suite("Kinds of pairs")
struct KindsOfPairTests {
  struct Pair: Sendable, CustomStringConvertible {
    let first: Record
    let second: Record
    let isOneWork: Bool
    let description: String
  }

  static let pairs: [Pair] = {
    var records: [Record] = []
    let file = Fixture.folder.appendingPathComponent("dedupe/pairs.csv").path
    _ = try? RecordFile().read(path: file) { records.append($0) }
    return stride(from: 0, to: records.count - 1, by: 2).map { place in
      func said(_ name: String) -> String { records[place].raw.first { $0.name == name }?.value ?? "" }
      return Pair(
        first: records[place], second: records[place + 1], isOneWork: said("works") == "one",
        description: said("why"))
    }
  }()

  @Test("There are pairs of either kind")
  func both() {
    #expect(Self.pairs.count { $0.isOneWork } >= 50)
    #expect(Self.pairs.count { !$0.isOneWork } >= 50)
  }

  @Test("A pair is one work or two, as the definition has it, in either order", arguments: pairs)
  func verdict(_ pair: Pair) {
    for records in [[pair.first, pair.second], [pair.second, pair.first]] {
      let deduplication = Deduplication(records)
      let reason = deduplication.groups.first?.links.first?.reason ?? "nothing joined them"
      #expect(deduplication.groups.isEmpty != pair.isOneWork, "\(pair): \(reason)")
    }
  }
}

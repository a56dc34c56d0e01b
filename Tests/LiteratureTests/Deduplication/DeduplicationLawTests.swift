import Bibliography
import Literature
import TestSupport
import Testing

@Suite("Laws of deduplication")
struct DeduplicationLawTests {
  /// The groups by what the records are called, in an order that doesn't hang on the list's.
  private func groups(_ records: [Record], _ decisions: DuplicateDecisions = DuplicateDecisions()) -> Set<
    Set<String>
  > {
    Set(Deduplication(records, decisions: decisions).groups.map { Set($0.members.map { records[$0].id }) })
  }

  @Test("Any order of the records gives the same groups", arguments: 1...2 as ClosedRange<UInt64>)
  func order(seed: UInt64) {
    let library = PerturbedLibrary(works: 120, seed: seed)
    var random = SplitMix64(seed: seed)
    let expected = groups(library.records)
    #expect(!expected.isEmpty)
    #expect(groups(library.records.shuffled(using: &random)) == expected, "seed \(seed)")
    #expect(groups(library.records.reversed()) == expected, "seed \(seed)")
  }

  @Test("A record that is like no other changes no group", arguments: 1...2 as ClosedRange<UInt64>)
  func unrelated(seed: UInt64) {
    let records = PerturbedLibrary(works: 120, seed: seed).records
    let stranger = record("stranger", "Zebrafish plumbing under quixotic moons", "Xylander, Q", year: 1901)
    #expect(groups(records + [stranger]) == groups(records), "seed \(seed)")
  }

  @Test("Exact copies stand in one group, however many", arguments: [2, 30])
  func copies(count: Int) {
    let records = PerturbedLibrary(works: 40, seed: 9).records.filter {
      ($0.reference.title ?? "").count > 30
    }
    let copied = (0..<count).flatMap { copy in
      records.map { original in
        var record = original
        record.reference.id += "-\(copy)"
        return record
      }
    }
    let deduplication = Deduplication(copied)
    var groupOf: [Int: Int] = [:]
    for (number, group) in deduplication.groups.enumerated() {
      for place in group.members { groupOf[place] = number }
    }
    for place in records.indices {
      #expect(groupOf[place] != nil)
      for copy in 0..<count { #expect(groupOf[place + copy * records.count] == groupOf[place]) }
    }
  }

  @Test("No chain joins two records that contradict each other")
  func chain() {
    let title = "Outcomes of hospital mergers for community rehabilitation"
    let first = record(
      "1", title + ". Part 1", "Rossi, A; Chen, B", year: 2010, journal: "BMJ", volume: "340", pages: "10-19")
    let second = record(
      "2", title + ". Part 2", "Rossi, A; Chen, B", year: 2010, journal: "BMJ", volume: "340", pages: "20-29")
    let bridge = record("3", title, "Rossi, A; Chen, B", year: 2010, journal: "BMJ", volume: "340")
    for group in groups([first, bridge, second]) { #expect(!group.isSuperset(of: ["1", "2"])) }
  }

  @Test("Made-up libraries are deduplicated without a false merge", arguments: 11...12 as ClosedRange<UInt64>)
  func library(seed: UInt64) {
    let library = PerturbedLibrary(works: 400, seed: seed)
    let found = Deduplication(library.records)
    let accuracy = DeduplicationAccuracy(found: found.groups.map(\.members), known: library.truth)
    #expect(accuracy.falsePairs.isEmpty, "seed \(seed): \(accuracy.falsePairs)")
    // Most that are missed are editorials and letters without issue or pages, which are left to a person.
    #expect(accuracy.recall > 0.96, "seed \(seed): \(accuracy.recall)")
  }

  @Test("A person's word goes ahead of the fields")
  func decisions() {
    let records = [
      record("1", "Stepped care for older adults in Ontario", "Rossi, A", year: 2010, journal: "BMJ"),
      record("2", "Stepped care for older adults in Ontario", "Rossi, A", year: 2010, journal: "BMJ"),
      record("3", "Quite another thing about nurses", "Chen, B", year: 1999, journal: "Lancet"),
    ]
    #expect(groups(records) == [["1", "2"]])
    #expect(groups(records, DuplicateDecisions(apart: [[0, 1]])) == [])
    #expect(groups(records, DuplicateDecisions(same: [[1, 2]])) == [["1", "2", "3"]])
    #expect(groups(records, DuplicateDecisions(same: [[0, 2]], apart: [[0, 1]])) == [["1", "3"]])
  }

  @Test("Groups that are kept apart take every merge back")
  func takenBack() {
    let records = PerturbedLibrary(works: 80, seed: 5).records
    let found = Deduplication(records).groups.map(\.members)
    #expect(!found.isEmpty)
    let again = Deduplication(records, decisions: DuplicateDecisions(apart: found))
    for group in again.groups {
      for known in found { #expect(Set(group.members).intersection(known).count < 2) }
    }
  }

  @Test("Decisions that contradict each other are found")
  func contradiction() {
    #expect(
      DuplicateDecisions(same: [[0, 1], [1, 2]], apart: [[2, 0]]).contradiction.map { [$0.first, $0.second] }
        == [0, 2])
    #expect(DuplicateDecisions(same: [[0, 1]], apart: [[1, 2]]).contradiction == nil)
    #expect(DuplicateDecisions().contradiction == nil)
  }
}

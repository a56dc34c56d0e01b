import Bibliography
import Foundation
import Literature
import TestSupport
import Testing

@Suite("Merged records")
struct MergingTests {
  private let first = record(
    "a", "STEPPED CARE IN ONTARIO", "Rossi, A", year: 2009, journal: "BMJ", pages: "10", abstract: "Short.")
  private let second = record(
    "b", "Stepped care in Ontario", "Rossi, Anna; Chen, B", year: 2010, journal: "British Medical Journal",
    volume: "340",
    pages: "10-19", doi: "10.1000/x", abstract: "A longer abstract.")

  @Test("The best of each field is taken, and from whom")
  func best() throws {
    let merged = try #require(MergedRecord([first, second]))
    let reference = merged.record.reference
    #expect(merged.record.id == "a")
    #expect(reference.title == "Stepped care in Ontario")
    #expect(reference.authors.count == 2)
    #expect(reference.issued?.year == 2010)
    #expect(reference.page == "10-19")
    #expect(reference.doi == "10.1000/x")
    #expect(merged.record.abstract == "A longer abstract.")
    #expect(
      merged.sources.map(\.field)
        == ["title", "authors", "year", "journal", "volume", "pages", "DOI", "abstract"])
    #expect(merged.sources.allSatisfy { $0.member == 1 })
  }

  @Test("What the first has stays where others have no better")
  func firstStays() throws {
    let merged = try #require(MergedRecord([second, first]))
    #expect(merged.record.reference == second.reference)
    #expect(merged.sources.isEmpty)
    #expect(MergedRecord([]) == nil)
  }

  @Test("Labels, notes, keywords and raw fields of all are kept, each once")
  func lists() throws {
    var (one, other) = (first, second)
    one.keywords = ["care", "age"]
    other.keywords = ["age", "Ontario"]
    other.raw = [RawField("C7", "x")]
    one.notes = ["seen"]
    let merged = try #require(MergedRecord([one, other])).record
    #expect(merged.keywords == ["care", "age", "Ontario"])
    #expect(merged.raw == [RawField("C7", "x")])
    #expect(merged.notes == ["seen"])
  }

  @Test("Taking a merge back gives the very records")
  func undo() {
    let records = PerturbedLibrary(works: 60, seed: 3).records
    let deduplication = Deduplication(records)
    for (group, merged) in zip(deduplication.groups, deduplication.mergedGroups) {
      #expect(merged.undone() == group.members.map { records[$0] })
    }
  }

  @Test("A group stands where its first member stood, and no record is lost")
  func places() {
    let records = [second, record("c", "Another thing about nurses", "Xu, F"), first]
    let distinct = Deduplication(records).distinctRecords
    #expect(distinct.map(\.id) == ["b", "c"])
  }

  @Test("Recall, precision, false merges and misses are counted in pairs")
  func accuracy() {
    let accuracy = DeduplicationAccuracy(found: [[0, 1, 2], [5, 6]], known: [[0, 1, 3], [5, 6]])
    #expect(accuracy.knownPairs == 4)
    #expect(accuracy.foundPairs == 4)
    #expect(accuracy.sharedPairs == 2)
    #expect(accuracy.recall == 0.5)
    #expect(accuracy.precision == 0.5)
    #expect(accuracy.falsePairs == [[0, 2], [1, 2]])
    #expect(accuracy.missedPairs == [[0, 3], [1, 3]])
  }

  @Test("Groups are written and read in one form, and a name that there isn't is told with its line")
  func table() throws {
    let records = [first, second, record("x;y", "Third"), record("a", "Fourth")]
    let names = RecordNames(records)
    #expect(names.names == ["record 1", "b", "record 3", "record 4"])
    let source = ByteSource(bytes: Array("merged_ids\n\"record 1;b\"\n".utf8), named: "same.csv")
    #expect(try GroupTable.read(source, names) == [[0, 1]])
    let wrong = ByteSource(bytes: Array("merged_ids\nb;zzz\n".utf8), named: "same.csv")
    #expect { try GroupTable.read(wrong, names) } throws: {
      "\($0)".contains("same.csv:2") && "\($0)".contains("zzz")
    }
    let headless = ByteSource(bytes: Array("ids\nb;c\n".utf8), named: "same.csv")
    #expect { try GroupTable.read(headless, names) } throws: { "\($0)".contains("merged_ids") }
  }
}

import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Faults of a theory document")
struct ReadingFaultsTests {
  @Test("The minimal theory has no fault")
  func none() {
    #expect(MinimalTheory.faults(of: MinimalTheory.text) == nil)
  }

  @Test(
    "Each fault is told with its line, its field, what is wrong and what would be right",
    arguments: FaultCase.all)
  func told(_ change: FaultCase) {
    #expect(change.changed != MinimalTheory.text)
    let told = MinimalTheory.faults(of: change.changed)?.description
    #expect(told == change.expected.joined(separator: "\n"))
  }

  @Test("There are as many cases as there were")
  func count() {
    #expect(FaultCase.all.count >= 81)
  }

  @Test(
    "Each fault is told once in a document with line ends of Windows, or a byte order mark",
    arguments: FaultCase.all)
  func lineEnds(_ change: FaultCase) throws {
    let expected = MinimalTheory.faults(of: change.changed)?.faults
    let windows = change.changed.replacing("\n", with: "\r\n")
    #expect(MinimalTheory.faults(of: windows)?.faults.map(\.line) == expected?.map(\.line))
    let marked = try DocumentFile(
      name: "theory.yaml", bytes: [0xEF, 0xBB, 0xBF] + Array(change.changed.utf8))
    #expect(marked.text == change.changed)
  }

  @Test("All faults of a document are told at once, in the order of its lines")
  func golden() throws {
    let folder = Fixture.folder.appendingPathComponent("twenty-faults")
    let text = try String(contentsOf: folder.appendingPathComponent("theory.yaml"), encoding: .utf8)
    let told = MinimalTheory.faults(of: text)?.description ?? "no faults"
    let golden = folder.appendingPathComponent("faults.txt")
    #expect(try told + "\n" == String(contentsOf: golden, encoding: .utf8))
  }

  @Test("Faults beyond a hundred are counted, not told")
  func many() {
    func document(_ count: Int) -> FaultyDocument {
      let keys = (0..<count).map { "unknown\($0): 1\n" }.joined()
      return MinimalTheory.faults(of: MinimalTheory.text + keys) ?? FaultyDocument(faults: [])
    }
    #expect(document(100).description.split(separator: "\n").count == 100)
    #expect(document(101).description.split(separator: "\n").last == "and 1 more fault")
    #expect(document(3_000).description.split(separator: "\n").last == "and 2900 more faults")
    #expect(document(3_000).faults.count == FaultyDocument.mostKept)
  }

  @Test("More than 90 concepts are one fault, at the first that is too many")
  func concepts() {
    let more = (3...91).map { number in
      """
        - {id: c\(number), name: n, definition: d, scope: partner, scale: binary, low: l, high: h, falls: f,
           rises: r, group: g}

      """
    }
    let text = MinimalTheory.text.replacing("tellings:\n  - id", with: more.joined() + "tellings:\n  - id")
    #expect(
      MinimalTheory.faults(of: text)?.description
        == "theory.yaml:188: concepts[90]: there are 91 concepts, and 90 are the most. "
        + "Merge concepts that stand for one thing.")
    #expect(MinimalTheory.faults(of: text.replacing(more.last ?? "", with: "")) == nil)
  }

  @Test("References that are missing or can't be read are one fault, and not one for each use")
  func references() {
    #expect(
      MinimalTheory.faults(of: MinimalTheory.text, references: nil)?.description
        == "theory.yaml:18: tellings[0].sources[0]: the document names references, and there is no references.json "
        + "beside it. Put the references there, as CSL-JSON.")
    let broken = DocumentFile(name: "references.json", text: "[{\"id\": \"1\"")
    let faults = MinimalTheory.faults(of: MinimalTheory.text, references: broken)?.faults ?? []
    #expect(faults.map(\.file) == ["references.json"])
    let twice = DocumentFile(
      name: "references.json", text: #"[{"id": "1", "type": "book"}, {"id": "1", "type": "book"}]"#)
    #expect(MinimalTheory.faults(of: MinimalTheory.text, references: twice)?.faults.count == 1)
  }

  @Test("What stands in a file that can't be read isn't called missing")
  func brokenFile() {
    let concepts = DocumentFile(name: "concepts.yaml", text: "concepts: [x\n")
    let rest = MinimalTheory.text.split(separator: "\n").filter {
      !$0.contains("id: rain") && !$0.contains("id: mud") && !$0.hasPrefix("     low") && $0 != "concepts:"
    }
    let main = DocumentFile(name: "theory.yaml", text: rest.joined(separator: "\n"))
    #expect(
      throws: FaultyDocument(faults: [
        Fault(
          file: "concepts.yaml", line: 1, field: "", problem: "a list that begins here isn't closed with ]",
          remedy: "Close it.")
      ])
    ) { try TheoryDocument.read(files: [main, concepts], references: MinimalTheory.references) }
  }

  @Test("A section stands in one file only, and identity only in the main one")
  func sections() {
    let other = DocumentFile(name: "more.yaml", text: "outlook: []\ntitle: T\n")
    do {
      _ = try TheoryDocument.read(
        files: [DocumentFile(name: "theory.yaml", text: MinimalTheory.text), other],
        references: MinimalTheory.references)
      Issue.record("it was read")
    } catch {
      #expect(error.faults.map { "\($0.file):\($0.line ?? 0)" } == ["more.yaml:1", "more.yaml:2"])
      #expect(error.description.contains("this section stands in another file already"))
      #expect(error.description.contains("“title” is no key of this part"))
    }
  }
}

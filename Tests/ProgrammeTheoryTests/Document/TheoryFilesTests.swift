import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// A theory of several files is read by several threads.
@Suite("Faults of a theory of many files")
struct TheoryFilesTests {
  private static let sections = [
    "phases", "groups", "concepts", "tellings", "configurations", "rivals", "sources", "middleRangeTheories",
    "entryPoints", "arrangements", "flow", "statements", "citations", "loops", "levers", "outlook",
  ]

  private static let identity = """
    format: realist-theory/1
    id: many
    title: T
    version: 1.0.0
    language: en
    summary: S

    """

  /// What is told of a folder with these files.
  private func faults(of files: [DocumentFile]) throws -> FaultyDocument? {
    try TemporaryFolder.with { folder -> FaultyDocument? in
      for file in files { _ = try folder.file(file.name, file.text) }
      do throws(FaultyDocument) {
        _ = try TheoryDocument.read(path: folder.path)
        return nil
      } catch {
        let faults = error.faults.map { fault in
          Fault(
            file: String(fault.file.dropFirst(folder.path.utf8.count + 1)), line: fault.line,
            field: fault.field,
            problem: fault.problem, remedy: fault.remedy)
        }
        return FaultyDocument(faults: faults, leftOut: error.leftOut)
      }
    }
  }

  /// Each section in a file of its own, of a size that chance gives, with nothing right in it.
  private func files(_ seed: Int, items: ClosedRange<Int>) -> [DocumentFile] {
    var random = SplitMix64(seed: UInt64(seed))
    let others = Self.sections.shuffled(using: &random).enumerated().map { index, section in
      let count = Int.random(in: items, using: &random)
      let lines = (0..<count).map { _ in
        "- \(random.pick(["wrong", "{x: 1, y: 2}", "[]", "{id: A B}", "~"]))\n"
      }
      return DocumentFile(
        name: String(UnicodeScalar(UInt8(97 + index))) + ".yaml", text: "\(section):\n" + lines.joined())
    }
    return [DocumentFile(name: "theory.yaml", text: Self.identity)] + others.shuffled(using: &random)
  }

  @Test("They come by file and line, and are the same each time", arguments: 0..<6)
  func order(_ seed: Int) throws {
    let files = files(seed, items: 1...25)
    let first = try #require(try faults(of: files))
    let places = first.faults.map { ($0.file, $0.line ?? 0) }
    #expect(places.count > 50)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(Set(places.map(\.0)).count == Self.sections.count)
    for _ in 0..<20 { #expect(try faults(of: files) == first) }
  }

  @Test("They are those that each section has when it stands in the one file", arguments: 0..<6)
  func sameAsOneFile(_ seed: Int) throws {
    let files = files(seed, items: 1...25)
    let one = DocumentFile(name: "theory.yaml", text: files.map(\.text).joined())
    // Only the lines differ, also where a fault names one.
    func words(_ document: FaultyDocument?) -> [String] {
      (document?.faults ?? [])
        .map { "\($0.field): \($0.problem). \($0.remedy)".replacing(#/\(line [0-9]+\)/#, with: "") }.sorted()
    }
    #expect(try words(faults(of: files)) == words(faults(of: [one])))
  }

  @Test("Of more than are kept, the same are kept each time, and the others are counted", arguments: 0..<3)
  func leftOut(_ seed: Int) throws {
    let files = files(seed, items: 150...400)
    let first = try #require(try faults(of: files))
    #expect(first.faults.count == FaultyDocument.mostKept)
    #expect(first.leftOut > 1_000)
    for _ in 0..<5 { #expect(try faults(of: files) == first) }
  }

  @Test("What names something unknown is told after what is wrong with the name itself, on the same line")
  func sameLine() throws {
    let changed = MinimalTheory.text.replacing(
      "context: [more rain]", with: "context: [more snow, more, more fog]")
    let told = MinimalTheory.faults(of: changed)?.faults.map(\.field)
    #expect(
      told == [
        "configurations[0].context[1]", "configurations[0].context[0]", "configurations[0].context[2]",
      ])
  }

  @Test("The file that goes beyond 4 MB is the one that does so in the order of the names")
  func bytes() throws {
    let filler = "# " + String(repeating: "x", count: 1_500_000) + "\n"
    let files = [
      DocumentFile(name: "theory.yaml", text: Self.identity),
      DocumentFile(name: "a.yaml", text: filler + "phases: []\n"),
      DocumentFile(name: "b.yaml", text: filler + "groups: []\n"),
      DocumentFile(name: "c.yaml", text: filler + "!tag x\n"), DocumentFile(name: "d.yaml", text: "&a x\n"),
    ]
    for _ in 0..<3 {
      let told = try #require(try faults(of: files)).faults
      #expect(told.map(\.file) == ["c.yaml", "d.yaml"])
      #expect(told.allSatisfy { $0.problem == "with this file the theory is larger than 4 MB" })
    }
  }

  @Test("The item that is one too many over all files is the same each time")
  func signs() throws {
    func list(_ section: String) -> String { "\(section):\n" + String(repeating: "- ~\n", count: 30_000) }
    let files =
      [DocumentFile(name: "theory.yaml", text: Self.identity)]
      + zip(["a", "b", "c", "d", "e"], Self.sections).map { DocumentFile(name: "\($0).yaml", text: list($1)) }
    for _ in 0..<3 {
      let told = try #require(try faults(of: files)).faults
      // The main file has nine signs, and each other one a colon and 30,000 dashes.
      let tooMany = told.filter { $0.problem == "the document holds too many items" }
      #expect(tooMany.map { "\($0.file):\($0.line ?? 0)" } == ["d.yaml:9991", "e.yaml:1"])
    }
  }

  @Test("Files as deep as YAML is read are read by any thread")
  func depth() async {
    await #expect(processExitsWith: .success) {
      let deep = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
      let files =
        [DocumentFile(name: "theory.yaml", text: Self.identity)]
        + Self.sections.map { DocumentFile(name: "\($0).yaml", text: "\($0): [\(deep)]\n") }
      for _ in 0..<10 {
        let told = #expect(throws: FaultyDocument.self) {
          try TheoryDocument.read(files: files, references: nil)
        }
        #expect((told?.faults.count ?? 0) > 10)
      }
    }
  }
}

import Bibliography
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Writing a theory")
struct WritingTests {
  @Test("The fixture is written as it stands: it is in canonical form")
  func canonical() throws {
    let files = try Fixture.files(of: Fixture.gardensPath)
    let written = try TheoryDocument.write(try Fixture.gardens())
    #expect(written.map(\.name).sorted() == files.map(\.name).sorted())
    for file in files {
      #expect(written.first { $0.name == file.name }?.text == file.text, "\(file.name)")
    }
  }

  @Test("A theory that is written and read is the same, and written again gives the same bytes")
  func roundTrip() throws {
    for folder in [Fixture.gardensPath] + Fixture.bundledTheories {
      let theory = try TheoryDocument.read(path: folder)
      let files = try TheoryDocument.write(theory)
      let read = try TheoryDocument.read(files: files)
      #expect(read == theory)
      #expect(try TheoryDocument.write(read) == files)
    }
  }

  @Test("The fixture uses every key of the format")
  func everyKey() throws {
    let text = try Fixture.files(of: Fixture.gardensPath).map(\.text).joined()
    let format = try String(
      contentsOf: Fixture.package.appendingPathComponent("docs/theory-document.md"), encoding: .utf8)
    let example = format.split(separator: "```yaml").dropFirst().first?.split(separator: "```").first ?? ""
    let lines = example.split(separator: "\n").map { $0.prefix { $0 != "#" } }
    let keys = Set(
      lines.flatMap { $0.matches(of: #/(?:^ *(?:- )?|\{|, )([a-zA-Z]+):/#).map { String($0.1) } })
    #expect(keys.count > 80)
    for key in keys.sorted() {
      #expect(text.contains("\(key):"), "\(key) is in the format and not in the fixture")
    }
  }

  @Test("Every text of a theory survives, whatever it holds", arguments: [UInt64](1...12))
  func nastyTexts(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let theory = try Fixture.gardens().mappingTexts { _ in
      Bool.random(using: &random) ? random.pick(NastyText.examples) : NastyText.random(using: &random)
    }
    let files = try TheoryDocument.write(theory)
    let read = try TheoryDocument.read(files: files)
    #expect(read == theory, "seed \(seed)")
    #expect(try TheoryDocument.write(read) == files, "seed \(seed)")
    let json = DocumentFile(name: "theory.json", text: try TheoryDocument.json(theory))
    #expect(try TheoryDocument.read(files: [json]) == theory, "seed \(seed), as JSON")
  }

  @Test(
    "A fault in the references of a theory that is one file names its line, and two lists of them are one too many"
  )
  func inlineReferences() throws {
    let one = "  \"references\": [\n    {\"id\": \"1\",\n     \"type\": \"sermon\"}\n  ]\n}\n"
    let theory = try TheoryDocument.json(try Fixture.gardens())
    let start = try #require(theory.range(of: "  \"references\": "))
    let file = DocumentFile(name: "theory.json", text: theory[..<start.lowerBound] + one)
    let error = try #require(throws: FaultyDocument.self) { try TheoryDocument.read(files: [file]) }
    let lines = theory[..<start.lowerBound].split(separator: "\n", omittingEmptySubsequences: false).count
    let fault = try #require(error.faults.first { $0.problem.contains("sermon") })
    #expect(fault.line == lines + 2 && fault.field == "references[1].type")
    let beside = DocumentFile(name: TheoryDocument.referencesFile, text: "[]")
    let twice = try #require(throws: FaultyDocument.self) {
      try TheoryDocument.read(files: [DocumentFile(name: "theory.json", text: theory), beside])
    }
    #expect(
      twice.faults.map(\.field) == ["references"]
        && twice.faults[0].problem.contains("stand in references.json too"))
  }

  @Test("References keep their names, however odd", arguments: NastyText.examples.indices)
  func nastyReferences(_ index: Int) throws {
    let theory = try Fixture.gardens().mappingTexts({ $0 }) {
      $0 + NastyText.examples[index].withoutControlSigns
    }
    #expect(try TheoryDocument.read(files: TheoryDocument.write(theory)) == theory)
  }

  @Test("The test above reaches every text")
  func reachesEveryText() throws {
    let theory = try Fixture.gardens().mappingTexts({ _ in "Z" }, reference: { "Z" + $0 })
    func texts(in value: Any) -> [String] {
      if value is Reference || "\(type(of: value))".hasPrefix("Identifier<") { return [] }
      if let text = value as? String { return [text] }
      // Which text it is from is a checksum.
      if let passage = value as? Quotation {
        return [passage.exact, passage.prefix, passage.suffix] + [passage.page].compactMap(\.self)
      }
      return Mirror(reflecting: value).children.flatMap { texts(in: $0.value) }
    }
    let found = texts(in: theory)
    #expect(found.count > 300)
    #expect(found.filter { !$0.contains("Z") } == [])
  }

  @Test("A theory with concepts, tellings and configurations alone has no other keys")
  func bare() throws {
    var theory = try Fixture.gardens()
    theory = Theory(identity: theory.identity)
    theory = Theory(
      identity: .init(
        id: theory.identity.id, title: "T", version: "1.0.0", language: "en", summary: "S"))
    let files = try TheoryDocument.write(theory)
    #expect(files.map(\.name) == ["theory.yaml", "concepts.yaml", "tellings.yaml", "configurations.yaml"])
    #expect(files.map(\.text).dropFirst() == ["concepts: []\n", "tellings: []\n", "configurations: []\n"])
    #expect(
      files.first?.text == """
        format: realist-theory/1
        id: neighbourhood-gardens
        title: T
        version: "1.0.0"
        language: en
        summary: S

        """)
  }

  @Test("What a document can't hold is refused, and not written as something else")
  func refusals() throws {
    let gardens = try Fixture.gardens()
    var reversed = gardens
    reversed.configurations = gardens.configurations.map { $0.reversed ?? $0 }
    var dangling = gardens
    dangling.concepts.removeLast()
    var twice = gardens
    twice.references += gardens.references.prefix(1)
    var table = gardens
    table.citations.append(Citation(place: .row("r", table: "1", heading: nil, number: nil), works: ["1"]))
    let empty = gardens.mappingTexts { _ in "" }
    // The YAML reader drops a byte order mark that opens a text.
    let mark = gardens.mappingTexts { "\u{FEFF}" + $0 }
    for theory in [reversed, dangling, twice, table, empty, mark] {
      #expect(throws: FaultyDocument.self) { try TheoryDocument.write(theory) }
    }
  }
}

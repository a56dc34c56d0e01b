import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Reading a case")
struct CaseReadingTests {
  private static let head = "format: realist-case/1\nid: plot\ntitle: A plot\nsummary: S\nkind: real\n"

  private func faults(_ text: String) -> [String] {
    do {
      _ = try CaseDocument.read(DocumentFile(name: "plot.yaml", text: Self.head + text))
      return []
    } catch { return error.faults.map(\.description) }
  }

  @Test("Every fault of a document is told at once, with line, field and what would be right")
  func manyFaults() throws {
    let file = try DocumentFile(path: Fixture.folder.appendingPathComponent("faulty-case.yaml").path)
    do {
      _ = try CaseDocument.read(DocumentFile(name: "faulty-case.yaml", text: file.text))
      Issue.record("it was read")
    } catch {
      let difference = try GoldenFile.difference(error.description + "\n", from: "faulty-case.txt")
      #expect(difference == nil)
      #expect(error.faults.count > 25)
    }
  }

  @Test(
    "An unknown key is told with the nearest known, in each part",
    arguments: [
      ("patner: []", "partners"), ("partners: [{id: a, nane: A}]", "name"),
      ("facts: [{concept: x, iss: low}]", "is"),
      ("facts: [{concept: x, is: low, saidby: y}]", "saidBy"),
      ("aims: [{what: w, ambtion: low}]", "ambition"),
      ("events: [{id: e, date: 2019, kind: other, what: w, move: []}]", "moves"),
      ("observations: [{date: 2019, concept: x, scores: 1, lowest: 0, highest: 2}]", "score"),
      ("further: [{waht: w}]", "what"), ("end: {outcom: mixed, what: w}", "outcome"),
    ])
  func nearest(_ text: String, _ key: String) {
    #expect(faults(text).contains { $0.hasPrefix("plot.yaml:6: ") && $0.contains("Did you mean “\(key)”?") })
  }

  @Test("A partner that nobody is, and one that is named without its other, are faults")
  func partners() {
    let partners = "partners: [{id: north, name: N}, {id: south, name: S}]\n"
    let faults = faults(
      partners + """
        facts:
          - {concept: x, is: low, of: nort}
          - {concept: x, is: low, of: north, towards: west}
          - {concept: x, is: low, towards: north}
        observations:
          - {date: 2019, concept: x, score: 1, lowest: 0, highest: 2, of: soth}
        """)
    #expect(
      faults == [
        "plot.yaml:8: facts[0].of: no partner is called “nort”. Did you mean “north”?",
        "plot.yaml:9: facts[1].towards: no partner is called “west”. The partners are north, south.",
        "plot.yaml:10: facts[2]: it says towards whom, and not whose it is. Add: of.",
        "plot.yaml:12: observations[0].of: no partner is called “soth”. Did you mean “south”?",
      ])
  }

  @Test("More of anything than a person would write is a fault, and not a long wait")
  func limits() {
    let events = (1...501).map { "  - {id: e-\($0), date: 2019, kind: other, what: w}\n" }.joined()
    #expect(faults("events:\n" + events).count == 1)
    let people = (0..<2_500).map { "  - {id: a\($0), name: A}\n" }.joined()
    let facts = (0..<2_500).map { "  - {of: b\($0)}\n" }.joined()
    let text = "partners:\n\(people)facts:\n\(facts)"
    let start = clock()
    #expect(faults(text).contains { $0.contains("there are 2500 items, and up to 200 are read") })
    #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 5)
  }

  @Test("Only what is required is needed; what isn't known may be said to be so")
  func bare() throws {
    let bare = try GardenCase.made("")
    #expect(bare.facts.isEmpty && bare.end == nil && bare.mandated == nil && bare.theory == nil)
    let asked = try GardenCase.made("arrangement: not known", "mandated: not known")
    #expect(asked.arrangement == nil && asked.mandated == nil)
  }

  @Test("Events stand by date, and those of one date as they were written")
  func order() throws {
    let dates = ["2020", "2019-05", "2020-12-31", "2019-05-31", "2019-05-01"]
    let lines = dates.enumerated().map { "  - {id: e-\($0), date: \($1), kind: other, what: w}" }
    let read = try GardenCase.made("events:\n" + lines.joined(separator: "\n"))
    #expect(read.events.map(\.id.text) == ["e-4", "e-1", "e-3", "e-0", "e-2"])
  }

  @Test("The fixture uses every key of the format")
  func everyKey() throws {
    let text = try String(contentsOfFile: GardenCase.path("mill-lane"), encoding: .utf8)
    let format = try String(
      contentsOf: Fixture.package.appendingPathComponent("docs/case-document.md"), encoding: .utf8)
    let example = format.split(separator: "```yaml").dropFirst().first?.split(separator: "```").first ?? ""
    let withoutRemarks = example.replacing(#/#[^\n]*/#, with: "")
    let keys = Set(withoutRemarks.matches(of: #/(?:^|[{\s])([a-zA-Z]+): /#).map { String($0.1) })
    #expect(keys.count > 30)
    for key in keys.sorted() {
      let isUsed = text.contains("\(key):")
      #expect(isUsed, "\(key) is in the format and not in the fixture")
    }
  }

  @Test("The bundled cases say nothing that their theory has no word for, but what they set apart")
  func bundled() throws {
    for subject in try BundledCases.all() {
      let theory = try BundledCases.theory()
      #expect(subject.theory == theory.identity.id)
      #expect(subject.silences(in: theory).map(\.what) == subject.further.map(\.what))
    }
  }
}

import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("Codebooks of a review")
struct ReviewCodebookTests {
  private func synthesis(_ acts: [Act]) -> Synthesis {
    Synthesis(
      acts: acts.enumerated().map {
        LoggedAct(number: $0 + 1, at: "2026-01-02T03:04:05Z", by: "Ann", act: $1)
      })
  }

  private func code(_ name: String, _ children: [QDACodebook.Code] = []) -> QDACodebook.Code {
    QDACodebook.Code(
      guid: QDAGuid.derived(from: "\(name) \(children.count)"), name: name, description: "About \(name).",
      colour: "#102030", children: children)
  }

  @Test("What came in goes out as it was: tree, GUIDs, colours, sets")
  func throughAReview() {
    let inner = code("sharing")
    let outer = code("working together", [inner, code("meeting")])
    let book = QDACodebook(
      origin: "x", codes: [outer, code("rules")],
      sets: [QDACodebook.CodeSet(guid: QDAGuid.derived(from: "s"), name: "seen", members: [inner.guid])])
    let (act, told) = book.brought(from: "x.qdc")
    #expect(told.isEmpty && act.codes.map(\.name) == ["working together", "sharing", "meeting", "rules"])
    let out = QDACodebook(synthesis([.codesBrought(act)]), madeBy: "x")
    #expect(out == book)
  }

  @Test("A name that stands twice is told apart by the code above it")
  func twice() {
    var second = code("trusting")
    second.guid = QDAGuid.derived(from: "second")
    let book = QDACodebook(codes: [code("early", [code("trusting")]), code("late", [second])])
    let (act, told) = book.brought(from: "x.qdc")
    #expect(act.codes.map(\.name) == ["early", "trusting", "late", "trusting (late)"] && told.count == 1)
  }

  @Test("Codes of coders come out with how they are used, and each concept is a set of its codes")
  func coded() throws {
    let coding = Coding(
      ground: .place(source: "a", .paragraph(1, section: "S")),
      parts: [
        CodedPart(code: "shared tools", slot: .context, direction: .more),
        CodedPart(code: "helping", slot: .outcome, direction: .more),
      ])
    let concept = Concept(
      id: try #require(Concept.ID("tools")), name: "Tools", definition: "Tools in common.", phrases: [],
      scope: .collaboration, scale: .continuous,
      wording: Concept.Wording(low: "few", high: "many", falls: "fall", rises: "rise"), group: "all")
    let book = QDACodebook(
      synthesis([
        .coded(coding), .conceptFormed(ConceptFormation(concept: concept, codes: [CodeUse("shared tools")])),
      ]), madeBy: "realist test")
    #expect(book.codes.map(\.name) == ["shared tools", "helping"])
    #expect(book.codes.first?.description == "Coded once, as context.")
    #expect(book.sets.map(\.name) == ["Tools"] && book.sets.first?.members == [book.codes[0].guid])
    #expect(try QDACodebook.read(DocumentFile(name: "x", text: book.xml)).codebook == book)
  }
}

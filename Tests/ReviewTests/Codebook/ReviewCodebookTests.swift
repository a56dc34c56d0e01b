import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("Codebooks of a review")
struct ReviewCodebookTests {
  private func synthesis(_ acts: [Act]) -> Synthesis { Synthesis(acts: MadeReview.logged(acts)) }

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

  private func coded(_ code: String) -> Act {
    .coded(
      Coding(
        ground: .place(source: "a", .paragraph(1, section: "S")), parts: [CodedPart(code: code, slot: .theme)]
      ))
  }

  private func writtenAndRead(_ synthesis: Synthesis) throws -> QDACodebook {
    let book = QDACodebook(synthesis, madeBy: "realist test")
    #expect(try QDACodebook.read(DocumentFile(name: "x", text: book.xml)).codebook == book)
    return book
  }

  @Test("The remedy for a code that came in before can be typed as it stands, whatever the names are")
  func remedy() throws {
    let long = String(repeating: "long ", count: 30) + "name"
    let before = QDACodebook(codes: [code("the others' $HOME \"will\"")])
    var after = before
    after.codes[0].name = long
    let known = synthesis([.codesBrought(before.brought(from: "x.qdc").act)])
    let told = try #require(after.brought(from: "x.qdc", into: known).told.first)
    let line = try #require(told.components(separatedBy: "realist review ").last)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "printf '%s\\n' \(line)"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let words = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(
      words.split(separator: "\n") == [
        "merge-codes", "FILE", "the others' $HOME \"will\"", "--into", "\(long)",
      ])
  }

  @Test(
    "A code that was renamed elsewhere and comes in again keeps its GUID, and the former name gets another")
  func renamedElsewhere() throws {
    let before = QDACodebook(codes: [code("trusting"), code("rules")])
    var after = before
    after.codes[0].name = "relying on them"
    let first = before.brought(from: "x.qdc").act
    let known = synthesis([.codesBrought(first), coded("trusting")])
    let (second, told) = after.brought(from: "x.qdc", into: known)
    #expect(told.count == 1 && told[0].contains("came in before as “trusting”"))
    let book = try writtenAndRead(
      synthesis([.codesBrought(first), coded("trusting"), .codesBrought(second)]))
    #expect(book.codes.map(\.name) == ["trusting", "rules", "relying on them"])
    #expect(book.codes[2].guid == before.codes[0].guid && book.codes[0].guid != before.codes[0].guid)
    #expect(book.codes[1].guid == before.codes[1].guid)
    let merge = CodeMerge(codes: [CodeUse("trusting")], into: "relying on them")
    let merged = synthesis([
      .codesBrought(first), coded("trusting"), .codesBrought(second), .codesMerged(merge),
    ])
    #expect(try writtenAndRead(merged).codes.map(\.guid) == [before.codes[0].guid, before.codes[1].guid])
    #expect(after.brought(from: "x.qdc", into: merged).told.isEmpty)
  }

  @Test("A code of ours that was renamed elsewhere and comes back is no second one of its GUID")
  func oursRenamedElsewhere() throws {
    let own = coded("helping")
    var book = try writtenAndRead(synthesis([own]))
    book.codes[0].name = "aiding"
    book.sets = [QDACodebook.CodeSet(guid: QDAGuid.derived(from: "helping"), name: "a", members: [])]
    let act = book.brought(from: "x.qdc").act
    let again = try writtenAndRead(synthesis([own, .codesBrought(act)]))
    #expect(again.codes.map(\.name) == ["helping", "aiding"])
    #expect(again.codes[1].guid == QDAGuid.derived(from: "helping"))
  }

  @Test("A code that is renamed here goes out under its GUID, with those that stand under it")
  func renamedHere() throws {
    let (inner, second) = (code("sharing"), code("meeting"))
    let outer = code("working together", [inner])
    let act = QDACodebook(codes: [outer, second]).brought(from: "x.qdc").act
    let renaming = CodeMerge(codes: [CodeUse("working together")], into: "joint work")
    let book = try writtenAndRead(synthesis([.codesBrought(act), .codesMerged(renaming)]))
    #expect(book.codes.map(\.name) == ["joint work", "meeting"] && book.codes[0].guid == outer.guid)
    #expect(book.codes[0].description == "About working together." && book.codes[0].children == [inner])
    let joining = CodeMerge(codes: [CodeUse("sharing"), CodeUse("meeting")], into: "being together")
    let joined = try writtenAndRead(synthesis([.codesBrought(act), .codesMerged(joining)]))
    let new = try #require(joined.codes[0].children.first ?? joined.codes.last)
    #expect(new.name == "being together" && new.guid != inner.guid && new.guid != second.guid)
  }
}

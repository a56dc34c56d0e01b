import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Writing a case")
struct CaseWritingTests {
  private static var paths: [String] {
    BundledCases.names.map(BundledCases.path) + ["mill-lane", "quarry-row"].map(GardenCase.path)
  }

  @Test(
    "A case that is written and read is the same, and written again gives the same bytes", arguments: paths)
  func roundTrip(_ path: String) throws {
    let subject = try CaseDocument.read(path: path)
    let file = try CaseDocument.write(subject)
    let read = try CaseDocument.read(file)
    #expect(read == subject)
    #expect(try CaseDocument.write(read) == file)
  }

  @Test("So is a damaged one, where it can still be read")
  func mutants() throws {
    let texts = try Self.paths.map { try DocumentFile(path: $0).text }
    var count = 0
    for seed in UInt64(1)...600 {
      var mutation = Mutation(seed: seed)
      let bytes = mutation.damaged(texts[mutation.choice(of: texts.count)])
      guard let file = try? DocumentFile(name: "case.yaml", bytes: bytes),
        let subject = try? CaseDocument.read(file)
      else { continue }
      count += 1
      let written = try CaseDocument.write(subject)
      #expect(try CaseDocument.read(written) == subject, "seed \(seed)")
      #expect(try CaseDocument.write(CaseDocument.read(written)) == written, "seed \(seed)")
    }
    #expect(count > 60)
  }

  @Test("Every text survives, whatever it holds", arguments: NastyText.examples.indices)
  func nasty(_ index: Int) throws {
    let text = DocumentValue.text(NastyText.examples[index])
    let fact: [DocumentValue.Pair] = [
      .init("concept", .text("water-access")), .init("is", .text("high")), .init("saidBy", text),
      .init("source", text), .init("note", text),
    ]
    let partner: [DocumentValue.Pair] = [
      .init("id", .text("north")), .init("name", text), .init("about", text),
    ]
    let remark: [DocumentValue.Pair] = [.init("what", text), .init("source", text)]
    let document = DocumentValue.group([
      .init("format", .text("realist-case/1")), .init("id", .text("plot")), .init("title", text),
      .init("summary", text), .init("kind", .text("real")), .init("entryPoints", .inlineList([text])),
      .init("partners", .list([.group(partner)])), .init("facts", .list([.group(fact)])),
      .init("further", .list([.inlineGroup(remark)])),
    ])
    let subject = try CaseDocument.read(DocumentFile(name: "plot.yaml", text: document.yaml()))
    #expect(subject.title == subject.summary && subject.facts.first?.note == subject.title)
    #expect(try CaseDocument.read(CaseDocument.write(subject)) == subject)
  }

  @Test("What holds without being written isn't written")
  func bare() throws {
    let lines = ["fedTheory: no", "beside: []", "facts: []"]
    let subject = try GardenCase.made(lines.joined(separator: "\n"))
    #expect(
      try CaseDocument.write(subject).text == """
        format: realist-case/1
        id: plot
        title: A plot
        summary: S
        kind: real
        start: "2019-03"

        """)
  }

  @Test(
    "What was asked in vain stays so, and is told from what wasn't asked",
    arguments: [
      ("arrangement: not known", Case.Part.arrangement), ("mandated: not known", .mandated),
      ("end: not known", .end), ("entryPoints: []", .entryPoints), ("partners: []", .partners),
      ("aims: []", .aims), ("events: []", .events),
    ])
  func inVain(_ line: String, _ part: Case.Part) throws {
    let subject = try GardenCase.made(line)
    #expect(subject.askedInVain == [part])
    let text = try CaseDocument.write(subject).text
    #expect(text.contains(line + "\n"))
    #expect(try CaseDocument.read(DocumentFile(name: "plot.yaml", text: text)) == subject)
    #expect(try GardenCase.made().askedInVain.isEmpty)
  }

  @Test("A start that isn't known is one that was asked for")
  func startNotKnown() throws {
    let text = "format: realist-case/1\nid: a\ntitle: A\nsummary: S\nkind: real\nstart: not known\n"
    let subject = try CaseDocument.read(DocumentFile(name: "a.yaml", text: text))
    #expect(subject.start == nil && subject.askedInVain == [.start])
    #expect(try CaseDocument.write(subject).text == text)
  }
}

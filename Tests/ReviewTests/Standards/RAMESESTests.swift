import Bibliography
import Foundation
import Literature
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("RAMESES publication standards")
struct RAMESESTests {
  private func checklist(_ title: String, _ acts: [Act], theory: Theory? = nil) -> RAMESESChecklist {
    RAMESESChecklist(
      .init(title: title, acts: MadeReview.logged(acts), flow: Flow([]), theory: theory))
  }

  private func entry(_ item: RAMESESItem, of list: RAMESESChecklist) throws -> RAMESESChecklist.Entry {
    try #require(list.entries.first { $0.item == item })
  }

  @Test("There are 19 items in the order of a report, each with its section and what it asks for")
  func items() {
    #expect(RAMESESItem.allCases.map(\.number) == Array(1...19))
    var sections: [String] = []
    for item in RAMESESItem.allCases where sections.last != item.section { sections.append(item.section) }
    #expect(sections == ["Title", "Abstract", "Introduction", "Methods", "Results", "Discussion"])
    #expect(RAMESESItem.allCases.allSatisfy { !$0.name.isEmpty && $0.asks.hasSuffix(".") })
  }

  @Test("Of an empty review everything is missing, each with what to do")
  func empty() {
    let list = checklist("A review", [.began(Beginning(title: "A review"))])
    #expect(list.count(.missing) == 19 && list.entries.allSatisfy { !$0.missing.isEmpty })
    let page = RAMESESTeller(of: list, title: "A review", madeBy: "realist test").page
    #expect(page.story.first?.text == "Of 19 items the file holds 0, and 0 in part; 19 are missing.")
  }

  @Test(
    "The title counts only where it says what the review is",
    arguments: [
      ("A realist synthesis of x", true), ("Realist Review: x", true), ("A realistic plan", false),
      ("A review of x", false),
    ])
  func title(_ title: String, _ isHeld: Bool) throws {
    #expect(try entry(.title, of: checklist(title, [])).state == (isHeld ? .held : .missing))
  }

  @Test("Protocol, searches, sources, codings and theory fill their items")
  func filled() throws {
    let plan = ReviewProtocol(
      title: "T", question: "Why?", registration: "X 1",
      stages: [StageProtocol(stage: .titleAndAbstract, reviewers: 2, include: ["on topic"])])
    var changed = plan
    changed.question = "Why here?"
    let source = ReviewSource(
      key: "a", record: nil, reference: Reference(id: "a", type: .book, title: "A"), role: .included)
    let acts: [Act] = [
      .protocolSet(ProtocolChange(document: plan)),
      .protocolSet(ProtocolChange(document: changed, because: "pilot was too wide")),
      .searchNoted(Search(source: "HMIC", wave: .database, strategy: "a AND b", date: "2020")),
      .searchNoted(Search(source: "Scholar", wave: .googleScholar)), .sourceDescribed(source),
      .sourceAppraised(Appraisal(source: "a", rigour: Judgement(level: .high, words: "checked"))),
      .coded(
        Coding(
          ground: .place(source: "a", .paragraph(1, section: "S")),
          parts: [CodedPart(code: "c", slot: .context)])),
    ]
    let list = checklist("T", acts, theory: try Fixture.gardens())
    #expect(try entry(.objectives, of: list).found == ["The question: Why here?"])
    #expect(
      try entry(.changes, of: list).found == ["Registered as X 1.", "Changed because: pilot was too wide."])
    let searching = try entry(.searching, of: list)
    #expect(searching.state == .partly && searching.found.first == "HMIC (databases): 2020; a AND b.")
    #expect(searching.missing == ["Of 1 the terms or the date aren't given, such as Scholar."])
    let selection = try entry(.selection, of: list)
    #expect(
      selection.state == .held
        && selection.found.first == "Title and abstract: 1 criterion, 2 reviewers.")
    #expect(try entry(.extraction, of: list).found == ["1 coding by Ann."])
    #expect(try entry(.scoping, of: list).state == .held && entry(.findings, of: list).state == .held)
    #expect(try entry(.comparison, of: list).state == .partly && entry(.funding, of: list).state == .missing)
    #expect(try entry(.characteristics, of: list).found.first?.contains("1 as included") == true)
  }

  @Test("On a screen each item stands with what is found and what is left to do, no word of it broken")
  func onScreen() throws {
    let acts: [Act] = [
      .protocolSet(ProtocolChange(document: MadeReview.plan)),
      .searchNoted(Search(source: "HMIC", wave: .database, strategy: "a AND b")),
    ]
    let list = checklist("A realist review of something long enough to break", acts)
    let teller = RAMESESTeller(of: list, title: "T", madeBy: "realist test")
    let text = TerminalRenderer().render(teller.page)
    let told = text.unwrapped
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    for entry in list.entries {
      let item = entry.item
      #expect(text.contains("\(item.number). \(item.name): \(entry.state.rawValue)\n"))
      #expect(told.contains(item.asks))
      for words in entry.found { #expect(told.contains("• \(words)"), "\(words)") }
      for words in entry.missing { #expect(told.contains("• To do: \(words)"), "\(words)") }
    }
    let open = list.entries.filter { $0.state != .held }.map { String($0.item.number) }
    #expect(told.contains("Something is left to do for: \(Theory.list(open))."))
  }

  @Test("In a document all items stand in one table, and what is left to do below it")
  func inTable() throws {
    let list = checklist("A review", [])
    let page = RAMESESTeller(of: list, title: "T", madeBy: "realist test").tablePage
    guard case .table(let table) = page.parts.first?.blocks.first else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.map { $0[0].text } == (1...19).map(String.init))
    #expect(page.parts.map(\.id) == ["items", "open"])
  }

  @Test("The checklist of a file is filled from its log, and what was taken back doesn't count")
  func file() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      let list = RAMESESChecklist(try review.standardsGrounds())
      let flow = try #require(list.entries.first { $0.item == .flow })
      #expect(flow.state == .partly && flow.missing == ["3 records still to be decided on."])
      #expect(list.entries.first { $0.item == .findings }?.state == .missing)
      review.close()
    }
  }
}

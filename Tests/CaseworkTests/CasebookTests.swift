import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// All bundled cases, as files.
private enum Casebook {
  static let folder = Fixture.package.appendingPathComponent("Sources/BundledKnowledge/Knowledge/cases").path

  static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func read(_ name: String) throws -> Case { try CaseDocument.read(path: BundledCases.path(name)) }
}

/// What is wrong with a case, by the rules of the casebook that reading alone doesn't keep.
private struct Propriety {
  /// The group of concepts that tell of an end.
  static let endings = "ending"

  let theory: Theory

  func faults(in subject: Case) -> [String] {
    let unknown = subject.silences(in: theory).dropFirst(subject.further.count).map { "unknown: \($0.what)" }
    return unknown + sourceFaults(in: subject) + endFaults(in: subject) + dateFaults(in: subject)
  }

  private func sourceFaults(in subject: Case) -> [String] {
    guard subject.kind == .real else { return [] }
    let facts = subject.facts.filter { $0.level != .notKnown && $0.source == nil }.map(\.concept.text)
    let aims = subject.aims.filter { $0.source == nil }.map(\.what)
    let events = subject.events.filter { $0.source == nil }.map(\.id.text)
    let further = subject.further.filter { $0.source == nil }.map(\.what)
    let end = subject.end.map { $0.source == nil ? ["end"] : [] } ?? ["no end"]
    return (facts + aims + events + further + end).map { "no source: \($0)" }
  }

  private func endFaults(in subject: Case) -> [String] {
    let told = Set(theory.concepts.filter { $0.group == Self.endings }.map(\.id))
    let named = subject.events.flatMap { $0.moves.map(\.concept) } + subject.facts.map(\.concept)
    return named.filter(told.contains).map { "tells the end: \($0.text)" }
  }

  private func dateFaults(in subject: Case) -> [String] {
    var faults: [String] = []
    if let start = subject.start, let end = subject.end?.date, last(end) < first(start) {
      faults.append("ends before it starts")
    }
    for event in subject.events {
      if let start = subject.start, last(event.date) < first(start) {
        faults.append("before the start: \(event.id.text)")
      }
      if let end = subject.end?.date, last(end) < first(event.date) {
        faults.append("after the end: \(event.id.text)")
      }
    }
    let dated = subject.facts.contains { $0.since != nil }
    return faults + (dated && subject.start == nil ? ["a fact with since, and no start"] : [])
  }

  // Full dates as text stand in their order.
  private func first(_ date: PartialDate) -> String { "\(date)" + "0000-01-01".dropFirst("\(date)".count) }
  private func last(_ date: PartialDate) -> String { "\(date)" + "0000-12-31".dropFirst("\(date)".count) }
}

@Suite("The casebook")
struct CasebookTests {
  private func row(_ name: String) throws -> [String] {
    let book = try String(
      contentsOf: Fixture.package.appendingPathComponent("docs/casebook.md"), encoding: .utf8)
    let line = try #require(book.split(separator: "\n").first { $0.hasPrefix("| `\(name)` |") }, "\(name)")
    return line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
  }

  @Test("A case keeps to the casebook's rules", arguments: Casebook.names)
  func proper(_ name: String) throws {
    let (subject, theory) = (try Casebook.read(name), try BundledCases.theory())
    #expect(subject.id.text == name && subject.theory == theory.identity.id)
    #expect(Propriety(theory: theory).faults(in: subject) == [])
    for other in subject.beside {
      #expect(try Casebook.read("\(other)").beside.contains(.bundled(subject.id)), "\(other)")
    }
  }

  @Test("Each breach of the rules is found")
  func breaches() throws {
    let text = """
      format: realist-case/1
      id: breach
      title: T
      summary: S
      kind: real
      start: 2012-05
      arrangement: marriage
      entryPoints: [hope]
      facts:
        - {concept: trust, is: high, since: 2013}
        - {concept: going-ahead, is: not known}
        - {concept: happiness, is: not known}
      aims: [{what: an aim, ambition: not known}]
      further: [{what: a remark}]
      events:
        - {id: early, date: 2012-04, kind: other, what: E, source: S}
        - {id: late, date: 2014, kind: other, what: L, moves: [raises dissolution]}
      end: {outcome: mixed, date: 2011, what: W}
      """
    let breach = try CaseDocument.read(DocumentFile(name: "breach.yaml", text: text))
    let faults = Propriety(theory: try BundledCases.theory()).faults(in: breach)
    #expect(
      Set(faults) == [
        "unknown: marriage", "unknown: hope", "unknown: happiness", "no source: trust", "no source: an aim",
        "no source: a remark", "no source: late", "no source: end", "tells the end: going-ahead",
        "tells the end: dissolution", "ends before it starts", "before the start: early",
        "after the end: early", "after the end: late",
      ])
    let undated = try CaseDocument.read(
      DocumentFile(name: "breach.yaml", text: text.replacing("start: 2012-05\n", with: "")))
    #expect(
      Propriety(theory: try BundledCases.theory()).faults(in: undated)
        .contains("a fact with since, and no start"))
  }

  @Test("Those that fed the theory are marked, and no others")
  func fed() throws {
    let fed = try Casebook.names.filter { try Casebook.read($0).fedTheory }
    #expect(
      fed == [
        "access-aco", "collaborative-aco", "medway-birmingham", "medway-east-kent", "medway-guys",
        "somerset-partnership", "southwark-lambeth",
      ])
  }

  @Test("The casebook's page has a row for each real case, and tells of it what the case tells")
  func page() throws {
    let theory = try BundledCases.theory()
    let real = try Casebook.names.map(Casebook.read).filter { $0.kind == .real }
    #expect(real.count == 13)
    for subject in real {
      let row = try row(subject.id.text)
      let form = theory.arrangements.first { $0.id.text == subject.arrangement }?.name
      try #require(row.count == 6, "\(subject.id.text)")
      #expect(row[1] == form && row[3] == subject.end?.outcome.rawValue)
      #expect(row[4] == (subject.fedTheory ? "yes" : "no"))
      #expect(row[2].split(separator: ",").count == subject.entryPoints.count)
    }
  }

  @Test("What the casebook asks of every case is asked, if only to be left open")
  func asked() throws {
    let names = [
      "prior-successful-collaboration", "initial-trust", "legal-agreements", "accountability",
      "shared-vision", "power-imbalance", "cultural-compatibility", "staff-involvement",
    ]
    for subject in try Casebook.names.map(Casebook.read) where subject.kind == .real {
      // The two alliances were written before there was a casebook.
      if subject.arrangement == "alliance" { continue }
      let asked = Set(subject.facts.map(\.concept.text))
      #expect(Set(names).subtracting(asked) == [], "\(subject.id.text)")
    }
  }

  @Test("Hindsight of those who took part counts from the day on which they told it, and not at the start")
  func hindsight() throws {
    let (subject, theory) = (try Casebook.read("medway-guys"), try BundledCases.theory())
    let roles = try #require(Concept.ID("clarity-of-roles"))
    let end = try #require(subject.end?.date)
    let later = try #require(PartialDate(iso: "2019-03"))
    #expect(subject.startingSituation(in: theory).facts[roles] == nil)
    #expect(subject.situation(by: end, in: theory).facts[roles] == nil)
    #expect(subject.situation(by: later, in: theory).facts[roles] == .lies(.more, much: false))
  }

  @Test("The matched pair can't be told apart at the start, and ended apart")
  func pair() throws {
    let theory = try BundledCases.theory()
    let (one, other) = (try Casebook.read("wirral-social-care"), try Casebook.read("wirral-mental-health"))
    #expect(one.startingSituation(in: theory).facts == other.startingSituation(in: theory).facts)
    #expect(one.end?.outcome == .dissolvedByPartner && other.end?.outcome == .sustained)
  }

  @Test("A case assesses in every format", arguments: Casebook.names)
  func formats(_ name: String) throws {
    let subject = try Casebook.read(name)
    // One is enough to tell of, and each takes its time.
    let others = try subject.beside.prefix(1).map { try Casebook.read("\($0)") }
    let assessment = Assessment(of: subject, by: try BundledCases.theory(), beside: others)
    let (brief, full) = (
      assessment.page(madeBy: "realist 0", detail: .brief), assessment.page(madeBy: "realist 0")
    )
    let told = [
      TerminalRenderer().render(brief), TerminalRenderer().render(full), MarkdownRenderer().render(full),
    ]
    // Where a line breaks is no matter here.
    for text in told {
      #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(subject.title))
    }
    #expect(HTMLRenderer().render(full).contains("</html>"))
    let record = AssessmentRecord(assessment, madeBy: "realist 0")
    #expect(try JSONEncoder().encode(record).count > 1_000)
    #expect(Mentions(of: full).dangling == [])
  }
}

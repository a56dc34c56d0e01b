import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("A case, looked through")
struct CaseCheckTests {
  /// Lines of a case, and what is found in them by the small theory.
  struct Specimen: Sendable {
    let lines: String
    let kind: CaseFinding.Kind
    /// What the finding holds, as JSON has it.
    let parts: [String: String]

    init(_ kind: CaseFinding.Kind, _ lines: String, _ parts: [String: String]) {
      (self.lines, self.kind, self.parts) = (lines, kind, parts)
    }
  }

  static let specimens = [
    Specimen(.otherTheory, "theory: roof-gardens", ["theory": "roof-gardens"]),
    Specimen(
      .unknownToTheory, "facts: [{concept: water-acess, is: high}]",
      ["what": "concept", "name": "water-acess", "nearest": "water-access"]),
    Specimen(.unknownToTheory, "arrangement: balcony", ["what": "arrangement", "name": "balcony"]),
    Specimen(
      .unknownToTheory, "entryPoints: [empty-lots]", ["what": "point of entry", "nearest": "empty-lot"]),
    Specimen(
      .hindsight, "facts: [{concept: water-access, is: high, since: 2020}]",
      ["concept": "water-access", "date": "2020"]),
    Specimen(
      .eventBeforeStart, "events: [{id: dig, date: 2018, kind: other, what: Dug, moves: [raises upkeep]}]",
      ["event": "dig", "date": "2018"]),
    Specimen(.endBeforeStart, "end: {outcome: mixed, date: 2019-02, what: Over}", ["date": "2019-02"]),
    Specimen(.eventMovesNothing, "events: [{id: dig, date: 2020, kind: other, what: Dug}]", ["event": "dig"]),
    Specimen(
      .eventMovesAnEnd,
      "events: [{id: shut, date: 2020, kind: other, what: Shut, moves: [raises garden-closure]}]",
      ["event": "shut", "concept": "garden-closure"]),
    Specimen(
      .disagreement,
      "facts: [{concept: water-access, is: high, saidBy: leaders}, {concept: water-access, is: very low, saidBy: staff}]",
      ["concept": "water-access"]),
    Specimen(
      .silentPartner,
      "partners: [{id: a, name: A}, {id: b, name: B}]\nfacts: [{concept: know-how, is: high, of: a}]",
      ["partner": "b"]),
    Specimen(
      .noSource, "facts: [{concept: water-access, is: high, saidBy: staff}]", ["concept": "water-access"]),
    Specimen(.nobodySaysSo, "facts: [{concept: water-access, is: high}]", ["concept": "water-access"]),
    Specimen(.weightyUnknown, "facts: [{concept: water-access, is: high}]", ["concept": "know-how"]),
  ]

  private func check(_ lines: String) throws -> CaseCheck {
    CaseCheck(of: try GardenCase.made(lines), by: try Fixture.gardens())
  }

  private func fields(_ finding: CaseFinding) throws -> [String: Any] {
    let json = try JSONSerialization.jsonObject(with: JSONEncoder().encode(finding))
    return try #require(json as? [String: Any])
  }

  @Test("Each kind is found where it is", arguments: specimens.indices)
  func found(_ index: Int) throws {
    let specimen = Self.specimens[index]
    let findings = try check(specimen.lines).findings(of: specimen.kind)
    let fitting = try findings.filter { finding in
      let fields = try fields(finding)
      return specimen.parts.allSatisfy { fields[$0.key] as? String == $0.value }
    }
    #expect(fitting.count == 1, "\(findings)")
  }

  @Test("What looks like a finding and isn't one is passed over")
  func notFound() throws {
    let lines = """
      theory: neighbourhood-gardens
      arrangement: allotments
      entryPoints: [empty-lot]
      partners: [{id: a, name: A}, {id: b, name: B}]
      facts:
        - {concept: water-access, is: high, source: a visit, since: 2019-03-31}
        - {concept: know-how, is: not known}
        - {concept: firm-coordination, is: not applicable}
      events: [{id: dig, date: 2019-03, kind: other, what: Dug, moves: [raises shared-work]}]
      end: {outcome: sustained, date: 2019, what: It goes on}
      """
    let check = try check(lines)
    #expect(check.findings.allSatisfy { $0.kind == .weightyUnknown })
    #expect(check.questions?.answered == 4 && check.questions?.notKnown == 1 && check.questions?.count == 8)
  }

  @Test("A date without a start to compare with is a finding of its own")
  func noStart() throws {
    let text = """
      format: realist-case/1
      id: a
      title: A
      summary: S
      kind: real
      facts: [{concept: water-access, is: high, since: 2020}]
      """
    let subject = try CaseDocument.read(DocumentFile(name: "a.yaml", text: text))
    let check = CaseCheck(of: subject, by: try Fixture.gardens())
    let water = try GardenCase.concept("water-access")
    #expect(check.findings(of: .sinceWithoutStart) == [.sinceWithoutStart(water, since: "2020")])
    #expect(check.findings(of: .hindsight).isEmpty)
  }

  @Test("A study that fed the theory is known by its DOI, whole and in any case of letters")
  func studies() throws {
    let theory = try BundledCases.theory()
    let doi = "10.1111/1468-0009.12356"
    func findings(_ lines: String) throws -> [CaseFinding] {
      CaseCheck(of: try GardenCase.made(lines), by: theory).findings(of: .namesIncludedStudy)
    }
    let remark = "further: [{what: Money, source: \"Murray 2018 (https://doi.org/\(doi.uppercased())).\"}]"
    #expect(try findings(remark).count == 1)
    #expect(try findings(remark + "\nfedTheory: yes").isEmpty)
    #expect(try findings("further: [{what: Money, source: \"doi \(doi)7\"}]").isEmpty)
    #expect(try findings("further: [{what: Money, source: Murray}]").isEmpty)
  }

  @Test("Without a theory only the case is looked at, and that is said")
  func noTheory() throws {
    let subject = try GardenCase.made("theory: roof-gardens\nfacts: [{concept: x, is: high}]")
    let check = CaseCheck(of: subject, by: nil)
    #expect(check.questions == nil && check.findings.map(\.kind) == [.otherTheory, .noSource, .nobodySaysSo])
    let told = TerminalRenderer(width: 80, colour: false)
      .render(check.page(of: subject, by: nil, madeBy: "realist 0"))
    #expect(told.contains("no theory of that name is at hand") && told.contains("Without the theory"))
  }

  @Test("It is read back from its JSON, whatever was found")
  func coding() throws {
    for specimen in Self.specimens {
      let check = try check(specimen.lines)
      #expect(try JSONDecoder().decode(CaseCheck.self, from: JSONEncoder().encode(check)) == check)
    }
    let broken = Data(#"{"kind": "hindsight", "concept": "a"}"#.utf8)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(CaseFinding.self, from: broken) }
    #expect(Set(Self.specimens.map(\.kind)).count == CaseFinding.Kind.allCases.count - 2)
  }

  @Test("Each finding is told under its kind, and the bundled cases have none but of what hangs much")
  func told() throws {
    for specimen in Self.specimens {
      let subject = try GardenCase.made(specimen.lines)
      let theory = try Fixture.gardens()
      let page = CaseCheck(of: subject, by: theory).page(of: subject, by: theory, madeBy: "realist 0")
      #expect(page.parts.contains { $0.title.lowercased().hasPrefix(specimen.kind.rawValue) })
    }
    for subject in try BundledCases.all() {
      let check = CaseCheck(of: subject, by: try BundledCases.theory())
      #expect(check.findings.allSatisfy { $0.kind == .weightyUnknown }, "\(subject.id)")
    }
  }
}

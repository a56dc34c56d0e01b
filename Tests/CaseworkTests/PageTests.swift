import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// What the page of an assessment says of itself: as of when, about what, and in which order.
@Suite("The page of an assessment")
struct PageTests {
  private func assess(_ lines: String..., asOf: String? = nil) throws -> Assessment {
    Assessment(
      of: try GardenCase.made(lines.joined(separator: "\n")), by: try Fixture.gardens(),
      asOf: asOf.flatMap { PartialDate(iso: $0) })
  }

  private func first(_ assessment: Assessment) throws -> String {
    try #require(assessment.page(madeBy: "realist 0").story.first).text
  }

  private func date(_ text: String) throws -> PartialDate { try #require(PartialDate(iso: text)) }

  // MARK: As of when

  private static let theft =
    "events: [{id: a, date: 2020-05, kind: other, what: T, moves: [raises produce-theft]}]"
  private static let late = "facts: [{concept: know-how, is: high, since: 2021}]"

  @Test("It says as of when it holds: the last thing told, or the start")
  func asOf() throws {
    for (lines, expected) in [
      ([Self.theft], AsOf.lastTold(try date("2020-05"))),
      ([Self.theft, Self.late], .lastTold(try date("2021"))),
      (["facts: [{concept: know-how, is: high, since: 2019-02}]"], .start(try date("2019-03"))),
      (["facts: [{concept: rain, is: high, since: 2022}]"], .start(try date("2019-03"))),
      (["end: {outcome: sustained, date: 2023, what: W}"], .start(try date("2019-03"))),
    ] {
      #expect(try assess(lines.joined(separator: "\n")).asOf == expected, "\(lines)")
    }
    #expect(
      try first(try assess(Self.theft)) == "As of 2020-05, the date of the last thing told that counts here.")
    #expect(
      try first(try assess("")) == "As of the start, 2019-03: nothing that counts here is told of later.")
  }

  @Test("A date that was asked for is the one that it holds for, whatever is told")
  func asked() throws {
    let assessment = try assess(Self.theft, Self.late, asOf: "2020-12")
    #expect(assessment.asOf == .asked(try date("2020-12")))
    #expect(try first(assessment) == "As of 2020-12, as was asked: what came later is left out.")
  }

  @Test("Without any date it holds for the start; facts with dates alone give the last of these")
  func undated() throws {
    func made(_ lines: String) throws -> AsOf {
      let text = "format: realist-case/1\nid: p\ntitle: T\nsummary: S\nkind: real\n" + lines
      let subject = try CaseDocument.read(DocumentFile(name: "p.yaml", text: text))
      return Assessment(of: subject, by: try Fixture.gardens()).asOf
    }
    #expect(try made("") == .start(nil))
    #expect(try made(Self.late) == .lastTold(try date("2021")))
  }

  // MARK: About what

  private func texts(_ page: Page) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(decoding: try encoder.encode(page), as: UTF8.self)
  }

  @Test("What a theory is about and isn't, it says itself; one that says nothing is put into no field")
  func notice() throws {
    var theory = try Fixture.gardens()
    let subject = try GardenCase.read("quarry-row")
    func pages() -> [Page] {
      [
        Assessment(of: subject, by: theory).page(madeBy: "realist 0"),
        TheoryTeller(of: theory, madeBy: "realist 0").overview,
      ]
    }
    #expect(pages().allSatisfy { $0.notice.hasPrefix("This is about gardens and those who keep them") })
    let old = theory.identity
    for notice in [nil, "No full stop"] {
      theory.identity = Theory.Identity(
        id: old.id, title: old.title, version: old.version, language: old.language, summary: old.summary,
        notice: notice)
      #expect(
        pages().map(\.notice)
          == [
            "The theory gives directions, not sizes and no clock: nothing here is a probability.",
            "This is what a theory says, not what became of any case.",
          ].map { (notice.map { $0 + ". " } ?? "") + $0 })
    }
    for page in pages() {
      for word in ["collaborat", "organisation", "patient", "health"] {
        #expect(!(try texts(page)).lowercased().contains(word), "\(word)")
      }
    }
  }

  @Test("The bundled theory says what it isn't about")
  func bundledNotice() throws {
    for assessment in try BundledCases.assessments() {
      #expect(assessment.page(madeBy: "realist 0").notice.contains("not about patients' outcomes"))
    }
  }

  // MARK: In which order

  @Test("What to do comes before how it is worked out", arguments: [Detail.brief, .full])
  func order(_ detail: Detail) throws {
    for assessment in try BundledCases.assessments() {
      let ids = assessment.page(madeBy: "realist 0", detail: detail).parts.map(\.id)
      let (actions, workings) = (ids.firstIndex(of: "actions"), ids.firstIndex(of: "workings"))
      #expect(try #require(actions) < (try #require(workings)))
    }
  }

  @Test(
    "Of what changed most, it is said whether later things changed it again",
    arguments: [("lowers water-access", true), ("raises firm-coordination", false)])
  func later(_ move: String, _ isChanged: Bool) throws {
    let page = try assess(
      "facts: [{concept: water-access, is: high}]", "events:",
      "  - {id: a, date: 2020, kind: other, what: A course, moves: [raises know-how]}",
      "  - {id: b, date: 2021, kind: other, what: Later, moves: [\(move)]}"
    ).page(madeBy: "realist 0")
    let told = try #require(page.story.first { $0.text.hasPrefix("Of what happened since the start") }).text
    #expect(told.contains("(2020): A course. After it,"))
    #expect(told.hasSuffix(" Later things changed some of this again.") == isChanged)
  }

  // MARK: What it claims

  private func known(_ lines: String...) throws -> [String] {
    let part = try assess(lines.joined(separator: "\n")).page(madeBy: "realist 0").parts.first {
      $0.id == "situation"
    }
    return try #require(part).blocks.flatMap { block -> [String] in
      if case .list(let sentences, _) = block { sentences.map(\.text) } else { [] }
    }
  }

  @Test(
    "What only the theory takes from a point of entry isn't claimed of the case",
    arguments: ["", "mandated: not known", "facts: [{concept: city-led, is: not known}]"])
  func taken(_ line: String) throws {
    let known = try known("entryPoints: [city-programme]", line)
    #expect(
      known.contains(
        "Taken by the theory from the point of entry “a city programme”, since the case itself doesn't say: "
          + "set up by the city."))
    #expect(!known.contains { $0.hasPrefix("Set up by the city") })
  }

  @Test("What the case says, it says; a note on what isn't known is kept")
  func said() throws {
    let known = try known("entryPoints: [city-programme]", "mandated: yes")
    #expect(known.contains("Set up by the city. An authority imposed it."))
    let noted = try self.known(
      "entryPoints: [city-programme]", "facts: [{concept: city-led, is: not known, note: Papers are lost}]")
    #expect(noted.contains { $0.hasSuffix("set up by the city. Papers are lost.") })
  }

  @Test("What is either so or not so has no far end")
  func binary() throws {
    #expect(try known("facts: [{concept: water-access, is: very high}]") == ["Water on the ground."])
  }

  @Test("A concept that the theory lacks is told with the nearest one that it has")
  func nearest() throws {
    let silences = try assess("facts: [{concept: know-hw, is: high}, {concept: zeppelins, is: low}]").silences
    #expect(
      silences.map(\.because) == [
        "the theory knows no concept of that name (did you mean “know-how”?)",
        "the theory knows no concept of that name",
      ])
  }

  // MARK: Tables

  private func cells(_ blocks: [Block]) -> [Cell] {
    blocks.flatMap { block -> [Cell] in
      switch block {
      case .table(let table): table.rows.flatMap(\.self)
      case .figure(let figure): figure.table.rows.flatMap(\.self)
      case .details(_, let blocks): cells(blocks)
      default: []
      }
    }
  }

  @Test("A cell doesn't say again what its mark says")
  func marks() throws {
    var assessments = try BundledCases.assessments()
    assessments.append(
      Assessment(
        of: try GardenCase.read("mill-lane"), by: try Fixture.gardens(),
        beside: [try GardenCase.read("quarry-row")]))
    let all = assessments.flatMap { $0.page(madeBy: "realist 0").parts.flatMap { cells($0.blocks) } }
    let marked = all.filter { $0.mark == .rises || $0.mark == .falls }
    #expect(marked.count > 5)
    #expect(marked.filter { $0.text.contains(#/rises|falls/#) }.map(\.text) == [])
  }

  // MARK: Theories that nobody read

  @Test(
    "A step of integration beyond the ends counts as the end",
    arguments: [Int.min, -1, 0, 1, 3, 5, 6, Int.max])
  func integration(_ step: Int) throws {
    let id = try #require(Arrangement.ID("plot"))
    let arrangement = Arrangement(id: id, name: "plot", integration: step, basis: .ours)
    #expect(arrangement.integration == min(max(step, 1), 5))
    var theory = try Fixture.gardens()
    theory.arrangements = [arrangement]
    let subject = try GardenCase.made("arrangement: plot")
    let fact = Assessment(of: subject, by: theory).start.facts[try GardenCase.concept("shared-work")]
    #expect(
      fact == (step < 3 ? .lies(.less, much: true) : step > 3 ? .lies(.more, much: true) : .neither))
  }

  @Test("Nor can such a step be decoded")
  func decoded() throws {
    let json = { (step: Int) in
      Data(
        "{\"id\":\"plot\",\"name\":\"p\",\"integration\":\(step),\"basis\":\"ours\",\"coveredBy\":[]}".utf8)
    }
    #expect(try JSONDecoder().decode(Arrangement.self, from: json(4)).integration == 4)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(Arrangement.self, from: json(6)) }
  }
}

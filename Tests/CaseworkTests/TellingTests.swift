import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// What every telling keeps to, whatever the theory and the case.
@Suite("Telling")
struct TellingTests {
  private static let assessed = Result {
    let theory = try Fixture.gardens()
    let (here, there) = (try GardenCase.read("mill-lane"), try GardenCase.read("quarry-row"))
    return [
      Assessment(of: here, by: theory, beside: [there]), Assessment(of: there, by: theory),
      Assessment(of: try GardenCase.made(""), by: theory),
      // A theory that has no word for anything in the case.
      Assessment(of: here, by: try BundledCases.theory(), beside: [there]),
    ] + (try BundledCases.assessments())
  }

  private func pages() throws -> [Page] {
    try Self.assessed.get().flatMap { assessment in
      [Detail.brief, .full].map { assessment.page(madeBy: "realist 0", detail: $0) }
    }
  }

  @Test("Every why resolves, to a place and to sources")
  func whys() throws {
    for page in try pages() {
      let mentions = Mentions(of: page)
      #expect(
        mentions.dangling == [] && mentions.explanations.allSatisfy { !$0.basis.isEmpty }, "\(page.title)")
    }
  }

  @Test("The same of the pages about a theory")
  func theoryWhys() throws {
    let teller = TheoryTeller(of: try Fixture.gardens(), madeBy: "realist 0")
    let concepts = try Fixture.gardens().concepts.map(\.id)
    var pages = [teller.overview, teller.graph, teller.loops(atMost: 6, most: 200), teller.sources(of: nil)]
    pages += concepts.map(teller.reasons)
    pages += concepts.map { teller.paths(from: concepts[0], to: $0, atMost: 4, most: 20) }
    for page in pages {
      #expect(
        Mentions(of: page).dangling == [] && !page.notice.isEmpty && !page.story.isEmpty, "\(page.title)")
    }
  }

  @Test("The notice is on every page: what it isn't about, and that nothing is a probability")
  func notice() throws {
    for page in try pages() {
      #expect(page.notice.contains(", not about ") && page.notice.contains("probability"))
    }
  }

  @Test(
    "What is known isn't told as if it moved the other way: the fact stands, and the theory has to explain it"
  )
  func againstTheory() throws {
    let theory = try Fixture.gardens()
    let theft = "facts: [{concept: produce-theft, is: high}]"
    let rested =
      "events: [{id: e, date: 2019-05, kind: other, what: A rest, moves: [lowers volunteer-fatigue]}]"
    func story(_ lines: String...) throws -> String {
      let subject = try GardenCase.made(lines.joined(separator: "\n"))
      let page = Assessment(of: subject, by: theory).page(madeBy: "realist 0")
      return page.story.map(\.text).joined(separator: "\n")
    }
    let fatigue = try #require(theory.concept(GardenCase.concept("volunteer-fatigue"))?.wording)
    let (plain, known) = (try story(theft), try story(theft, rested))
    #expect(plain.contains(fatigue.rises) && !plain.contains("lies the other way"))
    #expect(known.components(separatedBy: fatigue.rises).count == 2)
    #expect(
      known.contains("lies the other way: \(fatigue.low), where") && known.contains("there is \(fatigue.low)")
    )
  }

  @Test("An illustration, and a case that fed the theory, say so at once")
  func kinds() throws {
    for assessment in try Self.assessed.get() {
      let subtitle = assessment.page(madeBy: "realist 0").subtitle ?? ""
      #expect(subtitle.contains("not a real case") == (assessment.subject.kind == .illustration))
      #expect(subtitle.contains("it can't test it") == assessment.subject.fedTheory)
    }
  }

  @Test("Sentences of the story have up to 40 words each")
  func short() throws {
    for page in try pages() {
      for sentence in page.story.flatMap({ $0.text.split(separator: #/[.?!”] (?=[A-Z“])/#) }) {
        // Actions that are listed are as long as the theory's words for them.
        for part in sentence.split(separator: ";") {
          #expect(part.split(separator: " ").count <= 40, "\(sentence)")
        }
      }
    }
  }

  private func texts(_ block: Block) -> [String] {
    switch block {
    case .paragraph(let sentences), .list(let sentences, _): sentences.map(\.text)
    case .note(let sentence): [sentence.text]
    case .subheading(let text): [text]
    case .table(let table): [table.caption] + table.columns + table.rows.flatMap { $0.map(\.text) }
    case .figure(let figure):
      [figure.title, figure.description, figure.sentence.text] + texts(.table(figure.table))
    case .details(let summary, let blocks): [summary.text] + blocks.flatMap(texts)
    }
  }

  @Test("No sentence ends twice, is empty, or shows an identifier's seams")
  func clean() throws {
    for page in try pages() {
      var texts = page.story.map(\.text)
      for part in page.parts { texts += [part.title] + part.blocks.flatMap(self.texts) }
      for explanation in page.explanations { texts += [explanation.title, explanation.says] }
      for text in texts {
        #expect(!text.isEmpty && text == text.trimmingCharacters(in: .whitespaces), "\(page.title): \(text)")
        for seam in ["..", " .", " ,", ";.", "  ", ":.", "nil", "Optional(", ". .", "()"] {
          #expect(!text.contains(seam), "\(page.title): \(text)")
        }
      }
    }
  }

  // MARK: The same, whatever isn't read

  private func record(_ subject: Case, _ theory: Theory) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let assessment = Assessment(of: subject, by: theory)
    return String(
      decoding: try encoder.encode(AssessmentRecord(assessment, madeBy: "realist 0")), as: UTF8.self)
  }

  @Test("The end, what was measured and how long a round takes change not one byte", arguments: ["mill-lane"])
  func end(_ name: String) throws {
    let theory = try Fixture.gardens()
    let text = try DocumentFile(path: GardenCase.path(name)).text
    let other =
      text.replacing("outcome: sustained", with: "outcome: dissolved by a partner")
      .replacing("what: It goes on.", with: "what: All was lost.").replacing("score: 4", with: "score: 1")
      .replacing("roundMonths: 6", with: "roundMonths: 1")
    #expect(other != text)
    let (one, two) = (
      try CaseDocument.read(DocumentFile(name: "a", text: text)),
      try CaseDocument.read(DocumentFile(name: "b", text: other))
    )
    #expect(one.end != two.end && one.observations != two.observations)
    #expect(try record(one, theory) == record(two, theory))
    #expect(
      Assessment(of: one, by: theory).page(madeBy: "realist 0")
        == Assessment(of: two, by: theory).page(madeBy: "realist 0"))
  }

  @Test("The end of a bundled case changes not one byte")
  func bundledEnd() throws {
    let text = try DocumentFile(path: BundledCases.path("collaborative-aco")).text
    let other = text.replacing("outcome: dissolved by a partner", with: "outcome: sustained")
    let cases = try [text, other].map { try CaseDocument.read(DocumentFile(name: "case", text: $0)) }
    #expect(cases[0].end != cases[1].end)
    #expect(try record(cases[0], BundledCases.theory()) == record(cases[1], BundledCases.theory()))
  }

  @Test("Two runs give the same page")
  func same() throws {
    let again = Assessment(of: try GardenCase.read("quarry-row"), by: try Fixture.gardens())
    let first = try #require(try Self.assessed.get().dropFirst().first)
    #expect(again.page(madeBy: "realist 0") == first.page(madeBy: "realist 0"))
  }
}

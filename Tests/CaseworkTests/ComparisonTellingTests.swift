import Casework
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// What every page that compares two theories keeps to.
@Suite("Telling how one theory stands to another")
struct ComparisonTellingTests {
  private static let theories = Result {
    (
      gardens: try Fixture.gardens(),
      refined: try TheoryDocument.read(path: Fixture.folder.appendingPathComponent("refined-gardens").path),
      bundled: try Fixture.bundledTheories.map { try TheoryDocument.read(path: $0) }
    )
  }

  private func tellers() throws -> [ComparisonTeller] {
    let theories = try Self.theories.get()
    let pairs = [(theories.gardens, theories.refined), (theories.bundled[0], theories.bundled[1])]
    let both = pairs + pairs.map { ($1, $0) } + [(theories.gardens, theories.bundled[0])]
    return both.flatMap { old, new in
      [ComparisonTeller.Detail.brief, .full].map {
        ComparisonTeller(of: old, with: new, madeBy: "realist 0", detail: $0)
      }
    }
  }

  /// Every sentence and cell of a page, without its explanations.
  private func texts(_ blocks: [Block]) -> [String] {
    blocks.flatMap { block -> [String] in
      switch block {
      case .paragraph(let sentences), .list(let sentences, _): sentences.map(\.text)
      case .table(let table): table.rows.flatMap { $0.map(\.text) } + [table.caption]
      case .note(let sentence): [sentence.text]
      case .subheading(let text): [text]
      case .details(let summary, let blocks): [summary.text] + texts(blocks)
      case .figure(let figure): [figure.sentence.text]
      }
    }
  }

  @Test("Every why resolves, to a place and to works, on both sides")
  func whys() throws {
    for teller in try tellers() {
      let mentions = Mentions(of: teller.page)
      #expect(mentions.dangling == [] && !mentions.explanations.isEmpty)
      #expect(mentions.explanations.allSatisfy { !$0.basis.isEmpty })
    }
  }

  @Test("Every claim that is told as a sentence has its why")
  func claims() throws {
    for teller in try tellers() where !teller.page.parts.isEmpty {
      let sides = ["Before: ", "Now: ", "Builds on: "]
      for part in teller.page.parts {
        for case .list(let sentences, _) in part.blocks {
          for sentence in sentences where sides.contains(where: sentence.text.hasPrefix) {
            #expect(!sentence.why.isEmpty, "\(sentence.text)")
          }
        }
      }
    }
  }

  @Test("The story is short: its sentences have up to 40 words, and there are at most 16")
  func short() throws {
    for teller in try tellers() {
      let story = teller.page.story
      #expect(story.count <= 16)
      for sentence in story.flatMap({ $0.text.split(separator: #/[.?!”;:] (?=[A-Za-z“])/#) }) {
        #expect(sentence.split(separator: " ").count <= 40, "\(sentence)")
      }
    }
  }

  @Test("Of a document of a part, nothing is called dropped; it says how far it goes")
  func partial() throws {
    let theories = try Self.theories.get()
    let page = ComparisonTeller(of: theories.bundled[0], with: theories.bundled[1], madeBy: "realist 0").page
    let told = page.parts.flatMap { [$0.title] + texts($0.blocks) }
    #expect(told.filter { $0.localizedCaseInsensitiveContains("dropped") } == [])
    #expect(told.contains { $0.contains("not told there") })
    let extent = try #require(theories.bundled[1].identity.extent.words)
    #expect(page.story.contains { $0.text.contains(extent) })
  }

  @Test("The other way round, what only the whole theory tells isn't called new")
  func partialFirst() throws {
    let theories = try Self.theories.get()
    let page = ComparisonTeller(of: theories.bundled[1], with: theories.bundled[0], madeBy: "realist 0").page
    #expect(page.parts.contains { $0.title == "What only “aunger-2021” tells" })
    #expect(!page.parts.contains { $0.title == "What is new" })
    #expect(page.story.contains { $0.text.hasPrefix("Read this backwards") })
  }

  @Test("Of a whole document, what isn't there is dropped")
  func whole() throws {
    let theories = try Self.theories.get()
    let page = ComparisonTeller(of: theories.gardens, with: theories.refined, madeBy: "realist 0").page
    #expect(page.parts.contains { $0.title == "What was dropped" })
    #expect(page.parts.map(\.id).contains("turned") && page.parts.map(\.id).contains("rivalries"))
  }

  @Test(
    "A passage that isn't what it was is told with the words of both, and how a telling is coded otherwise")
  func passages() throws {
    let gardens = try Self.theories.get().gardens
    let at = try #require(gardens.tellings.firstIndex { $0.passage != nil })
    let telling = gardens.tellings[at]
    var other = gardens
    other.tellings[at] = Telling(
      id: telling.id, form: telling.form, place: telling.place,
      passage: Quotation(exact: "nobody came any more", start: 5, end: 25, text: telling.passage?.text ?? ""),
      context: telling.context, conditions: telling.conditions, mechanism: telling.mechanism,
      outcome: telling.outcome.map { Told($0.claim.reversed) }, attribution: telling.attribution)
    let page = ComparisonTeller(of: gardens, with: other, madeBy: "realist 0").page
    #expect(
      page.story.map(\.text).contains(
        "Of the \(gardens.tellings.count) tellings of both, 1 is quoted otherwise and 1 is coded otherwise."))
    let told = page.parts.filter { $0.id == "evidence" }.flatMap { texts($0.blocks) }
    #expect(told.contains("“nobody came any more”"))
    #expect(told.contains { $0.contains("By the third year") && $0.hasSuffix("page 7") })
    #expect(told.contains { $0.contains("which was raises garden-closure, and now lowers garden-closure") })
    #expect(Mentions(of: page).dangling == [])
  }

  @Test("Two that say the same are told in one sentence")
  func same() throws {
    let gardens = try Self.theories.get().gardens
    let page = ComparisonTeller(of: gardens, with: gardens, madeBy: "realist 0").page
    #expect(page.story.count == 1 && page.parts.isEmpty)
    #expect(page.story[0].text.contains("say the same"))
  }

  @Test("Brief tells less than full, and says what it leaves out")
  func brief() throws {
    let theories = try Self.theories.get()
    func told(_ detail: ComparisonTeller.Detail) -> [String] {
      let page = ComparisonTeller(
        of: theories.bundled[0], with: theories.bundled[1], madeBy: "realist 0", detail: detail
      ).page
      return page.parts.flatMap { texts($0.blocks) }
    }
    #expect(told(.brief).count < told(.full).count)
    #expect(told(.brief).contains { $0.contains("which the full page lists") })
    #expect(!told(.full).contains { $0.contains("which the full page lists") })
  }
}

import Foundation
import Reporting
import Review
import TestSupport
import Testing

@Suite("A flow on a page, in a picture and in files")
struct FlowPageTests {
  private static let reviews: [(name: String, title: String, entries: [FlowEntry])] = [
    ("paper", "Working together across organisations", ReviewsInNumbers.paper),
    ("gardens", "Why some gardens last", ReviewsInNumbers.gardens),
    (
      "wrong", "Numbers that can't be right",
      [
        .found(FoundCount(waves: [.database], source: "A <database> & \"more\"", count: 100)),
        .removed(RemovedCount(waves: [.database], count: 120)),
        .screened(
          ScreenedCount(
            stage: .titleAndAbstract, screened: 90, kept: 80,
            excluded: [.init(reason: "o'clock; a, b", count: 30)])),
        .screened(ScreenedCount(stage: .fullText, screened: 70, kept: 60, notRetrieved: 2)),
      ]
    ),
  ]

  private func teller(_ number: Int) -> FlowTeller {
    let review = Self.reviews[number]
    return FlowTeller(of: Flow(review.entries), title: review.title, madeBy: "realist test")
  }

  @Test("as text for a terminal", arguments: reviews.indices)
  func text(_ number: Int) throws {
    let text = TerminalRenderer().render(teller(number).page)
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    #expect(try GoldenFile.difference(text, from: "\(Self.reviews[number].name).txt") == nil)
  }

  @Test("as SVG, without script", arguments: reviews.indices)
  func picture(_ number: Int) async throws {
    guard case .drawn(let svg) = await PictureStudio().draw(teller(number).figure) else {
      Issue.record("not drawn")
      return
    }
    #expect(!svg.markup.contains("<script") && svg.markup.contains("<title") && svg.markup.contains("<desc"))
    #expect(try GoldenFile.difference(svg.markup + "\n", from: "\(Self.reviews[number].name).svg") == nil)
  }

  @Test("as the CSV of PRISMA2020", arguments: reviews.indices)
  func csv(_ number: Int) throws {
    let csv = PRISMACSV(Flow(Self.reviews[number].entries))
    let text = csv.text + csv.withoutRow.map { $0 + "\n" }.joined()
    #expect(try GoldenFile.difference(text, from: "\(Self.reviews[number].name).csv") == nil)
  }

  @Test("as data, which comes back as it was", arguments: reviews.indices)
  func data(_ number: Int) throws {
    let record = FlowRecord(Flow(Self.reviews[number].entries), madeBy: "realist test")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(record)
    #expect(try JSONDecoder().decode(FlowRecord.self, from: json) == record)
    let text = String(decoding: json, as: UTF8.self) + "\n"
    #expect(try GoldenFile.difference(text, from: "\(Self.reviews[number].name).json") == nil)
  }

  @Test("The paper's numbers stand in the text in their order, with what joins")
  func order() {
    let text = TerminalRenderer().render(teller(0).page)
    var rest = text[...]
    for words in [
      "2,769 screened", "kept: 117", "+ 4 by Google Scholar", "426,000 hits, first 40 pages read",
      "121 screened",
      "117 + 4", "kept: 52", "69", "52 screened", "kept: 35",
      "+ 4 by reference scanning and citation tracking",
      "39 documents", "+ 14 by purposive search for middle-range theories", "Included: 53",
    ] {
      guard let found = rest.range(of: words) else {
        Issue.record("\(words) isn't there, or not after those before")
        return
      }
      rest = rest[found.upperBound...]
    }
    #expect(text.contains("the source doesn't say why"))
  }

  @Test(
    "The CSV has the rows of the template, each number on its own row, and nothing that its reader would misread"
  )
  func rows() throws {
    let csv = PRISMACSV(Flow(ReviewsInNumbers.paper))
    #expect(csv.table.columns == ["data", "node", "box", "description", "boxtext", "tooltips", "url", "n"])
    #expect(csv.table.rows.count == 32 && csv.table.rows.allSatisfy { $0.count == 8 })
    let numbers = Dictionary(csv.table.rows.map { ($0[0].text, $0[7].text) }) { first, _ in first }
    #expect(numbers["records_screened"] == "2769" && numbers["records_excluded"] == "2652")
    #expect(numbers["dbr_sought_reports"] == "117" && numbers["database_results"] == "NA")
    #expect(
      numbers["dbr_excluded"]
        == "the source doesn't say why, 69; relevance: not enough descriptive depth, 17"
        .replacing("'", with: "’"))
    #expect(numbers["website_results"] == "4" && numbers["citations_results"] == "4")
    #expect(numbers["other_sought_reports"] == "22" && numbers["new_reports"] == "53")
    #expect(csv.withoutRow.contains { $0.contains("middle-range theories: 14") })
    let odd = PRISMACSV(Flow(Self.reviews[2].entries)).text
    #expect(!odd.contains("o'clock"))
  }

  @Test("With nothing in it yet, the page says so")
  func empty() async {
    let teller = FlowTeller(of: Flow([]), madeBy: "realist test")
    #expect(TerminalRenderer().render(teller.page).contains("No record has come into this review yet."))
    guard case .drawn = await PictureStudio().draw(teller.figure) else {
      Issue.record("not drawn")
      return
    }
  }
}

import Foundation
import Testing

@testable import Reporting

@Suite("A page leads from each claim to its source")
struct PageTests {
  private let mentions = Mentions(of: Example.page)

  @Test("Explanations are numbered in the order of first mention, and only those mentioned are printed")
  func numbers() {
    #expect(
      mentions.explanations.map(\.id) == ["wet", "slugs", "raised", "harvest", "straw-for", "straw-against"])
    #expect(mentions.explanationsLeftOut == 1)
    #expect(mentions.sources.map(\.id) == ["field", "almanac", "café"])
    #expect(mentions.sourcesLeftOut == 1)
  }

  @Test("A name with nothing behind it is told, and shows as a question mark")
  func dangling() {
    #expect(mentions.dangling == ["no such reason", "lost"])
    #expect(TerminalRenderer().render(Example.page).contains("gives up. [?]"))
  }

  @Test("In HTML every claim links to its explanation, and this to its source")
  func twoSteps() {
    let document = WellFormedXML(HTMLRenderer().render(Example.page))
    let anchors = Set(document.values(of: "id"))
    for address in document.values(of: "href") where address.hasPrefix("#") {
      #expect(anchors.contains(String(address.dropFirst())), "\(address)")
    }
    #expect(anchors.isSuperset(of: ["why-1", "why-6", "source-1", "source-3", "mention-4"]))
    #expect(!anchors.contains("why-7"))
  }

  @Test("HTML stands alone: no script, nothing loaded, one main, headings in order, tables with headers")
  func document() {
    let document = WellFormedXML(HTMLRenderer().render(Example.page))
    #expect(document.fault == nil)
    #expect(
      document.named("script").isEmpty && document.named("link").isEmpty && document.values(of: "src").isEmpty
    )
    #expect(document.named("main").count == 1 && document.named("h1").count == 1)
    #expect(document.named("html").first?.attributes["lang"] == "en-GB")
    let policy = document.named("meta").first { $0.attributes["http-equiv"] == "Content-Security-Policy" }
    #expect(
      policy?.attributes["content"]?.hasPrefix("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        == true)
    let levels = document.elements.compactMap { $0.name.first == "h" ? Int($0.name.dropFirst()) : nil }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    #expect(document.named("caption").count == document.named("table").count)
    #expect(document.named("th").allSatisfy { $0.attributes["scope"] != nil })
  }

  @Test("A page with nothing but its title and notice is still a page")
  func bare() {
    let page = Page(title: "Nothing", notice: "Not about anything.")
    #expect(TerminalRenderer().render(page) == "Nothing\n═══════\n\nNot about anything.\n")
    #expect(MarkdownRenderer().render(page) == "# Nothing\n\n> Not about anything.\n")
    #expect(WellFormedXML(HTMLRenderer().render(page)).fault == nil)
  }

  @Test(
    "The width of a text is that on a terminal",
    arguments: [
      ("", 0), ("abc", 3), ("naïve", 5), ("nai\u{308}ve", 5), ("花壇", 4), ("👩‍🌾", 2), ("▲", 1),
      ("e\u{301}\u{302}", 1),
    ])
  func width(text: String, columns: Int) { #expect(DisplayWidth.of(text) == columns) }

  @Test("Colour adds nothing but colour")
  func colour() {
    var plain = ""
    var inside = false
    for character in TerminalRenderer(colour: true).render(Example.page) {
      if character == "\u{1B}" { inside = true }
      if !inside { plain.append(character) }
      if inside, character == "m" { inside = false }
    }
    #expect(plain == TerminalRenderer(colour: false).render(Example.page))
  }
}

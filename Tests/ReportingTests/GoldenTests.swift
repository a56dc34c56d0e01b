import Foundation
import Reporting
import Testing

@Suite("A page looks as it did")
struct GoldenTests {
  @Test("in a terminal", arguments: [40, 80])
  func terminal(width: Int) throws {
    try Golden.expect(TerminalRenderer(width: width).render(Example.page), equals: "page-\(width).txt")
  }

  @Test("in a terminal with colour")
  func colouredTerminal() throws {
    let text = TerminalRenderer(width: 80, colour: true).render(Example.page)
    try Golden.expect(text.replacing("\u{1B}", with: "␛"), equals: "page-colour.txt")
  }

  @Test("as Markdown")
  func markdown() throws {
    let text = MarkdownRenderer().render(Example.page, pictureFiles: ["web": "pictures/web.svg"])
    try Golden.expect(text, equals: "page.md")
  }

  @Test("as HTML, with a note where the picture is missing")
  func html() throws {
    let text = HTMLRenderer().render(Example.page, pictures: ["web": .unavailable(.notInstalled)])
    try Golden.expect(text, equals: "page.html")
  }

  @Test("as JSON, which reads back as the same page")
  func json() throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(Example.page)
    try Golden.expect(String(decoding: json, as: UTF8.self) + "\n", equals: "page.json")
    #expect(try JSONDecoder().decode(Page.self, from: json) == Example.page)
  }

  @Test("twice the same", .enabled(if: GraphvizHere.isInstalled))
  func deterministic() async {
    let first = await PictureStudio(graphviz: GraphvizLayout(limit: .seconds(600))).draw(Example.page)
    let second = await PictureStudio(graphviz: GraphvizLayout(limit: .seconds(600))).draw(Example.page)
    #expect(first == second)
    #expect(
      HTMLRenderer().render(Example.page, pictures: first)
        == HTMLRenderer().render(Example.page, pictures: second))
  }
}

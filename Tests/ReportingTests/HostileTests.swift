import Foundation
import Testing

@testable import Reporting

/// Text that tries to be more than text, in every place where text can stand.
enum Hostile {
  static let texts = [
    "<script>alert('x')</script><img src=x onerror=\"alert(1)\"/>",
    "]]></style></title><!-- & &amp; \" ' -->",
    "\u{1B}[2J\u{1B}]0;owned\u{07}\u{9B}31m\u{08}\r\n\u{00}",
    "safe \u{202E}txt.exe\u{202C} \u{2066}x\u{2069} \u{E0041}"
      + String(
        String.UnicodeScalarView([0xFFFF, 0xFDD0].compactMap { (code: UInt32) in Unicode.Scalar(code) })),
    "\"]; evil [label=<<b>x</b>>, URL=\"javascript:1\"]; subgraph cluster_9 { n0 -> n1 } \\N \\",
    "| a | b |\n---|---\n# h\n- [x](javascript:1) ![i](u) *s* _e_ `c` ~~d~~ <b> http://a.example www.a.example a@b.example",
    "1. one\n2) two\n    code\n```\nfence\n> quote\n***\n[r]: http://a.example\n$x^2$ &lt;",
    String(repeating: "W", count: 300),
    "e" + String(repeating: "\u{301}", count: 200) + String(repeating: "ᄀ", count: 90)
      + String(repeating: "👩‍", count: 60),
    "高い花壇" + String(repeating: "壇", count: 120),
    "", " \u{A0} ", "\u{301}",
  ]

  /// A page whose every text is the given one.
  static func page(_ text: String) -> Page {
    let why = [text]
    let sentence = Sentence(text, why: why, emphasis: .strong, mark: .contested)
    let table = Table(
      caption: text, columns: [text, text, text],
      rows: [[Cell(text, why: why), Cell(text, alignment: .trailing, mark: .rises)], [], [Cell(text)]])
    let node = CausalPicture.Node(id: text, label: text, tone: .contested, group: text)
    let graph = CausalPicture(
      nodes: [node, CausalPicture.Node(id: text + "2", label: text, tone: .up)],
      arrows: [
        CausalPicture.Arrow(from: text, to: text + "2", sign: .buffers, emphasis: .contested, label: text),
        CausalPicture.Arrow(from: text, to: text, sign: .either, emphasis: .quiet),
      ])
    let figure = Figure(
      id: text, title: text, description: text, sentence: sentence, picture: .graph(graph), table: table)
    let blocks: [Block] = [
      .paragraph([sentence, sentence]), .list([sentence], ordered: true), .list([sentence]), .table(table),
      .figure(figure), .note(sentence), .subheading(text), .figure(figure),
    ]
    let part = Part(id: text, title: text, blocks: blocks + [.details(summary: sentence, blocks: blocks)])
    return Page(
      title: text, subtitle: text, notice: text, story: [sentence], parts: [part, part],
      explanations: [
        Explanation(id: text, title: text, says: text, basis: [Basis(place: text, sources: [text, "lost"])])
      ], sources: [SourceNote(id: text, text: text, link: text)], colophon: text, language: text)
  }

  static func pictures(_ page: Page) async -> [Figure.ID: LayoutOutcome] {
    GraphvizHere.isInstalled
      ? await PictureStudio(graphviz: GraphvizLayout(limit: .seconds(600))).draw(page) : [:]
  }
}

@Suite("Hostile text stays text")
struct HostileTests {
  @Test("In a terminal no control and no bidirectional character comes through", arguments: Hostile.texts)
  func terminal(text: String) {
    let printed = TerminalRenderer(width: 80).render(Hostile.page(text))
    let bad = printed.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0x0A: false
      case 0...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x206F, 0xE0000...0xE0FFF: true
      default: false
      }
    }
    #expect(bad.isEmpty)
  }

  @Test(
    "No line of the terminal is too wide or ends with a space", arguments: Hostile.texts, [40, 60, 80, 100])
  func width(text: String, width: Int) {
    for page in [Hostile.page(text), Example.page] {
      for line in TerminalRenderer(width: width).render(page).split(separator: "\n") {
        #expect(DisplayWidth.of(line) <= width, "\(line)")
        #expect(line.last?.isWhitespace == false, "\(line)")
      }
    }
  }

  @Test(
    "HTML stays well-formed, with no element, handler or address of the text's own", arguments: Hostile.texts)
  func html(text: String) async {
    let page = Hostile.page(text)
    let markup = HTMLRenderer().render(page, pictures: await Hostile.pictures(page))
    let document = WellFormedXML(markup)
    #expect(document.fault == nil)
    for forbidden in ["script", "img", "iframe", "object", "base", "link", "b"] {
      #expect(document.named(forbidden).isEmpty)
    }
    #expect(document.elements.allSatisfy { $0.attributes.keys.allSatisfy { !$0.hasPrefix("on") } })
    let addresses = document.values(of: "href")
    #expect(addresses.allSatisfy { $0.hasPrefix("#") || $0.hasPrefix("https://") || $0.hasPrefix("http://") })
    let anchors = document.values(of: "id")
    #expect(Set(anchors).count == anchors.count)
    for address in addresses where address.hasPrefix("#") {
      #expect(anchors.contains(String(address.dropFirst())))
    }
  }

  @Test("Markdown holds no markup of the text's own", arguments: Hostile.texts)
  func markdown(text: String) {
    let escaped = MarkdownText.escaped(text)
    #expect(!escaped.contains("\n"))
    for mark in ["<", ">", "|", "http://", "www.", "@b"] {
      #expect(!escaped.contains(mark), "\(mark) in \(escaped)")
    }
    // An odd number of backslashes must stand before each of these.
    var backslashes = 0
    for scalar in escaped.unicodeScalars {
      if "`*_[]~!".unicodeScalars.contains(scalar) { #expect(backslashes % 2 == 1, "\(escaped)") }
      backslashes = scalar == "\\" ? backslashes + 1 : 0
    }
    #expect(backslashes % 2 == 0)
  }

  @Test("Nothing of a label reaches dot", arguments: Hostile.texts)
  func dot(text: String) throws {
    guard case .figure(let figure) = Hostile.page(text).parts[0].blocks[4],
      case .graph(let graph) = figure.picture
    else { return }
    let document = DotDocument(DrawingPlan(graph)).text
    #expect(document.unicodeScalars.allSatisfy { $0.isASCII })
    #expect(!document.contains("evil") && !document.contains("WW") && !document.contains("script"))
  }

  @Test(
    "Only addresses of the web and of DOIs are linked",
    arguments: [
      ("https://example.org/a?b=1", "https://example.org/a?b=1"),
      ("HTTP://example.org", "http://example.org"),
      ("doi:10.1186/s13643-021-01630-8", "https://doi.org/10.1186/s13643-021-01630-8"),
      ("doi: 10.1/a(b)<c>", "https://doi.org/10.1/a%28b%29%3Cc%3E"),
      ("https://example.org/\"onclick='x' ü", "https://example.org/%22onclick=%27x%27%20%C3%BC"),
      ("javascript:alert(1)", nil), (" javascript:alert(1)", nil), ("data:text/html,x", nil),
      ("https://", nil), ("https:///x", nil), ("https://good.example@evil.example/", nil), ("doi:evil", nil),
      ("//example.org", nil), ("", nil), ("https://exa\u{202E}mple.org", nil),
    ] as [(String, String?)])
  func addresses(text: String, expected: String?) {
    #expect(WebAddress(text)?.url == expected)
  }
}

import Bibliography
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Literature

@Suite("Reading BibTeX, XML and JSON")
struct TreeReadingTests {
  @Test("What each file gives, and what became of its fields", arguments: TreeFixture.names)
  func golden(_ name: String) throws {
    let (records, report) = try TreeFixture.read(name)
    let page = MarkdownRenderer().render(LossReport.page(of: [report], madeBy: "test"))
    let written = String(decoding: try TreeFixture.written(records, as: .cslJSON), as: UTF8.self)
    #expect(try GoldenFile.difference(page, from: "\(name).report.md", beside: #filePath) == nil)
    #expect(try GoldenFile.difference(written, from: "\(name).records.json", beside: #filePath) == nil)
  }

  @Test("The size of the chunks makes no difference", arguments: TreeFixture.names, [1, 2, 3, 7, 64, 1_000])
  func chunks(_ name: String, _ size: Int) throws {
    let bytes = try TreeFixture.bytes(name)
    let whole = try TreeFixture.read(bytes, named: name)
    let pieces = try TreeFixture.read(bytes, named: name, chunk: size)
    #expect(pieces.records == whole.records)
    #expect(pieces.report == whole.report)
  }

  @Test(
    "CR and CR LF end lines as LF does", arguments: ["zotero.bib", "pubmed.xml", "csl.json"], ["\r", "\r\n"])
  func lineEnds(_ name: String, _ end: String) throws {
    let text = String(decoding: try TreeFixture.bytes(name), as: UTF8.self)
    let other = try TreeFixture.read(Array(text.replacing("\n", with: end).utf8), named: name)
    let usual = try TreeFixture.read(name)
    #expect(other.records.map(\.origin?.line) == usual.records.map(\.origin?.line))
    #expect(other.records.map(\.reference) == usual.records.map(\.reference))
  }

  /// What several programs say of one article.
  private func article(_ name: String) throws -> Record {
    try #require(try TreeFixture.read(name).records.first { $0.reference.doi == "10.1234/tides.2019.007" })
  }

  @Test(
    "The same article from several programs is the same",
    arguments: [
      "zotero.bib", "mendeley.bib", "scopus.bib", "web-of-science.bib", "jabref.bib", "endnote.xml",
      "pubmed.xml",
      "csl.json", "openalex.json",
    ])
  func same(_ name: String) throws {
    let record = try article(name)
    let reference = record.reference
    #expect(reference.type == .articleJournal)
    #expect(reference.title == "Tides of trust: how NHS partners learn to share")
    #expect(reference.containerTitle?.lowercased() == "journal of partnership studies")
    #expect(reference.volume == "12" && reference.issue == "3" && reference.page == "101-119")
    #expect(reference.issued?.year == 2019)
    #expect(
      reference.authors.first?.family == "Okafor" && reference.authors.first?.given?.hasPrefix("N") == true)
    if name != "pubmed.xml" {
      #expect(reference.authors.contains { $0.family == "van den Berg" && $0.given?.hasPrefix("J") == true })
    }
    if ["zotero.bib", "mendeley.bib", "jabref.bib", "endnote.xml", "csl.json"].contains(name) {
      #expect(reference.authors == (try article("zotero.bib")).reference.authors)
    }
    if ["mendeley.bib", "endnote.xml", "csl.json"].contains(name) {
      #expect(record.abstract == (try article("zotero.bib")).abstract)
    }
  }

  @Test("A file's format is told by what stands in it", arguments: TreeFixture.names)
  func detection(_ name: String) throws {
    let expected: RecordFormat =
      name.hasSuffix(".bib")
      ? .bibtex
      : name == "pubmed.xml"
        ? .pubMedXML : name.hasSuffix(".xml") ? .endNoteXML : name == "csl.json" ? .cslJSON : .openAlexJSON
    #expect(RecordFormat(of: try TreeFixture.bytes(name)[...], named: "export.txt") == expected)
  }
}

@Suite("TeX as BibTeX files have it")
struct TeXReaderTests {
  @Test(
    "What TeX prints is what is read",
    arguments: [
      (#"{\"o}\"{o}\"o{\"{o}}"#, "öööö"),
      (#"\'{e}\'e{\'e} \`a \^{\i} \~n \={a} \.z \H{o}"#, "ééé à î ñ ā ż ő"),
      (#"\c{c}\c c \v{s}\v s \u{g} \k{a} \r{a} \d{a} \b{a}"#, "çç šš ğ ą å ạ a̱"),
      (
        #"\ss stra{\ss}e \o re {\O} \L{}ukasz \l \ae \AE \oe \OE \aa \AA \i"#, "ßstraße øre Ø Łukasz łæÆœŒåÅı"
      ),
      (##"R\&D 5\% \$1 \#2 a\_b \{x\}"##, "R&D 5% $1 #2 a_b {x}"),
      ("12--19 a---b ``c'' ?`d !`e", "12–19 a—b “c” ¿d ¡e"),
      (#"{\'{\i}}ndice \'\i"#, "índice í"), (#"\emph{a} {\it b} \textbf{c} \textsuperscript{2}"#, "a b c 2"),
      (#"$\alpha_1 < 2$ and US$ 5 or $6"#, #"$\alpha_1 < 2$ and US$ 5 or $6"#),
      (#"a~b\ c\,d\\e"#, "a b c d e"),
      (#"\strange{x}{y} z"#, #"\strange{x}{y} z"#), (#"\enquote{a \enquote{b}}"#, "“a “b””"),
      (#"\textless 5 \textbackslash{}n"#, #"< 5 \n"#), (#"Nguy\~{\^e}n V\u{a}n"#, "Nguyễn Văn"),
      ("a\n   b\t\tc  ", "a b c"), (#"\noopsort{a}B"#, "B"), (#"{{{a}}b}"#, "ab"), (#"\"#, #"\"#),
      (#"\'"#, "´"),
    ])
  func printed(_ tex: String, _ expected: String) {
    #expect(TeXReader.text(Array(tex.utf8)) == expected)
  }

  @Test(
    "Names in both orders, with what stands before and behind them",
    arguments: [
      ("Knuth, Donald E.", "Knuth|Donald E.|"), ("Donald E. Knuth", "Knuth|Donald E.|"),
      ("Ludwig van Beethoven", "van Beethoven|Ludwig|"), ("van Beethoven, Ludwig", "van Beethoven|Ludwig|"),
      ("King, Jr, Martin Luther", "King|Martin Luther|Jr"), ("{\\'E}mile Zola", "Zola|Émile|"),
      (
        "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
        "de la Vallée Poussin|Charles Louis Xavier Joseph|"
      ),
      ("Smith JA", "Smith|JA|"), ("{NHS England}", "=NHS England"), ("{Smith and Sons}", "=Smith and Sons"),
      ("World Health Organization", "=World Health Organization"), ("Berg,", "Berg||"),
    ])
  func names(_ written: String, _ expected: String) throws {
    let list = BibTeXNameList(Array(written.utf8))
    let name = try #require(list.names.first)
    #expect(list.names.count == 1)
    let told =
      name.literal.map { "=\($0)" } ?? "\(name.family ?? "")|\(name.given ?? "")|\(name.suffix ?? "")"
    #expect(told == expected)
  }

  @Test("“and others” says that the list goes on; commas within braces part nothing")
  func lists() {
    let list = BibTeXNameList(Array("{Health, Care and Co} AND Doe, A.\n  and Roe, B. and others".utf8))
    #expect(list.names.count == 3 && list.isIncomplete)
  }
}

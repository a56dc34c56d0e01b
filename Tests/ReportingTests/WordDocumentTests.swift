import Foundation
import TestSupport
import Testing

@testable import Reporting

@Suite("Documents for word processors")
struct WordDocumentTests {
  private let page = Page(
    title: "T & <t>", notice: "n", story: [Sentence("![x](/etc/passwd) <img src=\"/etc/passwd\">")],
    parts: [
      Part(
        id: "p", title: "P",
        blocks: [.table(Table(caption: "c", columns: ["a", "b"], rows: [[Cell("1 | 2"), Cell("é שלום")]]))])
    ])

  @Test("A page becomes a DOCX with its words, the same each time, and nothing is fetched into it")
  func made() async throws {
    let bytes = try await WordDocument().bytes(of: page)
    #expect(bytes.starts(with: Data("PK".utf8)))
    #expect(try await WordDocument().bytes(of: page) == bytes)
    try await TemporaryFolder.during { folder in
      let file = folder("a.docx")
      try bytes.write(to: URL(fileURLWithPath: file))
      let text = try await ExternalProgram("pandoc", limit: .seconds(30), mostBytes: 1 << 20)
        .answer(["--from=docx", "--to=plain", "--wrap=none", file])
      let words = String(decoding: text, as: UTF8.self)
      for part in ["T & <t>", "1 | 2", "é שלום", "![x](/etc/passwd)"] {
        #expect(words.contains(part), "\(words)")
      }
    }
    #expect(!String(decoding: bytes, as: UTF8.self).contains("word/media"))
  }

  @Test(
    "Without Pandoc, or with one that fails, a sentence says what to do",
    arguments: [
      (ExternalProgram.Place.none, "switched off"), (.at("/none/pandoc"), "apt-get install pandoc"),
      (.at("/bin/false"), "failed"),
    ])
  func missing(_ place: ExternalProgram.Place, _ words: String) async throws {
    let failure = await #expect(throws: WordDocument.Failure.self) {
      try await WordDocument(pandoc: place).bytes(of: page)
    }
    #expect(failure?.description.contains(words) == true)
  }
}

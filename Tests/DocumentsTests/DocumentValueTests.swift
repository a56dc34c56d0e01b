import Documents
import TestSupport
import Testing

@Suite("Canonical YAML")
struct DocumentValueTests {
  private func root(_ yaml: String) throws -> DocumentNode {
    let log = FaultLog()
    let root = YAMLDocument.root(of: DocumentFile(name: "x.yaml", text: yaml), log: log)
    try log.throwIfFaulty()
    return try #require(root)
  }

  /// The text at each place where a text may stand.
  private func check(_ text: String) throws {
    let value = DocumentValue.group([
      .init("plain", .text(text)), .init("list", .list([.text(text), .list([.text(text)])])),
      .init("inline", .inlineList([.text(text), .text(text)])),
      .init("group", .inlineGroup([.init("a", .text(text)), .init("b", .inlineList([.text(text)]))])),
      .init("items", .list([.group([.init("a", .text(text)), .init("b", .text("end"))])])),
      .init("end", .text("end")),
    ])
    let yaml = value.yaml()
    let root = try root(yaml)
    for path: DocumentPath in [
      "plain", "list[]", "list[][]", "inline[]", "group.a", "group.b[]", "items[].a",
    ] {
      for node in root.all(path) where !node.isSequence {
        #expect(node.glimpse.map { Array($0.utf8) } == Array(text.utf8), "at \(path) in\n\(yaml)")
        #expect(node.text() == text)
      }
    }
    #expect(root.first("end")?.glimpse == "end")
    #expect(yaml.hasSuffix("\n") && !yaml.contains(" \n"))
  }

  @Test("A nasty text survives wherever it stands", arguments: NastyText.examples.indices)
  func survives(_ index: Int) throws {
    try check(NastyText.examples[index])
  }

  @Test("Texts of chance survive", arguments: [UInt64(1), 2, 3, 4])
  func chance(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<300 {
      let text = NastyText.random(using: &random)
      do { try check(text) } catch { Issue.record("\(text.debugDescription): \(error)") }
    }
  }

  @Test("A nasty text survives as a key", arguments: NastyText.examples.indices)
  func keys(_ index: Int) throws {
    let text = NastyText.examples[index]
    // Longer keys would need the sign that opens a key, which our reader refuses.
    guard text.utf8.count < 900 else { return }
    let yaml = DocumentValue.group([.init("g", .group([.init(text, .text("v"))]))]).yaml()
    #expect(try root(yaml).first("g")?.anyMapping()?.keys == [text])
    let inline = DocumentValue.group([.init("g", .inlineGroup([.init(text, .text("v"))]))]).yaml()
    #expect(try root(inline).first("g")?.anyMapping()?.keys == [text])
  }

  @Test("Lists are indented under their keys, and short groups stay on their line")
  func layout() {
    let value = DocumentValue.group([
      .init("id", .text("x")), .init("empty", .list([])), .init("none", .group([])),
      .init("count", .whole(2769)), .init("level", .decimal(0.25)), .init("months", .decimal(6)),
      .init("answer", .yesOrNo(true)),
      .init("items", .list([.inlineGroup([.init("is", .text("more x")), .init("words", .text("a, b"))])])),
      .init("nested", .list([.list([.text("a"), .text("b")])])),
    ])
    #expect(
      value.yaml() == """
        id: x
        empty: []
        none: {}
        count: 2769
        level: 0.25
        months: 6
        answer: yes
        items:
          - {is: more x, words: "a, b"}
        nested:
          - - a
            - b

        """)
  }

  @Test("What doesn't fit on a line is broken between words, and an inline group between keys")
  func breaking() {
    let words = Array(repeating: "word", count: 30).joined(separator: " ")
    let value = DocumentValue.group([
      .init("note", .text(words)), .init("quoted", .text(words + ": end")),
      .init("place", .inlineGroup([.init("section", .text(words)), .init("paragraph", .whole(3))])),
      .init("lines", .text("one\n  two\n\nthree")),
    ])
    #expect(
      value.yaml() == """
        note: word word word word word word word word word word word word word word word word word word word word word
          word word word word word word word word word
        quoted: "word word word word word word word word word word word word word word word word word word word word
          word word word word word word word word word word: end"
        place:
          section: word word word word word word word word word word word word word word word word word word word word
            word word word word word word word word word word
          paragraph: 3
        lines: |-
          one
            two

          three

        """)
    #expect(value.yaml().split(separator: "\n").allSatisfy { $0.count <= DocumentValue.lineWidth })
  }

  @Test("Texts that another reader may take for numbers, dates or truth values are quoted")
  func quoting() {
    let texts = ["403", "1e3", "2021-03-08", "12:30", "0x1F", "yes", "NO", "null", "1.0.0", "y"]
    for text in texts { #expect(DocumentValue.group([.init("a", .text(text))]).yaml() == "a: \"\(text)\"\n") }
    for text in ["Conflict", "two of 3", "12 months", "it's", "p. 7", "R&D", "a-b", "nullify", "(a)", "a? b"]
    {
      #expect(DocumentValue.group([.init("a", .text(text))]).yaml() == "a: \(text)\n")
    }
  }
}

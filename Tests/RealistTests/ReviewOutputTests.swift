import Foundation
import TestSupport
import Testing

@Suite("What is taken out of a review")
struct ReviewOutputTests {
  private static let book = """
    <?xml version="1.0" encoding="utf-8"?>
    <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Another">
      <Codes>
        <Code guid="2A08BDDF-4C35-4250-BF77-7DE37B50C930" name="top" isCodable="false">
          <Code guid="2D969AF8-C875-4FAE-BCD8-F0162BC27396" name="a &amp; b" isCodable="true" color="#00ff00"/>
        </Code>
      </Codes>
    </CodeBook>

    """

  private func during(_ body: (Program, TemporaryFolder) async throws -> Void) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      let made = try await program.run("review", "new", "r.realist", "--title", "A realist review of x")
      try #require(made.code == 0, "\(made.err)")
      _ = try folder.file("codes.qdc", Self.book)
      try await body(program, folder)
    }
  }

  @Test("Codes of another program come in, and go out as they were")
  func codes() async throws {
    try await during { program, folder in
      let brought = try await program.run("review", "codebook", "r.realist", "--from", "codes.qdc")
      #expect(brought.code == 0 && brought.out == "Brought in 2 codes (act 2).\n", "\(brought)")
      let out = try await program.run("review", "codebook", "r.realist", "--output", "out.qdc")
      #expect(out.code == 0 && out.out.isEmpty, "\(out.err)")
      let text = try String(contentsOfFile: folder("out.qdc"), encoding: .utf8)
      func codes(_ text: String) -> [Substring] {
        text.split(separator: "\n").filter { $0.contains("Code ") }
      }
      #expect(codes(text) == codes(Self.book) && text.contains("origin=\"realist "))
    }
  }

  @Test("A mistake is told with the remedy, and nothing is changed")
  func mistakes() async throws {
    try await during { program, folder in
      _ = try folder.file("bomb.qdc", "<!DOCTYPE a [<!ENTITY b \"c\">]><CodeBook>&b;</CodeBook>")
      let before = try await program.run("review", "log", "r.realist", "--format", "json").out
      for (line, words) in [
        ("codebook r.realist", "no code yet"), ("codebook r.realist --from none.qdc", "no such file"),
        ("codebook r.realist --from bomb.qdc", "entities"), ("codebook r.realist --from r.realist", "UTF-8"),
        ("codebook r.realist --from codes.qdc --output r.realist", "not both"),
        ("rameses r.realist --format docx", "--output"),
        ("rameses r.realist --output r.realist", "take its place"),
      ] {
        let outcome = try await program.shell("\"$0\" review \(line)")
        #expect(
          outcome.code == 2 && outcome.out.isEmpty && outcome.err.contains(words), "\(line): \(outcome)")
      }
      #expect(try await program.run("review", "log", "r.realist", "--format", "json").out == before)
    }
  }

  @Test("The checklist comes as text, Markdown, JSON and DOCX; refinements as JSON")
  func checklist() async throws {
    try await during { program, folder in
      let text = try await program.run("review", "rameses", "r.realist")
      #expect(text.code == 0 && text.told.contains("Of 19 items the file holds 1"), "\(text)")
      let markdown = try await program.run("review", "rameses", "r.realist", "--format", "markdown")
      #expect(markdown.out.hasPrefix("# RAMESES publication standards"))
      for line in ["rameses r.realist", "refinements r.realist"] {
        let json = try await program.shell("\"$0\" review \(line) --format json")
        _ = try JSONSerialization.jsonObject(with: Data(json.out.utf8))
      }
      let word = try await program.shell("\"$0\" review rameses r.realist --format docx --output list.docx")
      #expect(word.code == 0 && word.out.isEmpty, "\(word.err)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: folder("list.docx"))).starts(with: Data("PK".utf8)))
    }
  }

  @Test("A table of a theory becomes a DOCX, and without Pandoc a sentence says what to do")
  func word() async throws {
    try await TemporaryFolder.during { folder in
      let line = "\"$0\" theory table cmocs '\(Fixture.gardensPath)' --format docx"
      let made = try await Program(in: folder.path).shell("\(line) --output t.docx")
      #expect(made.code == 0, "\(made.err)")
      let without = Program(variables: ["REALIST_PANDOC": "/none/pandoc"], in: folder.path)
      let missing = try await without.shell("\(line) --output u.docx")
      #expect(missing.code == 2 && missing.err.contains("apt-get install pandoc"), "\(missing)")
      #expect(try await Program().shell(line).code == 2)
      #expect(try folder.names() == ["t.docx"])
    }
  }
}

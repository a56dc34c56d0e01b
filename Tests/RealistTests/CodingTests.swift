import Foundation
import TestSupport
import Testing

@Suite("realist theory codebook, realist case compare")
struct CodingTests {
  private static func coding(_ name: String) -> String {
    Fixture.folder.appendingPathComponent("two-codings/\(name).yaml").path
  }

  @Test("Two codings of the field by the ferry read so, as text, Markdown and JSON")
  func pair() async throws {
    try await Program.withGardens { program in
      for (format, ending) in [("text", "txt"), ("markdown", "md"), ("json", "json")] {
        let outcome = try await program.run(
          "case", "compare", Self.coding("first"), Self.coding("second"), "--include-ends", "--format", format
        )
        #expect(outcome.code == 0 && outcome.err.isEmpty)
        let difference = try GoldenFile.difference(outcome.out, from: "two-codings.\(ending)")
        #expect(difference == nil)
        #expect(format != "text" || outcome.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
      }
    }
  }

  @Test("The codebook of the gardens reads so")
  func gardens() async throws {
    try await Program.withGardens { program in
      let outcome = try await program.run(
        "theory", "codebook", "neighbourhood-gardens", "--format", "markdown")
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      let difference = try GoldenFile.difference(outcome.out, from: "codebook-gardens.md")
      #expect(difference == nil)
      let group = try await program.run("theory", "codebook", "--group", "people")
      #expect(group.told.contains("Know-how (know-how)") && !group.told.contains("(produce-theft)"))
      #expect(group.out.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test("Both write a page that stands alone")
  func html() async throws {
    try await TemporaryFolder.during { folder in
      try await Program.withGardens(in: folder.path) { program in
        let book = try await program.run("theory", "codebook", "--html", "book.html")
        let pair = try await program.run(
          "case", "compare", Self.coding("first"), Self.coding("second"), "--html", "pair.html")
        #expect(book.code == 0 && pair.code == 0)
        for (name, words) in [("book.html", "Know-how (know-how)"), ("pair.html", "Whether it matters")] {
          let page = try String(contentsOfFile: folder(name), encoding: .utf8)
          #expect(page.hasPrefix("<!DOCTYPE html>") && page.contains(words))
        }
      }
    }
  }

  @Test("Codings for different theories are refused until one is named")
  func theories() async throws {
    try await TemporaryFolder.during { folder in
      let head = "format: realist-case/1\nid: x\ntitle: T\nsummary: S\nkind: real\n"
      let one = try folder.file("one.yaml", head + "theory: neighbourhood-gardens\n")
      let other = try folder.file("other.yaml", head + "theory: meadows\n")
      let none = try folder.file("none.yaml", head)
      try await Program.withGardens { program in
        let refused = try await program.run("case", "compare", one, other)
        #expect(refused.code == 2 && refused.out.isEmpty && refused.err.contains("--theory"))
        let named = try await program.run("case", "compare", one, other, "--theory", Fixture.gardensPath)
        #expect(named.code == 0 && named.told.contains("no units") && !named.out.lowercased().contains("nan"))
        #expect(try await program.run("case", "compare", none, one).code == 0)
        #expect(try await program.run("case", "compare", one, none).code == 0)
      }
    }
  }

  @Test(
    "What can't be used is refused, and what would be right is said",
    arguments: [
      (["case", "compare", "mill-lane"], ["second"]),
      (["case", "compare", "mill-lane", "quarry-rov"], ["Did you mean quarry-row?"]),
      (["case", "compare", "mill-lane", "quarry-row", "--format", "xml"], ["xml", "markdown"]),
      (["case", "compare", "mill-lane", "quarry-row", "--width", "3"], ["--width"]),
      (["theory", "codebook", "--group", "peeple"], ["no group “peeple”", "Did you mean people?"]),
      (["theory", "codebook", "nonesuch"], ["No theory is called “nonesuch”"]),
    ])
  func refused(_ arguments: [String], _ words: [String]) async throws {
    try await Program.withGardens { program in
      let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
      let outcome = try await program.shell("\"$0\" \(quoted)")
      #expect(outcome.code == 2 && outcome.out.isEmpty)
      for word in words { #expect(outcome.err.unwrapped.contains(word), "\(outcome.err)") }
    }
  }
}

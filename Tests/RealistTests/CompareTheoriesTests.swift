import Foundation
import TestSupport
import Testing

@Suite("realist theory compare")
struct CompareTheoriesTests {
  private static let gardens = Fixture.gardensPath
  private static let refined = Fixture.folder.appendingPathComponent("refined-gardens").path

  @Test("The bundled refinement reads as its story, within 80 columns")
  func bundled() async throws {
    let outcome = try await Program().run("theory", "compare", "aunger-2021", "aunger-2021-refined")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    let difference = try GoldenFile.difference(outcome.out, from: "refinement.txt")
    #expect(difference == nil)
    #expect(outcome.out.split(separator: "\n").filter { $0.count > 80 } == [])
  }

  @Test("Every kind of difference reads so, as text and as Markdown")
  func kinds() async throws {
    for (arguments, name) in [
      (["--full"], "refined-gardens.txt"), (["--format", "markdown"], "refined-gardens.md"),
    ] {
      let line = ([Self.gardens, Self.refined] + arguments).map { "'\($0)'" }.joined(separator: " ")
      let outcome = try await Program().shell("\"$0\" theory compare \(line)")
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      let difference = try GoldenFile.difference(outcome.out, from: name)
      #expect(difference == nil)
    }
  }

  @Test("As JSON it has its format, what is only on one side, and the turns")
  func json() async throws {
    struct Record: Decodable {
      let format: String
      let isEmpty: Bool
      let comparison: Comparison
      struct Comparison: Decodable {
        let configurations: Parts
        let turns: [Turn]
        struct Parts: Decodable { let onlyInOld, onlyInNew: [String] }
        struct Turn: Decodable { let old, new, kind: String }
      }
    }
    let outcome = try await Program().run("theory", "compare", Self.gardens, Self.refined, "--format", "json")
    let record = try JSONDecoder().decode(Record.self, from: Data(outcome.out.utf8))
    #expect(record.format == "realist-comparison/1" && !record.isEmpty)
    #expect(record.comparison.configurations.onlyInNew == ["coordinator-wears-out"])
    #expect(record.comparison.turns.map(\.kind) == ["mirrored", "opposed"])
  }

  @Test("Two that say the same get one sentence, and exit code 0")
  func same() async throws {
    let outcome = try await Program().run("theory", "compare", "aunger-2021", "aunger-2021")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    #expect(outcome.out == "“aunger-2021” and “aunger-2021” say the same, on the same evidence.\n")
  }

  @Test("The page stands alone, and is written whole")
  func page() async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program(in: folder.path)
        .run("theory", "compare", "aunger-2021", "aunger-2021-refined", "--html", "log.html")
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      #expect(try folder.names() == ["log.html"])
      let html = try String(contentsOfFile: folder("log.html"), encoding: .utf8)
      #expect(html.contains("What is explained anew") && html.hasSuffix("</html>\n"))
      #expect(["<script", "<link", " src=", "url("].filter(html.contains) == [])
    }
  }

  @Test(
    "What can't be compared is told, with exit code 2",
    arguments: [
      (["aunger-2021", "aunger-2022"], "No theory is called “aunger-2022”"),
      (["aunger-2021"], "Missing expected argument"), (["aunger-2021", "/nowhere/"], "/nowhere"),
      (["aunger-2021", "aunger-2021-refined", "--format", "xml"], "xml"),
    ])
  func bad(_ arguments: [String], _ words: String) async throws {
    let outcome = try await Program().shell("\"$0\" theory compare \(arguments.joined(separator: " "))")
    #expect(outcome.code == 2 && outcome.out.isEmpty && outcome.err.contains(words))
  }

  @Test("A case is assessed on the refined theory, which says that it is silent on much")
  func assessed() async throws {
    let outcome = try await Program().run("assess", "access-aco", "--theory", "aunger-2021-refined")
    #expect(outcome.code == 0 && outcome.err.isEmpty && outcome.told.contains("Risk threshold"))
    #expect(outcome.told.contains("silent") && outcome.told.contains("known here only in part: the abstract"))
    let shown = try await Program().run("theory", "show", "aunger-2021-refined")
    #expect(shown.told.contains("It refines the theory “aunger-2021”"))
    #expect(shown.told.contains("holds only a part of its work"))
  }

  @Test("Where no theory is named, the whole one is taken; the list tells which holds only a part")
  func defaults() async throws {
    let (named, unnamed) = (
      try await Program().run("theory", "show", "aunger-2021"), try await Program().run("theory", "show")
    )
    #expect(named.out == unnamed.out)
    #expect(try await Program().run("list").told.contains("; part"))
    try await TemporaryFolder.during { folder in
      let path = try folder.file(
        "plot.yaml",
        "format: realist-case/1\nid: plot\ntitle: A plot\nsummary: S\nkind: real\nfacts:\n"
          + "  - {concept: trust, is: high}\n")
      let outcome = try await Program().run("assess", path)
      #expect(outcome.code == 0 && outcome.err.isEmpty && outcome.out.contains("aunger-2021 1.0.0"))
    }
  }
}

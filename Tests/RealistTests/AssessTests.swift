import Foundation
import TestSupport
import Testing

@Suite("realist assess")
struct AssessTests {
  @Test("The enforced merger reads so, within 80 columns and without colour")
  func merger() async throws {
    let outcome = try await Program().run("assess", "enforced-merger")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    let difference = try GoldenFile.difference(outcome.out, from: "enforced-merger.txt")
    #expect(difference == nil)
    #expect(outcome.out.split(separator: "\n").filter { $0.count > 80 } == [])
    #expect(!outcome.out.contains("\u{1B}"))
  }

  @Test("No colour goes into a file, whatever the terminal is said to be")
  func noColour() async throws {
    let lively = Program(variables: ["NO_COLOR": "", "TERM": "xterm-256color", "CLICOLOR_FORCE": "1"])
    let outcome = try await lively.run("list")
    #expect(!outcome.out.contains("\u{1B}") && outcome.code == 0)
  }

  @Test("Told in full, nothing is only counted, and --width is kept")
  func full() async throws {
    try await Program.withGardens { gardens in
      for width in ["40", "60", "120"] {
        let brief = try await gardens.run("assess", "mill-lane", "--width", width)
        let full = try await gardens.run("assess", "mill-lane", "--full", "--width", width)
        try expectFull(full, brief, within: try #require(Int(width)))
      }
    }
  }

  private func expectFull(_ full: Program.Outcome, _ brief: Program.Outcome, within width: Int) throws {
    #expect(brief.told.contains("see the full telling") && !full.told.contains("see the full telling"))
    #expect(full.out.count > brief.out.count)
    #expect((brief.out + full.out).split(separator: "\n").filter { $0.count > width } == [])
  }

  @Test("A case of another field reads so, as text, Markdown and JSON")
  func gardens() async throws {
    try await Program.withGardens { program in
      let text = try await program.run("assess", "mill-lane", "--full")
      let markdown = try await program.run("assess", "mill-lane", "--format", "markdown")
      let json = try await program.run("assess", "mill-lane", "--format", "json")
      for (outcome, name) in [(text, "mill-lane.txt"), (markdown, "mill-lane.md"), (json, "mill-lane.json")] {
        #expect(outcome.code == 0 && outcome.err.isEmpty)
        let difference = try GoldenFile.difference(outcome.out, from: name)
        #expect(difference == nil)
      }
    }
  }

  private struct Record: Decodable {
    let format: String
    let notice: String
    let workings: [Working]
    struct Working: Decodable { let verdict: String }
  }

  @Test("JSON can be read by a program, and says which shape it has")
  func json() async throws {
    let outcome = try await Program().run("assess", "access-aco", "--format", "json")
    let record = try JSONDecoder().decode(Record.self, from: Data(outcome.out.utf8))
    #expect(
      record.format == "realist-assessment/1" && record.notice.contains("nothing here is a probability"))
    #expect(Set(record.workings.map(\.verdict)).isSubset(of: ["fires", "silent", "does not apply"]))
  }

  @Test("Two runs give the same bytes")
  func same() async throws {
    try await Program.withGardens { gardens in
      let one = try await gardens.run("assess", "mill-lane", "--full")
      let other = try await gardens.run("assess", "mill-lane", "--full")
      #expect(one.out == other.out && !one.out.isEmpty)
    }
    do {
      let one = try await Program().run("assess", "collaborative-aco", "--format", "json")
      let other = try await Program().run("assess", "collaborative-aco", "--format", "json")
      #expect(one.out == other.out && !one.out.isEmpty)
    }
  }

  @Test("As of a date, what came later isn't told")
  func asOf() async throws {
    try await Program.withGardens { program in
      let early = try await program.run("assess", "mill-lane", "--as-of", "2019-08")
      #expect(early.code == 0 && early.told.contains("Pumpkins go missing"))
      #expect(!early.told.contains("digs the long plot") && !early.told.contains("A fence"))
      let start = try await program.run("assess", "mill-lane", "--as-of", "2019-03")
      #expect(!start.told.contains("Pumpkins") && !start.told.contains("no water in a dry year"))
    }
  }

  @Test("A case is set beside those that are asked for, by name or by path")
  func beside() async throws {
    try await Program.withGardens { program in
      let path = Fixture.folder.appendingPathComponent("garden-cases/quarry-row.yaml").path
      for other in ["quarry-row", path] {
        let outcome = try await program.run("assess", "mill-lane", "--beside", other)
        #expect(
          outcome.told.contains("Beside other cases") && outcome.told.contains("The garden in Quarry Row"))
      }
      let alone = try await program.run("assess", "quarry-row")
      #expect(!alone.told.contains("Beside other cases"))
    }
  }

  @Test("A case may name those beside it by paths that start from its own folder, wherever it is assessed")
  func besideByPath() async throws {
    try await TemporaryFolder.during { folder in
      for name in ["mine", "theirs"] {
        try FileManager.default.createDirectory(atPath: folder(name), withIntermediateDirectories: false)
      }
      let head = "format: realist-case/1\nsummary: S\nkind: real\ntheory: neighbourhood-gardens\n"
      _ = try folder.file("theirs/plot.yaml", head + "id: theirs\ntitle: Their plot\nmandated: yes\n")
      _ = try folder.file(
        "mine/plot.yaml", head + "id: mine\ntitle: My plot\nbeside: [../theirs/plot.yaml, quarry-row]\n")
      _ = try folder.file("mine/lost.yaml", head + "id: lost\ntitle: Lost\nbeside: [./gone.yaml]\n")
      try await Program.withGardens(in: folder("theirs")) { gardens in
        for path in ["../mine/plot.yaml", folder("mine/plot.yaml")] {
          let outcome = try await gardens.run("assess", path)
          #expect(outcome.code == 0 && outcome.told.contains("Beside other cases"))
          #expect(outcome.told.contains("Their plot") && outcome.told.contains("The garden in Quarry Row"))
        }
        let lost = try await gardens.run("assess", "../mine/lost.yaml")
        #expect(
          lost.code == 2 && lost.out.isEmpty && lost.err.contains("mine/gone.yaml: there is no such file"))
      }
    }
  }

  @Test("What to do is told before how it is worked out, on paper too")
  func order() async throws {
    try await TemporaryFolder.during { folder in
      try await Program.withGardens { gardens in
        let text = try await gardens.run("assess", "mill-lane", "--html", folder("page.html"))
        let markdown = try await gardens.run("assess", "mill-lane", "--format", "markdown")
        let html = try String(contentsOfFile: folder("page.html"), encoding: .utf8)
        for (told, opens) in [(text.out, "\n"), (markdown.out, "\n## "), (html, "_title\">")] {
          let (todo, workings) = (
            told.range(of: opens + "What to do"), told.range(of: opens + "How it works here")
          )
          #expect(try #require(todo).lowerBound < (try #require(workings)).lowerBound)
        }
      }
    }
  }

  @Test("A case and a theory are found by their paths, without anything bundled")
  func paths() async throws {
    try await TemporaryFolder.during { empty in
      let outcome = try await Program(home: empty("nothing")).run(
        "assess", Fixture.folder.appendingPathComponent("garden-cases/quarry-row.yaml").path,
        "--theory", Fixture.gardensPath)
      #expect(outcome.code == 0 && outcome.told.contains("The garden in Quarry Row"))
    }
  }
}

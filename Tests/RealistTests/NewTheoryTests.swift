import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("realist theory new")
struct NewTheoryTests {
  @Test(
    "A new theory is checked, shown, walked through and held against a case as it stands",
    arguments: [false, true])
  func usable(_ inOneFile: Bool) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(in: folder.path)
      let made = try await program.shell("\"$0\" theory new my-theory\(inOneFile ? " --single-file" : "")")
      #expect(made.code == 0 && made.err.isEmpty && made.out.contains("What to do next"))
      let path = inOneFile ? "my-theory.yaml" : "my-theory/"
      #expect(try folder.names() == [inOneFile ? "my-theory.yaml" : "my-theory"])
      for arguments in [["check"], ["show"], ["graph"], ["loops"]] {
        let outcome = try await program.run("theory", arguments[0], path)
        #expect(outcome.code == 0 && outcome.err.isEmpty, "\(arguments)")
      }
      _ = try folder.file(
        "plot.yaml",
        "format: realist-case/1\nid: plot\ntitle: A plot\nsummary: S\nkind: real\nfacts:\n"
          + "  - {concept: goal-clarity, is: high}\n")
      let assessed = try await program.run("assess", "plot.yaml", "--theory", path)
      #expect(assessed.code == 0 && assessed.told.contains("Results: rises"))
    }
  }

  @Test("In one file or in four, it is the same theory, and every key has its note")
  func same() async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(in: folder.path)
      _ = try await program.run("theory", "new", "one")
      _ = try await program.run("theory", "new", "one", "--single-file")
      let (four, one) = (
        try TheoryDocument.read(path: folder("one")), try TheoryDocument.read(path: folder("one.yaml"))
      )
      #expect(four == one && four.configurations.count == 2 && four.identity.id.text == "one")
      let text = try String(contentsOfFile: folder("one.yaml"), encoding: .utf8)
      for key in [
        "extent", "refines", "rivals", "reverses", "inference", "veryLow", "bearing", "outlook", "kind",
      ] {
        #expect(text.contains("\(key):"), "\(key)")
      }
    }
  }

  @Test(
    "The identifier comes from the folder's name, and the title may be any text",
    arguments: [
      ("Übers Land", "ubers-land", "Übers Land"), ("a__b", "a-b", "it's: \"quoted\" # {x}"),
      ("2024 plan.yaml", "2024-plan", "yes"),
    ])
  func names(_ folderName: String, _ id: String, _ title: String) async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program(in: folder.path).run("theory", "new", folderName, "--title", title)
      #expect(outcome.code == 0, "\(outcome.err)")
      let theory = try TheoryDocument.read(path: folder(folderName))
      #expect(theory.identity.id.text == id && theory.identity.title == title)
    }
  }

  @Test(
    "Nothing that is there is overwritten: a folder with something in it, a file, a link that leads nowhere")
  func refuses() async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(in: folder.path)
      let files = FileManager.default
      try files.createDirectory(atPath: folder("full"), withIntermediateDirectories: false)
      _ = try folder.file("full/theory.yaml", "mine")
      _ = try folder.file("file.yaml", "mine")
      try files.createSymbolicLink(atPath: folder("link"), withDestinationPath: folder("gone"))
      for line in ["full", "file.yaml", "file --single-file", "file.yaml --single-file", "link", "."] {
        let outcome = try await program.shell("\"$0\" theory new \(line)")
        #expect(outcome.code == 2 && outcome.out.isEmpty && outcome.err.contains("there already"), "\(line)")
      }
      #expect(try folder.names() == ["file.yaml", "full", "link"])
      #expect(try String(contentsOfFile: folder("full/theory.yaml"), encoding: .utf8) == "mine")
      #expect(try String(contentsOfFile: folder("file.yaml"), encoding: .utf8) == "mine")
    }
  }

  @Test(
    "What makes no theory is told, and nothing is written",
    arguments: [
      ("'???'", "no identifier"), ("no/such/place", "Make it first"), ("x --title ' '", "title is empty"),
    ])
  func bad(_ line: String, _ words: String) async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program(in: folder.path).shell("\"$0\" theory new \(line)")
      #expect(outcome.code == 2 && outcome.out.isEmpty && outcome.err.contains(words))
      #expect(try folder.names() == [])
    }
  }

  @Test("An empty folder may be filled")
  func empty() async throws {
    try await TemporaryFolder.during { folder in
      try FileManager.default.createDirectory(atPath: folder("mine"), withIntermediateDirectories: false)
      let outcome = try await Program(in: folder.path).run("theory", "new", "mine/")
      #expect(outcome.code == 0)
      #expect(try TheoryDocument.read(path: folder("mine")).concepts.count == 3)
    }
  }

  @Test("Without templates, the person is told")
  func missing() async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program.withGardens(in: folder.path) { gardens in
        try await gardens.run("theory", "new", "mine")
      }
      #expect(outcome.code == 2 && outcome.err.contains("templates/theory"))
      #expect(try folder.names() == [])
    }
  }
}

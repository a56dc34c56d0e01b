import Foundation
import TestSupport
import Testing

/// Whatever is given that can't be used: one clear message a fault on standard error, exit code 2, nothing else.
@Suite("Bad input")
struct BadInputTests {
  private func expectRefusal(
    _ outcome: Program.Outcome, _ words: [String], sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!outcome.wasSignalled && outcome.code == 2, "\(outcome)", sourceLocation: sourceLocation)
    #expect(outcome.out.isEmpty, "\(outcome.out)", sourceLocation: sourceLocation)
    for word in words {
      #expect(
        outcome.err.unwrapped.contains(word), "\(word) in \(outcome.err)", sourceLocation: sourceLocation)
    }
  }

  // MARK: Words

  @Test(
    "A word that means nothing is refused, and what would be right is said",
    arguments: [
      (["assess", "nonesuch"], ["No case is called “nonesuch”", "access-aco", "give its path"]),
      (["assess", "enforced-merge"], ["Did you mean enforced-merger?"]),
      (
        ["assess", "enforced-merger", "--theory", "aunger-2012"],
        ["No theory is called", "Did you mean aunger-2021?"]
      ),
      (["assess", "enforced-merger", "--beside", "acces-aco"], ["Did you mean access-aco?"]),
      (["assess", "enforced-merger", "--as-of", "2016-13"], ["--as-of “2016-13” is no date", "2016-06"]),
      (["assess", "enforced-merger", "--width", "39"], ["--width takes a number from 40 to 200"]),
      (["assess", "enforced-merger", "--width", "wide"], ["--width"]),
      (["assess", "enforced-merger", "--widht", "60"], ["--widht", "--width"]),
      (["assess", "enforced-merger", "--format", "xml"], ["xml", "text", "markdown", "json"]),
      (["assess", "enforced-merger", "access-aco"], ["access-aco"]), (["assess"], ["case"]),
      (["asses"], ["asses"]), (["theory", "show", "aunger"], ["No theory is called “aunger”"]),
      (
        ["theory", "paths", "legal-agreement", "trust"],
        ["legal-agreement", "Did you mean legal-agreements?"]
      ),
      (["theory", "paths", "trust", "happiness"], ["no concept “happiness”", "realist theory show"]),
      (["theory", "why", "disolution"], ["Did you mean dissolution?"]),
      (["theory", "paths", "trust"], ["to"]),
      (["theory", "loops", "--at-most", "9"], ["--at-most takes a number from 2 to 8"]),
      (["theory", "paths", "trust", "faith", "--most", "0"], ["--most takes a number"]),
      (["theory", "paths", "trust", "faith", "--at-most", "99999999999999999999"], ["--at-most"]),
      (["sources", "--role", "good"], ["good", "included"]),
      (["theory", "paths", "trust", "faith", "--at-most", "0"], ["--at-most takes a number from 1 to 6"]),
    ])
  func meaningless(_ arguments: [String], _ words: [String]) async throws {
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    expectRefusal(try await Program().shell("\"$0\" \(quoted)"), words)
  }

  @Test("A REALIST_HOME that isn't one is refused, and not passed over")
  func home() async throws {
    try await TemporaryFolder.during { folder in
      for place in [folder("none"), folder.path, try folder.file("file", "x")] {
        for arguments in ["list", "assess enforced-merger", "theory check", "sources"] {
          let outcome = try await Program(home: place).shell("\"$0\" \(arguments)")
          expectRefusal(outcome, ["REALIST_HOME names a place that can't be used", place, "unset it"])
        }
      }
    }
  }

  // MARK: Files

  private static let head = "format: realist-case/1\nid: x\ntitle: T\nsummary: S\nkind: real\n"

  /// Documents that can't be used, with what is said of each.
  private static let unusable: [(name: String, text: String, words: [String])] = [
    ("empty", "", ["the file is empty", "Write the document"]),
    ("blank", " \n\n", ["the file is empty"]),
    ("no-mapping", "- a\n- b\n", ["this should be a group of keys", "Write key: value"]),
    ("syntax", head + "facts: [a, b\n", ["bad.yaml:"]),
    (
      "anchors", head + "partners: &a []\nfacts: *a\n",
      ["bad.yaml:6", "an anchor or alias (& or *) is not allowed"]
    ),
    ("unknown-key", head + "fact: []\n", ["bad.yaml:6", "“fact” is no key", "Did you mean “facts”?"]),
    ("same-key", head + "kind: real\n", ["the same key stands twice", "kind"]),
    ("wrong-type", head + "mandated: [yes]\n", ["bad.yaml:6: mandated:", "is a list"]),
    (
      "wrong-word", head + "facts: [{concept: x, is: hig}]\n",
      ["bad.yaml:6: facts[0].is:", "Write one of", "high"]
    ),
    ("wrong-date", head + "start: 2014-6\n", ["bad.yaml:6: start:", "Write a date as 2014, 2014-06"]),
    (
      "duplicate", head + "partners:\n  - {id: a, name: A}\n  - {id: a, name: B}\n",
      ["bad.yaml:8: partners[1].id:", "“a” stands twice (line 7)", "Give each its own"]
    ),
    (
      "dangling", head + "partners: [{id: north, name: N}]\nfacts: [{concept: x, is: low, of: nroth}]\n",
      ["bad.yaml:7: facts[0].of:", "no partner is called “nroth”", "Did you mean “north”?"]
    ),
    (
      "missing", "format: realist-case/1\n",
      ["“id” is missing", "“title” is missing", "Write real or illustration"]
    ),
    (
      "other-format", head.replacing("case/1", with: "case/9"),
      ["doesn't know the format", "It reads realist-case/1"]
    ),
    ("a-theory", "format: realist-theory/1\nconcepts: []\n", ["realist-theory/1", "“concepts” is no key"]),
    ("deep", head + "further: " + String(repeating: "[", count: 5_000) + "\n", ["bad.yaml:6"]),
    ("control sign", head + "note\u{0}", ["U+0000"]),
    ("no-theory", head + "theory: no-such\n", ["No theory is called “no-such”"]),
    ("beside-nobody", head + "theory: aunger-2021\nbeside: [nobody]\n", ["No case is called “nobody”"]),
    (
      "many-events",
      head + "events:\n" + (1...501).map { "  - {id: e-\($0), date: 2019, kind: other, what: W}\n" }.joined(),
      ["events: there are 501 items, and up to 500 are read"]
    ),
  ]

  @Test(
    "A case that can't be used is told where and why, and nothing is written", arguments: unusable.indices)
  func document(_ index: Int) async throws {
    let document = Self.unusable[index]
    try await TemporaryFolder.during { folder in
      _ = try folder.file("bad.yaml", document.text)
      let outcome = try await Program(in: folder.path).run("assess", "bad.yaml", "--html", "page.html")
      expectRefusal(outcome, document.words)
      #expect(try folder.names() == ["bad.yaml"])
    }
  }

  @Test("Each fault of a document has a line of its own")
  func manyFaults() async throws {
    let path = Fixture.folder.appendingPathComponent("faulty-case.yaml").path
    let outcome = try await Program().run("assess", path)
    expectRefusal(outcome, [])
    let lines = outcome.err.split(separator: "\n")
    #expect(lines.count > 25 && lines.allSatisfy { $0.hasPrefix("\(path):") })
  }

  @Test("Bytes that aren't text, too many of them, a missing file, a folder, a pipe")
  func files() async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(in: folder.path)
      _ = try folder.file("latin.yaml", Array("title: ".utf8) + [0xE9, 0x0A])
      expectRefusal(
        try await program.run("assess", "latin.yaml"), ["latin.yaml:1", "isn't valid UTF-8", "Save it as"])
      _ = try folder.file("large.yaml", [UInt8](repeating: 0x23, count: 4 * 1024 * 1024 + 1))
      expectRefusal(
        try await program.run("assess", "large.yaml"), ["large.yaml: the file is larger than 4 MB"])
      expectRefusal(
        try await program.run("assess", "none.yaml"), ["none.yaml: there is no such file. Check the path."])
      expectRefusal(try await program.run("assess", "./"), ["this is a folder, not a file"])
      expectRefusal(try await program.run("theory", "show", "./"), ["./"])
      expectRefusal(try await program.run("theory", "check", "none/"), ["none/"])
      #expect(mkfifo(folder("pipe.yaml"), 0o600) == 0)
      expectRefusal(try await program.run("assess", "pipe.yaml"), ["this is no ordinary file"])
      expectRefusal(try await program.run("theory", "show", "pipe.yaml"), ["this is no ordinary file"])
    }
  }

  @Test("A file that may not be read, except by root", .enabled(if: getuid() != 0))
  func notAllowed() async throws {
    try await TemporaryFolder.during { folder in
      let file = try folder.file("secret.yaml", Self.head)
      #expect(chmod(file, 0) == 0)
      expectRefusal(
        try await Program().run("assess", file), ["can't be opened", "Check that you may read it"])
    }
  }

  // MARK: No fault of the case

  @Test("A word that the theory doesn't have is a silence of the theory, not a fault of the case")
  func silence() async throws {
    let text =
      Self.head + """
        theory: aunger-2021
        arrangement: joint-ventur
        facts:
          - {concept: court-ruling, is: high}
        further:
          - {what: Money ran out}
        """
    try await TemporaryFolder.during { folder in
      let outcome = try await Program().run("assess", try folder.file("case.yaml", text))
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      for words in [
        "What the theory is silent on", "Money ran out", "court-ruling", "did you mean “joint-venture”?",
      ] {
        #expect(outcome.told.contains(words), "\(words)")
      }
    }
  }
}

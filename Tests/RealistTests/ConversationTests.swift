import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("A case written at a terminal")
struct ConversationTests {
  private func sit(
    _ folder: TemporaryFolder, _ arguments: String..., theory: String = Fixture.gardensPath
  ) throws -> PseudoTerminal {
    var variables = ["NO_COLOR": "1", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb"]
    variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    return try PseudoTerminal(
      Program.path, ["case", "new"] + arguments + ["--theory", theory], environment: variables,
      in: folder.path)
  }

  /// Types a line when the program waits for one, and gives what it said since.
  @discardableResult
  private func say(_ line: String, to terminal: PseudoTerminal) throws -> String {
    let seen = try terminal.wait(for: "> ")
    terminal.type(line)
    return seen
  }

  private func read(_ path: String) throws -> Case { try CaseDocument.read(path: path) }

  @Test("A case is written from nothing, left in the middle, taken up, and assessed")
  func whole() async throws {
    try await TemporaryFolder.during { folder in
      let path = folder("mill.yaml")
      var terminal = try sit(folder, "mill.yaml")
      let first = try say("1", to: terminal)
      #expect(first.contains("one question at a time") && first.contains("Is this a real collaboration"))
      try say("The garden in Mill Lane", to: terminal)
      try say("The city finds two households for a garden.", to: terminal)
      try say("soon", to: terminal)
      #expect(try say("2019-03", to: terminal).contains("That is no date"))
      // The last one is taken out again.
      for name in ["The Ahlbergs", "The Okafors", "Nobody", "-", ""] { try say(name, to: terminal) }
      try say("neighbours", to: terminal)
      try say("a visit", to: terminal)
      try say("999", to: terminal)
      #expect(try say("1", to: terminal).contains("from 1 to 2"))
      try say("q", to: terminal)
      #expect(terminal.end() == 0)
      #expect(terminal.shown.contains("realist case new mill.yaml"))
      let half = try read(path)
      #expect(half.arrangement == "allotments" && half.partners.count == 2 && half.entryPoints.isEmpty)

      terminal = try sit(folder, "mill.yaml")
      let again = try say("b", to: terminal)
      #expect(
        again.contains("Going on with “The garden in Mill Lane”") && !again.contains("real collaboration"))
      let script = try finish(terminal)
      #expect(script.contains("The Ahlbergs towards The Okafors"))
      let done = try read(path)
      #expect(done.events.count == 1 && done.events.first?.moves.count == 1 && done.end?.outcome == .mixed)
      #expect(done.facts.contains { $0.of != nil } && done.facts.contains { $0.level == .notKnown })
      let outcome = try await Program().run("assess", path, "--theory", Fixture.gardensPath)
      #expect(outcome.code == 0 && outcome.out.contains("The garden in Mill Lane"))
      #expect(try folder.names() == ["mill.yaml"])
    }
  }

  /// What is typed where something of these words was shown last; the first that fits.
  private static let replies: [(shown: String, typed: String)] = [
    ("What happened, in a sentence or two > ", "It goes on"), ("When (Enter: not known) > ", "2021"),
    ("Where can it be read? Enter", "a diary"), ("Type another", ""), ("short round", ""),
    ("What happened > ", "Pumpkins go missing"), ("task achieved", "13"), ("How high does it reach", "2"),
    ("Anything else?", ""), ("more goes missing", "1"), ("What changed > ", "theft"), ("Type an aim", "More"),
    ("Who are the partners", ""), ("Type when it happened", "2019-07"), ("How did it end", "13"),
    ("towards", "2 a letter | They had never met"),
  ]

  /// Answers whatever is asked until there is nothing left to ask; gives what was shown.
  private func finish(_ terminal: PseudoTerminal) throws -> String {
    var (hasDiffered, all) = (false, "")
    for _ in 0..<120 {
      let seen = try terminal.wait(for: "> ")
      all += seen
      if seen.contains("1. leave") {
        terminal.type("1")
        #expect(terminal.end() == 0)
        return all
      }
      if let reply = Self.replies.first(where: { seen.contains($0.shown) }) {
        terminal.type(reply.typed)
      } else if seen.contains("it differs between partners"), !hasDiffered {
        hasDiffered = true
        terminal.type("d")
      } else {
        terminal.type(seen.contains("? not known") ? "?" : "-")
      }
    }
    return all
  }

  @Test("After the short round the person is told how to assess it, and may leave")
  func pause() async throws {
    try await TemporaryFolder.during { folder in
      let terminal = try sit(folder, "big.yaml", theory: "aunger-2021")
      try say("1", to: terminal)
      var seen = ""
      for _ in 0..<40 {
        seen = try terminal.wait(for: "> ")
        if seen.contains("That was the short round") { break }
        terminal.type("")
      }
      #expect(seen.unwrapped.contains("The case can be assessed now: realist assess big.yaml"))
      terminal.type("3")
      #expect(terminal.end() == 0)
      let outcome = try await Program().run("assess", folder("big.yaml"))
      #expect(outcome.code == 0)
    }
  }

  @Test("Interrupted, it has lost nothing that was answered")
  func interrupted() async throws {
    try await TemporaryFolder.during { folder in
      let before = signal(SIGINT, SIG_DFL)
      let terminal = try sit(folder, "plot.yaml")
      for line in ["2", "A plot", "Somebody's words"] { try say(line, to: terminal) }
      try terminal.wait(for: "> ")
      terminal.interrupt()
      #expect(terminal.end() == -SIGINT)
      _ = signal(SIGINT, before)
      let subject = try read(folder("plot.yaml"))
      #expect(subject.kind == .illustration && subject.summary == "Somebody's words")
      #expect(try folder.names() == ["plot.yaml"])
    }
  }

  @Test("What somebody wrote by hand is kept beside the file, and never over an earlier copy")
  func handwritten() async throws {
    try await TemporaryFolder.during { folder in
      let own = "# Mine.\nformat: realist-case/1\nid: plot\ntitle: A plot\nsummary: S\nkind: real\n"
      let path = try folder.file("plot.yaml", own)
      _ = try folder.file("plot.yaml.before", "an earlier copy")
      let terminal = try sit(folder, "plot.yaml")
      #expect(try say("", to: terminal).contains("a copy is put beside it"))
      #expect(try folder.names() == ["plot.yaml", "plot.yaml.before"])
      try say("-", to: terminal)
      #expect(try say("", to: terminal).contains("is kept as plot.yaml.before-2"))
      // Meanwhile somebody writes to the file.
      let other = own.replacing("A plot", with: "Another plot")
      _ = try folder.file("plot.yaml", other)
      try say("1", to: terminal)
      #expect(try say("?", to: terminal).contains("is kept as plot.yaml.before-3"))
      try say("q", to: terminal)
      #expect(terminal.end() == 0)
      func text(_ name: String) throws -> String { try String(contentsOfFile: folder(name), encoding: .utf8) }
      #expect(try text("plot.yaml.before") == "an earlier copy" && text("plot.yaml.before-2") == own)
      #expect(try text("plot.yaml.before-3") == other)
      #expect(try read(path).title == "A plot")
    }
  }

  @Test(
    "A file that is no case is told its faults, and stays as it is",
    arguments: ["a: b\n", "", "\u{0}", "- [\n"])
  func noCase(_ text: String) async throws {
    try await TemporaryFolder.during { folder in
      let path = try folder.file("plot.yaml", text)
      let terminal = try sit(folder, "plot.yaml")
      #expect(terminal.end() == 2 && terminal.shown.contains("plot.yaml"))
      #expect(try String(contentsOfFile: path, encoding: .utf8) == text && folder.names() == ["plot.yaml"])
    }
  }

  @Test("Nothing that is typed traps: control signs, what is no text, long lines, and the end of the input")
  func hostile() async throws {
    try await TemporaryFolder.during { folder in
      let terminal = try sit(folder, "plot.yaml")
      for bytes in [
        [0xFF, 0xFE, 0x0A], [0x07, 0x0A], Array("999\n".utf8), Array("\u{202E}\n".utf8),
        Array(String(repeating: "a", count: 3_900).utf8) + [0x0A],
      ] as [[UInt8]] {
        try terminal.wait(for: "> ")
        terminal.send(bytes)
      }
      for line in ["1", "\u{7}bell", String(repeating: "b", count: 3_000), "A plot", "q"] {
        try say(line, to: terminal)
      }
      #expect(terminal.end() == 0)
      #expect(try read(folder("plot.yaml")).title == "A plot")
    }
  }
}

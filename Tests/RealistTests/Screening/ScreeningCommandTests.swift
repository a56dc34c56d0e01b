import Foundation
import TestSupport
import Testing

@Suite("realist review screen at a terminal")
struct ScreeningCommandTests {
  /// A review with a protocol and three records, and a terminal at which it is screened.
  private func during(_ body: (Program, PseudoTerminal) async throws -> Void) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      let records = (1...3).map { "TY  - JOUR\nTI  - Work \($0) \u{1B}[2J\u{202E}on gardens\nER  - \n" }
      _ = try folder.file("a.ris", records.joined())
      try await program.review(["new r.realist --title T", "import r.realist a.ris"])
      var variables = [
        "NO_COLOR": "1", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "xterm",
      ]
      variables["LD_LIBRARY_PATH"] = ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
      let terminal = try PseudoTerminal(
        Program.path, ["review", "screen", "r.realist", "--by", "Ann"], environment: variables,
        in: folder.path)
      try await body(program, terminal)
    }
  }

  /// How many decisions the review's log holds.
  private func decisions(_ program: Program) async throws -> Int {
    let log = try await program.run("review", "log", "r.realist", "--format", "json")
    return log.out.components(separatedBy: "\"kind\" : \"decided\"").count - 1
  }

  @Test("Decisions stand in the file, undo takes them back, and the terminal is as it was")
  func whole() async throws {
    try await during { program, terminal in
      let before = terminal.settings
      let first = try terminal.wait(for: "quit")
      #expect(first.contains("1 of 3") && !first.contains("\u{202E}"))
      #expect(terminal.settings == [false, false, false])
      terminal.send(Array("i".utf8))
      try terminal.wait(for: "Included: Work 1")
      try terminal.wait(for: "quit")
      terminal.send(Array("e".utf8))
      try terminal.wait(for: "Left out: Work 2")
      try terminal.wait(for: "quit")
      terminal.send(Array("z".utf8))
      try terminal.wait(for: "Taken back")
      try terminal.wait(for: "quit")
      terminal.send(Array("q".utf8))
      #expect(terminal.end() == 0 && terminal.settings == before)
      #expect(terminal.shown.contains("\u{1B}[?1049l") && terminal.shown.contains("1 of 3 are decided"))
      #expect(try await decisions(program) == 2)
      let status = try await program.run("review", "list", "r.realist", "--format", "json")
      #expect(status.code == 0)
    }
  }

  @Test(
    "The key C with control ends it with 130, and so does an interrupt from elsewhere",
    arguments: [true, false])
  func interrupted(byKey: Bool) async throws {
    try await during { program, terminal in
      let before = terminal.settings
      try terminal.wait(for: "quit")
      terminal.send(Array("i".utf8))
      try terminal.wait(for: "Included: Work 1")
      try terminal.wait(for: "quit")
      if byKey { terminal.send([3]) } else { terminal.interrupt() }
      #expect(terminal.end() == 130 && terminal.settings == before)
      #expect(terminal.shown.contains("Every decision is kept."))
      #expect(try await decisions(program) == 1)
    }
  }

  @Test("Stopped and called back, it goes on where it was", arguments: [true, false])
  func stopped(byKey: Bool) async throws {
    try await during { _, terminal in
      let before = terminal.settings
      try terminal.wait(for: "quit")
      if byKey { terminal.send([26]) } else { terminal.send(signal: SIGTSTP) }
      #expect(terminal.isStopped && terminal.settings == before)
      terminal.send(signal: SIGCONT)
      try terminal.wait(for: "\u{1B}[?1049h")
      try terminal.wait(for: "quit")
      #expect(terminal.settings == [false, false, false])
      terminal.send(Array("q".utf8))
      #expect(terminal.end() == 0 && terminal.settings == before)
    }
  }
}

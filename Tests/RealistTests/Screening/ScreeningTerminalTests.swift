import Reporting
import Review
import Synchronization
import TestSupport
import Testing

@testable import realist

@Suite("Screening at a terminal")
struct ScreeningTerminalTests {
  /// How a terminal was set when somebody looked.
  private final class Seen: Sendable {
    let settings = Mutex<[Bool]>([])
  }

  /// Sits down at a desk and a terminal.
  private func sit(
    _ terminal: TerminalPair, _ desk: MemoryDesk, suspend: @escaping @Sendable () -> Void = {}
  ) -> Task<ScreeningSession.Course, any Error> {
    Task.detached {
      let raw = RawTerminal(input: terminal.end, output: terminal.end)
      let sitting = ScreeningSitting(at: raw, style: .monochrome) {
        raw.leave()
        suspend()
        _ = raw.enter()
      }
      return try await sitting.run(desk).0
    }
  }

  @Test("Keys decide as they are pressed, and the terminal is as it was before")
  func whole() async throws {
    let terminal = try TerminalPair(columns: 80, rows: 24)
    let (desk, before) = (MemoryDesk.usual(), terminal.settings)
    #expect(before == [true, true, true])
    let sitting = sit(terminal, desk)
    try await terminal.wait(for: "quit")
    #expect(terminal.settings == [false, false, false])
    terminal.type("i")
    try await terminal.wait(for: "Included:")
    terminal.type("e")
    try await terminal.wait(for: "Reason:")
    terminal.type("2")
    let shown = try await terminal.wait(for: "Left out (I1)")
    #expect(!shown.contains("\u{1B}[31m") && !shown.contains("\u{202E}") && shown.contains("共同の庭"))
    terminal.type("q")
    #expect(try await sitting.value == .leave)
    #expect(terminal.settings == before)
    let end = try await terminal.wait(for: "\u{1B}[?1049l")
    #expect(end.contains("\u{1B}[?25h"))
    #expect(await desk.decisions.map(\.verdict) == [.include, .exclude])
  }

  @Test(
    "Interrupted by its key, it gives the terminal back and says so", arguments: ["", "e", "nwords", "?"])
  func interrupted(_ keys: String) async throws {
    let terminal = try TerminalPair(columns: 80, rows: 24)
    let before = terminal.settings
    let sitting = sit(terminal, .usual())
    try await terminal.wait(for: "quit")
    terminal.type(keys + "\u{3}")
    #expect(try await sitting.value == .interrupt)
    #expect(terminal.settings == before)
  }

  @Test("Stopped for a while, it gives the terminal back and takes it again")
  func suspended() async throws {
    let terminal = try TerminalPair(columns: 80, rows: 24)
    let (seen, before) = (Seen(), terminal.settings)
    let sitting = sit(terminal, .usual()) { seen.settings.withLock { $0 = terminal.settings } }
    try await terminal.wait(for: "quit")
    terminal.type("\u{1A}")
    try await terminal.wait(for: "\u{1B}[?1049h")
    try await terminal.wait(for: "quit")
    #expect(seen.settings.withLock { $0 } == before && terminal.settings == [false, false, false])
    terminal.type("q")
    #expect(try await sitting.value == .leave)
    #expect(terminal.settings == before)
  }

  @Test("Resized, it is drawn anew in the new size")
  func resized() async throws {
    let terminal = try TerminalPair(columns: 80, rows: 24)
    let sitting = sit(terminal, .usual())
    try await terminal.wait(for: "\u{1B}[24;1H")
    terminal.resize(columns: 60, rows: 15)
    try await terminal.wait(for: "\u{1B}[15;1H")
    terminal.type("q")
    #expect(try await sitting.value == .leave)
  }

  @Test("A key that was pressed before a record was on the screen decides on none but the one that was read")
  func ahead() async throws {
    let terminal = try TerminalPair(columns: 80, rows: 24)
    let desk = MemoryDesk.usual()
    let sitting = sit(terminal, desk)
    try await terminal.wait(for: "quit")
    terminal.type("iii")
    try await terminal.wait(for: "Included:")
    terminal.type("q")
    #expect(try await sitting.value == .leave)
    #expect(await desk.decisions.count == 1)
  }

  @Test("A desk that can't be begun at leaves the terminal alone")
  func failing() async throws {
    let terminal = try TerminalPair(columns: 80, rows: 24)
    let (desk, before) = (MemoryDesk.usual(), terminal.settings)
    await desk.fail("no such file")
    await #expect(throws: MemoryDesk.Failure.self) { try await sit(terminal, desk).value }
    #expect(terminal.settings == before)
  }
}

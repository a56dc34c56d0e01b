import Foundation
import Literature
import Reporting
import Review

/// A person at a terminal who screens.
struct ScreeningSitting {
  private let terminal: RawTerminal
  private let style: TerminalStyle
  private let suspend: () -> Void
  private let clock: () -> Double

  /// A sitting at a terminal.
  ///
  /// - Parameters:
  ///   - terminal: the terminal.
  ///   - style: what it shows besides letters.
  ///   - suspend: what the key Z with control does.
  ///   - clock: gives seconds that only grow.
  init(
    at terminal: RawTerminal, style: TerminalStyle, suspend: (() -> Void)? = nil,
    clock: @escaping () -> Double = { ProcessInfo.processInfo.systemUptime }
  ) {
    (self.terminal, self.style, self.clock) = (terminal, style, clock)
    self.suspend = suspend ?? { terminal.suspend() }
  }

  /// Screens on the terminal that the program was started at, until the person leaves.
  ///
  /// - Throws: ``Complaint`` with the code 130 where it is interrupted, and with 2 where there is no such terminal; an error of
  ///   the desk where it can't be begun.
  static func screen(_ desk: any ScreeningDesk) async throws {
    let environment = ProcessInfo.processInfo.environment
    guard Console.isConversation, environment["TERM", default: "dumb"] != "dumb" else {
      throw Complaint(
        "Screening with single keys needs a terminal. Decide record by record instead: realist review decide --help"
      )
    }
    let terminal = RawTerminal()
    let style: TerminalStyle = Console.wantsColour ? .colour : .monochrome
    let watches = terminal.guarded()
    defer { for watch in watches { watch.cancel() } }
    let (course, session) = try await ScreeningSitting(at: terminal, style: style).run(desk)
    guard course != .interrupt else { throw Complaint("Interrupted. Every decision is kept.", code: 130) }
    let progress = session.progress
    Console.print(
      "\(PlainNumber.grouped(progress.decided)) of \(PlainNumber.grouped(progress.total)) are decided at "
        + "\(session.brief.stage.name). Go on with the same command.")
  }

  /// Screens until the person leaves. The terminal is given back however that ends.
  ///
  /// - Throws: an error of the desk where it can't be begun; ``Complaint`` where the terminal can't be taken over.
  func run(_ desk: any ScreeningDesk) async throws -> (ScreeningSession.Course, ScreeningSession) {
    var session = try await ScreeningSession(at: desk)
    guard terminal.enter() else { throw Complaint("The terminal can't be used for single keys.", code: 1) }
    defer { terminal.leave() }
    var (keys, drawn) = (KeyReader(), ScreeningScreen(session, size: terminal.size))
    session.begin(at: clock())
    while true {
      let size = terminal.size
      if terminal.takeRedraw() || size != drawn.asked {
        drawn = ScreeningScreen(session, size: size)
        terminal.write("\u{1B}[2J")
        show(drawn)
      }
      guard let bytes = terminal.read(for: keys.isWaiting ? 50 : 200) else { return (.leave, session) }
      keys.take(bytes)
      let course = await press(&keys, isQuiet: bytes.isEmpty, in: &session, on: &drawn)
      if course == .leave || course == .interrupt { return (course, session) }
    }
  }

  /// Presses the keys that are there, and shows what comes of each.
  private func press(
    _ keys: inout KeyReader, isQuiet: Bool, in session: inout ScreeningSession,
    on drawn: inout ScreeningScreen
  ) async -> ScreeningSession.Course {
    while let key = keys.next(isQuiet: isQuiet) {
      let before = session.shown
      let course = await session.press(key, at: clock(), in: drawn.room)
      switch course {
      case .leave, .interrupt: return course
      case .suspend: suspend()
      case .on: break
      }
      if session.shown != before {
        // Keys that were pressed before a record was on the screen don't decide on it.
        keys.forget()
        terminal.discard()
      }
      if key == .redraw { terminal.write("\u{1B}[2J") }
      drawn = ScreeningScreen(session, size: terminal.size)
      show(drawn)
    }
    return .on
  }

  /// Puts each line in its place. By places, since a line that a terminal takes to be wider would push the others down.
  private func show(_ screen: ScreeningScreen) {
    let lines = screen.lines.enumerated().map { row, line in
      // Cleared before it is written: cleared after, a full line would lose its last sign.
      "\u{1B}[\(row + 1);1H\u{1B}[2K" + line.painted(in: style)
    }
    terminal.write(lines.joined())
  }
}

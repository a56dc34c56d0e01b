import Foundation
import Synchronization

/// A terminal that gives single keys and shows a whole screen. What it was before comes back on every way out.
final class RawTerminal: Sendable {
  private struct State {
    /// How the terminal was; `nil` while it isn't changed.
    var before: termios?
    var mustRedraw = false
  }

  private let input: Int32
  private let output: Int32
  private let state = Mutex(State())

  /// The other screen, so that what stood there comes back; no line is broken by the terminal; no cursor.
  private static let enterScreen = "\u{1B}[?1049h\u{1B}[?7l\u{1B}[?25l\u{1B}[2J"
  private static let leaveScreen = "\u{1B}[?25h\u{1B}[?7h\u{1B}[0m\u{1B}[?1049l"

  /// The terminal behind two descriptors.
  init(input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO) {
    (self.input, self.output) = (input, output)
  }

  // MARK: In and out

  /// Takes the terminal over; `false` where it can't be.
  func enter() -> Bool {
    state.withLock { state in
      guard state.before == nil else { return true }
      var attributes = termios()
      guard tcgetattr(input, &attributes) == 0 else { return false }
      let before = attributes
      cfmakeraw(&attributes)
      guard set(&attributes) else { return false }
      (state.before, state.mustRedraw) = (before, true)
      write(Self.enterScreen)
      return true
    }
  }

  /// Gives the terminal back as it was.
  func leave() {
    state.withLock { state in
      guard var before = state.before else { return }
      state.before = nil
      write(Self.leaveScreen)
      _ = set(&before)
    }
  }

  /// Sets the terminal, however often a signal comes between.
  private func set(_ attributes: inout termios) -> Bool {
    while tcsetattr(input, TCSADRAIN, &attributes) != 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Stops this program until it is called back, as the key Z with control does to others.
  func suspend() {
    leave()
    // Not SIGTSTP: that one is ignored where no shell watches, and we would sit there with a terminal given back. And to this
    // thread: sent to the program, another thread may take it, and this one would have the terminal again before it stops.
    raise(SIGSTOP)
    _ = enter()
  }

  /// Sees to it that the terminal is given back whatever ends or stops the program.
  ///
  /// - Returns: what has to be held on to as long as it shall be so.
  func guarded() -> [any DispatchSourceSignal] {
    let ends = [SIGINT, SIGTERM, SIGHUP].map { number in
      watch(number) { [self] in
        leave()
        Console.complain("Interrupted. Every decision is kept.")
        exit(130)
      }
    }
    return ends + [watch(SIGTSTP) { [self] in suspend() }]
  }

  private func watch(_ number: Int32, _ act: @escaping @Sendable () -> Void) -> any DispatchSourceSignal {
    // The source sees the signal only where nothing else is done with it.
    signal(number, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
    source.setEventHandler(handler: act)
    source.resume()
    return source
  }

  // MARK: Keys and screen

  /// Takes what was typed.
  ///
  /// - Parameter milliseconds: how long to wait for it.
  /// - Returns: the bytes, none if none came; `nil` where the terminal is gone.
  func read(for milliseconds: Int32) -> [UInt8]? {
    var wanted = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, milliseconds) > 0 else { return [] }
    var chunk = [UInt8](repeating: 0, count: 1_024)
    let count = Foundation.read(input, &chunk, chunk.count)
    if count > 0 { return Array(chunk[..<count]) }
    return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
  }

  /// Forgets what was typed and not yet taken.
  func discard() { tcflush(input, TCIFLUSH) }

  /// How large it is now: 80 columns and 24 rows where it doesn't say.
  var size: ScreeningScreen.Size {
    var size = winsize()
    guard ioctl(output, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
      return .init(columns: 80, rows: 24)
    }
    return .init(columns: Int(size.ws_col), rows: Int(size.ws_row))
  }

  /// Whether the screen was taken over anew since this was last asked, and is empty.
  func takeRedraw() -> Bool {
    state.withLock { state in
      defer { state.mustRedraw = false }
      return state.mustRedraw
    }
  }

  /// Shows a text; what the terminal doesn't take is lost with it.
  func write(_ text: String) {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var wanted = pollfd(fd: output, events: Int16(POLLOUT), revents: 0)
        guard poll(&wanted, 1, 1_000) > 0 else { return }
      } else if errno != EINTR {
        return
      }
    }
  }
}

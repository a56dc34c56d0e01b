import Foundation

/// A terminal that a test sits at: a program runs on it as it does under somebody's hands.
public final class PseudoTerminal {
  private let master: Int32
  private let process = Process()
  /// All that the program has shown.
  public private(set) var shown = ""
  private var bytes: [UInt8] = []

  /// What went wrong at the terminal.
  public enum Failure: Error {
    /// There is none to be had here.
    case noTerminal
    /// What was waited for didn't come; what was shown last.
    case neverCame(String, shown: String)
  }

  /// Starts a program on a terminal of its own.
  ///
  /// - Parameters:
  ///   - program: the program's path.
  ///   - arguments: as a person types them.
  ///   - environment: the variables.
  ///   - folder: the folder that it runs in.
  /// - Throws: an error when there is no terminal, or the program can't be started.
  public init(_ program: String, _ arguments: [String], environment: [String: String], in folder: String)
    throws
  {
    let pair = try Self.pair()
    master = pair.master
    let other = open(pair.name, O_RDWR | O_NOCTTY)
    guard other >= 0 else { throw Failure.noTerminal }
    let end = FileHandle(fileDescriptor: other, closeOnDealloc: true)
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = environment
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    (process.standardInput, process.standardOutput, process.standardError) = (end, end, end)
    // A program is started with what the thread that starts it holds back, and a thread of a pool holds signals back.
    var (none, before) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &before)
    defer { pthread_sigmask(SIG_SETMASK, &before, nil) }
    try process.run()
  }

  /// A terminal's own end, and the name of the end that a program sits at.
  static func pair() throws -> (master: Int32, name: String) {
    #if os(Linux)
      // The functions of POSIX for it aren't visible to Swift here; these are what they ask the kernel.
      let (unlock, giveNumber) = (UInt(0x4004_5431), UInt(0x8004_5430))
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
      var (lock, number) = (Int32(0), Int32(0))
      guard master >= 0, ioctl(master, unlock, &lock) == 0, ioctl(master, giveNumber, &number) == 0 else {
        throw Failure.noTerminal
      }
      return (master, "/dev/pts/\(number)")
    #else
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
        throw Failure.noTerminal
      }
      return (master, String(cString: name))
    #endif
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(master)
  }

  /// Types a line.
  public func type(_ line: String) { send(Array((line + "\n").utf8)) }

  /// Sends bytes as they are.
  public func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Interrupts the program.
  public func interrupt() { send(signal: SIGINT) }

  /// Sends the program a signal.
  public func send(signal: Int32) { kill(process.processIdentifier, signal) }

  /// Whether the program was stopped, within a few seconds.
  public var isStopped: Bool {
    for _ in 0..<500 {
      let line = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
      // The state stands behind the name, which is in brackets and may hold anything.
      if line?.split(separator: ")").last?.split(separator: " ").first == "T" { return true }
      usleep(10_000)
    }
    return false
  }

  /// How the terminal is set: whether it gives lines, shows what is typed, and makes signals of keys.
  public var settings: [Bool] { Self.settings(of: master) }

  /// How the terminal behind a descriptor is set.
  static func settings(of descriptor: Int32) -> [Bool] {
    var attributes = termios()
    guard tcgetattr(descriptor, &attributes) == 0 else { return [] }
    return [tcflag_t(ICANON), tcflag_t(ECHO), tcflag_t(ISIG)].map { attributes.c_lflag & $0 != 0 }
  }

  /// Waits until the program has shown something since the last such wait, and gives all that it has shown since then.
  ///
  /// - Throws: ``Failure/neverCame(_:shown:)`` after 20 seconds, or when the program ended before.
  @discardableResult
  public func wait(for words: String) throws -> String {
    let deadline = Date().addingTimeInterval(20)
    while Date() < deadline {
      let text = String(decoding: bytes, as: UTF8.self)
      if let found = text.range(of: words) {
        let seen = String(text[..<found.upperBound])
        bytes = Array(text[found.upperBound...].utf8)
        shown += seen
        return seen
      }
      guard take(for: 100) else { break }
    }
    throw Failure.neverCame(words, shown: String(decoding: bytes.suffix(2_000), as: UTF8.self))
  }

  /// Waits for the end of the program.
  ///
  /// - Returns: its code, or the number of the signal that ended it, as a negative number.
  public func end() -> Int32 {
    let deadline = Date().addingTimeInterval(20)
    while process.isRunning, Date() < deadline { _ = take(for: 50) }
    while take(for: 0) {}
    shown += String(decoding: bytes, as: UTF8.self)
    bytes = []
    guard !process.isRunning else { return .min }
    return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
  }

  /// Takes what the program shows within some milliseconds; `false` where it will show no more.
  private func take(for milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, milliseconds) > 0 else { return milliseconds > 0 && process.isRunning }
    var chunk = [UInt8](repeating: 0, count: 8 * 1024)
    let count = read(master, &chunk, chunk.count)
    guard count > 0 else { return false }
    bytes += chunk[..<count]
    return true
  }
}

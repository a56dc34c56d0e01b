import Foundation
import Synchronization

/// A terminal in this process: a test holds one end, and what it tries sits at the other.
public final class TerminalPair: Sendable {
  private let master: Int32
  /// What was shown behind the words that were waited for.
  private let rest = Mutex<[UInt8]>([])
  /// The end at which something sits.
  public let end: Int32

  /// A terminal of some size.
  ///
  /// - Throws: an error when there is none to be had.
  public init(columns: Int, rows: Int) throws {
    let pair = try PseudoTerminal.pair()
    master = pair.master
    end = open(pair.name, O_RDWR | O_NOCTTY)
    guard end >= 0 else { throw PseudoTerminal.Failure.noTerminal }
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(master)
    close(end)
  }

  /// Changes its size.
  public func resize(columns: Int, rows: Int) {
    var size = winsize()
    (size.ws_col, size.ws_row) = (UInt16(columns), UInt16(rows))
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// How the terminal is set: whether it gives lines, shows what is typed, and makes signals of keys.
  public var settings: [Bool] { PseudoTerminal.settings(of: end) }

  /// Types something.
  public func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
  }

  /// What was shown since this was last asked, up to some words.
  ///
  /// - Throws: ``PseudoTerminal/Failure/neverCame(_:shown:)`` after 20 seconds.
  @discardableResult
  public func wait(for words: String) async throws -> String {
    var bytes = rest.withLock { $0 }
    let deadline = Date().addingTimeInterval(20)
    while Date() < deadline {
      let text = String(decoding: bytes, as: UTF8.self)
      if let found = text.range(of: words) {
        let later = Array(text[found.upperBound...].utf8)
        rest.withLock { $0 = later }
        return String(text[..<found.upperBound])
      }
      var wanted = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      if poll(&wanted, 1, 0) > 0 {
        var chunk = [UInt8](repeating: 0, count: 8 * 1024)
        let count = read(master, &chunk, chunk.count)
        if count > 0 { bytes += chunk[..<count] }
      } else {
        try await Task.sleep(for: .milliseconds(5))
      }
    }
    throw PseudoTerminal.Failure.neverCame(words, shown: String(decoding: bytes.suffix(2_000), as: UTF8.self))
  }
}

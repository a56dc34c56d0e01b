import Foundation

/// Lines as somebody types them.
struct LineReader {
  /// What came.
  enum Line: Equatable {
    case words(String)
    /// More than anybody types; it was passed over.
    case tooLong
    /// Bytes that are no UTF-8.
    case notText
    /// Nobody types any more.
    case end
  }

  /// The most bytes of a line.
  static let most = 64 * 1024

  private let descriptor: Int32
  private var waiting: [UInt8] = []
  private var hasEnded = false

  init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  /// The next line, without its end.
  mutating func next() -> Line {
    var line: [UInt8] = []
    var isTooLong = false
    while true {
      let end = waiting.firstIndex(of: UInt8(ascii: "\n"))
      line += waiting[..<(end ?? waiting.endIndex)]
      waiting.removeSubrange(..<(end.map { $0 + 1 } ?? waiting.endIndex))
      if line.count > Self.most {
        isTooLong = true
        line.removeAll()
      }
      if end != nil { break }
      guard fill() else {
        if line.isEmpty && !isTooLong { return .end }
        break
      }
    }
    if isTooLong { return .tooLong }
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return String(validating: line, as: UTF8.self).map(Line.words) ?? .notText
  }

  /// Takes what is there; `false` where nothing will come any more.
  private mutating func fill() -> Bool {
    guard !hasEnded else { return false }
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count > 0 {
        waiting += chunk[..<count]
        return true
      }
      if count < 0 && errno == EINTR { continue }
      hasEnded = true
      return false
    }
  }
}

/// The lines of a source, of which those since a mark are kept.
///
/// A record is marked where it begins, so that its fields can be cut out of the buffer once it is complete. Places are
/// counted from the start of the source; they stay right when the buffer moves on.
struct LineBuffer {
  /// A line without its end.
  struct Line {
    /// Where it begins and ends.
    let range: Range<Int>
    /// Its number in the file, counted from 1.
    let number: Int
    /// Whether it is longer than is held; the rest of it was passed over.
    let isCut: Bool
  }

  /// What is kept of a line that is too long.
  private static let kept = 1_024

  private let source: ByteSource
  private let longest: Int
  private(set) var bytes: [UInt8] = []
  /// The place of the first byte of the buffer.
  private(set) var base = 0
  /// The place from which everything is kept.
  private var marked = 0
  private var position = 0
  private var number = 0
  private var isAtEnd = false
  /// The places of the next LF and the next CR, or the end of the buffer where there is none; -1 where that isn't known.
  private var nextFeed = -1
  private var nextReturn = -1

  init(_ source: ByteSource, longestLine: Int) {
    self.source = source
    longest = max(longestLine, Self.kept)
  }

  /// How many bytes are kept since the mark.
  var length: Int { position - marked }

  /// Forgets what was read.
  mutating func mark() { marked = position }

  /// Forgets what stands before a place.
  mutating func mark(at place: Int) { marked = place }

  /// The bytes of a line or a field behind the mark.
  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[range.lowerBound - base..<range.upperBound - base]
  }

  /// The next line; `nil` at the end.
  ///
  /// - Throws: ``RecordFileError`` where the source can't be read further.
  mutating func next() throws(RecordFileError) -> Line? {
    var scanned = position
    while true {
      if let end = endOfLine(from: scanned) {
        if end.line - position > longest { return try cut() }
        return take(upTo: end.line, next: end.next)
      }
      let last = base + bytes.count
      if last - position > longest { return try cut() }
      if isAtEnd {
        guard position < last else { return nil }
        // A CR that the end of the file follows ends the line, too.
        return take(upTo: bytes[bytes.count - 1] == 0x0D ? last - 1 : last, next: last)
      }
      // A CR at the very end is looked at again, with what follows it.
      scanned = max(position, last - 1)
      try refill()
    }
  }

  private mutating func take(upTo end: Int, next: Int, isCut: Bool = false) -> Line {
    number += 1
    defer { position = next }
    return Line(range: position..<end, number: number, isCut: isCut)
  }

  private mutating func refill() throws(RecordFileError) {
    forgetLineEnds()
    // What stands before the mark goes when it is the larger part: so each byte moves a bounded number of times.
    let done = marked - base
    if done > 64 * 1024, done * 2 > bytes.count {
      bytes.removeFirst(done)
      base = marked
    }
    guard let more = try source.next() else {
      isAtEnd = true
      return
    }
    if done == bytes.count {
      base = marked
      bytes = more
    } else {
      bytes.append(contentsOf: more)
    }
  }

  /// Where the line ends that holds a place, and where the next one begins; `nil` where that isn't in the buffer.
  ///
  /// Each kind of line end is looked for once: where it was found is kept until it is passed.
  private mutating func endOfLine(from start: Int) -> (line: Int, next: Int)? {
    let last = base + bytes.count
    if nextFeed < start { nextFeed = place(of: 0x0A, from: start) ?? last }
    if nextReturn < start { nextReturn = place(of: 0x0D, from: start) ?? last }
    if nextFeed < nextReturn { return (nextFeed, nextFeed + 1) }
    guard nextReturn + 1 < last else { return nil }
    return (nextReturn, nextReturn + (nextReturn + 1 == nextFeed ? 2 : 1))
  }

  private mutating func forgetLineEnds() { (nextFeed, nextReturn) = (-1, -1) }

  private func place(of byte: UInt8, from start: Int) -> Int? {
    ByteScan.first(byte, in: bytes, start - base..<bytes.count).map { base + $0 }
  }

  /// The beginning of a line that is too long; the rest of it is passed over without being kept.
  private mutating func cut() throws(RecordFileError) -> Line {
    var start = position + Self.kept
    // No letter is cut in two.
    while bytes[start - base] & 0xC0 == 0x80, start > position { start -= 1 }
    var isAfterCR = false
    defer { forgetLineEnds() }
    while true {
      if let end = endOfLine(from: start) {
        bytes.removeSubrange(start - base..<end.next - base)
        return take(upTo: start, next: start, isCut: true)
      }
      isAfterCR = bytes.last == 0x0D
      bytes.removeSubrange((start - base)...)
      guard let more = try source.next() else {
        isAtEnd = true
        return take(upTo: start, next: start, isCut: true)
      }
      // Its LF may come with the next chunk.
      if isAfterCR { bytes.append(0x0D) }
      bytes.append(contentsOf: more)
      forgetLineEnds()
    }
  }
}

/// The lines of a source, of which those since a mark are kept.
///
/// A record is marked where it begins, so that its fields can be cut out of the buffer once it is complete. Offsets are
/// counted from the mark; they stay right when the buffer moves on.
struct LineBuffer {
  /// A line without its end.
  struct Line {
    /// Where it begins and ends, counted from the mark.
    let range: Range<Int>
    /// Its number in the file, counted from 1.
    let number: Int
    /// Whether it is longer than is held; the rest of it was passed over.
    let isCut: Bool
  }

  private let source: ByteSource
  private let longest: Int
  private(set) var bytes: [UInt8] = []
  private(set) var base = 0
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  init(_ source: ByteSource, longestLine: Int) {
    self.source = source
    longest = longestLine
  }

  /// How many bytes are kept since the mark.
  var length: Int { position - base }

  /// Forgets what was read, and counts from here.
  mutating func mark() { base = position }

  /// Forgets what stands before an offset, and counts from there.
  mutating func mark(at offset: Int) { base += offset }

  /// The bytes of a line or a field, by offsets from the mark.
  func slice(_ range: Range<Int>) -> ArraySlice<UInt8> {
    bytes[base + range.lowerBound..<base + range.upperBound]
  }

  /// The next line; `nil` at the end.
  ///
  /// - Throws: ``RecordFileError`` where the source can't be read further.
  mutating func next() throws(RecordFileError) -> Line? {
    var scanned = position
    while true {
      if let end = endOfLine(from: scanned) {
        let line = Line(range: position - base..<end.line - base, number: number + 1, isCut: false)
        if line.range.count > longest { return try cut() }
        number += 1
        position = end.next
        return line
      }
      if isAtEnd {
        guard position < bytes.count else { return nil }
        if bytes.count - position > longest { return try cut() }
        number += 1
        // A CR that the end of the file follows ends the line, too.
        let end = bytes[bytes.count - 1] == 0x0D ? bytes.count - 1 : bytes.count
        let line = Line(range: position - base..<end - base, number: number, isCut: false)
        position = bytes.count
        return line
      }
      if bytes.count - position > longest { return try cut() }
      // A CR at the very end is looked at again, with what follows it.
      scanned = max(position, bytes.count - 1) - base
      try refill()
      scanned += base
    }
  }

  private mutating func refill() throws(RecordFileError) {
    // What stands before the mark goes when it is the larger part: so each byte moves a bounded number of times.
    if base > 64 * 1024, base * 2 > bytes.count {
      bytes.removeFirst(base)
      position -= base
      base = 0
    }
    if let more = try source.next() {
      if bytes.count == base, base > 0 {
        position -= base
        base = 0
        bytes = more
      } else {
        bytes.append(contentsOf: more)
      }
    } else {
      isAtEnd = true
    }
  }

  /// Where the line ends that holds an index, and where the next one begins; `nil` where that isn't in the buffer.
  private func endOfLine(from start: Int) -> (line: Int, next: Int)? {
    let span = bytes.span
    var index = start
    while index < span.count {
      let byte = span[index]
      if byte <= 0x0D, byte == 0x0A || byte == 0x0D {
        if byte == 0x0A { return (index, index + 1) }
        guard index + 1 < span.count else { return nil }
        return (index, span[index + 1] == 0x0A ? index + 2 : index + 1)
      }
      index += 1
    }
    return nil
  }

  /// The beginning of a line that is too long; the rest of it is passed over without being kept.
  private mutating func cut() throws(RecordFileError) -> Line {
    number += 1
    let kept = Line(range: position - base..<position - base + 1_024, number: number, isCut: true)
    let start = position + 1_024
    position = start
    while true {
      if let end = endOfLine(from: position) {
        bytes.removeSubrange(start..<end.next)
        position = start
        return kept
      }
      let isAfterCR = bytes.last == 0x0D
      bytes.removeSubrange(start...)
      position = start
      guard !isAtEnd else { return kept }
      if isAfterCR { bytes.append(0x0D) }
      guard let more = try source.next() else {
        isAtEnd = true
        continue
      }
      bytes.append(contentsOf: more)
    }
  }
}

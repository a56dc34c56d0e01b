/// The bytes of a file of any size, as many of them at a time as one record needs.
///
/// A scanner looks at the bytes from ``position`` on and moves over them. What lies behind is forgotten when more bytes
/// are read, unless ``keep()`` was called: then all from there on stays, so that a record lies in one piece.
struct ByteWindow {
  /// The bytes that are there; places in it hold until the next ``refill()``, which moves all of them by as much.
  private(set) var bytes: [UInt8] = []
  /// The place of the next byte.
  private(set) var position = 0
  /// The line of the next byte, counted from 1. CR, LF and CR LF each end one.
  private(set) var line = 1

  private var kept: Int?
  private var keptLine = 1
  private var isAfterReturn = false
  private var hasEnded = false
  private let more: () throws -> [UInt8]

  /// How many control characters were left out.
  private(set) var leftOut = 0
  /// The line of the first of them.
  private(set) var leftOutLine: Int?

  /// A window over what a closure gives, piece by piece; an empty piece is the end.
  init(_ more: @escaping () throws -> [UInt8]) {
    self.more = more
  }

  /// The next byte; `nil` at the end.
  var next: UInt8? {
    mutating get throws {
      if position < bytes.count { return bytes[position] }
      return try refill() ? bytes[position] : nil
    }
  }

  /// Reads more bytes and says whether there were any.
  mutating func refill() throws -> Bool {
    guard !hasEnded else { return false }
    let piece = try more()
    guard !piece.isEmpty else {
      hasEnded = true
      return false
    }
    let first = kept ?? position
    bytes.removeSubrange(0..<first)
    position -= first
    if kept != nil { kept = 0 }
    if let control = Self.control(in: piece, from: 0) {
      addWithoutControls(piece, from: control)
      return try position < bytes.count || refill()
    }
    bytes += piece
    return true
  }

  /// The place of the next control character. The source gives whole characters, so that none lies across an end.
  private static func control(in piece: [UInt8], from start: Int) -> Int? {
    var place = start
    while place < piece.count {
      let byte = piece[place]
      // Those from U+0080 on are written as 0xC2 and a byte below 0xA0.
      let isControl =
        byte < 0x20
        ? !(0x09...0x0D).contains(byte)
        : byte == 0x7F || byte == 0xC2 && place + 1 < piece.count && piece[place + 1] < 0xA0
      if isControl { return place }
      place += 1
    }
    return nil
  }

  private mutating func addWithoutControls(_ piece: [UInt8], from first: Int) {
    var start = 0
    var next: Int? = first
    while let control = next {
      bytes += piece[start..<control]
      if leftOutLine == nil {
        leftOutLine = line + bytes[position...].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
      }
      leftOut += 1
      start = control + (piece[control] == 0xC2 ? 2 : 1)
      next = Self.control(in: piece, from: start)
    }
    bytes += piece[start...]
  }

  /// Makes sure that so many bytes lie ahead, and says whether they do.
  mutating func has(_ count: Int) throws -> Bool {
    while bytes.count - position < count {
      guard try refill() else { return false }
    }
    return true
  }

  /// Moves over the bytes before a place.
  mutating func move(to place: Int) {
    for index in position..<max(position, place) {
      switch bytes[index] {
      case 0x0A:
        if !isAfterReturn { line += 1 }
        isAfterReturn = false
      case 0x0D:
        line += 1
        isAfterReturn = true
      default: isAfterReturn = false
      }
    }
    position = max(position, place)
  }

  /// Moves over one byte.
  mutating func step() { move(to: position + 1) }

  /// Whether these bytes come next.
  mutating func isNext(_ text: StaticString) throws -> Bool {
    let count = text.utf8CodeUnitCount
    guard try has(count) else { return false }
    return text.withUTF8Buffer { bytes[position..<position + count].elementsEqual($0) }
  }

  /// Moves over white space.
  mutating func skipSpace() throws {
    while let byte = try next, Self.isSpace(byte) { step() }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  // MARK: A record in one piece

  /// Keeps the bytes from here on.
  mutating func keep() {
    kept = position
    keptLine = line
  }

  /// Goes back to where ``keep()`` was called.
  mutating func rewind() {
    guard let kept else { return }
    position = kept
    line = keptLine
    isAfterReturn = false
  }

  /// The bytes since ``keep()``.
  var keptBytes: ArraySlice<UInt8> { bytes[(kept ?? position)..<position] }

  /// How many bytes there are since ``keep()``.
  var keptCount: Int { kept.map { position - $0 } ?? 0 }

  /// Gives up what was kept.
  mutating func release() { kept = nil }
}

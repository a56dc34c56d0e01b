/// How the bytes of a file stand for letters.
public enum TextEncoding: String, Hashable, Sendable, Codable {
  case utf8 = "UTF-8"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
  /// Bytes that aren't UTF-8 stood in the file, and were read as Windows-1252.
  case windows1252 = "Windows-1252"
}

/// Makes UTF-8 of the bytes of a file, chunk by chunk.
///
/// A mark at the start tells UTF-8 and UTF-16. UTF-16 without one is told by its zero bytes. Else the bytes are UTF-8,
/// and a byte that can't be is taken for a letter of Windows-1252, of which Latin-1 is a part: so a file that was put
/// together from both kinds is read right, too. Each repair is counted with its line.
struct TextDecoder {
  /// What was mended: how many bytes, and the lines of the first.
  struct Mended {
    var count = 0
    var lines: [Int] = []
    static let mostLines = 5

    mutating func note(line: Int) {
      count += 1
      if lines.count < Self.mostLines, lines.last != line { lines.append(line) }
    }
  }

  private(set) var encoding = TextEncoding.utf8
  private(set) var mended = Mended()
  private var hasBegun = false
  /// Bytes of a letter, or of the mark at the start, that isn't complete yet.
  private var pending: [UInt8] = []
  private var lines = LineCount()

  /// The bytes as UTF-8; those of an incomplete letter at the end wait for the next chunk.
  mutating func decoded(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
    var bytes = chunk
    if !pending.isEmpty {
      bytes = pending + chunk
      pending = []
    }
    if !hasBegun {
      guard bytes.count >= 4 || isLast else {
        pending = bytes
        return []
      }
      hasBegun = true
      begin(&bytes)
    }
    switch encoding {
    case .utf16LittleEndian: return utf16(bytes, isLast: isLast) { UInt16($1) << 8 | UInt16($0) }
    case .utf16BigEndian: return utf16(bytes, isLast: isLast) { UInt16($0) << 8 | UInt16($1) }
    case .utf8, .windows1252: return utf8(bytes, isLast: isLast)
    }
  }

  /// Takes the mark off, and tells the encoding.
  private mutating func begin(_ bytes: inout [UInt8]) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      bytes.removeFirst(3)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      encoding = .utf16LittleEndian
      bytes.removeFirst(2)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      encoding = .utf16BigEndian
      bytes.removeFirst(2)
    } else if bytes.count >= 4, bytes[0] != 0, bytes[1] == 0, bytes[2] != 0, bytes[3] == 0 {
      encoding = .utf16LittleEndian
    } else if bytes.count >= 4, bytes[0] == 0, bytes[1] != 0, bytes[2] == 0, bytes[3] != 0 {
      encoding = .utf16BigEndian
    }
  }

  // MARK: UTF-8

  private mutating func utf8(_ bytes: [UInt8], isLast: Bool) -> [UInt8] {
    var bytes = bytes
    if !isLast {
      let cut = Self.lengthOfIncompleteLetter(at: bytes)
      if cut > 0 {
        pending = Array(bytes.suffix(cut))
        bytes.removeLast(cut)
      }
    }
    if ByteScan.isUTF8(bytes) {
      lines.count(bytes)
      return bytes
    }
    encoding = .windows1252
    return mendedUTF8(bytes)
  }

  /// How many bytes at the end begin a letter of UTF-8 that isn't complete.
  private static func lengthOfIncompleteLetter(at bytes: [UInt8]) -> Int {
    for back in 1...3 where back <= bytes.count {
      let byte = bytes[bytes.count - back]
      if byte & 0xC0 == 0x80 { continue }
      let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return length > back ? back : 0
    }
    return 0
  }

  private mutating func mendedUTF8(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    var index = 0
    while index < bytes.count {
      let length = ByteScan.lengthOfLetter(at: index, in: bytes.span)
      if length > 0 {
        for byte in bytes[index..<index + length] {
          result.append(byte)
          lines.count(byte)
        }
        index += length
      } else {
        mended.note(line: lines.current)
        result.append(contentsOf: Self.utf8(ofWindows1252: bytes[index]))
        index += 1
      }
    }
    return result
  }

  /// The letters of Windows-1252 from 0x80 to 0x9F; those that it leaves free are those of Latin-1.
  private static let windows1252: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  private static func utf8(ofWindows1252 byte: UInt8) -> [UInt8] {
    let code = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt16(byte)
    return Unicode.Scalar(code).map { Array(String(Character($0)).utf8) } ?? []
  }

  // MARK: UTF-16

  private mutating func utf16(_ bytes: [UInt8], isLast: Bool, _ unit: (UInt8, UInt8) -> UInt16) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = 0
    while index + 1 < bytes.count {
      units.append(unit(bytes[index], bytes[index + 1]))
      index += 2
    }
    pending = Array(bytes[index...])
    // The first half of a letter of four bytes waits for the second.
    if !isLast, let last = units.last, UTF16.isLeadSurrogate(last) {
      units.removeLast()
      pending = Array(bytes[(index - 2)...])
    }
    return utf8(ofUnits: units, hasOddByte: isLast && !pending.isEmpty)
  }

  private mutating func utf8(ofUnits units: [UInt16], hasOddByte: Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(units.count)
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.isASCII { lines.count(UInt8(truncatingIfNeeded: scalar.value)) }
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case .error:
        mended.note(line: lines.current)
        result.append(contentsOf: UTF8.encodedReplacementCharacter)
      case .emptyInput:
        if hasOddByte { mended.note(line: lines.current) }
        return result
      }
    }
  }
}

/// Counts lines that end in LF, CR, or both.
struct LineCount {
  /// The line that the next byte stands on, counted from 1.
  private(set) var current = 1
  private var isAfterCR = false

  mutating func count(_ byte: UInt8) {
    if byte == 0x0D || (byte == 0x0A && !isAfterCR) { current += 1 }
    isAfterCR = byte == 0x0D
  }

  mutating func count(_ bytes: [UInt8]) {
    guard let last = bytes.last else { return }
    if !isAfterCR, ByteScan.first(0x0D, in: bytes, 0..<bytes.count) == nil {
      current += ByteScan.count(of: 0x0A, in: bytes)
    } else {
      for byte in bytes { count(byte) }
    }
    isAfterCR = last == 0x0D
  }
}

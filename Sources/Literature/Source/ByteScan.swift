#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks over bytes by many at once; the one file of this module with unsafe code.
///
/// Every byte of every file goes through here, and some 40 texts of each record are made here: with the standard
/// library's own ways, which look at each text again to see that it is UTF-8, reading took half as long again (measured
/// on 100,000 records of RIS). Each function has a slow twin in the tests, which it must equal.
enum ByteScan {
  /// The place of the first byte of a kind within a part of some bytes.
  static func first(_ byte: UInt8, in bytes: [UInt8], _ part: Range<Int>) -> Int? {
    bytes.withUnsafeBytes { buffer in
      let part = part.clamped(to: 0..<buffer.count)
      guard let base = buffer.baseAddress, !part.isEmpty,
        let found = memchr(base + part.lowerBound, Int32(byte), part.count)
      else { return nil }
      return UnsafeRawPointer(found) - base
    }
  }

  /// Whether a word of ASCII stands in a text, sign for sign.
  static func holds(_ text: String, _ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    var text = text
    return text.withUTF8 { bytes in
      guard length > 0, let base = bytes.baseAddress else { return length == 0 }
      var start = 0
      while start + length <= bytes.count,
        let found = memchr(base + start, Int32(word.utf8Start.pointee), bytes.count - length - start + 1)
      {
        if memcmp(found, word.utf8Start, length) == 0 { return true }
        start = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
      }
      return false
    }
  }

  // MARK: Bytes of a kind

  private static let lanes = 32

  /// How many there are of a byte.
  static func count(of byte: UInt8, in bytes: [UInt8]) -> Int {
    var (count, start) = (0, 0)
    while let found = first(byte, in: bytes, start..<bytes.count) {
      count += 1
      start = found + 1
    }
    return count
  }

  private static func isASCII(_ span: Span<UInt8>, at index: Int) -> Bool {
    let signs = span.bytes.unsafeLoadUnaligned(fromByteOffset: index, as: SIMD4<UInt64>.self)
    return (signs[0] | signs[1] | signs[2] | signs[3]) & 0x8080_8080_8080_8080 == 0
  }

  private static func isASCII(_ span: Span<UInt8>) -> Bool {
    var index = 0
    while index + lanes <= span.count {
      guard isASCII(span, at: index) else { return false }
      index += lanes
    }
    while index < span.count {
      guard span[index] < 0x80 else { return false }
      index += 1
    }
    return true
  }

  // MARK: UTF-8

  /// Whether the bytes are UTF-8.
  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    let span = bytes.span
    var index = 0
    while index < span.count {
      if index + lanes <= span.count, isASCII(span, at: index) {
        index += lanes
        continue
      }
      // What follows a sign beyond ASCII is mostly ASCII again: on to the end of these bytes.
      let end = min(span.count, index + lanes)
      while index < end {
        let length = lengthOfLetter(at: index, in: span)
        guard length > 0 else { return false }
        index += length
      }
    }
    return true
  }

  /// The length of the letter of UTF-8 that begins here, or 0 where none does (Unicode 15, table 3-7).
  static func lengthOfLetter(at index: Int, in bytes: Span<UInt8>) -> Int {
    let first = bytes[index]
    if first < 0x80 { return 1 }
    func follows(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    switch first {
    case 0xC2...0xDF: return follows(1) ? 2 : 0
    case 0xE0: return follows(1, 0xA0...0xBF) && follows(2) ? 3 : 0
    case 0xED: return follows(1, 0x80...0x9F) && follows(2) ? 3 : 0
    case 0xE1...0xEF: return follows(1) && follows(2) ? 3 : 0
    case 0xF0: return follows(1, 0x90...0xBF) && follows(2) && follows(3) ? 4 : 0
    case 0xF1...0xF3: return follows(1) && follows(2) && follows(3) ? 4 : 0
    case 0xF4: return follows(1, 0x80...0x8F) && follows(2) && follows(3) ? 4 : 0
    default: return 0
    }
  }

  /// The text of bytes that were cut, at signs of ASCII, out of what ``ByteSource`` gave, which is UTF-8 always.
  ///
  /// Bytes that begin or end within a letter weren't; they are looked at from the start, as `String(decoding:as:)` does.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    guard let first = bytes.first, let last = bytes.last else { return "" }
    guard last < 0x80 || lastLetterIsWhole(bytes), first & 0xC0 != 0x80 else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let span = bytes.span
    return String(copying: UTF8Span(unchecked: span, isKnownASCII: isASCII(span)))
  }

  private static func lastLetterIsWhole(_ bytes: ArraySlice<UInt8>) -> Bool {
    for back in 1...min(4, bytes.count) {
      let index = bytes.endIndex - back
      if bytes[index] & 0xC0 != 0x80 { return lengthOfLetter(at: bytes.count - back, in: bytes.span) == back }
    }
    return false
  }
}

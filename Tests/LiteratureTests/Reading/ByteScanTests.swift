import Testing
import TestSupport

@testable import Literature

@Suite("Walking over many bytes at once")
struct ByteScanTests {
  /// Bytes among which letters, their halves, line ends and words are common.
  private static func bytes(_ random: inout SplitMix64) -> [UInt8] {
    let pieces: [[UInt8]] = [
      Array("plain words of some length, and more of them. ".utf8), Array("é".utf8), Array("€".utf8),
      Array("𝒳".utf8),
      [0x0A], [0x0D], [0x0D, 0x0A], [0x80], [0xC3], [0xE2, 0x82], [0xF0, 0x9D], [0xED, 0xA0, 0x80],
      [0xC0, 0xAF], [0xFF],
      Array("PM".utf8), [0],
    ]
    // Mostly text that is as it should be, so that both answers come.
    let good = pieces[0...6] + [pieces[14]]
    let isGood = Bool.random(using: &random)
    return (0..<Int.random(in: 0...40, using: &random)).flatMap { _ in
      (isGood ? good.randomElement(using: &random) : pieces.randomElement(using: &random)) ?? []
    }
  }

  @Test("UTF-8 is told as the standard library tells it", arguments: 0..<400 as Range<UInt64>)
  func utf8(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Self.bytes(&random)
    #expect(ByteScan.isUTF8(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
  }

  @Test("Bytes are found and counted as one by one", arguments: 0..<200 as Range<UInt64>)
  func finding(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Self.bytes(&random)
    let part = Int.random(in: 0...bytes.count, using: &random)..<bytes.count
    for byte in [0x0A, 0x0D, 0x50] as [UInt8] {
      #expect(ByteScan.first(byte, in: bytes, part) == bytes[part].firstIndex(of: byte))
      #expect(ByteScan.count(of: byte, in: bytes) == bytes.count { $0 == byte })
    }
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(
      ByteScan.holds(text, "PM")
        == text.utf8.split(separator: 0).contains { Self.has(Array($0), [0x50, 0x4D]) })
  }

  private static func has(_ bytes: [UInt8], _ word: [UInt8]) -> Bool {
    bytes.indices.contains { bytes[$0...].starts(with: word) }
  }

  @Test(
    "A text that was cut anywhere is what the standard library makes of it",
    arguments: 0..<200 as Range<UInt64>)
  func texts(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = Array(String(decoding: Self.bytes(&random), as: UTF8.self).utf8)
    for _ in 0..<20 {
      let start = Int.random(in: 0...bytes.count, using: &random)
      let slice = bytes[start..<Int.random(in: start...bytes.count, using: &random)]
      let text = ByteScan.text(slice)
      #expect(Array(text.utf8) == Array(String(decoding: slice, as: UTF8.self).utf8))
    }
  }

  @Test("Lines are the same whatever the chunks", arguments: 0..<200 as Range<UInt64>)
  func lines(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let bytes = Array(String(decoding: Self.bytes(&random), as: UTF8.self).utf8)
    for chunk in [1, 2, 3, 7, 64, 10_000] {
      var buffer = LineBuffer(ByteSource(bytes: bytes, named: "made", chunk: chunk), longestLine: 100_000)
      var lines: [[UInt8]] = []
      while let line = try buffer.next() {
        lines.append(Array(buffer.slice(line.range)))
        #expect(line.number == lines.count)
        if Bool.random(using: &random) { buffer.mark() }
      }
      #expect(lines == Self.lines(of: bytes))
    }
  }

  private static func lines(of bytes: [UInt8]) -> [[UInt8]] {
    var lines: [[UInt8]] = [[]]
    var wasReturn = false
    for byte in bytes {
      if byte == 0x0D || byte == 0x0A && !wasReturn {
        lines.append([])
      } else if byte != 0x0A {
        lines[lines.count - 1].append(byte)
      }
      wasReturn = byte == 0x0D
    }
    if lines.last?.isEmpty == true { lines.removeLast() }
    return lines
  }
}

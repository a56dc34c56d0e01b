import Bibliography
import Literature
import Testing

@Suite("Bytes")
struct EncodingTests {
  private static let text = "TY  - JOUR\nTI  - Größe “x” 🌱\nER  - \n"

  private static func utf16(_ isBig: Bool, _ hasMark: Bool) -> [UInt8] {
    ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
  }

  @Test("UTF-8 and UTF-16 of either order are read, with a mark and without", arguments: [1, 2, 3, 1_000])
  func encodings(_ chunk: Int) throws {
    var all = [Array(Self.text.utf8), [0xEF, 0xBB, 0xBF] + Array(Self.text.utf8)]
    all += [
      Self.utf16(true, true), Self.utf16(true, false), Self.utf16(false, true), Self.utf16(false, false),
    ]
    for bytes in all {
      let reading = RecordReading(bytes, chunk: chunk)
      #expect(
        reading.records.map(\.reference.title) == ["Größe “x” 🌱"] && reading.report?.repaired.count == 0)
    }
  }

  @Test(
    "Bytes of Windows-1252 are read as its letters, beside letters of UTF-8, and told",
    arguments: [1, 5, 1_000])
  func windows(_ chunk: Int) throws {
    let bytes = Array("TY  - JOUR\nTI  - ".utf8) + [0x93, 0xE4, 0x94] + Array(" ä\nER  - \n".utf8)
    let reading = RecordReading(bytes, chunk: chunk)
    #expect(reading.records.map(\.reference.title) == ["“ä” ä"])
    #expect(reading.report?.encoding == .windows1252)
    #expect(reading.report?.repaired.listed.map(\.line) == [2])
    #expect(reading.report?.repaired.listed.first?.what.hasPrefix("3 bytes that can't be UTF-8") == true)
  }
}

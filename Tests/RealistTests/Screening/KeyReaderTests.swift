import TestSupport
import Testing

@testable import realist

@Suite("Keys out of bytes")
struct KeyReaderTests {
  /// All keys in bytes, after which nothing comes for a while.
  private func keys(_ bytes: [UInt8]) -> [Key] {
    var reader = KeyReader()
    reader.take(bytes)
    var keys: [Key] = []
    while let key = reader.next(isQuiet: true) { keys.append(key) }
    return keys
  }

  private static let sent: [(String, [Key])] = [
    ("i", [.sign("i")]), ("é", [.sign("é")]), ("日👩", [.sign("日"), .sign("👩")]), ("\r", [.enter]),
    ("\n", [.enter]), ("\u{7F}", [.backspace]), ("\u{8}", [.backspace]), ("\u{3}", [.interrupt]),
    ("\u{4}", [.gone]), ("\u{1A}", [.suspend]), ("\u{C}", [.redraw]), ("\u{15}", [.clear]),
    ("\u{1B}", [.escape]), ("\u{1B}[A\u{1B}[B", [.up, .down]), ("\u{1B}OA", [.up]),
    ("\u{1B}[5~\u{1B}[6~", [.pageUp, .pageDown]), ("\u{1B}[H\u{1B}[F\u{1B}[1~", [.home, .end, .home]),
    ("ie2", [.sign("i"), .sign("e"), .sign("2")]),
  ]

  @Test("Each is known by what terminals send", arguments: sent)
  func known(_ text: String, _ expected: [Key]) { #expect(keys(Array(text.utf8)) == expected) }

  @Test(
    "What isn't known is passed over, and is never taken for the key of a letter in it",
    arguments: [
      "\u{1B}[1;5C", "\u{1B}[15~", "\u{1B}[200~", "\u{1B}Oi", "\u{1B}i", "\u{1B}[<0;12;3M", "\u{1}", "\u{0}",
      "\u{1B}[?1;2c",
    ])
  func unknown(_ text: String) { #expect(keys(Array(text.utf8)) == []) }

  @Test("Bytes that are no text are passed over, and the key after them is there")
  func broken() {
    #expect(keys([0xFF, 0x69]) == [.sign("i")])
    #expect(keys([0xC3, 0x69]) == [.sign("i")])
    #expect(keys([0xE2, 0x82]) == [])
    #expect(keys([0xF0, 0x9F, 0x1B, 0x5B, 0x41]) == [.up])
    #expect(keys([0xED, 0xA0, 0x80, 0x71]) == [.sign("q")])
  }

  @Test("A key that comes in pieces is waited for")
  func pieces() {
    var reader = KeyReader()
    reader.take([0x1B])
    #expect(reader.next(isQuiet: false) == nil && reader.isWaiting)
    reader.take([0x5B])
    #expect(reader.next(isQuiet: false) == nil)
    reader.take([0x42, 0xE6, 0x97])
    #expect(reader.next(isQuiet: false) == .down)
    #expect(reader.next(isQuiet: false) == nil)
    reader.take([0xA5])
    #expect(reader.next(isQuiet: false) == .sign("日") && !reader.isWaiting)
  }

  @Test("Any bytes come to an end")
  func any() {
    var numbers = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let bytes = (0..<200).map { _ in
        numbers.pick([
          0x1B, 0x5B, 0x4F, 0x3B, 0x41, 0x7E, 0xE2, 0x80, 0xFF, UInt8.random(in: 0...255, using: &numbers),
        ])
      }
      #expect(keys(bytes).count <= 200)
    }
    #expect(keys(Array(repeating: 0x69, count: 100_000)).count <= 4_096)
  }
}

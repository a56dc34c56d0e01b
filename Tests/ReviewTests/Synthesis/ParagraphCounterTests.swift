import TestSupport
import Testing

@testable import Review

@Suite("Paragraphs of passages")
struct ParagraphCounterTests {
  /// The same, code point by code point.
  private static func slowly(_ text: String, pages: [Int]) -> [Int] {
    var (found, nextPage, paragraph, isOpen, lineIsBlank) = ([Int](), 0, 0, false, true)
    for (offset, scalar) in text.unicodeScalars.enumerated() {
      if nextPage < pages.count, offset >= pages[nextPage] {
        (paragraph, isOpen, lineIsBlank) = (0, false, true)
        nextPage += 1
      }
      if scalar == "\n" {
        if lineIsBlank { isOpen = false }
        lineIsBlank = true
      } else if !scalar.properties.isWhitespace {
        if !isOpen { paragraph += 1 }
        (isOpen, lineIsBlank) = (true, false)
      }
      found.append(max(1, paragraph))
    }
    return found
  }

  private static let pieces =
    PassageTests.hard + [
      "\n", "\n\n", "\r\n\r\n", "\n \t\n", "\n\u{A0}\n", "\n\u{3000}\u{2003}\n", "\n\u{200B}\n", "a", " ",
      "\u{85}",
      "\u{301}", "\n\u{2028}\n", "\u{C}", "\n\u{1680}\u{202F}\u{205F}\n", "\n\u{180E}\n",
    ]

  @Test(
    "Byte by byte the paragraphs are those that the code points give, wherever the text is cut",
    arguments: 0..<60)
  func twin(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let text = (0..<40).map { _ in random.pick(Self.pieces) }.joined()
    let length = text.unicodeScalars.count
    let pages = (0..<Int.random(in: 0...5, using: &random)).map { _ in
      Int.random(in: 0..<length, using: &random)
    }.sorted()
    let expected = Self.slowly(text, pages: pages)
    var counter = ParagraphCounter(starts: Array((-2..<(length + 3)).shuffled(using: &random)), pages: pages)
    var rest = text.unicodeScalars[...]
    while !rest.isEmpty {
      let part = rest.prefix(Int.random(in: 1...50, using: &random))
      counter.take(String(String.UnicodeScalarView(part)))
      rest = rest.dropFirst(part.count)
    }
    #expect((0..<length).map { counter.paragraphs[$0] } == expected)
    #expect(counter.paragraphs.count == length)
  }

  @Test("Whatever is white space to Unicode is blank, and nothing else")
  func everySign() {
    for value in UInt32(0)...0x3100 {
      guard let scalar = Unicode.Scalar(value), scalar != "\n" else { continue }
      var counter = ParagraphCounter(starts: [5], pages: [])
      counter.take("a\n\(Character(scalar))\n\nb")
      // A blank line or two part “b” from “a”; a sign that is seen is in a paragraph with “a”, and “b” in the next.
      #expect(counter.paragraphs[5] == 2, "\(value)")
      var single = ParagraphCounter(starts: [4], pages: [])
      single.take("a\n\(Character(scalar))\nb")
      #expect(
        single.paragraphs[4] == (scalar.properties.isWhitespace ? 2 : 1), "U+\(String(value, radix: 16))")
    }
  }

  @Test("A page's number is that of the last that began", arguments: [0, 1, 2, 3, 40])
  func pages(_ count: Int) {
    let starts = (0..<count).map { $0 * $0 / 2 }
    let text = AddedText(
      number: 1, source: "a", file: "a", form: .pdf, fileChecksum: "", checksum: "", length: 2_000,
      pages: starts.enumerated().map { PageStart(offset: $1, label: "\($0 + 1)") })
    for offset in 0..<900 {
      #expect(text.page(at: offset) == starts.lastIndex(where: { $0 <= offset }).map { "\($0 + 1)" })
    }
    #expect(text.page(at: -1) == nil)
  }
}

/// Counts the paragraphs of a text that comes in parts, byte by byte: each byte is looked at once.
struct ParagraphCounter {
  /// The paragraph in which each of the starts lies.
  private(set) var paragraphs: [Int: Int] = [:]
  /// The places that are asked for and not reached yet begin at ``nextStart``.
  private let starts: [Int]
  private let pages: [Int]
  private var nextStart = 0
  private var nextPage = 0
  private var offset = 0
  private var paragraph = 0
  private var isOpen = false
  private var lineIsBlank = true

  /// - Parameters:
  ///   - starts: the places that are asked for, in code points, in any order.
  ///   - pages: where pages start, in their order.
  init(starts: [Int], pages: [Int]) {
    (self.starts, self.pages) = (Set(starts).filter { $0 >= 0 }.sorted(), pages)
  }

  /// Goes on with the next part, which begins with a whole code point.
  mutating func take(_ words: String) {
    let bytes = Array(words.utf8)
    for (place, byte) in bytes.enumerated() where byte & 0xC0 != 0x80 {
      if nextPage < pages.count, offset >= pages[nextPage] {
        (paragraph, isOpen, lineIsBlank) = (0, false, true)
        nextPage += 1
      }
      switch byte {
      case 0x0A:
        if lineIsBlank { isOpen = false }
        lineIsBlank = true
      case 0x09...0x0D, 0x20: break
      default:
        guard byte < 0x80 || !Self.isSpace(bytes[place...].prefix(3)) else { break }
        if !isOpen { paragraph += 1 }
        (isOpen, lineIsBlank) = (true, false)
      }
      if nextStart < starts.count, starts[nextStart] == offset {
        paragraphs[offset] = max(1, paragraph)
        nextStart += 1
      }
      offset += 1
    }
  }

  /// Whether a code point beyond ASCII is white space (Unicode's property `White_Space`): U+0085, U+00A0, U+1680, U+2000 to
  /// U+200A, U+2028, U+2029, U+202F, U+205F, U+3000.
  private static func isSpace(_ bytes: ArraySlice<UInt8>) -> Bool {
    let second = bytes.dropFirst().first ?? 0
    let third = bytes.dropFirst(2).first ?? 0
    return switch (bytes.first ?? 0, second) {
    case (0xC2, 0x85), (0xC2, 0xA0): true
    case (0xE1, 0x9A): third == 0x80
    case (0xE2, 0x80): (0x80...0x8A).contains(third) || [0xA8, 0xA9, 0xAF].contains(third)
    case (0xE2, 0x81): third == 0x9F
    case (0xE3, 0x80): third == 0x80
    default: false
    }
  }
}

/// A text in parts that hold a paragraph each, or a piece of one that is very long. Put together in their order they are
/// the text.
///
/// A part is what is found by a search, and what is read where a passage is opened, so that neither takes longer for a long
/// text. A page end closes a part.
struct TextParts: Sequence, IteratorProtocol {
  /// A part.
  struct Part: Hashable {
    /// Where it starts, in code points from the start of the text.
    let start: Int
    let content: String
  }

  /// As many bytes as a part has; a longer paragraph is cut at white space, where it has any.
  static let mostBytes = 8_192
  private let bytes: [UInt8]
  private var place = 0
  private var start = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  mutating func next() -> Part? {
    guard place < bytes.count else { return nil }
    let end = partEnd()
    let slice = bytes[place..<end]
    let part = Part(start: start, content: String(decoding: slice, as: UTF8.self))
    start += slice.reduce(into: 0) { $0 += Self.startsCodePoint($1) ? 1 : 0 }
    place = end
    return part
  }

  private func partEnd() -> Int {
    var lineEnds = 0
    var lastSpace: Int?
    var index = place
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 0x0C: return index + 1
      case 0x0A:
        lineEnds += 1
        lastSpace = index + 1
      case 0x20, 0x09: lastSpace = index + 1
      default:
        // A blank line stands before this.
        if lineEnds > 1 { return index }
        lineEnds = 0
      }
      index += 1
      if index - place >= Self.mostBytes { return cut(before: index, lastSpace) }
    }
    return index
  }

  /// Where a part that is long enough ends: behind its last white space, or else before a code point.
  private func cut(before limit: Int, _ lastSpace: Int?) -> Int {
    if let lastSpace { return lastSpace }
    var end = limit
    while end > place + 4, end < bytes.count, !Self.startsCodePoint(bytes[end]) { end -= 1 }
    return end
  }

  private static func startsCodePoint(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}

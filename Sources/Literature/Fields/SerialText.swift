/// Numbers of serials and books, as exports write them: `03064530 (ISSN)`, `0894-9867, 1573-6598`, `978-3-16-148410-0`.
enum SerialText {
  /// The numbers of a text, and whether nothing else stands in it but words that say what they are.
  static func identifiers(in text: String) -> (found: [RecordIdentifier], isAll: Bool) {
    if isBareISSN(text) { return ([RecordIdentifier(.issn, text)], true) }
    var found: [RecordIdentifier] = []
    var isAll = true
    for part in text.utf8.split(whereSeparator: { !isOfNumber($0) }) {
      if let identifier = identifier(part) {
        if !found.contains(identifier) { found.append(identifier) }
      } else if !words.contains(String(Substring(part)).lowercased()) {
        isAll = false
      }
    }
    return (found, isAll && !found.isEmpty)
  }

  /// The usual case, without a copy.
  private static func isBareISSN(_ text: String) -> Bool {
    guard text.utf8.count == 9 else { return false }
    var place = 0
    for byte in text.utf8 {
      guard place == 4 ? byte == 0x2D : TaggedLine.isDigit(byte) || place == 8 && byte == 0x58 else {
        return false
      }
      place += 1
    }
    return true
  }

  private static let words: Set<String> = [
    "issn", "isbn", "print", "electronic", "linking", "online", "paper", "bound", "e-issn", "p-issn", "eissn",
    "hardcover", "paperback", "hardback", "pbk", "hbk", "and", "-", "on-line", "cloth", "alk", "pdf", "epub",
    "web",
    "international", "standard", "serial", "number", "ebook", "e-isbn", "eisbn", "issn-l",
  ]

  private static func isOfNumber(_ byte: UInt8) -> Bool {
    TaggedLine.isDigit(byte) || TaggedLine.isCapital(byte & 0xDF) || byte == UInt8(ascii: "-") || byte >= 0x80
  }

  private static func identifier(_ part: Substring.UTF8View.SubSequence) -> RecordIdentifier? {
    guard part.count <= 24 else { return nil }
    let signs = part.filter { $0 != UInt8(ascii: "-") }
    guard let last = signs.last, signs.dropLast().allSatisfy(TaggedLine.isDigit),
      TaggedLine.isDigit(last) || last & 0xDF == UInt8(ascii: "X")
    else { return nil }
    switch signs.count {
    case 8:
      let text = String(decoding: signs, as: UTF8.self).uppercased()
      return RecordIdentifier(.issn, "\(text.prefix(4))-\(text.dropFirst(4))")
    case 10, 13: return RecordIdentifier(.isbn, String(decoding: Array(part), as: UTF8.self).uppercased())
    default: return nil
    }
  }
}

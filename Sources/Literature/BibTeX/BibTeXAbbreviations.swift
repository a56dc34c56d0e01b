/// What `@string` defines: words that stand for texts.
struct BibTeXAbbreviations {
  /// As many bytes as all of them may hold together: each can be made of two of the last one.
  static let mostBytes = 16 * 1024 * 1024

  private var texts: [String: [UInt8]] = [:]
  private var bytes = 0

  /// The text of a word, which is taken in any case.
  func text(of word: String) -> [UInt8]? { texts[word.lowercased()] }

  /// Gives a word a text; a later one replaces an earlier.
  ///
  /// - Throws: ``BibTeXFault`` where all of them have become too many.
  mutating func define(_ word: String, _ text: [UInt8], line: Int) throws(BibTeXFault) {
    bytes += text.count + word.utf8.count + 64
    guard bytes <= Self.mostBytes else {
      throw BibTeXFault(line: line, problem: "the abbreviations (@string) hold more than 16 MB")
    }
    texts[word.lowercased()] = text
  }
}

/// Words that a rule names.
struct WordList: Sendable {
  private let hashes: Set<UInt64>

  /// The words of the text, parted by white space.
  init(_ words: String) {
    hashes = Set(words.split(whereSeparator: \.isWhitespace).map { StableHash.of($0.utf8) })
  }

  func contains(_ hash: UInt64) -> Bool { hashes.contains(hash) }

  /// Whether the word at this place of the text is one of the list.
  func contains(_ words: FoldedWords, _ index: Int) -> Bool { hashes.contains(words.hashes[index]) }
}

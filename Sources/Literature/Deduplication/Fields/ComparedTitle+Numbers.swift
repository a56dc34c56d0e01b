extension ComparedTitle {
  /// The numbers of a title: what parts "Part I" from "Part II", and this year's report from last year's.
  static func numbers(in words: FoldedWords) -> [String] {
    var numbers: [String] = []
    for index in 0..<words.count {
      let word = words[index]
      if word.contains(where: isDigit) {
        numbers += runs(word)
      } else if word.count <= 6, let value = spelled[words.text(index)] {
        numbers.append(value)
      } else if word.count <= 2, let value = single(words, index) {
        numbers.append(value)
      }
    }
    return numbers
  }

  static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

  private static func runs(_ word: ArraySlice<UInt8>) -> [String] {
    word.split(whereSeparator: { !isDigit($0) }).map { run in
      let bare = run.drop(while: { $0 == UInt8(ascii: "0") })
      return bare.isEmpty ? "0" : String(decoding: bare, as: UTF8.self)
    }
  }

  private static let spelled = [
    "ii": "2", "iii": "3", "iv": "4", "vi": "6", "vii": "7", "viii": "8", "ix": "9", "xi": "11", "xii": "12",
    "one": "1",
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10",
    "eleven": "11", "twelve": "12",
  ]

  /// "I", "V", "X" and single letters count things only after a word that is counted, or at the end.
  private static func single(_ words: FoldedWords, _ index: Int) -> String? {
    guard index > 0 else { return nil }
    let text = words.text(index)
    let isCounted = counted.contains(words, index - 1)
    guard isCounted || index == words.count - 1 else { return nil }
    if let value = ["i": "1", "v": "5", "x": "10"][text] { return value }
    return isCounted && text.count == 1 ? text : nil
  }

  /// Whether the word says which part of a series the work is, as in "Part 2".
  static func isCounted(_ words: FoldedWords, _ index: Int) -> Bool {
    guard index > 0, words[index].count <= 4 else { return false }
    if index == words.count - 1,
      numbers(in: words.words(index..<(index + 1))) != [] || words[index].count == 1
    {
      return true
    }
    return counted.contains(words, index - 1) && !numbers(in: words.words((index - 1)..<(index + 1))).isEmpty
  }

  /// Whether the word is a year.
  static func isYear(_ word: ArraySlice<UInt8>) -> Bool {
    word.count == 4 && word.allSatisfy(isDigit)
      && (word.starts(with: "19".utf8) || word.starts(with: "20".utf8))
  }

  private static let counted = WordList(
    """
    part parts phase type grade stage class level chapter section volume series paper study trial experiment report
    number no vitamin hepatitis factor group
    """)
}

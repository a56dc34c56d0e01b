/// A journal, book or series, made ready to be compared.
struct ComparedJournal: Sendable {
  /// The words that carry meaning, each as written, in small letters.
  var words: FoldedWords
  /// After how many of ``words`` a subtitle, a parallel title or a remark may begin.
  var breaks: [Int]

  var isMissing: Bool { words.isEmpty }

  /// Whether articles here are replaced by their later versions, under one title: a library of systematic reviews, or a
  /// platform that publishes versions.
  var isUpdated: Bool {
    let text = words.text
    return text.hasPrefix("cochrane ") || text == "clinical evidence" || text == "bmj clinical evidence"
      || text == "f1000research" || text.hasSuffix("open research") || text == "genereviews" || text == "statpearls"
  }

  /// Whether this is a list of dissertations.
  var isDissertations: Bool {
    let text = words.text
    return text.hasPrefix("dissertation abstracts") || text.hasPrefix("diss abstr") || text.hasPrefix("masters abstracts")
  }

  init(_ title: String?) {
    words = FoldedWords()
    breaks = []
    // Each piece between marks that a subtitle may follow is folded by itself.
    for piece in Self.pieces(title ?? "") {
      let folded = FoldedWords(utf8: Array(piece))
      if !words.isEmpty {
        if JournalAgreement.isRemark(folded) { continue }
        breaks.append(words.count)
      }
      for index in 0..<folded.count where !Self.stopWords.contains(folded.text(index)) {
        words.append(word: Self.spelling(folded[index]))
      }
    }
  }

  private static func pieces(_ title: String) -> [ArraySlice<UInt8>] {
    var plain = Array(PlainMarkup.plain(title).prefix(400))
    for place in plain.indices.dropFirst().dropLast()
    where plain[place] == UInt8(ascii: "-") && plain[place - 1] == 0x20 && plain[place + 1] == 0x20 {
      plain[place] = UInt8(ascii: ":")
    }
    return plain.split(whereSeparator: { ":=.;([".utf8.contains($0) })
  }

  /// British and American spellings are one: "gynaecology", "gynecology".
  private static func spelling(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.count >= 5 else { return Array(word) }
    var letters: [UInt8] = []
    for letter in word {
      if letter == UInt8(ascii: "e"), let last = letters.last, last == UInt8(ascii: "a") || last == UInt8(ascii: "o") {
        letters.removeLast()
      }
      letters.append(letter)
    }
    return letters
  }

  private static let stopWords: Set<String> = [
    "the", "of", "and", "for", "in", "on", "a", "an", "to", "de", "la", "le", "les", "des", "du", "et", "der", "die", "das",
    "und", "fur", "di", "e", "del", "y", "o", "d", "l", "za", "i",
  ]
}

/// A journal, book or series, made ready to be compared.
struct ComparedJournal: Sendable {
  /// The words that carry meaning, each as written, in small letters.
  var words: FoldedWords
  /// After how many of ``words`` a subtitle, a parallel title or a remark may begin.
  var breaks: [Int]
  /// After how many of ``words`` a full stop stands, which may be that of an abbreviation.
  var stops: [Int]
  /// How many of ``words`` are left without the places and media at the end that libraries add.
  let coreCount: Int

  var isMissing: Bool { words.isEmpty }

  /// Whether articles here are replaced by their later versions, under one title: a library of systematic reviews, or a
  /// platform that publishes versions.
  let isUpdated: Bool
  /// Whether this is a list of dissertations.
  let isDissertations: Bool

  init(_ title: String?) {
    var words = FoldedWords()
    var breaks: [Int] = []
    var stops: [Int] = []
    // Each piece between marks that a subtitle may follow is folded by itself.
    for (mark, piece) in Self.pieces(title ?? "") {
      let folded = FoldedWords(utf8: Array(piece))
      if !words.isEmpty {
        if JournalAgreement.isRemark(folded) || folded.count == 1 && Self.isSerialNumber(folded[0]) {
          continue
        }
        if mark == UInt8(ascii: ".") { stops.append(words.count) } else { breaks.append(words.count) }
      }
      for index in 0..<folded.count
      where !Self.stopWords.contains(folded, index) && !Self.isSerialNumber(folded[index]) {
        words.append(word: Self.spelling(folded[index]))
      }
    }
    self.init(words: words, breaks: breaks, stops: stops)
  }

  init(words: FoldedWords, breaks: [Int] = [], stops: [Int] = []) {
    self.words = words
    self.breaks = breaks
    self.stops = stops
    let remarks = words.hashes.reversed().prefix(while: JournalAgreement.remarks.contains).count
    coreCount = remarks < words.count ? words.count - remarks : words.count
    let text = words.text
    isUpdated =
      text.hasPrefix("cochrane ") || text.hasSuffix("open research")
      || ["clinical evidence", "bmj clinical evidence", "f1000research", "genereviews", "statpearls"]
        .contains(text)
    isDissertations =
      text.hasPrefix("dissertation abstracts") || text.hasPrefix("diss abstr")
      || text.hasPrefix("masters abstracts")
  }

  /// The pieces of the title, each with the mark before it.
  private static func pieces(_ title: String) -> [(mark: UInt8, piece: [UInt8])] {
    let plain = Array(PlainMarkup.plain(title).prefix(400))
    var pieces: [(mark: UInt8, piece: [UInt8])] = [(0, [])]
    for (place, byte) in plain.enumerated() {
      let isDash =
        "-/".utf8.contains(byte) && place > 0 && place + 1 < plain.count && plain[place - 1] == 0x20
        && plain[place + 1] == 0x20
      let isSlash = byte == UInt8(ascii: "/") && spaces(plain[..<place]) >= 2 && spaces(plain[place...]) >= 2
      if isDash || isSlash || ":=.;([".utf8.contains(byte) {
        pieces.append((byte, []))
      } else {
        pieces[pieces.count - 1].piece.append(byte)
      }
    }
    return pieces
  }

  /// Some databases add the ISSN: "Stroke (00392499)".
  private static func isSerialNumber(_ word: ArraySlice<UInt8>) -> Bool {
    word.count >= 7 && word.dropLast().allSatisfy(ComparedTitle.isDigit)
  }

  private static func spaces(_ bytes: ArraySlice<UInt8>) -> Int { bytes.count { $0 == 0x20 } }

  /// The letters of the words before the first mark.
  var opening: ArraySlice<UInt8> {
    words.letters[..<(words.range(max(0, (breaks.first ?? coreCount) - 1)).upperBound)]
  }

  /// British and American spellings are one: "gynaecology", "gynecology".
  private static func spelling(_ word: ArraySlice<UInt8>) -> [UInt8] {
    guard word.count >= 5 else { return Array(word) }
    var letters: [UInt8] = []
    for letter in word {
      if letter == UInt8(ascii: "e"), let last = letters.last,
        last == UInt8(ascii: "a") || last == UInt8(ascii: "o")
      {
        letters.removeLast()
      }
      letters.append(letter)
    }
    return letters
  }

  private static let stopWords = WordList(
    "the of and for in on a an to de la le les des du et der die das und fur di e del y o d l za i")
}

/// Notes that databases add to a title: "[Review] [33 refs]", "(Structured abstract)", "[Erratum appears in …]",
/// ". Chinese", "WITHDRAWN:".
enum TitleNotes {
  /// The title without notes, and, where one stands in brackets beside it, its other form: a translation mostly.
  struct Bare {
    var title: [UInt8]
    var other: [UInt8]?
    /// A remark such as "(vol 12, pg 3, 2008)" says that the piece corrects another one.
    var correctsAnother = false
  }

  static func bare(_ title: [UInt8]) -> Bare {
    var bare = Bare(title: trimmed(title))
    // Each round takes one note away; a title has few, and hostile ones no more than this.
    for _ in 0..<6 {
      guard let group = closingGroup(bare.title) else { break }
      let words = FoldedWords(utf8: Array(bare.title[group]))
      if group.lowerBound == 1 {
        bare.title = Array(bare.title[group])
      } else if isCorrection(words) {
        bare.correctsAnother = true
        bare.title = trimmed(bare.title[..<(group.lowerBound - 1)])
      } else if isNote(words) {
        bare.title = trimmed(bare.title[..<(group.lowerBound - 1)])
      } else {
        if words.count >= 4, group.lowerBound > 20, bare.title[group.lowerBound - 1] == UInt8(ascii: "[") {
          bare.other = Array(bare.title[group])
          bare.title = trimmed(bare.title[..<(group.lowerBound - 1)])
        }
        break
      }
    }
    bare.title = withoutLanguage(withoutFlag(bare.title))
    return bare
  }

  private static func trimmed(_ bytes: some BidirectionalCollection<UInt8>) -> [UInt8] {
    var end = bytes.endIndex
    while end > bytes.startIndex, isPadding(bytes[bytes.index(before: end)]) {
      end = bytes.index(before: end)
    }
    return Array(bytes[..<end].drop(while: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }))
  }

  private static func isPadding(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == UInt8(ascii: ".") }

  /// What stands between the brackets that close the title.
  private static func closingGroup(_ title: [UInt8]) -> Range<Int>? {
    guard let last = title.last else { return nil }
    let opening: UInt8
    switch last {
    case UInt8(ascii: "]"): opening = UInt8(ascii: "[")
    case UInt8(ascii: ")"): opening = UInt8(ascii: "(")
    default: return nil
    }
    var depth = 0
    for index in title.indices.reversed() {
      if title[index] == last { depth += 1 }
      if title[index] == opening { depth -= 1 }
      if depth == 0 { return (index + 1)..<(title.count - 1) }
    }
    return nil
  }

  /// Web of Science marks a correction by the place of what it corrects: "(vol 356, pg 123, 2000)".
  private static func isCorrection(_ words: FoldedWords) -> Bool {
    words.count >= 3 && words.text(0) == "vol" && words.contains(anyOf: placeWords)
  }

  private static func isNote(_ words: FoldedWords) -> Bool {
    guard !words.isEmpty, words.count <= 40 else { return words.isEmpty }
    if languages.contains(words, 0), words.count <= 3 { return true }
    if words.count == 2, words.text(1) == "refs" || words.text(1) == "references" { return true }
    if isReviewedVersion(words) { return true }
    let phrase = words.text
    return notes.contains(phrase)
      || openings.contains { phrase.hasPrefix($0) }
  }

  /// "version 2; peer review: 3 approved", as journals of open review have it. "Version 2" alone may be another edition.
  private static func isReviewedVersion(_ words: FoldedWords) -> Bool {
    words.count > 2 && words.text(0) == "version" && words.text(1).allSatisfy(\.isNumber)
      && ["peer", "referees", "approved", "awaiting", "not"].contains(words.text(2))
  }

  private static let notes: Set<String> = [
    "review", "review article", "comment", "see comment", "see comments", "letter", "editorial", "abstract",
    "structured abstract", "provisional abstract", "cochrane review", "electronic resource", "news", "note",
    "proceedings", "conference abstract", "meeting abstract", "withdrawn", "retracted", "retracted article",
    "reprint",
    "epub ahead of print", "in process citation", "author s transl", "authors transl", "corrected",
    "case report",
  ]

  private static let openings = [
    "erratum appears", "erratum in", "corrected and republished", "published erratum", "abstract no",
    "article in",
    "republished", "comment in", "summary for patients", "retraction in", "retracted by", "update of",
    "update in",
    "review with", "original in", "retracted article see",
  ]

  private static let placeWords = WordList("pg p art")

  static let languages = WordList(
    """
    chinese english russian spanish czech italian polish dutch ukrainian german french japanese slovak hungarian
    portuguese turkish norwegian danish swedish finnish korean hebrew persian greek romanian croatian serbian bulgarian
    slovenian arabic
    """)

  /// "Title. Chinese": a last sentence of one word that names a language.
  private static func withoutLanguage(_ title: [UInt8]) -> [UInt8] {
    guard let dot = title.lastIndex(of: UInt8(ascii: ".")), dot > 20 else { return title }
    let tail = FoldedWords(utf8: Array(title[dot...]))
    return tail.count == 1 && languages.contains(tail, 0) ? trimmed(title[..<dot]) : title
  }

  /// "WITHDRAWN: " and "RETRACTED: " before a title are a later state of the same work.
  private static func withoutFlag(_ title: [UInt8]) -> [UInt8] {
    guard
      let colon = title.prefix(24).firstIndex(where: { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") })
    else {
      return title
    }
    let flag = FoldedWords(utf8: Array(title[..<colon])).text
    return ["withdrawn", "retracted", "retracted article", "proceedings", "reprint"].contains(flag)
      ? trimmed(title[(colon + 1)...]) : title
  }
}

/// A title, made ready to be compared.
struct ComparedTitle: Sendable {
  /// All words.
  var words: FoldedWords
  /// The words that carry meaning: without articles, prepositions and the like.
  var content: FoldedWords
  /// Hashes of the words of ``content``, in their order.
  var hashes: [UInt64]
  /// The numbers in the title, in their order, Roman ones and small ones in words included.
  var numbers: [String]
  /// What the title says that its piece is.
  var kind: TitleKind
  /// The words up to the first mark that a subtitle follows; 0 where there is none.
  var mainCount: Int
  /// The title in another form, such as its translation in brackets.
  var other: [FoldedWords]

  /// Whether the title is one that many pieces bear: "Editorial", "Letters", "Annual report".
  var isGeneric: Bool {
    content.count < 3 || content.letters.count < 16
      || (content.count <= 4
        && (0..<content.count).contains { Self.genericWords.contains(content.text($0)) })
  }

  init(_ title: String?) {
    let bare = TitleNotes.bare(PlainMarkup.plain(title ?? ""))
    words = FoldedWords(utf8: bare.title)
    kind = bare.correctsAnother ? .notice : TitleKind(of: words)
    let kept = words
    content = kept.filter { !Self.stopWords.contains(StableHash.of(kept[$0])) }
    let carried = content
    hashes = (0..<carried.count).map { StableHash.of(carried[$0]) }
    numbers = Self.numbers(in: kept)
    mainCount = Self.mainCount(bare.title)
    other = bare.other.map { [FoldedWords(utf8: $0)] } ?? []
  }

  /// Where a subtitle begins: after the first colon, dash between spaces, question mark or full stop.
  private static func mainCount(_ title: [UInt8]) -> Int {
    for index in title.indices.dropLast() where title[index + 1] == 0x20 && index >= 12 {
      if ":.?!-;".utf8.contains(title[index]) { return FoldedWords(utf8: Array(title[..<index])).count }
    }
    return 0
  }

  private static let stopWords = Set(
    [
      "a", "an", "the", "in", "of", "on", "for", "from", "and", "or", "to", "by", "with", "as", "at", "is", "are", "do",
      "does", "its", "their", "der", "die", "das", "und", "la", "le", "les", "de", "des", "du", "et", "el", "los", "y",
    ].map { StableHash.of($0.utf8) })

  private static let genericWords: Set<String> = [
    "editorial", "editorials", "editor", "letter", "letters", "correspondence", "news", "introduction", "preface",
    "foreword", "abstracts", "abstract", "report", "reports", "review", "reviews", "issue", "comment", "commentary",
    "reply", "erratum", "correction", "corrigendum", "obituary", "announcement", "announcements", "contents",
    "proceedings", "meeting", "conference", "book", "program", "programme", "index", "viewpoint", "perspective",
    "discussion", "conclusion", "summary", "guest", "message", "president", "presidential", "highlights", "update",
  ]
}

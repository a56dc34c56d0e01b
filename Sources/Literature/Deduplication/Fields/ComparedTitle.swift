/// A title, made ready to be compared.
struct ComparedTitle: Sendable {
  /// All words.
  var words: FoldedWords
  /// The words that carry meaning: without articles, prepositions and the like.
  var content: FoldedWords
  /// Hashes of the words of ``content``, in their order.
  var hashes: [UInt64] { content.hashes }
  /// The places of the words in ``content``, in the order of their hashes, to find those that two titles share.
  var order: [Int]
  /// The numbers in the title, in their order, Roman ones and small ones in words included.
  var numbers: [String]
  /// What the title says that its piece is.
  var kind: TitleKind
  /// Whether the title says that it was cut: it ends in "...".
  var isCut: Bool
  /// The words up to the first mark that a subtitle follows; 0 where there is none.
  var mainCount: Int
  /// The title in another form, such as its translation in brackets.
  var other: [FoldedWords]

  /// Whether the title is one that many pieces bear: "Editorial", "Letters", "Annual report".
  var isGeneric: Bool {
    content.count < 3 || content.letters.count < 16
      || (content.count <= 4
        && content.contains(anyOf: Self.genericWords))
  }

  /// Whether it holds no more than words that many pieces bear, or such a word among few others.
  var saysOnlyWhatItIs: Bool {
    content.isEmpty || content.count <= 4 && content.contains(anyOf: Self.genericWords)
  }

  init(_ title: String?) {
    let bare = TitleNotes.bare(PlainMarkup.plain(title ?? ""))
    words = FoldedWords(utf8: bare.title)
    isCut = title.map { $0.hasSuffix("...") || $0.hasSuffix("…") } ?? false
    kind = bare.correctsAnother ? .notice : TitleKind(of: words)
    let all = words
    let carried = all.filter { !Self.stopWords.contains(all, $0) }
    content = carried
    order = (0..<carried.count).sorted { (carried.hashes[$0], $0) < (carried.hashes[$1], $1) }
    numbers = Self.numbers(in: all)
    mainCount = Self.mainCount(bare.title)
    other = bare.other.map { [FoldedWords(utf8: $0)] } ?? []
  }

  /// Where a subtitle begins: after the first colon, dash between spaces, question mark or full stop.
  private static func mainCount(_ title: [UInt8]) -> Int {
    for index in title.indices.dropLast() where title[index + 1] == 0x20 && index >= 12 {
      if ":.?;-!".utf8.contains(title[index]) { return FoldedWords(utf8: Array(title[..<index])).count }
    }
    return 0
  }

  private static let stopWords = WordList(
    """
    a an the in of on for from and or to by with as at is are do does its their der die das und la le les de des du et
    el los y
    """)

  private static let genericWords = WordList(
    """
    editorial editorials editor letter letters correspondence news introduction preface foreword abstracts abstract
    report reports review reviews issue comment commentary reply erratum correction corrigendum obituary announcement
    announcements contents proceedings meeting conference book program programme index viewpoint perspective discussion
    conclusion summary guest message president presidential highlights update
    """)
}

/// What a title says that its piece is, beside a work of its own: a notice about another work, a reply, a comment.
///
/// An erratum, a comment or a protocol carries the title of the work that it is about, and is another work.
enum TitleKind: UInt8, Sendable {
  case work, notice, reply, comment, protocolPlan

  /// What it is called in a reason.
  var name: String {
    switch self {
    case .work: "a work of its own"
    case .notice: "a notice (erratum, correction, retraction)"
    case .reply: "a reply"
    case .comment: "a comment"
    case .protocolPlan: "a protocol"
    }
  }

  /// Whether it is about a study of its own.
  var isPlanOrWork: Bool { self == .work || self == .protocolPlan }

  init(of words: FoldedWords) {
    self = .work
    // Nearly all titles hold none of these words, and are done with here.
    guard words.contains(anyOf: Self.tellingWords) else { return }
    let opening = words.words(0..<min(4, words.count)).text
    if Self.starts(opening, with: Self.notices) || Self.isAddressed(words) {
      self = .notice
    } else if Self.starts(opening, with: Self.replies) || Self.ends(words, with: Self.replyEndings) {
      self = .reply
    } else if Self.starts(opening, with: Self.comments) || Self.ends(words, with: Self.commentEndings) {
      self = .comment
    } else if words.contains(anyOf: Self.plans) {
      self = .protocolPlan
    }
  }

  private static let tellingWords = WordList(
    """
    erratum errata corrigendum corrigenda correction corrections addendum retraction expression notice publisher
    publishers author authors removal reply response re rejoinder comment comments commentary invited editorial letter
    discussion critique protocol protocols
    """)
  private static let replyEndings = WordList("reply rejoinder")
  private static let commentEndings = WordList("commentary comment")
  private static let noticeEndings = WordList("correction erratum corrigendum retraction")
  private static let plans = WordList("protocol protocols")

  private static let notices = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections to", "addendum",
    "retraction",
    "expression of concern", "notice of retraction", "publisher correction", "publishers note",
    "author correction",
    "removal notice",
  ]
  private static let replies = [
    "reply", "in reply", "authors reply", "author reply", "the authors reply", "authors response",
    "author response",
    "response to", "in response", "re ", "rejoinder",
  ]
  private static let comments = [
    "comment", "comments on", "commentary", "invited commentary", "invited comment", "editorial comment",
    "letter to",
    "discussion of", "critique of",
  ]

  /// Whole words only: "re " isn't the start of "rehabilitation", nor "correction" of "corrections".
  private static func starts(_ phrase: String, with openings: [String]) -> Bool {
    openings.contains { phrase == $0 || phrase.hasPrefix($0.hasSuffix(" ") ? $0 : $0 + " ") }
  }

  private static func ends(_ words: FoldedWords, with endings: WordList) -> Bool {
    words.count > 1 && endings.contains(words, words.count - 1)
  }

  /// "… : Correction", "Erratum to …" further on.
  private static func isAddressed(_ words: FoldedWords) -> Bool {
    if words.count > 4, noticeEndings.contains(words, words.count - 1) { return true }
    return (0..<max(0, words.count - 1)).contains { index in
      noticeEndings.contains(words, index) && words.text(index + 1) == "to"
        && words.text(index) != "correction"
    }
  }
}

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

  init(of words: FoldedWords) {
    let opening = (0..<min(4, words.count)).map(words.text)
    let phrase = opening.joined(separator: " ")
    if Self.starts(phrase, with: Self.notices) || Self.contains(words, first: "erratum", "corrigendum", then: "to") {
      self = .notice
    } else if Self.starts(phrase, with: Self.replies) || Self.ends(words, with: ["reply", "rejoinder"]) {
      self = .reply
    } else if Self.starts(phrase, with: Self.comments) || Self.ends(words, with: ["commentary", "comment"]) {
      self = .comment
    } else if (0..<words.count).contains(where: { ["protocol", "protocols"].contains(words.text($0)) }) {
      self = .protocolPlan
    } else {
      self = .work
    }
  }

  private static let notices = [
    "erratum", "errata", "corrigendum", "corrigenda", "correction", "corrections to", "addendum", "retraction",
    "expression of concern", "notice of retraction", "publisher correction", "publishers note", "author correction",
    "removal notice",
  ]
  private static let replies = [
    "reply", "in reply", "authors reply", "author reply", "the authors reply", "authors response", "author response",
    "response to", "in response", "re ", "rejoinder",
  ]
  private static let comments = [
    "comment", "comments on", "commentary", "invited commentary", "invited comment", "editorial comment", "letter to",
    "discussion of", "critique of",
  ]

  /// Whole words only: "re " isn't the start of "rehabilitation", nor "correction" of "corrections".
  private static func starts(_ phrase: String, with openings: [String]) -> Bool {
    openings.contains { phrase == $0 || phrase.hasPrefix($0.hasSuffix(" ") ? $0 : $0 + " ") }
  }

  private static func ends(_ words: FoldedWords, with endings: [String]) -> Bool {
    words.count > 1 && endings.contains(words.text(words.count - 1))
  }

  private static func contains(_ words: FoldedWords, first: String..., then next: String) -> Bool {
    guard words.count > 1 else { return false }
    return (0..<(words.count - 1)).contains { first.contains(words.text($0)) && words.text($0 + 1) == next }
  }
}

import Documents
internal import GRDB

/// Finds where words stand in a text.
struct PassageFinder {
  let database: Database
  let text: AddedText

  init(_ database: Database, _ text: AddedText) { (self.database, self.text) = (database, text) }

  /// Where words stand, and how alike they are there.
  struct Places {
    var positions: [PositionSelector]
    var likeness: TextMatcher.Likeness
    var hasMore: Bool
  }

  /// Refuses a place that is none of the text, or too long for a passage.
  ///
  /// - Throws: ``ReviewFault/refused(_:)``.
  static func requireFit(_ position: PositionSelector, in text: AddedText) throws(ReviewFault) {
    guard 0 <= position.start, position.start < position.end, position.end <= text.length else {
      throw .refused(
        "Text \(text.number) has \(ReviewTeller.grouped(text.length)) signs (code points): a passage starts at 0 or later "
          + "and ends behind its start, at \(text.length) or before.")
    }
    guard position.end - position.start <= Passage.mostLength else {
      throw .refused(
        "A passage has up to \(ReviewTeller.grouped(Passage.mostLength)) signs. Mark a shorter one, or several."
      )
    }
  }

  /// The places at which words stand: exactly, or else but for white space, hyphens, ligatures and quotation marks.
  func places(of words: String) throws -> Places {
    for likeness in [TextMatcher.Likeness.exact, .alike] {
      guard var matcher = TextMatcher(words, likeness) else { continue }
      try TextRows(database).each(of: text.number) { _, content in matcher.read(content) }
      guard matcher.places.isEmpty else {
        return Places(positions: matcher.places, likeness: likeness, hasMore: matcher.hasMore)
      }
    }
    return Places(positions: [], likeness: .exact, hasMore: false)
  }

  /// The one passage that a quotation names.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where it stands nowhere, or at several places that what is around them and the
  ///   page don't tell apart; the message lists them.
  func passage(quoting quote: QuoteSelector, page: String?) throws -> Passage {
    let rows = TextRows(database)
    guard quote.exact.unicodeScalars.count <= Passage.mostLength else {
      throw ReviewFault.refused(
        "A passage has up to \(ReviewTeller.grouped(Passage.mostLength)) signs. Mark a shorter one, or several."
      )
    }
    let found = try places(of: quote.exact)
    guard !found.positions.isEmpty else {
      throw ReviewFault.refused(
        "“\(quote.exact.shortened)” doesn't stand in text \(text.number). Copy the words from it: "
          + "realist review texts show FILE \(text.number)")
    }
    var left: [Passage] = []
    for position in found.positions {
      let passage = try rows.passage(at: position, in: text)
      let isOnPage = page.map { page in passage.page?.split(separator: "-").contains { $0 == page } ?? false }
      if isOnPage ?? true, PassageContext.fits(passage.quote, quote) { left.append(passage) }
    }
    guard left.count != 1 || found.hasMore else { return left[0] }
    throw ReviewFault.refused(Self.told(left, of: found, quote, text))
  }

  private static func told(
    _ left: [Passage], of found: Places, _ quote: QuoteSelector, _ text: AddedText
  ) -> String {
    let number = ReviewTeller.counted(found.positions.count, "place")
    guard !left.isEmpty else {
      return
        "“\(quote.exact.shortened)” stands at \(number) in text \(text.number), but at none with that page or what you "
        + "say stands around it."
    }
    let lines = left.prefix(10).map { passage in
      "\n  --from \(passage.position.start) --to \(passage.position.end)"
        + (passage.page.map { ", page \($0)" } ?? "")
        + ": …\(passage.quote.prefix)[\(passage.quote.exact.shortened)]\(passage.quote.suffix)…".onOneLine
        .onALine
    }
    let rest = left.count > 10 || found.hasMore ? "\n  and more" : ""
    return
      "“\(quote.exact.shortened)” stands at \(found.hasMore ? "more than \(number)" : number) in text \(text.number). Say "
      + "which: with --prefix or --suffix (what stands before or after it), --page, or by its place:"
      + lines.joined() + rest
  }

  /// Where a passage of another taking of the text stands in this one.
  func move(_ marked: MarkedPassage) throws -> PassageMove {
    let rows = TextRows(database)
    let found = try places(of: marked.passage.quote.exact)
    let candidates = try found.positions.map { try rows.passage(at: $0, in: text) }
    let scored = candidates.map { (PassageContext.shared($0.quote, marked.passage.quote), $0) }
    let best = scored.map(\.0).max() ?? 0
    let winners = scored.filter { $0.0 == best }.map(\.1)
    guard winners.count == 1, let winner = winners.first, !found.hasMore else {
      return PassageMove(passage: marked.act, finding: .lost, found: nil)
    }
    return PassageMove(
      passage: marked.act, finding: found.likeness == .exact ? .exact : .alike, found: winner)
  }
}

/// What stands around a passage, compared as passages are that aren't quoted sign by sign.
enum PassageContext {
  /// Whether what stands around a passage is what was said of it.
  static func fits(_ held: QuoteSelector, _ said: QuoteSelector) -> Bool {
    let (before, after) = (keys(held.prefix), keys(held.suffix))
    return ends(keys(said.prefix), before) && starts(keys(said.suffix), after)
  }

  /// Whether the nearer part of what is said stands there: people may say more than is kept.
  private static func ends(_ said: [Unicode.Scalar], _ held: [Unicode.Scalar]) -> Bool {
    let count = min(said.count, held.count)
    return (held.count >= said.count || count > 0) && said.suffix(count) == held.suffix(count)
  }

  private static func starts(_ said: [Unicode.Scalar], _ held: [Unicode.Scalar]) -> Bool {
    let count = min(said.count, held.count)
    return (held.count >= said.count || count > 0) && said.prefix(count) == held.prefix(count)
  }

  /// How many signs around two passages are the same.
  static func shared(_ one: QuoteSelector, _ other: QuoteSelector) -> Int {
    func common(_ one: some Sequence<Unicode.Scalar>, _ other: some Sequence<Unicode.Scalar>) -> Int {
      zip(one, other).prefix { $0 == $1 }.count
    }
    return common(keys(one.prefix).reversed(), keys(other.prefix).reversed())
      + common(keys(one.suffix), keys(other.suffix))
  }

  private static func keys(_ text: String) -> [Unicode.Scalar] {
    var keys = TextKeys(.alike)
    var found: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { keys.each(of: scalar) { found.append($0) } }
    return found
  }
}

internal import GRDB

/// A paragraph of a text in which something was found.
public struct TextHit: Sendable, Hashable {
  /// The text.
  public let text: AddedText
  /// Where the paragraph stands, in code points.
  public let paragraph: PositionSelector
  /// Where the first of what was looked for stands.
  public let start: Int
  /// The page; `nil` where the text has none.
  public let page: String?
  /// The words around it, what was found between ``openMark`` and ``closeMark``.
  public let snippet: String

  /// Stands before what was found.
  public static let openMark = "["
  /// Stands behind what was found.
  public static let closeMark = "]"
}

/// What was found in texts.
public struct TextFindings: Sendable, Hashable {
  /// In how many paragraphs.
  public let count: Int
  /// In how many texts.
  public let texts: Int
  /// Some of them.
  public let hits: [TextHit]
}

extension Review {
  /// The order of hits.
  public enum HitOrder: Sendable, Hashable {
    /// The best first (Okapi BM25, as SQLite's FTS5 has it).
    case best
    /// As they stand in the texts.
    case standing
  }

  /// Looks for words in the texts that weren't replaced. Words that must all be there have to stand in one paragraph.
  ///
  /// - Parameters:
  ///   - words: what is looked for.
  ///   - texts: in which texts; in all, where none are named.
  ///   - order: in which order.
  ///   - most: how many hits are listed at most.
  /// - Throws: ``ReviewFault/refused(_:)`` where the words name fields of records.
  public func findInTexts(
    _ words: SearchWords, in texts: [Int] = [], order: HitOrder = .best, most: Int = 20
  ) throws(ReviewFault) -> TextFindings {
    try read { database in
      let rules = ActRules(database)
      let material = try rules.material()
      for text in texts { try rules.requireText(text, material) }
      return try TextSearch(database, material, words, in: texts).findings(order, most: most)
    }
  }
}

/// A search in texts, within a transaction.
struct TextSearch {
  private let database: Database
  private let material: ReviewMaterial
  private let expression: String
  private let texts: String

  init(
    _ database: Database, _ material: ReviewMaterial, _ words: SearchWords, in texts: [Int] = []
  ) throws {
    guard !words.namesFields else {
      throw ReviewFault.refused(
        "title: and other fields are of records, and texts have none. Leave them out, or search the records: "
          + "realist review find FILE")
    }
    (self.database, self.material, self.expression) = (database, material, words.expression)
    let numbers = material.currentTexts.map(\.number).filter { texts.isEmpty || texts.contains($0) }
    // Numbers of our own: nothing that anybody typed.
    self.texts = numbers.map(String.init).joined(separator: ", ")
  }

  private static let matching =
    "text_words JOIN text_part ON text_part.id = text_words.rowid WHERE text_words MATCH ?"

  func findings(_ order: Review.HitOrder, most: Int) throws -> TextFindings {
    let counts = try Row.fetchOne(
      database,
      sql: "SELECT count(*), count(DISTINCT text) FROM \(Self.matching) AND text IN (\(texts))",
      arguments: [expression])
    return TextFindings(
      count: try counts?.decode(Int.self, atIndex: 0) ?? 0,
      texts: try counts?.decode(Int.self, atIndex: 1) ?? 0,
      hits: try hits(order, most: most))
  }

  /// The hits.
  func hits(_ order: Review.HitOrder, most: Int) throws -> [TextHit] {
    let ordered = order == .best ? "text_words.rank, text, start" : "text, start"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT text, start, text_part.content, highlight(text_words, 0, ?, ?),
          snippet(text_words, 0, ?, ?, '…', 24)
        FROM \(Self.matching) AND text IN (\(texts)) ORDER BY \(ordered) LIMIT ?
        """,
      arguments: [Self.mark, Self.mark, TextHit.openMark, TextHit.closeMark, expression, max(0, most)])
    var hits: [TextHit] = []
    while let row = try rows.next() {
      guard let text = material.text(try row.decode(Int.self, atIndex: 0)) else { continue }
      let start = try row.decode(Int.self, atIndex: 1)
      let content = try row.decode(String.self, atIndex: 2)
      let place = start + Self.firstMark(try row.decode(String.self, atIndex: 3), content)
      hits.append(
        TextHit(
          text: text, paragraph: PositionSelector(start: start, end: start + content.unicodeScalars.count),
          start: place, page: text.page(at: place), snippet: try row.decode(String.self, atIndex: 4).onALine))
    }
    return hits
  }

  /// A sign for private use (Unicode 23.5), which a text hardly ever has.
  private static let mark = "\u{F8F1}"

  /// How many code points stand before the first thing found; none, where a text has the mark itself.
  private static func firstMark(_ marked: String, _ content: String) -> Int {
    guard !content.unicodeScalars.contains("\u{F8F1}") else { return 0 }
    return marked.unicodeScalars.prefix { $0 != "\u{F8F1}" }.count
  }
}

internal import GRDB

/// What was found among the records.
public struct Findings: Sendable, Hashable {
  /// How many records there are.
  public let count: Int
  /// The best of them, best first.
  public let records: [RecordLine]
}

extension Review {
  /// Looks for words in titles, abstracts, authors, journals and keywords. Words are taken by their stems: “collaborating”
  /// finds “collaboration”. The best come first (Okapi BM25, as SQLite's FTS5 has it).
  ///
  /// - Parameters:
  ///   - words: what is looked for.
  ///   - most: how many are listed at most.
  /// - Throws: ``ReviewFault``.
  public func find(_ words: SearchWords, most: Int = 20) throws(ReviewFault) -> Findings {
    try read { database in
      let count = try Int.fetchOne(
        database, sql: "SELECT count(*) FROM record_text WHERE record_text MATCH ?",
        arguments: [words.expression])
      let best = try Int.fetchAll(
        database,
        sql: "SELECT rowid FROM record_text WHERE record_text MATCH ? ORDER BY rank, rowid LIMIT ?",
        arguments: [words.expression, max(0, most)])
      return Findings(count: count ?? 0, records: try RecordRows(database).lines(best))
    }
  }
}

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
  /// A word that at least half of all records hold has no weight in BM25. Records in which nothing else was found stand
  /// behind the others, in the order in which they came in.
  ///
  /// - Parameters:
  ///   - words: what is looked for.
  ///   - most: how many are listed at most.
  /// - Throws: ``ReviewFault``.
  public func find(_ words: SearchWords, most: Int = 20) throws(ReviewFault) -> Findings {
    try read { database in
      let search = RecordSearch(database)
      let count = try search.count(words.expression)
      let best = try search.best(of: words, count: count, most: max(0, most))
      return Findings(count: count, records: try RecordRows(database).lines(best))
    }
  }
}

/// A search among records, within a transaction.
private struct RecordSearch {
  /// To count a word takes time, too.
  private static let mostWeighed = 50

  private let database: Database

  init(_ database: Database) { self.database = database }

  /// In how many records something is found.
  func count(_ expression: String) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM record_text WHERE record_text MATCH ?", arguments: [expression])
      ?? 0
  }

  /// The best records. To weigh each of very many takes long, and is of no use where nothing has a weight.
  func best(of words: SearchWords, count: Int, most: Int) throws -> [Int] {
    let half = try Int.fetchOne(database, sql: "SELECT (max(id) + 1) / 2 FROM record") ?? 0
    guard count >= half, words.phrases.count <= Self.mostWeighed else {
      return try ranked(words.expression, most)
    }
    let weighing = try words.phrases.filter { try self.count($0) < half }
    guard weighing.count < words.phrases.count else { return try ranked(words.expression, most) }
    let any = weighing.joined(separator: " OR ")
    let best = weighing.isEmpty ? [] : try ranked("(\(words.expression)) AND (\(any))", most)
    guard best.count < most else { return best }
    let others = weighing.isEmpty ? words.expression : "(\(words.expression)) NOT (\(any))"
    return try best
      + Int.fetchAll(
        database, sql: "SELECT rowid FROM record_text WHERE record_text MATCH ? ORDER BY rowid LIMIT ?",
        arguments: [others, most - best.count])
  }

  private func ranked(_ expression: String, _ most: Int) throws -> [Int] {
    try Int.fetchAll(
      database, sql: "SELECT rowid FROM record_text WHERE record_text MATCH ? ORDER BY rank, rowid LIMIT ?",
      arguments: [expression, most])
  }
}

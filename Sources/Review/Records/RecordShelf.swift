internal import GRDB

/// Where records are put, one after another.
struct RecordShelf {
  private let insertion: Statement
  private let indexing: Statement
  private let file: Int
  /// The number of the next record.
  private(set) var next: Int

  init(_ database: Database, file: Int, next: Int) throws {
    insertion = try database.cachedStatement(
      sql:
        "INSERT INTO record (id, import, position, line, citation, title, content) VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    indexing = try database.cachedStatement(
      sql:
        "INSERT INTO record_text (rowid, title, abstract, authors, journal, keywords) VALUES (?, ?, ?, ?, ?, ?)"
    )
    (self.file, self.next) = (file, next)
  }

  /// Puts a record there.
  mutating func put(_ record: ShelvedRecord) throws {
    try insertion.execute(arguments: [
      next, file, record.position, record.line, record.citation, record.title, record.text,
    ])
    let searched = record.searched
    try indexing.execute(arguments: [
      next, searched.title, searched.abstract, searched.authors, searched.journal, searched.keywords,
    ])
    next += 1
  }
}

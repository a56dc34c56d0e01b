internal import GRDB
import Literature

/// Where records are put, one after another.
///
/// Records that are read are made ready by the other processors while the database takes in those before them.
struct RecordShelf {
  /// So many records, or so many bytes of abstracts and notes, are made ready at once.
  private static let most = (records: 512, bytes: 4 << 20)

  private let insertion: Statement
  private let indexing: Statement
  private let file: Int
  private var waiting: [Literature.Record] = []
  private var waitingBytes = 0
  private var underWay: ShelvingBatch?
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

  /// Takes a record in. It stands in the file when ``finish()`` has been called.
  mutating func add(_ record: Literature.Record) throws {
    waiting.append(record)
    waitingBytes += (record.abstract?.utf8.count ?? 0) + record.notes.reduce(0) { $0 + $1.utf8.count }
    if waiting.count >= Self.most.records || waitingBytes >= Self.most.bytes { try handOver() }
  }

  /// Puts what is still waiting into the file.
  mutating func finish() throws {
    try handOver()
    try handOver()
  }

  private mutating func handOver() throws {
    let before = underWay
    underWay = waiting.isEmpty ? nil : ShelvingBatch(waiting)
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
    for record in before?.records() ?? [] { try put(record) }
  }

  /// Puts a record there that is ready.
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

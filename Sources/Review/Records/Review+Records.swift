internal import GRDB
import Literature

extension Review {
  /// How many records were imported, duplicates among them.
  ///
  /// - Throws: ``ReviewFault``.
  public func recordCount() throws(ReviewFault) -> Int {
    try read { try Int.fetchOne($0, sql: "SELECT count(*) FROM record") ?? 0 }
  }

  /// A record, as it was read.
  ///
  /// - Parameter number: its number in the review.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none.
  public func record(_ number: Int) throws(ReviewFault) -> ReviewRecord {
    try read { database in
      try ActRules(database).requireRecord(number)
      guard let one = try RecordRows(database).records([number]).first else {
        throw ReviewFault.damaged(self.path)
      }
      return one
    }
  }

  /// Some records, as they were read, in the order of the numbers.
  ///
  /// - Throws: ``ReviewFault``.
  public func records(_ numbers: [Int]) throws(ReviewFault) -> [ReviewRecord] {
    try read { try RecordRows($0).records(numbers) }
  }

  /// Hands over every record in its order, one at a time.
  ///
  /// - Throws: ``ReviewFault``, or what `each` throws as one.
  func eachRecord(_ each: (ReviewRecord) throws -> Void) throws(ReviewFault) {
    try read { try RecordRows($0).each(each) }
  }

  /// Some records in a line each, in the order of the numbers.
  ///
  /// - Throws: ``ReviewFault``.
  public func lines(_ numbers: [Int]) throws(ReviewFault) -> [RecordLine] {
    try read { try RecordRows($0).lines(numbers) }
  }
}

/// The records, as they are read within a transaction.
struct RecordRows {
  let database: Database
  private let origins: ImportOrigins

  init(_ database: Database) { (self.database, origins) = (database, ImportOrigins(database)) }

  func records(_ numbers: [Int]) throws -> [ReviewRecord] {
    let statement = try database.cachedStatement(
      sql: "SELECT id, import, position, line, content FROM record WHERE id = ?")
    return try numbers.compactMap { number in
      try Row.fetchOne(statement, arguments: [number]).map(record)
    }
  }

  func each(_ body: (ReviewRecord) throws -> Void) throws {
    let rows = try Row.fetchCursor(
      database, sql: "SELECT id, import, position, line, content FROM record ORDER BY id")
    while let row = try rows.next() { try body(try record(row)) }
  }

  func lines(_ numbers: [Int]) throws -> [RecordLine] {
    let statement = try database.cachedStatement(sql: "SELECT id, citation, title FROM record WHERE id = ?")
    return try numbers.compactMap { number in
      try Row.fetchOne(statement, arguments: [number]).map { row in
        RecordLine(
          id: try row.decode(Int.self, atIndex: 0), citation: try row.decode(String.self, atIndex: 1),
          title: try row.decode(String.self, atIndex: 2))
      }
    }
  }

  private func record(_ row: Row) throws -> ReviewRecord {
    let file = try row.decode(Int.self, atIndex: 1)
    var record = try RecordScribe.record(of: try row.decode(String.self, atIndex: 4))
    record.origin = nil
    if let origin = try origins.file(of: file) {
      record.origin = RecordOrigin(
        file: origin.file, format: origin.format, line: try row.decode(Int.self, atIndex: 3),
        position: try row.decode(Int.self, atIndex: 2))
    }
    return ReviewRecord(id: try row.decode(Int.self, atIndex: 0), file: file, record: record)
  }
}

/// From which file and in which format imports were. Each is looked up once: its act holds the whole report of the file.
private final class ImportOrigins {
  private let log: ActLog
  private var known: [Int: ImportedFile] = [:]

  init(_ database: Database) { log = ActLog(database) }

  func file(of act: Int) throws -> ImportedFile? {
    if let known = known[act] { return known }
    guard case .imported(let file) = try log.act(act)?.act else { return nil }
    known[act] = file
    return file
  }
}

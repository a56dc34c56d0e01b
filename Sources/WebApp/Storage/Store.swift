import Foundation
internal import GRDB

/// The one SQLite file in which everything stands that people told. One type owns it; routes ask it in sentences.
///
/// What a call has returned is on the disk: the journal is written through (`synchronous = FULL`) before it returns, so
/// that neither a crash nor a power cut takes back what a person was told is saved.
final class Store: Sendable {
  /// Marks the file as one of ours: “real” in ASCII.
  static let applicationID: Int32 = 0x7265_616C

  let path: String
  let clock: @Sendable () -> Int
  let pool: DatabasePool

  /// Opens the file, or makes it, and brings an older one up to this version.
  ///
  /// - Throws: ``StoreFault``.
  init(path: String, clock: @escaping @Sendable () -> Int) throws(StoreFault) {
    self.path = path
    self.clock = clock
    do {
      try Self.makeOwn(path)
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      // The pool asks SQLite for less than that when it turns the journal on (`synchronous = NORMAL`), so it comes after.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try Self.checkIdentity(of: pool, path: path)
      try Self.migrator.migrate(pool)
    } catch {
      throw StoreFault(error, path: path)
    }
  }

  /// Closes the file; what is in the journal goes into it.
  func close() {
    pool.writeWithoutTransaction { database in _ = try? database.checkpoint(.truncate) }
    try? pool.close()
  }

  /// Makes the file, where it isn't there, so that nobody else may read what people tell; SQLite gives its journals the
  /// same rights.
  private static func makeOwn(_ path: String) throws {
    let descriptor = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    // A file that may only be read is opened so, and told when it is written to.
    if descriptor >= 0 { _ = Foundation.close(descriptor) }
  }

  private static var configuration: GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(5)
    configuration.maximumReaderCount = 4
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;")
    }
    return configuration
  }

  /// Refuses a file that isn't ours, and one that a newer version wrote.
  private static func checkIdentity(of pool: DatabasePool, path: String) throws {
    try pool.read { database in
      let identity = try Int32.fetchOne(database, sql: "PRAGMA application_id") ?? 0
      let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
      if tables > 0, identity != applicationID { throw StoreFault.foreign(path) }
      if try migrator.hasBeenSuperseded(database) { throw StoreFault.newer(path) }
    }
  }

  // MARK: Reading and writing

  func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    do { return try await pool.read(work) } catch { throw StoreFault.orOwn(error, path: path) }
  }

  /// Does some work wholly or not at all.
  func write<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
    do { return try await pool.write(work) } catch { throw StoreFault.orOwn(error, path: path) }
  }

  /// The key that form tokens are made with; made with the file.
  func secret() throws(StoreFault) -> [UInt8] {
    do {
      return try pool.read {
        try [UInt8](Foundation.Data.fetchOne($0, sql: "SELECT secret FROM site") ?? .init())
      }
    } catch {
      throw StoreFault(error, path: path)
    }
  }
}

import Foundation
internal import GRDB

/// A review in one file: protocol, searches, records, duplicates, screening, and the log of every act.
///
/// The log is the truth: all else follows from it and from the records as they were read. What a call has returned is on
/// the disk (the journal is written through), so neither a crash nor a power cut takes back what was acknowledged. Several
/// processes may use one file; each change is made on the state that it finds.
public final class Review: Sendable {
  static let applicationID = FileIdentity.review

  /// The file, as the person named it.
  public let path: String
  /// Whether it can only be read, since a newer version wrote it or the file is protected.
  public let isReadOnly: Bool
  private let isNewer: Bool
  let database: any DatabaseWriter
  let clock: @Sendable () -> String

  /// The time now, in UTC.
  public static let now: @Sendable () -> String = { Date.now.ISO8601Format() }

  /// Opens a review.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - patience: how many seconds to wait for another program that is writing.
  ///   - clock: gives the time of acts, in UTC after ISO 8601.
  /// - Throws: ``ReviewFault`` where there is none, or the file is something else; it is unchanged then.
  public convenience init(
    path: String, patience: Double = 10, clock: @escaping @Sendable () -> String = Review.now
  ) throws(ReviewFault) {
    try FileIdentity.check(path)
    do {
      var configuration = Self.configuration(patience: patience)
      configuration.readonly = true
      let probe = try DatabaseQueue(path: path, configuration: configuration)
      let isNewer = try probe.read { try Self.migrator.hasBeenSuperseded($0) }
      let isReadOnly = isNewer || access(path, W_OK) != 0
      try probe.close()
      configuration.readonly = isReadOnly
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      if !isReadOnly, try !queue.read({ try Self.migrator.hasCompletedMigrations($0) }) {
        try Self.migrator.migrate(queue)
      }
      self.init(queue, path: path, isReadOnly: isReadOnly, isNewer: isNewer, clock: clock)
    } catch {
      throw ReviewFault(error, path: path)
    }
  }

  private init(
    _ database: any DatabaseWriter, path: String, isReadOnly: Bool = false, isNewer: Bool = false,
    clock: @escaping @Sendable () -> String
  ) {
    (self.database, self.path, self.clock) = (database, path, clock)
    (self.isReadOnly, self.isNewer) = (isReadOnly, isNewer)
  }

  /// Makes a new review. The file appears under its name only when it is whole.
  ///
  /// - Parameters:
  ///   - path: the file; there must be none.
  ///   - title: the review's title.
  ///   - name: who begins it.
  ///   - clock: gives the time of acts.
  /// - Throws: ``ReviewFault`` where there is such a file, or it can't be made.
  public static func create(
    _ path: String, title: String, by name: String, clock: @escaping @Sendable () -> String = Review.now
  ) throws(ReviewFault) -> Review {
    try create(path, clock: clock) { review throws(ReviewFault) in
      try review.append(.began(Beginning(title: title)), by: name)
    }
  }

  /// Makes a new review, filled by some work before it gets its name.
  static func create(
    _ path: String, clock: @escaping @Sendable () -> String = Review.now,
    filled: (Review) throws(ReviewFault) -> Void
  ) throws(ReviewFault) -> Review {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .unopenable(path) }
    guard access(path, F_OK) != 0 else { throw .exists(path) }
    let target = URL(fileURLWithPath: path)
    let temporary = target.deletingLastPathComponent().appendingPathComponent(".realist-\(UUID().uuidString)")
      .path
    defer { for ending in ["", "-wal", "-shm"] { unlink(temporary + ending) } }
    do {
      let queue = try DatabaseQueue(path: temporary, configuration: configuration(patience: 10))
      try queue.writeWithoutTransaction { database in
        // A record has some 2 KB: of those, one alone would take a page of 4 KB.
        try database.execute(sql: "PRAGMA page_size = 8192")
        _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL")
      }
      try migrator.migrate(queue)
      let review = Review(queue, path: path, clock: clock)
      try filled(review)
      try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
      try queue.close()
    } catch {
      throw ReviewFault(error, path: path)
    }
    try name(temporary, path)
    return try Review(path: path, clock: clock)
  }

  /// Gives a whole file its name, unless another file has it by now.
  private static func name(_ temporary: String, _ path: String) throws(ReviewFault) {
    if link(temporary, path) == 0 { return }
    if errno == EEXIST { throw .exists(path) }
    // Some file systems have no second names.
    guard access(path, F_OK) != 0, rename(temporary, path) == 0 else { throw .unopenable(path) }
  }

  /// A review in memory, which is gone with the value.
  static func inMemory(clock: @escaping @Sendable () -> String = Review.now) throws(ReviewFault) -> Review {
    do {
      let queue = try DatabaseQueue(configuration: configuration(patience: 1))
      try migrator.migrate(queue)
      return Review(queue, path: "(in memory)", clock: clock)
    } catch {
      throw ReviewFault(error, path: "(in memory)")
    }
  }

  private static func configuration(patience: Double) -> GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.busyMode = .timeout(patience)
    configuration.prepareDatabase { database in
      // What a hostile file's schema may call is kept small; acknowledged is what is on the disk.
      try database.execute(
        sql: "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL;")
      // So much of the file may stay in memory, in KiB: an import touches the same pages again and again.
      try database.execute(sql: "PRAGMA cache_size = -65536")
    }
    return configuration
  }

  /// Closes the file; what is in the journal goes into it.
  public func close() { try? database.close() }

  // MARK: Reading and writing

  func read<Value>(_ work: (Database) throws -> Value) throws(ReviewFault) -> Value {
    do { return try database.read(work) } catch { throw ReviewFault(error, path: path) }
  }

  /// Does some work wholly or not at all, on a state that nobody else changes meanwhile.
  func write<Value>(_ work: (Database) throws -> Value) throws(ReviewFault) -> Value {
    if isNewer { throw .newer(path) }
    if isReadOnly { throw .readOnly(path) }
    do { return try database.write(work) } catch { throw ReviewFault(error, path: path) }
  }
}

import Foundation
internal import GRDB

/// Backups: of a database in use, and back again.
public enum StoreCopies {
  /// Copies a database into a new file while it may be in use, and checks the copy before it takes its name.
  ///
  /// - Parameters:
  ///   - path: the database.
  ///   - destination: the file to write; one that is there is replaced only by a whole one.
  /// - Throws: ``StoreFault``.
  public static func backUp(_ path: String, to destination: String) throws(StoreFault) {
    guard FileManager.default.fileExists(atPath: path) else { throw .unopenable(path) }
    try copy(path, to: destination)
  }

  /// Puts a backup in the place of a database. What stood there is kept beside it.
  ///
  /// - Parameters:
  ///   - backup: the backup.
  ///   - path: the database. No server may be using it.
  ///   - stamp: what the name of the kept one ends with.
  /// - Returns: where the database that stood there is kept; `nil` where there was none.
  /// - Throws: ``StoreFault`` when the backup is damaged, another program's, or a newer version's, or when the database is
  ///   in use; nothing is changed then.
  public static func restore(_ backup: String, to path: String, stamp: String) throws(StoreFault) -> String? {
    guard FileManager.default.fileExists(atPath: backup) else { throw .unopenable(backup) }
    let fresh = path + ".restoring"
    try copy(backup, to: fresh)
    do {
      guard FileManager.default.fileExists(atPath: path) else {
        try move(fresh, to: path)
        return nil
      }
      let kept = "\(path).before-\(stamp)"
      guard !FileManager.default.fileExists(atPath: kept) else { throw StoreFault.busy(kept) }
      try closeJournal(of: path)
      try move(path, to: kept)
      try move(fresh, to: path)
      return kept
    } catch {
      try? FileManager.default.removeItem(atPath: fresh)
      throw StoreFault(error, path: path)
    }
  }

  /// Brings what is in the journal into the file, so that the file alone is the whole database. A damaged file has nothing
  /// to bring in: it is kept as it is.
  private static func closeJournal(of path: String) throws {
    do {
      let queue = try DatabaseQueue(path: path)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;")
        _ = try database.checkpoint(.truncate)
      }
      try queue.close()
    } catch let error as DatabaseError
      where [.SQLITE_NOTADB, .SQLITE_CORRUPT].contains(error.resultCode)
    {}
    for ending in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + ending) {
      try FileManager.default.removeItem(atPath: path + ending)
    }
  }

  private static func copy(_ path: String, to destination: String) throws(StoreFault) {
    let temporary = destination + ".partial"
    try? FileManager.default.removeItem(atPath: temporary)
    do {
      var configuration = GRDB.Configuration()
      configuration.readonly = true
      configuration.busyMode = .timeout(5)
      let source = try DatabaseQueue(path: path, configuration: configuration)
      try check(source, path: path)
      let copy = try DatabaseQueue(path: temporary)
      try source.backup(to: copy)
      try copy.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = DELETE") }
      try check(copy, path: path)
      try copy.close()
      try source.close()
      try move(temporary, to: destination)
    } catch {
      try? FileManager.default.removeItem(atPath: temporary)
      throw StoreFault(error, path: path)
    }
  }

  /// Whether a file is whole, ours, and not newer than this program.
  private static func check(_ queue: DatabaseQueue, path: String) throws {
    try queue.read { database in
      guard try String.fetchAll(database, sql: "PRAGMA integrity_check") == ["ok"],
        try Row.fetchOne(database, sql: "PRAGMA foreign_key_check") == nil
      else { throw StoreFault.damaged(path) }
      guard try Int32.fetchOne(database, sql: "PRAGMA application_id") == Store.applicationID else {
        throw StoreFault.foreign(path)
      }
      if try Store.migrator.hasBeenSuperseded(database) { throw StoreFault.newer(path) }
    }
  }

  /// Gives a file the name of another in one step, and sees to it that both the file and its name are on the disk.
  private static func move(_ path: String, to destination: String) throws {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
    try handle.synchronize()
    try handle.close()
    guard rename(path, destination) == 0 else { throw StoreFault.unopenable(destination) }
    let folder = open(URL(fileURLWithPath: destination).deletingLastPathComponent().path, O_RDONLY)
    if folder >= 0 {
      fsync(folder)
      close(folder)
    }
  }
}

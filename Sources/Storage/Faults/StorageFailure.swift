internal import GRDB

/// What a failure of SQLite means to whoever keeps something in a file.
public enum StorageFailure: Sendable, Hashable {
  /// The file is no database, or a damaged one.
  case damaged
  /// The file is a database, and its tables or what stands in them aren't as they should be; with SQLite's code.
  case inconsistent(code: Int32)
  /// The file can't be opened.
  case unopenable
  /// The file may only be read.
  case readOnly
  /// There is no room on the disk.
  case full
  /// Another program keeps the file.
  case busy
  /// Anything else, with SQLite's code.
  case other(code: Int32)

  /// The failure behind an error; `nil` where it isn't SQLite's.
  public init?(_ error: any Error) {
    guard let error = error as? DatabaseError else { return nil }
    self =
      switch error.resultCode {
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .damaged
      case .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH:
        .inconsistent(code: error.resultCode.rawValue)
      case .SQLITE_CANTOPEN: .unopenable
      case .SQLITE_READONLY, .SQLITE_PERM: .readOnly
      case .SQLITE_FULL: .full
      // What is shared with other programs lies in a file of its own, which needs room as well.
      case .SQLITE_IOERR
      where [.SQLITE_IOERR_WRITE, .SQLITE_IOERR_SHMSIZE].contains(error.extendedResultCode):
        .full
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      default: .other(code: error.resultCode.rawValue)
      }
  }
}

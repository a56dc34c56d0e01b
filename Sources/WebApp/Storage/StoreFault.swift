import Storage

/// Why the database can't be used.
public enum StoreFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The file holds something else.
  case foreign(String)
  /// A newer version of the program wrote it.
  case newer(String)
  /// It is no database, or a damaged one.
  case damaged(String)
  /// It can't be opened.
  case unopenable(String)
  /// It may only be read.
  case readOnly(String)
  /// The disk is full.
  case full(String)
  /// Another program keeps it.
  case busy(String)
  /// Anything else, with SQLite's code.
  case other(String, code: Int32)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .foreign(let path):
      "\(path): this is a database of another program. Name another file with --database."
    case .newer(let path):
      "\(path): a newer version of realist wrote this. Use that version; this one leaves it as it is."
    case .damaged(let path):
      "\(path): this is no database, or a damaged one. Take the last backup: realist restore BACKUP."
    case .unopenable(let path):
      "\(path): this can't be opened. Check that the folder exists and that you may write in it."
    case .readOnly(let path): "\(path): this may only be read. Check that you may write to it."
    case .full(let path): "\(path): the disk is full. Make room, then try again; nothing was changed."
    case .busy(let path): "\(path): another program is using this. Close it, then try again."
    case .other(let path, let code):
      "\(path): the database failed (SQLite's code \(code)). Nothing was changed."
    }
  }

  /// What a fault of SQLite means to a person.
  init(_ error: any Error, path: String) {
    if let own = error as? StoreFault {
      self = own
      return
    }
    self =
      switch StorageFailure(error) {
      case nil, .unopenable: .unopenable(path)
      case .damaged: .damaged(path)
      case .readOnly: .readOnly(path)
      case .full: .full(path)
      case .busy: .busy(path)
      case .inconsistent(let code), .other(let code): .other(path, code: code)
      }
  }

  /// The fault of SQLite as one of ours; an error that isn't SQLite's stays what it is.
  static func orOwn(_ error: any Error, path: String) -> any Error {
    StorageFailure(error) == nil ? error : StoreFault(error, path: path)
  }

  /// Whether nothing can be written, while what is there can be read.
  var isWithoutRoom: Bool {
    switch self {
    case .full, .readOnly: true
    default: false
    }
  }

  /// What a page says of it.
  var pageError: PageError {
    switch self {
    case .full: .diskFull
    case .readOnly: .readOnly
    case .busy:
      PageError(
        503, "The database is busy", "Another program is using the file. Nothing was changed.",
        "Wait a little, then go back and try again.")
    default:
      PageError(
        500, "The database failed", "What you sent could not be saved, and nothing was changed.",
        "Stop the program, look at what it says when it starts, and take the last backup if it must be.")
    }
  }
}

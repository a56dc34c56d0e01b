import Storage

/// Why a review file can't be used, or why what was asked of it can't be done.
public enum ReviewFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case missing(String)
  /// There is a file where a new one should be made.
  case exists(String)
  /// The file holds something else.
  case foreign(String)
  /// It is a database of the web application.
  case webDatabase(String)
  /// A newer version of the program wrote it, so that it may only be read.
  case newer(String)
  /// It is no database, or a damaged one.
  case damaged(String)
  /// It can't be opened.
  case unopenable(String)
  /// It may only be read.
  case readOnly(String)
  /// The disk is full.
  case full(String)
  /// Another program is writing to it.
  case busy(String)
  /// The database failed in another way, with SQLite's code.
  case failed(String, code: Int32)
  /// What was asked can't be done, in words that say what is wrong and what to do. Nothing was changed.
  case refused(String)

  /// What is wrong, and what to do.
  public var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no such review. Check the path, or begin one: realist review new \(path)"
    case .exists(let path):
      "\(path): there is a file of this name already. Name another; nothing was changed."
    case .foreign(let path): "\(path): this is no review file. Name a file that realist review new has made."
    case .webDatabase(let path):
      "\(path): this is the database of the web application, no review file. Open it with: realist serve"
    case .newer(let path):
      "\(path): a newer version of realist wrote this, so that it is only read here. Use that version to change it."
    case .damaged(let path):
      "\(path): this is no review file, or a damaged one. Take the last archive: realist review restore ARCHIVE NEW"
    case .unopenable(let path):
      "\(path): this can't be opened. Check that the folder exists and that you may write in it."
    case .readOnly(let path): "\(path): this may only be read. Check that you may write to it."
    case .full(let path): "\(path): the disk is full. Make room, then try again; nothing was changed."
    case .busy(let path):
      "\(path): another program is writing to this, such as an import. Wait until it is done, then try again; "
        + "nothing was changed."
    case .failed(let path, let code):
      "\(path): the database failed (SQLite's code \(code)). Nothing was changed."
    case .refused(let words): words
    }
  }

  /// Whether it isn't the doing of whoever asked: the disk, or another program.
  public var isNobodysDoing: Bool {
    switch self {
    case .full, .busy, .failed: true
    default: false
    }
  }

  /// What a fault of SQLite, or of reading what it holds, means to a person.
  init(_ error: any Error, path: String) {
    if let own = error as? ReviewFault {
      self = own
      return
    }
    self =
      switch StorageFailure(error) {
      // Not SQLite's: a value of another kind than the table's, or a text that is none of an act.
      case nil, .damaged, .inconsistent: .damaged(path)
      case .unopenable: .unopenable(path)
      case .readOnly: .readOnly(path)
      case .full: .full(path)
      case .busy: .busy(path)
      case .other(let code): .failed(path, code: code)
      }
  }
}

import Foundation

/// What a file says of itself in its first bytes, looked at before any database library touches it: to open a file can
/// change it.
enum FileIdentity {
  /// Marks the file as a review: “rlrv” in ASCII.
  static let review: UInt32 = 0x726C_7276
  /// The mark of the web application's database: “real”.
  static let web: UInt32 = 0x7265_616C

  /// Refuses whatever is no review file.
  ///
  /// - Throws: ``ReviewFault``.
  static func check(_ path: String) throws(ReviewFault) {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missing(path) }
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw errno == ENOENT || errno == ENOTDIR ? .missing(path) : .unopenable(path)
    }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .foreign(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw .unopenable(path) }
    defer { try? handle.close() }
    let head: [UInt8]
    do { head = Array(try handle.read(upToCount: 100) ?? .init()) } catch { throw .unopenable(path) }
    guard head.starts(with: Array("SQLite format 3\0".utf8)) else { throw .foreign(path) }
    guard head.count == 100 else { throw .damaged(path) }
    // SQLite's file format, section 1.3: the application id stands at offset 68, its first byte highest.
    switch head[68..<72].reduce(0, { $0 << 8 | UInt32($1) }) {
    case review: return
    case web: throw .webDatabase(path)
    default: throw .foreign(path)
    }
  }
}

import Bibliography
import Crypto
import Foundation
internal import GRDB
public import Literature

/// A file of records that is to come in.
public struct ImportOrder: Sendable, Hashable {
  /// The file.
  public var path: String
  /// Its format, where a person says which; else it is told by the content.
  public var format: RecordFormat?
  /// By which way the records were found; that of the search, where one is named.
  public var wave: Wave?
  /// The source in words; that of the search, or the file's name, where none is given.
  public var source: String?
  /// The act that notes the search.
  public var search: Int?
  /// Where the records come in.
  public var entering: FlowPlace
  /// Whether a file that was imported before comes in once more.
  public var again: Bool

  /// An order.
  public init(
    path: String, format: RecordFormat? = nil, wave: Wave? = nil, source: String? = nil, search: Int? = nil,
    entering: FlowPlace = .stage(.titleAndAbstract), again: Bool = false
  ) {
    (self.path, self.format, self.wave, self.source) = (path, format, wave, source)
    (self.search, self.entering, self.again) = (search, entering, again)
  }
}

extension Review {
  /// Brings in all records of a file, or none.
  ///
  /// The file is read record by record in one transaction, in memory that doesn't grow with it.
  ///
  /// - Parameters:
  ///   - order: the file, and what is said of it.
  ///   - name: who brings it in.
  /// - Returns: the act, whose content holds what became of everything in the file.
  /// - Throws: `RecordFileError` where the file can't be used, ``ReviewFault`` where it was imported before or can't be
  ///   written. Nothing is changed then.
  public func importRecords(_ order: ImportOrder, by name: String) throws -> LoggedAct {
    let name = try Self.checked(name)
    // A hostile file is read to its end, and refused, before the database is held up for others.
    let checksum = try Self.checksum(of: order.path)
    let unreadable = Box<RecordFileError>()
    do {
      return try write { database in
        do {
          return try self.importRecords(order, checksum: checksum, by: name, database)
        } catch let error as RecordFileError {
          unreadable.value = error
          throw error
        }
      }
    } catch {
      if let reason = unreadable.value { throw reason }
      throw error
    }
  }

  private func importRecords(
    _ order: ImportOrder, checksum: String, by name: String, _ database: Database
  ) throws -> LoggedAct {
    let number = try Self.nextNumber(database)
    try Self.refuseRepeated(order, checksum, database)
    let search = try Self.search(of: order, database)
    let first = try Self.following(Int.fetchOne(database, sql: "SELECT max(id) FROM record"))
    var shelf = try RecordShelf(database, file: number, next: first)
    let report = try RecordDelivery.read(RecordFile(format: order.format), path: order.path) {
      try shelf.put($0)
    }
    let file = URL(fileURLWithPath: order.path).lastPathComponent
    let content = ImportedFile(
      file: file, format: report.format, checksum: checksum, first: first, count: shelf.next - first,
      wave: order.wave ?? search?.wave ?? .database, source: order.source ?? search?.source ?? file,
      search: order.search, entering: order.entering, report: report)
    let logged = LoggedAct(number: number, at: clock(), by: name, act: .imported(content))
    try ActRules(database).check(logged)
    try Self.insert(logged, into: database)
    return logged
  }

  private static func refuseRepeated(_ order: ImportOrder, _ checksum: String, _ database: Database) throws {
    guard !order.again,
      let before = try Int.fetchOne(
        database, sql: "SELECT act FROM imported WHERE checksum = ? ORDER BY act LIMIT 1",
        arguments: [checksum])
    else { return }
    throw ReviewFault.refused(
      "\(order.path): this file was imported before, byte for byte, by act \(before). To bring its records in once more: "
        + "--again")
  }

  private static func search(of order: ImportOrder, _ database: Database) throws -> Search? {
    guard let number = order.search else { return nil }
    guard case .searchNoted(let search) = try ActLog(database).act(number)?.act else {
      throw ReviewFault.refused(
        "--search \(number): act \(number) is no search. See them: realist review log FILE --kind search-noted"
      )
    }
    return search
  }

  /// SHA-256 of a file's bytes.
  private static func checksum(of path: String) throws -> String {
    // Says what is wrong with a path, as for every other file of records.
    _ = try ByteSource(path: path)
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw ReviewFault.refused(
        "\(path): records come from an ordinary file, which can be read twice. Save it first.")
    }
    guard let handle = FileHandle(forReadingAtPath: path) else { throw RecordFileError(path, .notAllowed) }
    defer { try? handle.close() }
    var hash = SHA256()
    do {
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty { hash.update(data: piece) }
    } catch {
      throw RecordFileError(path, .unreadable)
    }
    return TextChecksum.digits(of: hash.finalize())
  }
}

/// Carries an error past a function that has only its own.
private final class Box<Value> {
  var value: Value?
}

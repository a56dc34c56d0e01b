import Documents
import Foundation
internal import GRDB
import Reporting

extension Review {
  /// Writes all of the review into a zip of open formats, from which ``restore(_:to:clock:)`` makes the same file again.
  ///
  /// The same review gives the same bytes.
  ///
  /// - Parameter destination: the zip; one that is there is replaced only by a whole one.
  /// - Returns: how many acts and records it holds.
  /// - Throws: ``ReviewFault``.
  @discardableResult
  public func archive(to destination: String) throws(ReviewFault) -> (acts: Int, records: Int) {
    let target = URL(fileURLWithPath: destination).resolvingSymlinksInPath()
    let temporary = target.deletingLastPathComponent().appendingPathComponent(".realist-\(UUID().uuidString)")
      .path
    defer { unlink(temporary) }
    guard FileManager.default.createFile(atPath: temporary, contents: nil),
      let handle = FileHandle(forUpdatingAtPath: temporary)
    else { throw .unopenable(destination) }
    let counts: (acts: Int, records: Int)
    do {
      // One look at the file, so that what others do meanwhile is in no part of it.
      counts = try database.read { try Archiving(database: $0, writer: ZipWriter(handle)).write() }
      try handle.synchronize()
      try handle.close()
    } catch ZipWriter.Fault.tooLarge {
      throw .refused("\(destination): the review is larger than 4 GB, which this form of zip can't hold.")
    } catch ZipWriter.Fault.unwritable {
      throw .full(destination)
    } catch {
      throw ReviewFault(error, path: path)
    }
    guard rename(temporary, target.path) == 0 else { throw .unopenable(destination) }
    return counts
  }
}

/// The writing of an archive.
private struct Archiving {
  let database: Database
  var writer: ZipWriter

  init(database: Database, writer: ZipWriter) { (self.database, self.writer) = (database, writer) }

  func write() throws -> (acts: Int, records: Int) {
    var writer = writer
    let acts = try Review.nextNumber(database) - 1
    let records = try Int.fetchOne(database, sql: "SELECT count(*) FROM record") ?? 0
    try writer.add(ArchiveForm.readme) { try $0(Array(ArchiveForm.explanation.utf8)) }
    let description = ArchiveForm.Description(format: ArchiveForm.format, acts: acts, records: records)
    try writer.add(ArchiveForm.description) { try $0(Array((try RecordJSON.text(description) + "\n").utf8)) }
    try writer.add(ArchiveForm.acts) { put in
      for number in stride(from: 1, through: acts, by: 1) {
        guard let logged = try ActLog(database).act(number) else { continue }
        try put(Array((try RecordJSON.text(logged, isPretty: false) + "\n").utf8))
      }
    }
    try writer.add(ArchiveForm.records, fill: putRecords)
    try writer.add(ArchiveForm.places, fill: putPlaces)
    try writer.add(ArchiveForm.screening, fill: putScreening)
    if case .protocolSet(let change) = try ActLog(database).last(.protocolSet)?.act {
      try writer.add(ArchiveForm.plan) { try $0(Array(ProtocolDocument.write(change.document).text.utf8)) }
    }
    // A tool for zips shows them in the order of their numbers.
    for text in try ActRules(database).material().texts {
      try writer.add(ArchiveForm.text(text.number)) { put in
        try TextRows(database).each(of: text.number) { try put(Array($1.utf8)) }
      }
    }
    try writer.finish()
    return (acts, records)
  }

  private func putRecords(_ put: ([UInt8]) throws -> Void) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT content FROM record ORDER BY id")
    var before = "[\n  "
    while let row = try rows.next() {
      try put(Array((before + (try row.decode(String.self, atIndex: 0))).utf8))
      before = ",\n  "
    }
    try put(Array((before == "[\n  " ? "[]\n" : "\n]\n").utf8))
  }

  private func putPlaces(_ put: ([UInt8]) throws -> Void) throws {
    try put(Array((ArchiveForm.placesHead + "\r\n").utf8))
    let rows = try Row.fetchCursor(database, sql: "SELECT id, import, position, line FROM record ORDER BY id")
    while let row = try rows.next() {
      let numbers = try (0..<4).map { String(try row.decode(Int.self, atIndex: $0)) }
      try put(Array((numbers.joined(separator: ",") + "\r\n").utf8))
    }
  }

  private func putScreening(_ put: ([UInt8]) throws -> Void) throws {
    let table = try ScreeningTable(database)
    let rows = try Row.fetchCursor(database, sql: "SELECT id, citation, title FROM record ORDER BY id")
    var lines: [[Cell]] = []
    while let row = try rows.next() {
      let id = try row.decode(Int.self, atIndex: 0)
      let work = table.work(of: id)
      let place = work == id ? table.work(id).map { table.place(of: $0).told } : "duplicate of \(work)"
      lines.append([
        Cell(String(id)), Cell(try row.decode(String.self, atIndex: 1)),
        Cell(try row.decode(String.self, atIndex: 2)), Cell(place ?? ""),
      ])
    }
    let told = Table(caption: "", columns: ["record", "citation", "title", "stands"], rows: lines)
    try put(Array(CSVRenderer().render(told).utf8))
  }
}

extension WorkPlace {
  /// Where a work stands, in a few words.
  public var told: String {
    switch self {
    case .awaiting(let stage): "awaiting a decision at \(stage.name)"
    case .conflict(let stage): "conflict at \(stage.name)"
    case .excluded(let stage, let reason): "excluded at \(stage.name)" + (reason.map { ": \($0.told)" } ?? "")
    case .included: "included"
    }
  }
}

extension ExclusionReason {
  /// The reason with its code: “E1, relates to staff and patients”.
  public var told: String { code.map { $0 == Self.notRetrieved.code ? words : "\($0), \(words)" } ?? words }
}

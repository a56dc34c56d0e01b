import Foundation
internal import GRDB
import Literature
import Reporting

extension Review {
  /// Makes a review out of an archive.
  ///
  /// - Parameters:
  ///   - archive: the zip, as ``archive(to:)`` writes it, or packed again without compression.
  ///   - path: the file to make; there must be none.
  ///   - clock: gives the time of later acts.
  /// - Throws: ``ReviewFault`` where the archive isn't whole, or the file can't be made. Nothing is written then.
  public static func restore(
    _ archive: String, to path: String, clock: @escaping @Sendable () -> String = Review.now
  ) throws(ReviewFault) -> Review {
    guard access(path, F_OK) != 0 else { throw .exists(path) }
    guard let scratch = try? PrivateFolder() else {
      throw .unopenable(FileManager.default.temporaryDirectory.path)
    }
    defer { scratch.remove() }
    let opened: OpenedArchive
    do {
      opened = try OpenedArchive(archive, scratch: scratch)
    } catch let fault as ZipReader.Fault {
      throw .refused("\(archive): \(fault.words)")
    } catch let fault as ReviewFault {
      throw fault
    } catch {
      throw .refused("\(archive): it can't be unpacked, since it can't be read to its end.")
    }
    return try create(path, clock: clock) { review throws(ReviewFault) in
      do throws(ReviewFault) {
        try review.write { try opened.fill($0) }
      } catch let fault where !fault.isNobodysDoing {
        throw .refused("\(archive): the archive isn't whole: its acts and records don't belong together.")
      }
    }
  }
}

/// An archive whose parts have been unpacked and whose checksums are right.
private struct OpenedArchive {
  /// As many bytes of one part as are unpacked.
  private static let most: UInt64 = 1 << 32
  private let acts: URL
  private let records: URL
  private let places: URL
  private let description: ArchiveForm.Description
  private let zip: ZipReader

  init(_ path: String, scratch: PrivateFolder) throws {
    let zip = try ZipReader(path: path)
    var bytes: [UInt8] = []
    try zip.read(ArchiveForm.description, atMost: 1 << 16) { bytes += $0 }
    guard
      let description = try? JSONDecoder().decode(ArchiveForm.Description.self, from: Foundation.Data(bytes))
    else { throw ZipReader.notWhole("\(ArchiveForm.description) can't be read") }
    guard description.format == ArchiveForm.format else {
      throw ZipReader.Fault(
        "this is no archive of a review that this version of realist reads (\(ArchiveForm.format)).")
    }
    (self.description, self.zip) = (description, zip)
    (acts, records, places) = (scratch.file("acts"), scratch.file("records"), scratch.file("places"))
    for (name, file) in [
      (ArchiveForm.acts, acts), (ArchiveForm.records, records), (ArchiveForm.places, places),
    ] {
      try Self.unpack(name, of: zip, to: file)
    }
  }

  private static func unpack(_ name: String, of zip: ZipReader, to file: URL) throws {
    // What fails here is a disk without room: the folder was made a moment ago.
    func writing(_ work: () throws -> Void) throws {
      do { try work() } catch { throw ReviewFault.full(file.deletingLastPathComponent().path) }
    }
    guard FileManager.default.createFile(atPath: file.path, contents: nil),
      let handle = FileHandle(forWritingAtPath: file.path)
    else { throw ReviewFault.full(file.deletingLastPathComponent().path) }
    try zip.read(name, atMost: Self.most) { bytes in
      try writing { try handle.write(contentsOf: Foundation.Data(bytes)) }
    }
    try writing { try handle.close() }
  }

  private struct Unfit: Error {}

  /// Does the acts again, in an empty review.
  func fill(_ database: Database) throws {
    try fillRecords(database)
    var (count, texts) = (0, 0)
    var lines = try FileLines(acts)
    while let line = try lines.next() {
      let logged = try JSONDecoder().decode(LoggedAct.self, from: Foundation.Data(line))
      if let text = logged.act.broughtText {
        texts += 1
        try fill(text, number: texts, act: logged.number, database)
      }
      try Review.insert(logged, into: database)
      if case .imported(let file) = logged.act { try check(file, act: logged.number, database) }
      count += 1
    }
    guard count == description.acts, count > 0 else { throw Unfit() }
    guard zip.names.count(where: { $0.hasPrefix("texts/") }) == texts else { throw Unfit() }
    let unknown = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM record WHERE import NOT IN (SELECT act FROM imported)")
    guard unknown == 0 else { throw Unfit() }
  }

  /// Puts the words of a text there, where they are those that the act says.
  private func fill(_ text: AddedText, number: Int, act: Int, _ database: Database) throws {
    var bytes: [UInt8] = []
    try zip.read(ArchiveForm.text(number), atMost: UInt64(ExtractedText.mostBytes)) { bytes += $0 }
    guard text.number == number, let words = String(validating: bytes, as: UTF8.self),
      TextChecksum.of(bytes) == text.checksum, words.unicodeScalars.count == text.length
    else { throw Unfit() }
    try TextRows(database).put(words, number: number, act: act)
  }

  private func fillRecords(_ database: Database) throws {
    var lines = try FileLines(places)
    guard let head = try lines.next(), String(decoding: head, as: UTF8.self) == ArchiveForm.placesHead else {
      throw Unfit()
    }
    var scribe = RecordScribe()
    var count = 0
    if description.records > 0 {
      let report = try RecordFile(format: .cslJSON).read(path: records.path) { record in
        count += 1
        guard let line = try lines.next() else { throw Unfit() }
        let numbers = String(decoding: line, as: UTF8.self).split(separator: ",").map { Int($0) }
        guard numbers.count == 4, numbers[0] == count, let file = numbers[1], let position = numbers[2],
          let place = numbers[3]
        else { throw Unfit() }
        var shelf = try RecordShelf(database, file: file, next: count)
        try shelf.put(
          ShelvedRecord(record, text: scribe.text(of: record), position: position, line: place))
      }
      guard report.refusedRecords == 0 else { throw Unfit() }
    }
    guard count == description.records, try lines.next() == nil else { throw Unfit() }
  }

  /// Whether an import brought the records that it says.
  private func check(_ file: ImportedFile, act: Int, _ database: Database) throws {
    let range = file.records
    let held = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM record WHERE import = ? AND id >= ? AND id < ?",
      arguments: [act, range.lowerBound, range.upperBound])
    let all = try Int.fetchOne(
      database, sql: "SELECT count(*) FROM record WHERE import = ?", arguments: [act])
    guard held == range.count, all == held else { throw Unfit() }
  }
}

/// The lines of a file, one after another, in memory that holds one at a time. Line ends are LF, or CR and LF.
private struct FileLines {
  /// The longest line: the report of an import may have some thousands of entries.
  private static let longest = 64 << 20
  private let handle: FileHandle
  private var held: [UInt8] = []
  private var start = 0
  private var isAtEnd = false

  private struct TooLong: Error {}

  init(_ file: URL) throws { handle = try FileHandle(forReadingFrom: file) }

  mutating func next() throws -> [UInt8]? {
    var looked = start
    while true {
      if let end = held[looked...].firstIndex(of: 0x0A) {
        defer { start = end + 1 }
        return Array(held[start..<end].last == 0x0D ? held[start..<(end - 1)] : held[start..<end])
      }
      guard !isAtEnd else {
        defer { start = held.count }
        return start < held.count ? Array(held[start...]) : nil
      }
      held.removeFirst(start)
      start = 0
      looked = held.count
      guard held.count <= Self.longest else { throw TooLong() }
      let piece = try handle.read(upToCount: 1 << 18) ?? .init()
      isAtEnd = piece.isEmpty
      held += piece
    }
  }
}

/// Why a file gave no records at all.
public struct RecordFileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The reasons.
  public enum Reason: Hashable, Sendable {
    case missing, folder, notAllowed, unreadable, empty, unknownFormat
    case binary(BinaryKind)
    /// The content has the format, or was said to have it, and no record begins in it.
    case noRecords(RecordFormat)
    /// The format is known, and can't be read.
    case noReader(RecordFormat)
    /// What is wrong, and what to do, in a reader's own words; with the line.
    case refused(String, line: Int?)
  }

  /// The file, as the reader was told to call it.
  public let file: String
  /// Why it gave none.
  public let reason: Reason

  /// The error of this file.
  public init(_ file: String, _ reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// What is wrong, where, and what to do.
  public var description: String {
    let place: String
    if case .refused(_, let line?) = reason { place = "\(file):\(line)" } else { place = file }
    return "\(place): \(told)"
  }

  private var told: String {
    switch reason {
    case .missing: "there is no such file. Check the path."
    case .folder: "this is a folder. Name the files in it."
    case .notAllowed: "you may not read this file. Check its permissions."
    case .unreadable: "the file can't be read to its end. Check the disk or the network."
    case .empty: "the file is empty. Export it again."
    case .unknownFormat:
      "this is in no format of records that realist knows. Export it as RIS, or say which format it has, with "
        + "--input-format: " + RecordFormat.allCases.map(\.word).joined(separator: ", ") + "."
    case .binary(let kind): kind.told
    case .noRecords(let format):
      "no record begins in it, read as \(format.name). Check that the export is complete, or say which format it "
        + "has, with --input-format."
    case .noReader(let format): "\(format.name) can't be read. Export it as RIS."
    case .refused(let told, _): told
    }
  }
}

/// Kinds of file that hold no text.
public enum BinaryKind: String, Hashable, Sendable {
  case workbook, pdf, compressed, database, other

  /// The kind of a file that begins so; `nil` for text.
  init?(of head: ArraySlice<UInt8>) {
    func begins(_ bytes: [UInt8]) -> Bool { head.starts(with: bytes) }
    if begins([0x50, 0x4B, 0x03, 0x04]) {
      self = .workbook
    } else if begins(Array("%PDF-".utf8)) {
      self = .pdf
    } else if begins([0x1F, 0x8B]) || begins(Array("BZh".utf8)) || begins([0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
      self = .compressed
    } else if begins(Array("SQLite format 3\0".utf8)) {
      self = .database
    } else {
      return nil
    }
  }

  var told: String {
    switch self {
    case .workbook:
      "this is a workbook or another zipped file, no text. Save the table as CSV (UTF-8), or unpack the file."
    case .pdf: "this is a PDF, no list of records. Export the records from where you found them, as RIS."
    case .compressed: "this file is compressed. Unpack it first."
    case .database: "this is a database, no export. Export the records as RIS."
    case .other: "this file holds bytes that are no text. Export the records as RIS or CSV."
    }
  }
}

import Bibliography
public import Literature

/// How a record stands in the file: as CSL-JSON with everything that CSL has no field for beside it
/// (`Literature.RecordCarrier`), so that it comes out as it was read.
struct RecordScribe {
  private var writer = CSLRecordWriter()
  private var bytes: [UInt8] = []

  /// The text of a record.
  mutating func text(of record: Record) -> String {
    bytes.removeAll(keepingCapacity: true)
    writer.write(record, to: &bytes)
    // The writer parts the elements of a list and indents them; here each stands alone.
    return String(decoding: bytes.drop { $0 != UInt8(ascii: "{") }, as: UTF8.self)
  }

  /// The record of a text.
  ///
  /// - Throws: `NoRecord` where it isn't one.
  static func record(of text: String) throws -> Record {
    var found: Record?
    _ = try RecordFile(format: .cslJSON).read(bytes: Array("[\(text)]".utf8), named: "record", chunk: .max) {
      found = found ?? $0
    }
    guard let found else { throw NoRecord() }
    return found
  }

  struct NoRecord: Error {}
}

/// The words of a record that are searched.
struct SearchedText {
  let title: String
  let abstract: String
  let authors: String
  let journal: String
  let keywords: String

  init(of record: Record) {
    let reference = record.reference
    title = reference.title ?? ""
    abstract = record.abstract ?? ""
    authors = (reference.authors + reference.editors).map(\.listForm).joined(separator: "; ")
    journal = [reference.containerTitle, Self.shortTitle(of: reference)].compactMap(\.self)
      .joined(separator: "; ")
    keywords = record.keywords.joined(separator: "; ")
  }

  private static func shortTitle(of reference: Reference) -> String? {
    if case .string(let text) = reference.otherField("container-title-short") { text } else { nil }
  }
}

/// A record of the review.
public struct ReviewRecord: Sendable, Hashable, Identifiable {
  /// Its number in the review, from 1.
  public let id: Int
  /// The act that brought it.
  public let file: Int
  /// The record as it was read.
  public let record: Record
}

/// A record in a line: enough to know it by.
public struct RecordLine: Sendable, Hashable, Identifiable {
  /// Its number in the review, from 1.
  public let id: Int
  /// Who and when: “Aunger et al. 2021”.
  public let citation: String
  /// The title; empty where it has none.
  public let title: String
}

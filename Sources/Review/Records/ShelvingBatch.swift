import Bibliography
import Dispatch
import Literature
import Synchronization

/// A record as it goes into the file.
struct ShelvedRecord: Sendable {
  let text: String
  let citation: String
  let title: String
  let position: Int
  let line: Int
  let searched: SearchedText

  /// A record whose text is known.
  init(_ record: Literature.Record, text: String, position: Int, line: Int) {
    (self.text, self.position, self.line) = (text, position, line)
    citation = record.reference.shortCitation
    title = record.reference.title ?? ""
    searched = SearchedText(of: record)
  }
}

/// Some records that are made ready for the file on other processors. They come out in the order in which they went in,
/// however many processors there are.
final class ShelvingBatch: Sendable {
  private static let recordsOfPart = 64

  private let group = DispatchGroup()
  private let parts: Mutex<[[ShelvedRecord]]>

  /// Begins to make records ready.
  init(_ records: [Literature.Record]) {
    let starts = Array(stride(from: 0, to: records.count, by: Self.recordsOfPart))
    parts = Mutex(Array(repeating: [], count: starts.count))
    for (number, start) in starts.enumerated() {
      let part = Array(records[start..<min(start + Self.recordsOfPart, records.count)])
      DispatchQueue.global(qos: .userInitiated).async(group: group) { [self] in
        let ready = Self.ready(part)
        parts.withLock { $0[number] = ready }
      }
    }
  }

  /// The records, as soon as all are ready.
  func records() -> [ShelvedRecord] {
    group.wait()
    return parts.withLock { $0.flatMap(\.self) }
  }

  private static func ready(_ records: [Literature.Record]) -> [ShelvedRecord] {
    var scribe = RecordScribe()
    return records.map { record in
      ShelvedRecord(
        record, text: scribe.text(of: record), position: record.origin?.position ?? 0,
        line: record.origin?.line ?? 0)
    }
  }
}

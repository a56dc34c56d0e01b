import Bibliography
import Dispatch
import Foundation
import Literature
import Synchronization

/// The records of a file, read by a thread of its own and made ready by other processors, while whoever takes them puts
/// those before them where they belong. They come in the order of the file, however many processors there are.
///
/// Memory doesn't grow with the file: a reader that is far ahead waits.
final class RecordDelivery: Sendable {
  /// So many records, or so many bytes of them, are made ready at once.
  private static let mostOfBatch = (records: 512, bytes: 4 << 20)
  private static let mostAhead = 3
  /// As deep as the main thread may go: formats that nest are read by functions that call themselves.
  private static let stackSize = 8 << 20

  /// Nobody takes records any more.
  private struct Abandoned: Error {}

  private struct State {
    var batches: [ShelvingBatch] = []
    var isAbandoned = false
    var outcome: Result<LossReport, any Error>?
  }

  private let state = Mutex(State())
  private let room = DispatchSemaphore(value: 0)
  private let arrivals = DispatchSemaphore(value: 0)

  private init() {
    // A semaphore may not end below the value that it began with, as it would here when a delivery is abandoned.
    for _ in 0..<Self.mostAhead { room.signal() }
  }

  /// Takes the records of a file one after another, and gives what became of everything in it.
  ///
  /// - Throws: what `take` throws, or why the file can't be read. It isn't read further than the batch that is begun then.
  static func read(
    _ file: RecordFile, path: String, _ take: (ShelvedRecord) throws -> Void
  ) throws -> LossReport {
    let delivery = RecordDelivery()
    let reader = Thread { delivery.read(file, path) }
    reader.name = "reading records"
    reader.stackSize = stackSize
    reader.start()
    defer { delivery.abandon() }
    while true {
      switch delivery.next() {
      case .batch(let batch): for record in batch.records() { try take(record) }
      case .end(let outcome): return try outcome.get()
      }
    }
  }

  // MARK: What the reading thread does

  private func read(_ file: RecordFile, _ path: String) {
    var waiting: [Literature.Record] = []
    var bytes = 0
    let outcome = Result {
      let report = try file.read(path: path) { record in
        waiting.append(record)
        bytes += record.size
        guard waiting.count >= Self.mostOfBatch.records || bytes >= Self.mostOfBatch.bytes else { return }
        try deliver(waiting)
        waiting.removeAll(keepingCapacity: true)
        bytes = 0
      }
      try deliver(waiting)
      return report
    }
    state.withLock { $0.outcome = outcome }
    arrivals.signal()
  }

  private func deliver(_ records: [Literature.Record]) throws {
    guard !records.isEmpty else { return }
    room.wait()
    guard !state.withLock(\.isAbandoned) else { throw Abandoned() }
    let batch = ShelvingBatch(records)
    state.withLock { $0.batches.append(batch) }
    arrivals.signal()
  }

  // MARK: What the taking thread does

  private enum Arrival {
    case batch(ShelvingBatch)
    case end(Result<LossReport, any Error>)
  }

  private func next() -> Arrival {
    arrivals.wait()
    return state.withLock { state in
      guard state.batches.isEmpty else {
        room.signal()
        return .batch(state.batches.removeFirst())
      }
      return .end(state.outcome ?? .failure(Abandoned()))
    }
  }

  private func abandon() {
    state.withLock { $0.isAbandoned = true }
    room.signal()
  }
}

extension Literature.Record {
  /// About as many bytes as its words have.
  var size: Int {
    let singles = [
      abstract, reference.title, reference.note, reference.containerTitle, reference.publisher, reference.url,
      reference.page,
    ]
    var size = singles.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    for text in keywords + notes { size += text.utf8.count }
    for field in raw { size += field.name.utf8.count + field.value.utf8.count }
    for label in labels { size += label.field.utf8.count + label.value.utf8.count }
    for field in reference.otherFields {
      if case .string(let text) = field.value {
        size += text.utf8.count
      } else {
        size += field.value.compactText.utf8.count
      }
    }
    // A name, or a number, is a few words.
    return size + 64 * (reference.authors.count + reference.editors.count + identifiers.count)
  }
}

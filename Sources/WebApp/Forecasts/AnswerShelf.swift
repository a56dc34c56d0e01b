import Synchronization

/// Answers that are kept while they are likely to be asked for again: those asked for last, up to so many bytes in all.
final class AnswerShelf: Sendable {
  private struct Entry {
    let answer: ForecastAnswer
    var lastAsked: UInt64
  }
  private struct Kept {
    var entries: [ForecastAnswer.ID: Entry] = [:]
    var bytes = 0
    var clock: UInt64 = 0
  }

  private let mostBytes: Int
  private let kept = Mutex(Kept())

  init(mostBytes: Int) { self.mostBytes = mostBytes }

  /// How many bytes are kept.
  var bytes: Int { kept.withLock(\.bytes) }
  /// How many answers are kept.
  var count: Int { kept.withLock(\.entries.count) }

  /// An answer, where it is kept.
  subscript(id: ForecastAnswer.ID) -> ForecastAnswer? {
    kept.withLock { kept in
      guard kept.entries[id] != nil else { return nil }
      kept.clock += 1
      kept.entries[id]?.lastAsked = kept.clock
      return kept.entries[id]?.answer
    }
  }

  /// Keeps an answer; what was asked for longest ago makes room. One that is larger than the whole shelf isn't kept.
  func keep(_ answer: ForecastAnswer, as id: ForecastAnswer.ID) {
    kept.withLock { kept in
      if let old = kept.entries.removeValue(forKey: id) { kept.bytes -= old.answer.bytes }
      guard answer.bytes <= mostBytes else { return }
      kept.clock += 1
      kept.entries[id] = Entry(answer: answer, lastAsked: kept.clock)
      kept.bytes += answer.bytes
      while kept.bytes > mostBytes,
        let oldest = kept.entries.min(by: { $0.value.lastAsked < $1.value.lastAsked })
      {
        kept.bytes -= oldest.value.answer.bytes
        kept.entries[oldest.key] = nil
      }
    }
  }
}

import Synchronization

/// Where the faults of one reading are collected. It lives as long as the reading.
public final class FaultLog: Sendable {
  private struct State {
    var faults: [Fault] = []
    var known: Set<Fault> = []
    var leftOut = 0
    /// How many signs of structure the documents of the reading have had.
    var signs = 0
  }

  private let state = Mutex(State())
  private let most: Int

  /// What has been found so far, in the order of finding; at most ``FaultyDocument/mostKept``.
  public var faults: [Fault] { state.withLock { $0.faults } }
  /// How many more were found.
  public var leftOut: Int { state.withLock { $0.leftOut } }
  /// Whether nothing was found.
  package var isEmpty: Bool { state.withLock { $0.faults.isEmpty && $0.leftOut == 0 } }

  /// A log with nothing in it.
  public convenience init() { self.init(keeping: FaultyDocument.mostKept) }

  /// A log that keeps so many faults; one that keeps none only says whether there are any.
  package init(keeping most: Int) { self.most = most }

  /// Notes one fault. Beyond ``FaultyDocument/mostKept`` it is only counted, and its words are never made.
  ///
  /// A fault that was noted already isn't noted again: a reader may come to one value twice.
  public func note(_ fault: @autoclosure () -> Fault) {
    let isFull = state.withLock { state in
      let isFull = state.faults.count >= most
      if isFull { state.leftOut += 1 }
      return isFull
    }
    // Its words are made outside the lock, which they might ask for.
    if !isFull { keep(fault()) }
  }

  private func keep(_ fault: Fault) {
    state.withLock { state in
      if state.faults.count >= most {
        state.leftOut += 1
      } else if state.known.insert(fault).inserted {
        state.faults.append(fault)
      }
    }
  }

  /// Notes all faults of another reading.
  public func note(_ document: FaultyDocument) {
    for fault in document.faults { note(fault) }
    state.withLock { $0.leftOut += document.leftOut }
  }

  /// Ends a reading: throws when anything was noted.
  ///
  /// - Throws: ``FaultyDocument`` with the faults by file and line.
  public func throwIfFaulty() throws(FaultyDocument) {
    let (faults, leftOut) = state.withLock { ($0.faults, $0.leftOut) }
    guard !faults.isEmpty else { return }
    let ordered = faults.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      return (a.file, a.line ?? 0, one.offset) < (b.file, b.line ?? 0, other.offset)
    }
    throw FaultyDocument(faults: ordered.map(\.element), leftOut: leftOut)
  }

  /// What would take for ever in a text, with the signs of structure that the reading has met before.
  internal func costly(in text: String) -> CostScan.Finding? {
    state.withLock { CostScan.finding(in: text, signs: &$0.signs) }
  }
}

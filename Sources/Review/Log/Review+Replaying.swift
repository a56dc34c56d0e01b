internal import GRDB

extension Review {
  /// The review as it was after an act, in memory: changes of it change nothing here.
  ///
  /// - Parameter last: the number of the act.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is no such act.
  public func state(asOf last: Int) throws(ReviewFault) -> Review {
    _ = try act(last)
    let past = try Review.inMemory()
    try replay(into: past, upTo: last)
    return past
  }

  /// Does the acts again, in another review that has none yet.
  ///
  /// - Parameters:
  ///   - target: the other review.
  ///   - last: the last act that is done; `nil` for all.
  func replay(into target: Review, upTo last: Int? = nil) throws(ReviewFault) {
    try read { source in
      try target.write { destination in
        for logged in try ActLog(source).acts([], upTo: last) {
          if case .imported = logged.act {
            try Self.copyRecords(of: logged.number, from: source, to: destination)
          }
          if let text = logged.act.broughtText {
            try TextRows(source).copy(text.number, act: logged.number, to: destination)
          }
          try Self.insert(logged, into: destination)
        }
      }
    }
  }

  private static func copyRecords(of file: Int, from source: Database, to destination: Database) throws {
    let rows = try Row.fetchCursor(
      source, sql: "SELECT id, position, line, content FROM record WHERE import = ? ORDER BY id",
      arguments: [file])
    while let row = try rows.next() {
      var shelf = try RecordShelf(destination, file: file, next: try row.decode(Int.self, atIndex: 0))
      let text = try row.decode(String.self, atIndex: 3)
      try shelf.put(
        ShelvedRecord(
          try RecordScribe.record(of: text), text: text, position: try row.decode(Int.self, atIndex: 1),
          line: try row.decode(Int.self, atIndex: 2)))
    }
  }
}

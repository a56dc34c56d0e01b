internal import GRDB

extension Review {
  /// The last act of a day, in the time of the log (UTC), or of the last day before it on which anything was done.
  ///
  /// - Parameter day: the day as `2026-03-01`.
  /// - Throws: ``ReviewFault/refused(_:)`` where nothing had been done by then.
  public func lastAct(by day: String) throws(ReviewFault) -> LoggedAct {
    try read { database in
      let number = try Int.fetchOne(
        database, sql: "SELECT max(number) FROM act WHERE substr(at, 1, 10) <= ?", arguments: [day])
      guard let number, let act = try ActLog(database).act(number) else {
        let first = try ActLog(database).act(1).map { " It began on \($0.at.prefix(10))." } ?? ""
        throw ReviewFault.refused("Nothing had been done by \(day).\(first)")
      }
      return act
    }
  }

  /// An act of the log.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where there is none of that number.
  public func act(_ number: Int) throws(ReviewFault) -> LoggedAct {
    try read { database in
      guard let act = try ActLog(database).act(number) else {
        let count = try Self.nextNumber(database) - 1
        throw ReviewFault.refused(
          "There is no act \(number): the log has \(count). See them: realist review log FILE")
      }
      return act
    }
  }
}

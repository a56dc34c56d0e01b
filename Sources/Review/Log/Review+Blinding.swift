internal import GRDB

extension Review {
  /// The decisions whose verdicts somebody may not see: those of others, at blinded stages, on works that still wait for a
  /// verdict, or on which this person hasn't decided yet.
  ///
  /// - Parameter reader: who looks; `nil` where that isn't said.
  /// - Throws: ``ReviewFault``.
  public func hiddenDecisions(from reader: String?) throws(ReviewFault) -> Set<Int> {
    try read { database in
      let table = try ScreeningTable(database)
      var hidden: Set<Int> = []
      for stage in ScreeningStage.allCases where table.plan.stage(stage)?.isBlinded != false {
        for work in table.works {
          guard case .awaiting(let decided) = table.state(of: work.id, at: stage), !decided.isEmpty else {
            continue
          }
          let hasDecided = reader.map(decided.contains) ?? false
          for given in table.verdicts(on: work.id, at: stage) where given.reviewer != reader && !hasDecided {
            hidden.insert(given.act)
          }
        }
      }
      // What was replaced or taken back tells of the same verdicts.
      guard !hidden.isEmpty else { return hidden }
      let places = try Row.fetchAll(database, sql: "SELECT record, stage, reviewer, act FROM decision")
      var keys: Set<[String]> = []
      for row in places where hidden.contains(try row.decode(Int.self, atIndex: 3)) {
        keys.insert([
          String(try row.decode(Int.self, atIndex: 0)), try row.decode(String.self, atIndex: 1),
          try row.decode(String.self, atIndex: 2),
        ])
      }
      for logged in try ActLog(database).acts([.decided]) {
        guard case .decided(let decision) = logged.act else { continue }
        if keys.contains([String(decision.record), decision.stage.rawValue, logged.by]) {
          hidden.insert(logged.number)
        }
      }
      return hidden
    }
  }
}

internal import GRDB
import Literature

/// What one reviewer has decided at a stage, and what waits.
struct ReviewSitting {
  /// The works that wait for this reviewer, as they were imported.
  var waiting: [Int]
  /// The works about which this reviewer was unsure, where one decides: they come last.
  var again: [Int]
  /// The works that this reviewer decided on and that aren't open, in the order in which it was done.
  var decided: [(work: Int, given: GivenVerdict)]
}

extension Review {
  /// What a reviewer has decided at a stage, and what waits.
  func sitting(at stage: ScreeningStage, for reviewer: String) throws(ReviewFault) -> ReviewSitting {
    try read { database in
      let table = try ScreeningTable(database)
      try Self.requireStage(stage, table.plan)
      try ActRules(database).checkReviewer(reviewer, table.plan)
      var sitting = ReviewSitting(waiting: [], again: [], decided: [])
      for work in table.works {
        switch table.turn(of: reviewer, on: work, at: stage) {
        case .waiting: sitting.waiting.append(work.id)
        case .again: sitting.again.append(work.id)
        case .none:
          let given = table.verdicts(on: work.id, at: stage).first { $0.reviewer == reviewer }
          if let given { sitting.decided.append((work.id, given)) }
        }
      }
      sitting.decided.sort { $0.given.act < $1.given.act }
      return sitting
    }
  }

  /// Whether a work is still a reviewer's to read at a stage.
  func isOpen(_ work: Int, at stage: ScreeningStage, for reviewer: String) throws(ReviewFault) -> Bool {
    try read { database in
      guard try WorkGroups(database).work(of: work) == work else { return false }
      let table = try ScreeningTable(database, only: work)
      return table.work(work).map { table.turn(of: reviewer, on: $0, at: stage) != .none } ?? false
    }
  }

  /// Whether a decision holds: it was neither taken back nor replaced.
  func isStanding(decision act: Int) throws(ReviewFault) -> Bool {
    try read { try Bool.fetchOne($0, sql: "SELECT 1 FROM decision WHERE act = ?", arguments: [act]) ?? false }
  }

  /// What is read of each of some works: the best of each field of its records.
  func workRecords(_ works: [Int]) throws(ReviewFault) -> [Literature.Record] {
    try read { database in
      let (rows, groups) = (RecordRows(database), WorkGroups(database))
      return try works.compactMap { work in
        let records = try rows.records(try groups.members(of: work)).map(\.record)
        return MergedRecord(records)?.record
      }
    }
  }
}

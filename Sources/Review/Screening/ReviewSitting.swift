internal import GRDB
import Literature

/// What one reviewer has decided at a stage, and what waits.
struct ReviewSitting {
  /// The works that wait for this reviewer, as they were imported.
  var open: [Int]
  /// The works that this reviewer decided on, in the order in which it was done.
  var decided: [(work: Int, given: GivenVerdict)]
}

extension Review {
  /// What a reviewer has decided at a stage, and what waits.
  func sitting(at stage: ScreeningStage, for reviewer: String) throws(ReviewFault) -> ReviewSitting {
    let open = try queue(at: stage, for: reviewer)
    return try read { database in
      let table = try ScreeningTable(database)
      let decided = table.works.compactMap { work -> (work: Int, given: GivenVerdict)? in
        table.verdicts(on: work.id, at: stage).first { $0.reviewer == reviewer }.map { (work.id, $0) }
      }
      return ReviewSitting(open: open, decided: decided.sorted { $0.given.act < $1.given.act })
    }
  }

  /// Whether a work still waits for a reviewer's verdict at a stage.
  func isOpen(_ work: Int, at stage: ScreeningStage, for reviewer: String) throws(ReviewFault) -> Bool {
    try read { database in
      guard try WorkGroups(database).work(of: work) == work else { return false }
      let table = try ScreeningTable(database, only: work)
      guard let one = table.work(work), table.reaches(one, stage),
        case .awaiting(let decided) = table.state(of: work, at: stage)
      else { return false }
      return !decided.contains(reviewer)
    }
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

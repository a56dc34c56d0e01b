internal import GRDB

extension Review {
  /// The decisions whose verdicts somebody may not see: those of others, at blinded stages, on works that still wait for a
  /// second verdict, or on which this person hasn't decided yet. What was replaced or taken back tells of the same verdicts,
  /// and is hidden likewise.
  ///
  /// - Parameters:
  ///   - reader: who looks; `nil` where that isn't said.
  ///   - acts: the acts that are looked at; `nil` for all.
  /// - Throws: ``ReviewFault``.
  public func hiddenDecisions(
    from reader: String?, among acts: [LoggedAct]? = nil
  ) throws(ReviewFault) -> Set<Int> {
    try read { database in
      let table = try ScreeningTable(database)
      var hidden: Set<Int> = []
      for logged in try acts ?? ActLog(database).acts([.decided]) {
        guard case .decided(let decision) = logged.act, logged.by != reader,
          table.isHidden(table.work(of: decision.record), at: decision.stage, from: reader)
        else { continue }
        hidden.insert(logged.number)
      }
      return hidden
    }
  }
}

extension ScreeningTable {
  /// Whether somebody may not see what others decided about a work.
  func isHidden(_ work: Int, at stage: ScreeningStage, from reader: String?) -> Bool {
    guard plan.stage(stage)?.isBlinded != false, needed(work, at: stage) > 1,
      case .awaiting(let decided) = state(of: work, at: stage)
    else { return false }
    return !(reader.map(decided.contains) ?? false)
  }
}

internal import GRDB

extension Review {
  /// How far two reviewers agree.
  ///
  /// Compared is each work that both judged at a stage, or that both had to judge and one did.
  ///
  /// - Parameters:
  ///   - first: the first reviewer.
  ///   - second: the second reviewer.
  ///   - unsure: what “unsure” counts as.
  /// - Throws: ``ReviewFault``.
  public func agreement(
    of first: String, and second: String, unsure: ScreeningAgreement.Unsure = .own
  ) throws(ReviewFault) -> ScreeningAgreement {
    try read { database in
      let table = try ScreeningTable(database)
      var judgements: [ScreeningAgreement.Judgement] = []
      for stage in table.plan.usedStages {
        for work in table.works where table.reaches(work, stage) {
          let verdicts = table.verdicts(on: work.id, at: stage)
          let (one, other) = (
            verdicts.first { $0.reviewer == first }?.verdict,
            verdicts.first { $0.reviewer == second }?.verdict
          )
          let areBoth = one != nil && other != nil
          let isOwed = table.needed(work.id, at: stage) > 1 && (one != nil || other != nil)
          guard areBoth || isOwed else { continue }
          judgements.append(ScreeningAgreement.Judgement(stage: stage, first: one, second: other))
        }
      }
      return ScreeningAgreement(of: judgements, first: first, second: second, unsure: unsure)
    }
  }

  /// Who has decided on records, in the order in which they first did.
  ///
  /// - Throws: ``ReviewFault``.
  public func decidingReviewers() throws(ReviewFault) -> [String] {
    try read { database in
      try String.fetchAll(
        database, sql: "SELECT by FROM act WHERE kind = 'decided' GROUP BY by ORDER BY min(number)")
    }
  }
}

internal import GRDB
import Documents

extension ActRules {
  /// Whether a reviewer may decide so about a record.
  func check(_ decision: Decision, by name: String) throws {
    let (table, work) = try requireReached(decision.record, decision.stage)
    try checkReviewer(name, table.plan)
    try refuseResolved(work, at: decision.stage, table)
    try check(decision.verdict, decision.reason, at: decision.stage, table.plan)
    try requireShort(decision.note ?? "", "A note")
    try checkTurn(of: name, on: work, at: decision.stage, table)
  }

  /// Whether one more verdict is asked for, and from this reviewer. Deciding again is always possible.
  private func checkTurn(
    of name: String, on work: Int, at stage: ScreeningStage, _ table: ScreeningTable
  ) throws {
    let verdicts = table.verdicts(on: work, at: stage)
    let needed = table.needed(work, at: stage)
    // Where one decides, who was unsure has left it to whoever can tell.
    let others = verdicts.filter { $0.reviewer != name && (needed > 1 || $0.verdict != .unsure) }
    let names = others.map(\.reviewer).joined(separator: " and ")
    try require(
      others.count < needed,
      "\(names) decided about record \(work) at \(stage.name) already, and no more are asked for. "
        + "Go on with the next: realist review screen FILE")
    guard let second = table.secondReviewer(of: work, at: stage), second != name, !others.isEmpty
    else { return }
    try require(
      others.contains { $0.reviewer == second } || verdicts.contains { $0.reviewer == name },
      "Record \(work) was drawn for \(second), and \(names) decided about it: the other verdict is \(second)'s. "
        + "Go on with the next: realist review screen FILE")
  }

  /// Whether a conflict may be resolved so.
  func check(_ resolution: Resolution, by name: String) throws {
    let (table, work) = try requireReached(resolution.record, resolution.stage)
    try checkReviewer(name, table.plan)
    try refuseResolved(work, at: resolution.stage, table)
    try require(
      table.state(of: work, at: resolution.stage) == .conflict,
      "Record \(work) has no conflict at \(resolution.stage.name). See those that there are: "
        + "realist review conflicts FILE")
    try require(resolution.verdict != .unsure, "A conflict is resolved by include or exclude.")
    try require(!resolution.because.isBlank, "Say why it is resolved so: --because \"…\"")
    try check(resolution.verdict, resolution.reason, at: resolution.stage, table.plan)
  }

  /// The work of a record that a stage can be decided for.
  private func requireReached(_ record: Int, _ stage: ScreeningStage) throws -> (ScreeningTable, Int) {
    try requireRecord(record)
    let work = try WorkGroups(database).work(of: record)
    try require(
      work == record, "Record \(record) is a duplicate of record \(work). Decide about record \(work).")
    let table = try ScreeningTable(database, only: work)
    try require(
      table.stages.contains(stage),
      "The protocol has no stage \(stage.rawValue). It has \(table.stages.map(\.rawValue).joined(separator: ", "))."
    )
    guard let one = table.work(work) else {
      throw ReviewFault.refused("Record \(record) belongs to no import.")
    }
    guard table.reaches(one, stage) else {
      throw ReviewFault.refused(
        "Record \(work) isn't at the stage \(stage.rawValue): \(Self.told(table.place(of: one))).")
    }
    return (table, work)
  }

  private static func told(_ place: WorkPlace) -> String {
    switch place {
    case .awaiting(let stage): "it waits for verdicts at \(stage.rawValue)"
    case .unsure(let stage): "it waits to be looked at again at \(stage.rawValue)"
    case .conflict(let stage): "it waits for a conflict at \(stage.rawValue) to be resolved"
    case .excluded(let stage, _): "it was left out at \(stage.rawValue)"
    case .included: "it came in after that stage, and is included"
    }
  }

  func checkReviewer(_ name: String, _ plan: ReviewProtocol) throws {
    guard !plan.reviewers.isEmpty, !plan.reviewers.contains(name) else { return }
    let nearest = name.nearest(among: plan.reviewers).map { " Did you mean \($0)?" } ?? ""
    throw ReviewFault.refused(
      "The protocol doesn't name \u{201C}\(name)\u{201D} as a reviewer: it has "
        + "\(plan.reviewers.joined(separator: ", ")).\(nearest)")
  }

  private func check(
    _ verdict: Verdict, _ reason: ExclusionReason?, at stage: ScreeningStage, _ plan: ReviewProtocol
  ) throws {
    guard verdict == .exclude else {
      return try require(reason == nil, "A reason is given where a record is left out.")
    }
    let codes = plan.criteria(at: stage).map(\.code)
    let offered =
      codes.isEmpty
      ? "Say why: --reason \"…\""
      : "Say which criterion: --reason \(codes.joined(separator: ", --reason ")), or --reason not-retrieved."
    guard let reason else {
      // PRISMA 2020 asks for reasons where whole reports were read (item 16b).
      return try require(
        stage == .titleAndAbstract, "At \(stage.name) a record is left out for a reason. \(offered)")
    }
    try require(!reason.words.isBlank, "A reason has words.")
    let isKnown =
      reason.code.map { codes.contains($0) || $0 == ExclusionReason.notRetrieved.code } ?? codes.isEmpty
    try require(isKnown, "“\(reason.code ?? reason.words)” is no criterion of \(stage.name). \(offered)")
  }
}

extension ReviewProtocol {
  /// The reason that a person names by its code, or in words where the stage has no criteria.
  ///
  /// What is no code is taken as words; whether it may stand is looked at when it is used.
  public func reason(named text: String, at stage: ScreeningStage) -> ExclusionReason {
    if text.lowercased() == ExclusionReason.notRetrieved.code { return .notRetrieved }
    if let criterion = criteria(at: stage).first(where: { $0.code.lowercased() == text.lowercased() }) {
      return criterion.reason
    }
    return ExclusionReason(code: nil, words: text)
  }
}

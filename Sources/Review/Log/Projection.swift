internal import GRDB

/// Brings the tables that follow from the acts up to date with one act.
struct Projection {
  let database: Database

  init(_ database: Database) { self.database = database }

  func apply(_ logged: LoggedAct) throws {
    switch logged.act {
    case .began, .protocolSet, .searchNoted, .countsNoted: break
    // What follows from these is found from the acts when it is asked for: ``ReviewMaterial``, ``SeenTerms``.
    case .textAdded, .textReplaced, .sourceDescribed, .sourceAppraised, .passageMarked, .hitsSeen: break
    // What follows from these is ``Synthesis``.
    case .coded, .codesBrought, .codesMerged, .codeSplit, .conceptFormed, .conceptsMerged, .candidateDrafted,
      .synthesised, .candidateJudged, .rivalsNoted, .theoryFramed, .formDefined, .formFilled:
      break
    case .imported(let file): try put(file, logged)
    case .merged(let merge): try WorkGroups(database).join(merge.groups)
    case .keptApart(let apart): try WorkGroups(database).part(apart.records)
    case .sampleDrawn(let draw): try put(draw, logged)
    case .decided(let decision): try put(decision, logged)
    case .resolved(let resolution): try put(resolution, logged)
    case .noted(let note):
      try run(
        "INSERT INTO note (act, record, reviewer, text) VALUES (?, ?, ?, ?)",
        [logged.number, note.record, logged.by, note.text])
    case .undone(let undoing): try undo(undoing.act, by: logged.number)
    }
  }

  private func put(_ file: ImportedFile, _ logged: LoggedAct) throws {
    try run(
      """
      INSERT INTO imported (act, first, count, wave, source, search, entering, checksum)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        logged.number, file.first, file.count, file.wave.rawValue, file.source, file.search,
        file.entering.word, file.checksum,
      ])
  }

  private func put(_ decision: Decision, _ logged: LoggedAct) throws {
    // A reviewer who decides again has changed their mind: the log keeps both, and the last one holds.
    try run(
      """
      INSERT OR REPLACE INTO decision (record, stage, reviewer, verdict, code, reason, note, act)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        decision.record, decision.stage.rawValue, logged.by, decision.verdict.rawValue, decision.reason?.code,
        decision.reason?.words, decision.note, logged.number,
      ])
  }

  private func put(_ resolution: Resolution, _ logged: LoggedAct) throws {
    try run(
      """
      INSERT OR REPLACE INTO resolution (record, stage, reviewer, verdict, code, reason, because, act)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        resolution.record, resolution.stage.rawValue, logged.by, resolution.verdict.rawValue,
        resolution.reason?.code, resolution.reason?.words, resolution.because, logged.number,
      ])
  }

  private func put(_ draw: SampleDraw, _ logged: LoggedAct) throws {
    for record in draw.records {
      try run(
        "INSERT OR IGNORE INTO sampled (stage, record, act) VALUES (?, ?, ?)",
        [draw.stage.rawValue, record, logged.number])
    }
  }

  private func undo(_ act: Int, by number: Int) throws {
    try run("INSERT INTO undone (act, by_act) VALUES (?, ?)", [act, number])
    for table in ["decision", "resolution", "note", "sampled"] {
      try run("DELETE FROM \(table) WHERE act = ?", [act])
    }
    let kind = try ActLog(database).act(act)?.act.kind
    // What is one work hangs on the order of all merges, so it is found anew.
    if kind == .merged || kind == .keptApart { try WorkGroups(database).rebuild() }
  }

  private func run(_ sql: String, _ arguments: StatementArguments) throws {
    try database.cachedStatement(sql: sql).execute(arguments: arguments)
  }
}

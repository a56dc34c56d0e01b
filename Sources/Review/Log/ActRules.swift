internal import GRDB

/// What must hold for an act to be done, looked at within the transaction that does it.
struct ActRules: Refusing {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// Refuses an act that can't be done as things are.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` with what is wrong and what to do.
  func check(_ logged: LoggedAct) throws {
    switch logged.act {
    case .began(let beginning):
      try require(logged.number == 1, "The review has begun already.")
      try require(!beginning.title.isBlank, "--title: give the review a title.")
    case .protocolSet(let change): try check(change)
    case .searchNoted(let search):
      try require(!search.source.isBlank, "--source: say where the search was made.")
      try require((search.hits ?? 0) >= 0, "--hits takes a number from 0.")
    case .imported, .sampleDrawn: break
    case .merged(let merge): try check(merge)
    case .keptApart(let apart):
      try require(Set(apart.records).count > 1, "Name at least two records that are works of their own.")
      for record in apart.records { try requireRecord(record) }
    case .decided(let decision): try check(decision, by: logged.by)
    case .resolved(let resolution): try check(resolution, by: logged.by)
    case .noted(let note):
      try requireRecord(note.record)
      try require(!note.text.isBlank, "A note has words.")
      try requireShort(note.text, "A note")
    case .countsNoted(let note):
      try require((1...1_000).contains(note.entries.count), "Note from 1 to 1,000 counts at once.")
    case .textAdded(let text): try check(text)
    case .textReplaced(let replacement): try check(replacement)
    case .sourceDescribed(let source): try check(source)
    case .sourceAppraised(let appraisal): try check(appraisal)
    case .passageMarked(let passage): try check(passage)
    case .hitsSeen(let seen): try check(seen)
    case .coded, .codesBrought, .codesMerged, .codeSplit, .conceptFormed, .conceptsMerged, .candidateDrafted,
      .synthesised, .candidateJudged, .rivalsNoted, .theoryFramed, .formDefined, .formFilled:
      try SynthesisRules(try synthesis()).check(logged)
    case .undone(let undoing): try check(undoing, by: logged.by)
    }
  }

  private func check(_ change: ProtocolChange) throws {
    guard case .protocolSet(let former) = try ActLog(database).last(.protocolSet)?.act else { return }
    try require(former.document != change.document, "The protocol says this already; nothing was changed.")
    try require(
      !(change.because ?? "").isBlank,
      "The protocol was set before. Say why it changes: --because \"…\"")
  }

  private func check(_ merge: Merge) throws {
    for group in merge.groups {
      try require(Set(group).count > 1, "A group of duplicates has at least two records.")
      for record in group { try requireRecord(record) }
    }
    let groups = WorkGroups(database)
    var joined = WorkUnion()
    for group in merge.groups {
      let members = try group.flatMap { try groups.members(of: try groups.work(of: $0)) }
      joined.join(members)
    }
    for logged in try ActLog(database).standing(.keptApart) {
      guard case .keptApart(let apart) = logged.act, let pair = joined.firstJoined(of: apart.records) else {
        continue
      }
      throw ReviewFault.refused(
        "Records \(pair.0) and \(pair.1) are kept apart by act \(logged.number). Take that back first: "
          + "realist review undo FILE \(logged.number)")
    }
  }

  private func check(_ undoing: Undoing, by name: String) throws {
    let number = undoing.act
    guard let target = try ActLog(database).act(number) else {
      throw ReviewFault.refused("There is no act \(number). See them all: realist review log FILE")
    }
    try require(
      target.act.kind.isUndoable,
      "Act \(number) can't be taken back (\(target.act.kind.rawValue)). Decisions, resolutions, merges, samples, notes, "
        + "counts, sources, appraisals, passages, hits seen and all of the synthesis can.")
    if let by = try Int.fetchOne(
      database, sql: "SELECT by_act FROM undone WHERE act = ?", arguments: [number])
    {
      throw ReviewFault.refused("Act \(number) was taken back already, by act \(by).")
    }
    try refuseWhatBears(target)
    try refuseWhatSynthesisRestsOn(target)
    guard case .decided(let decision) = target.act else { return }
    try require(
      target.by == name, "Act \(number) is \(target.by)'s decision: only \(target.by) can take it back.")
    let standing = try Int.fetchOne(
      database, sql: "SELECT act FROM decision WHERE record = ? AND stage = ? AND reviewer = ?",
      arguments: [decision.record, decision.stage.rawValue, name])
    try require(
      standing == number,
      "The decision of act \(number) was replaced by act \(standing ?? number), which can be taken back instead."
    )
    let table = try ScreeningTable(database, only: try WorkGroups(database).work(of: decision.record))
    try refuseResolved(table.work(of: decision.record), at: decision.stage, table)
  }

  // MARK: Outcome

  /// Refuses an act for what shows only once it is done; all of it is rolled back then.
  ///
  /// What is one work hangs on the order of all merges: one that is taken back may let a later one join what is kept apart.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` with what is wrong and what to do.
  func checkOutcome(of logged: LoggedAct) throws {
    let log = ActLog(database)
    guard case .undone(let undoing) = logged.act, let kind = try log.act(undoing.act)?.act.kind,
      kind == .merged || kind == .keptApart
    else { return }
    let groups = WorkGroups(database)
    for standing in try log.standing(.keptApart) {
      guard case .keptApart(let apart) = standing.act else { continue }
      var seen: [Int: Int] = [:]
      for record in apart.records {
        guard let other = seen.updateValue(record, forKey: try groups.work(of: record)), other != record
        else {
          continue
        }
        throw ReviewFault.refused(
          "Act \(undoing.act) can't be taken back: records \(other) and \(record) would be one work then, and act "
            + "\(standing.number) keeps them apart. Take that back first: realist review undo FILE \(standing.number)"
        )
      }
    }
  }

  // MARK: Parts

  func requireRecord(_ record: Int) throws {
    let statement = try database.cachedStatement(sql: "SELECT 1 FROM record WHERE id = ?")
    guard try Int.fetchOne(statement, arguments: [record]) != nil else {
      throw ReviewFault.refused("There is no record \(record). See them all: realist review list FILE")
    }
  }

  func refuseResolved(_ work: Int, at stage: ScreeningStage, _ table: ScreeningTable) throws {
    guard let resolution = table.resolution(of: work, at: stage) else { return }
    throw ReviewFault.refused(
      "\(resolution.reviewer) resolved record \(work) at \(stage.name) in act \(resolution.act). Take that back first: "
        + "realist review undo FILE \(resolution.act)")
  }
}

/// Groups that grow together.
private struct WorkUnion {
  private var roots: [Int: Int] = [:]

  private mutating func root(_ record: Int) -> Int {
    var record = record
    while let next = roots[record], next != record {
      // Each step halves the way of the next question (Tarjan & van Leeuwen 1984, doi:10.1145/62.2160).
      let beyond = roots[next] ?? next
      roots[record] = beyond
      record = beyond
    }
    return record
  }

  mutating func join(_ records: [Int]) {
    guard let first = records.min() else { return }
    for record in records {
      if roots[record] == nil { roots[record] = record }
      let (one, other) = (root(first), root(record))
      roots[max(one, other)] = min(one, other)
    }
  }

  /// The first two of some records that are joined; `nil` where none are.
  mutating func firstJoined(of records: [Int]) -> (Int, Int)? {
    var seen: [Int: Int] = [:]
    for record in records where roots[record] != nil {
      let group = root(record)
      if let other = seen[group], other != record { return (min(other, record), max(other, record)) }
      seen[group] = record
    }
    return nil
  }
}

extension String {
  /// Whether nothing but white space stands in it.
  package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}

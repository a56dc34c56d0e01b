internal import GRDB

/// What was decided about each work at each stage, and what follows from it.
///
/// A work is a record, or several that were found to be one; it is named by the first of them. What was decided about any
/// of them is decided about the work; where one reviewer decided about several, the last decision holds.
struct ScreeningTable {
  /// A work with where it came from.
  struct Work {
    let id: Int
    /// The import of its first record.
    let file: Int
    /// Where it comes in: at the earliest place of those of its records.
    var entering: FlowPlace
  }

  let plan: ReviewProtocol
  /// The stages that are used, in the order in which a record passes them.
  let stages: [ScreeningStage]
  /// The works, in the order of their first records.
  private(set) var works: [Work] = []
  private var places: [Int: Int] = [:]
  private var verdicts: [ScreeningStage: [Int: [GivenVerdict]]] = [:]
  private var resolutions: [ScreeningStage: [Int: GivenResolution]] = [:]
  private var sampled: [ScreeningStage: Set<Int>] = [:]
  /// For whom the sample of a stage was drawn, where it was for somebody.
  private var secondReviewers: [ScreeningStage: String] = [:]
  /// For each record that isn't the only one of its work, the work.
  let workOf: [Int: Int]

  /// All works, or one alone.
  init(_ database: Database, only work: Int? = nil) throws {
    plan = try ActLog(database).reviewProtocol()
    stages = plan.usedStages
    if let work {
      let members = try WorkGroups(database).members(of: work)
      workOf = members.count > 1 ? Dictionary(uniqueKeysWithValues: members.map { ($0, work) }) : [:]
      try load(database, among: members)
    } else {
      workOf = try WorkGroups(database).all()
      try load(database, among: nil)
    }
  }

  func work(of record: Int) -> Int { workOf[record] ?? record }

  func work(_ id: Int) -> Work? { places[id].map { works[$0] } }

  // MARK: What follows

  /// How many reviewers decide about a work at a stage.
  func needed(_ work: Int, at stage: ScreeningStage) -> Int {
    isSampled(work, at: stage) ? 2 : max(1, plan.stage(stage)?.reviewers ?? 1)
  }

  private func isSampled(_ work: Int, at stage: ScreeningStage) -> Bool {
    sampled[stage]?.contains(work) == true
  }

  /// Whose verdict a work needs beside that of anybody else, since it was drawn for that person; `nil` where it wasn't.
  func secondReviewer(of work: Int, at stage: ScreeningStage) -> String? {
    isSampled(work, at: stage) ? secondReviewers[stage] : nil
  }

  /// Whether the sample of a stage was drawn for a reviewer.
  func isForSampleAlone(_ reviewer: String, at stage: ScreeningStage) -> Bool {
    secondReviewers[stage] == reviewer
  }

  /// The verdicts on a work, in the order of their acts.
  func verdicts(on work: Int, at stage: ScreeningStage) -> [GivenVerdict] { verdicts[stage]?[work] ?? [] }

  func resolution(of work: Int, at stage: ScreeningStage) -> GivenResolution? { resolutions[stage]?[work] }

  /// How a work stands at a stage, whether or not it has reached it.
  func state(of work: Int, at stage: ScreeningStage) -> StageState {
    StageState(
      verdicts(on: work, at: stage), needed: needed(work, at: stage),
      resolution: resolution(of: work, at: stage))
  }

  /// Whether a work has come as far as a stage: it comes in there, or was kept at all stages before.
  func reaches(_ work: Work, _ stage: ScreeningStage) -> Bool {
    guard work.entering.order <= stage.order, stages.contains(stage) else { return false }
    return stages.allSatisfy { one in
      one.order < work.entering.order || one.order >= stage.order || state(of: work.id, at: one) == .kept
    }
  }

  func place(of work: Work) -> WorkPlace {
    for stage in stages where stage.order >= work.entering.order {
      switch state(of: work.id, at: stage) {
      case .kept: continue
      case .awaiting: return .awaiting(stage)
      case .unsure: return .unsure(stage)
      case .conflict: return .conflict(stage)
      case .excluded(let reason): return .excluded(stage, reason)
      }
    }
    return .included
  }

  // MARK: Loading

  private mutating func load(_ database: Database, among records: [Int]?) throws {
    let filter = records.map { list in "WHERE record.id IN (\(list.map(String.init).joined(separator: ",")))"
    }
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT record.id, record.import, imported.entering
        FROM record JOIN imported ON imported.act = record.import \(filter ?? "") ORDER BY record.id
        """)
    while let row = try rows.next() {
      let id = try row.decode(Int.self, atIndex: 0)
      let place = FlowPlace(word: try row.decode(String.self, atIndex: 2)) ?? .stage(.titleAndAbstract)
      let work = work(of: id)
      if let known = places[work] {
        works[known].entering = min(works[known].entering, place)
      } else {
        places[work] = works.count
        works.append(Work(id: work, file: try row.decode(Int.self, atIndex: 1), entering: place))
      }
    }
    let only =
      records.map { list in "WHERE record IN (\(list.map(String.init).joined(separator: ",")))" } ?? ""
    try loadVerdicts(database, only)
    try loadResolutions(database, only)
    try loadSecondReviewers(database)
    for row in try Row.fetchAll(database, sql: "SELECT stage, record FROM sampled \(only)") {
      guard let stage = ScreeningStage(rawValue: try row.decode(String.self, atIndex: 0)) else { continue }
      sampled[stage, default: []].insert(work(of: try row.decode(Int.self, atIndex: 1)))
    }
  }

  /// Only what is needed of the acts is read: a sample may have many thousand records.
  private mutating func loadSecondReviewers(_ database: Database) throws {
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT json_extract(content, '$.stage'), json_extract(content, '$.reviewer') FROM act
        WHERE kind = ? AND number NOT IN (SELECT act FROM undone) ORDER BY number
        """, arguments: [Act.Kind.sampleDrawn.rawValue])
    while let row = try rows.next() {
      guard let stage = ScreeningStage(rawValue: try row.decode(String.self, atIndex: 0)) else { continue }
      secondReviewers[stage] = try row.decode(String?.self, atIndex: 1)
    }
  }

  private mutating func loadVerdicts(_ database: Database, _ only: String) throws {
    let rows = try Row.fetchCursor(
      database,
      sql:
        "SELECT record, stage, reviewer, verdict, code, reason, note, act FROM decision \(only) ORDER BY act")
    while let row = try rows.next() {
      guard let stage = ScreeningStage(rawValue: try row.decode(String.self, atIndex: 1)),
        let verdict = Verdict(rawValue: try row.decode(String.self, atIndex: 3))
      else { continue }
      let work = work(of: try row.decode(Int.self, atIndex: 0))
      let given = GivenVerdict(
        reviewer: try row.decode(String.self, atIndex: 2), verdict: verdict,
        reason: try Self.reason(row, at: 4), note: try row.decode(String?.self, atIndex: 6),
        act: try row.decode(Int.self, atIndex: 7))
      var all = verdicts[stage, default: [:]][work] ?? []
      all.removeAll { $0.reviewer == given.reviewer }
      all.append(given)
      verdicts[stage, default: [:]][work] = all
    }
  }

  private mutating func loadResolutions(_ database: Database, _ only: String) throws {
    let rows = try Row.fetchCursor(
      database,
      sql:
        "SELECT record, stage, reviewer, verdict, code, reason, because, act FROM resolution \(only) ORDER BY act"
    )
    while let row = try rows.next() {
      guard let stage = ScreeningStage(rawValue: try row.decode(String.self, atIndex: 1)),
        let verdict = Verdict(rawValue: try row.decode(String.self, atIndex: 3))
      else { continue }
      let work = work(of: try row.decode(Int.self, atIndex: 0))
      resolutions[stage, default: [:]][work] = GivenResolution(
        reviewer: try row.decode(String.self, atIndex: 2), verdict: verdict,
        reason: try Self.reason(row, at: 4), because: try row.decode(String.self, atIndex: 6),
        act: try row.decode(Int.self, atIndex: 7))
    }
  }

  private static func reason(_ row: Row, at index: Int) throws -> ExclusionReason? {
    let (code, words) = (
      try row.decode(String?.self, atIndex: index), try row.decode(String?.self, atIndex: index + 1)
    )
    return words.map { ExclusionReason(code: code, words: $0) }
  }
}

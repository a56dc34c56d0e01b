internal import GRDB
import Literature

/// How many works stand where.
public struct ScreeningCounts: Sendable, Hashable, Codable {
  /// How many records were imported, duplicates among them.
  public var records = 0
  /// How many of them are duplicates.
  public var duplicates = 0
  /// For each stage that is used, in its order.
  public var stages: [StageCounts] = []
  /// How many works are included.
  public var included = 0
  /// The last act that these follow from.
  public var act = 0

  /// How many works stand how at a stage that they have reached.
  public struct StageCounts: Sendable, Hashable, Codable {
    /// The stage.
    public var stage: ScreeningStage
    /// How many have reached it.
    public var reached = 0
    /// How many wait for verdicts.
    public var awaiting = 0
    /// How many wait to be looked at again, since who decides there was unsure.
    public var unsure = 0
    /// How many wait for a conflict to be resolved.
    public var conflicts = 0
    /// How many go on.
    public var kept = 0
    /// How many were left out.
    public var excluded = 0
  }
}

/// Which works are asked for, by where they stand.
public enum WorkFilter: String, Sendable, Hashable, CaseIterable {
  case all, awaiting, unsure, conflict, kept, excluded, included, duplicates
}

/// A work in a line, with where it stands.
public struct WorkLine: Sendable, Hashable {
  /// The record that stands for it.
  public let line: RecordLine
  /// Where it stands; `nil` for a record that is a duplicate.
  public let place: WorkPlace?
  /// The work that a duplicate belongs to.
  public let duplicateOf: Int?
}

extension Review {
  /// The protocol as it holds; `nil` where none was set.
  ///
  /// - Throws: ``ReviewFault``.
  public func reviewProtocol() throws(ReviewFault) -> ReviewProtocol? {
    try read { database in
      guard case .protocolSet(let change) = try ActLog(database).last(.protocolSet)?.act else { return nil }
      return change.document
    }
  }

  /// What holds of the protocol: what was set, or three stages with one reviewer each.
  ///
  /// - Throws: ``ReviewFault``.
  public func effectiveProtocol() throws(ReviewFault) -> ReviewProtocol {
    try reviewProtocol() ?? .none
  }

  /// How many works stand where.
  ///
  /// - Throws: ``ReviewFault``.
  public func counts() throws(ReviewFault) -> ScreeningCounts {
    try read { database in
      let table = try ScreeningTable(database)
      var counts = ScreeningCounts()
      counts.records = try Int.fetchOne(database, sql: "SELECT count(*) FROM record") ?? 0
      counts.duplicates = counts.records - table.works.count
      counts.act = try Self.nextNumber(database) - 1
      for stage in table.stages {
        var one = ScreeningCounts.StageCounts(stage: stage)
        for work in table.works where table.reaches(work, stage) {
          one.reached += 1
          switch table.state(of: work.id, at: stage) {
          case .awaiting: one.awaiting += 1
          case .unsure: one.unsure += 1
          case .conflict: one.conflicts += 1
          case .kept: one.kept += 1
          case .excluded: one.excluded += 1
          }
        }
        counts.stages.append(one)
      }
      counts.included = table.works.count { table.place(of: $0) == .included }
      return counts
    }
  }

  /// The works that stand somewhere, in their order.
  ///
  /// - Parameters:
  ///   - filter: where they stand.
  ///   - stage: at which stage; `nil` for any.
  /// - Throws: ``ReviewFault``.
  public func works(_ filter: WorkFilter, at stage: ScreeningStage? = nil) throws(ReviewFault) -> [WorkLine] {
    try read { database in
      let table = try ScreeningTable(database)
      let rows = RecordRows(database)
      if filter == .duplicates {
        let gone = table.workOf.filter { $0.key != $0.value }.keys.sorted()
        return try rows.lines(gone).map {
          WorkLine(line: $0, place: nil, duplicateOf: table.work(of: $0.id))
        }
      }
      let chosen = table.works.filter { table.suits($0, filter, at: stage) }
      return try zip(chosen, rows.lines(chosen.map(\.id))).map {
        WorkLine(line: $1, place: table.place(of: $0), duplicateOf: nil)
      }
    }
  }

  /// Some works with where they stand, in the order of the numbers.
  ///
  /// - Parameter numbers: the records that stand for them.
  /// - Throws: ``ReviewFault``.
  public func works(numbers: [Int]) throws(ReviewFault) -> [WorkLine] {
    try read { database in
      let table = try ScreeningTable(database)
      return try RecordRows(database).lines(numbers).map { line in
        WorkLine(line: line, place: table.work(line.id).map { table.place(of: $0) }, duplicateOf: nil)
      }
    }
  }

  /// Where a record stands.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where there is no such record.
  public func standing(of record: Int) throws(ReviewFault) -> WorkLine {
    try read { database in
      try ActRules(database).requireRecord(record)
      let work = try WorkGroups(database).work(of: record)
      let table = try ScreeningTable(database, only: work)
      guard let line = try RecordRows(database).lines([record]).first else {
        throw ReviewFault.damaged(self.path)
      }
      return WorkLine(
        line: line, place: work == record ? table.work(work).map { table.place(of: $0) } : nil,
        duplicateOf: work == record ? nil : work)
    }
  }

  /// The works that wait for a reviewer's verdict at a stage, as they were imported; behind them those about which this
  /// reviewer was unsure, where one decides.
  ///
  /// - Parameters:
  ///   - stage: the stage.
  ///   - reviewer: who would decide.
  /// - Throws: ``ReviewFault``; ``ReviewFault/refused(_:)`` where the protocol has no such stage or names others as
  ///   reviewers.
  public func queue(at stage: ScreeningStage, for reviewer: String) throws(ReviewFault) -> [Int] {
    let sitting = try sitting(at: stage, for: reviewer)
    return sitting.waiting + sitting.again
  }

  static func requireStage(_ stage: ScreeningStage, _ plan: ReviewProtocol) throws {
    guard plan.usedStages.contains(stage) else {
      throw ReviewFault.refused(
        "The protocol has no stage \(stage.rawValue). It has \(plan.usedStages.map(\.rawValue).joined(separator: ", "))."
      )
    }
  }
}

extension ScreeningTable {
  func suits(_ work: Work, _ filter: WorkFilter, at stage: ScreeningStage?) -> Bool {
    guard let stage else {
      switch (filter, place(of: work)) {
      case (.all, _), (.awaiting, .awaiting), (.unsure, .unsure), (.conflict, .conflict),
        (.excluded, .excluded), (.included, .included), (.kept, .included):
        return true
      default: return false
      }
    }
    guard reaches(work, stage) else { return false }
    switch (filter, state(of: work.id, at: stage)) {
    case (.all, _), (.awaiting, .awaiting), (.unsure, .unsure), (.conflict, .conflict),
      (.excluded, .excluded), (.kept, .kept), (.included, .kept):
      return true
    default: return false
    }
  }
}

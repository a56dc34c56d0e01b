internal import GRDB
import Literature

/// A conflict: verdicts on a work that don't agree, or that leave it open.
public struct ScreeningConflict: Sendable, Hashable {
  /// The record that stands for the work.
  public let line: RecordLine
  /// The stage.
  public let stage: ScreeningStage
  /// The verdicts. Both are there, so blinding is over for this work.
  public let verdicts: [GivenVerdict]
}

extension Review {
  /// Notes a reviewer's decision.
  ///
  /// - Parameters:
  ///   - decision: what is decided; an earlier decision of the reviewer on the same record and stage is replaced.
  ///   - name: who.
  /// - Throws: ``ReviewFault/refused(_:)`` where it can't be decided so.
  @discardableResult
  public func decide(_ decision: Decision, by name: String) throws(ReviewFault) -> LoggedAct {
    try append(.decided(decision), by: name)
  }

  /// Takes back an act; without a number the last of this person's that can be.
  ///
  /// - Parameters:
  ///   - act: the act's number.
  ///   - name: who takes it back.
  /// - Returns: the act that was taken back.
  /// - Throws: ``ReviewFault/refused(_:)`` where it can't be taken back.
  @discardableResult
  public func undo(_ act: Int? = nil, by name: String) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    return try write { database in
      let log = ActLog(database)
      guard let number = try act ?? Self.lastUndoable(by: name, database) else {
        throw ReviewFault.refused(
          "\(name) has done nothing that can be taken back. See the log: realist review log FILE")
      }
      _ = try self.append(.undone(Undoing(act: number)), by: name, in: database)
      guard let target = try log.act(number) else { throw ReviewFault.damaged(self.path) }
      return target
    }
  }

  private static func lastUndoable(by name: String, _ database: Database) throws -> Int? {
    let kinds = Act.Kind.allCases.filter(\.isUndoable).map { "'\($0.rawValue)'" }.joined(separator: ", ")
    // A decision that the same reviewer replaced stands no longer, and can't be taken back.
    return try Int.fetchOne(
      database,
      sql: """
        SELECT max(number) FROM act WHERE by = ? AND kind IN (\(kinds))
        AND number NOT IN (SELECT act FROM undone)
        AND (kind <> 'decided' OR number IN (SELECT act FROM decision))
        """, arguments: [name])
  }

  /// Conflicts that wait to be resolved.
  ///
  /// - Parameter stage: at which stage; `nil` for all.
  /// - Throws: ``ReviewFault``.
  public func conflicts(at stage: ScreeningStage? = nil) throws(ReviewFault) -> [ScreeningConflict] {
    try read { database in
      let table = try ScreeningTable(database)
      var found: [(Int, ScreeningStage)] = []
      for one in table.stages where stage == nil || stage == one {
        for work in table.works
        where table.reaches(work, one) && table.state(of: work.id, at: one) == .conflict {
          found.append((work.id, one))
        }
      }
      return try zip(found, RecordRows(database).lines(found.map(\.0))).map { one, line in
        ScreeningConflict(line: line, stage: one.1, verdicts: table.verdicts(on: one.0, at: one.1))
      }
    }
  }

  /// Draws records at random to be screened by a second reviewer too: always the same ones for the same seed, records and
  /// duplicates.
  ///
  /// - Parameters:
  ///   - percent: how many of a hundred, above 0 and at most 100; rounded up to whole records.
  ///   - stage: the stage; drawn from all works that have reached it.
  ///   - seed: what they are drawn by.
  ///   - reviewer: for whom; that person is then given nothing else to screen at the stage.
  ///   - name: who draws them.
  /// - Returns: the act.
  /// - Throws: ``ReviewFault/refused(_:)`` where there is nothing to draw from, or a sample was drawn before.
  public func drawSample(
    percent: Double, at stage: ScreeningStage, seed: UInt64, for reviewer: String? = nil, by name: String
  ) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    let reviewer = try reviewer.map { name throws(ReviewFault) in try Self.checked(name) }
    return try write { database in
      guard percent > 0, percent <= 100 else {
        throw ReviewFault.refused("--percent takes a number above 0 and up to 100.")
      }
      let table = try ScreeningTable(database)
      try Self.requireStage(stage, table.plan)
      if let reviewer { try ActRules(database).checkReviewer(reviewer, table.plan) }
      for logged in try ActLog(database).standing(.sampleDrawn) {
        guard case .sampleDrawn(let draw) = logged.act, draw.stage == stage else { continue }
        throw ReviewFault.refused(
          "A sample for \(stage.name) was drawn by act \(logged.number). To draw another, take it back: "
            + "realist review undo FILE \(logged.number)")
      }
      var works = table.works.filter { table.reaches($0, stage) }.map(\.id)
      guard !works.isEmpty else {
        throw ReviewFault.refused("No record has reached \(stage.name), so there is nothing to draw from.")
      }
      let from = works.count
      var numbers = SeededNumbers(seed: seed)
      numbers.shuffle(&works)
      let count = min(from, Int((Double(from) * percent / 100).rounded(.up)))
      let draw = SampleDraw(
        stage: stage, percent: percent, seed: seed, from: from, reviewer: reviewer,
        records: works.prefix(count).sorted())
      return try self.append(.sampleDrawn(draw), by: name, in: database)
    }
  }
}

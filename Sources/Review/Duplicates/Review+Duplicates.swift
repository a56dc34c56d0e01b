internal import GRDB
import Literature

/// What a search for duplicates found.
public struct DuplicateFindings: Sendable {
  /// How many works were compared.
  public let works: Int
  /// New groups that are surely one work, by the numbers of their records.
  public let groups: [[Int]]
  /// Pairs that a person decides, the likeliest first.
  public let doubtful: [DoubtfulWorks]
  /// The act that noted the groups; `nil` where there are none, or none were to be noted.
  public let act: Int?

  /// Two works that may be one.
  public struct DoubtfulWorks: Sendable, Hashable {
    /// The first.
    public let first: RecordLine
    /// The second.
    public let second: RecordLine
    /// What speaks for it and against it, in words.
    public let reason: String
  }
}

extension Review {
  /// Finds records of one work by the rules of `Literature.Deduplication`, and notes those that are surely one.
  ///
  /// What people decided goes ahead: works stay merged, and records that were kept apart are never merged again.
  ///
  /// - Parameters:
  ///   - name: who asks for it.
  ///   - isTrial: whether only to say what would be merged.
  /// - Throws: ``ReviewFault``.
  public func mergeDuplicates(by name: String, isTrial: Bool = false) throws(ReviewFault) -> DuplicateFindings
  {
    // The comparison takes long for many records: it is done before the file is held up for others, and noted only if
    // nothing that it rests on has changed meanwhile.
    let before = try duplicateGround()
    let found = Deduplication(before.records, decisions: before.decisions)
    let groups = found.groups.map { group in group.members.map { before.numbers[$0] } }
      .filter { group in Set(group.map { before.works[$0] ?? $0 }).count > 1 }
    let doubtful = try self.doubtful(found, before)
    var act: Int?
    if !groups.isEmpty, !isTrial {
      let name = try Self.checked(name)
      act = try write { database in
        guard try Self.duplicateMark(database) == before.mark else {
          throw ReviewFault.refused(
            "Somebody imported or merged records meanwhile. Nothing was changed; look for duplicates again.")
        }
        return try self.append(.merged(Merge(groups: groups, isByPerson: false)), by: name, in: database)
          .number
      }
    }
    return DuplicateFindings(
      works: before.records.count - before.works.count { $0.key != $0.value }, groups: groups,
      doubtful: doubtful, act: act)
  }

  private func doubtful(
    _ found: Deduplication, _ ground: DuplicateGround
  ) throws(ReviewFault) -> [DuplicateFindings.DoubtfulWorks] {
    let pairs = found.doubtful.map(\.link)
    let first = try lines(pairs.map { ground.numbers[$0.first] })
    let second = try lines(pairs.map { ground.numbers[$0.second] })
    return zip(pairs, zip(first, second)).map { link, lines in
      DuplicateFindings.DoubtfulWorks(first: lines.0, second: lines.1, reason: link.reason)
    }
  }

  /// What a comparison rests on.
  private struct DuplicateGround {
    let records: [Literature.Record]
    /// The numbers of the records, in their order.
    let numbers: [Int]
    let works: [Int: Int]
    let decisions: DuplicateDecisions
    let mark: Int
  }

  private func duplicateGround() throws(ReviewFault) -> DuplicateGround {
    try read { database in
      let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM record") ?? 0
      var (records, numbers, places): ([Literature.Record], [Int], [Int: Int]) = ([], [], [:])
      records.reserveCapacity(count)
      try RecordRows(database).each { one in
        places[one.id] = records.count
        records.append(one.record)
        numbers.append(one.id)
      }
      let works = try WorkGroups(database).all()
      var same: [Int: [Int]] = [:]
      for record in works.keys.sorted() {
        same[works[record] ?? record, default: []].append(places[record] ?? 0)
      }
      let apart = try ActLog(database).standing(.keptApart).compactMap { logged -> [Int]? in
        guard case .keptApart(let apart) = logged.act else { return nil }
        return apart.records.compactMap { places[$0] }
      }
      let decisions = DuplicateDecisions(same: same.keys.sorted().compactMap { same[$0] }, apart: apart)
      return DuplicateGround(
        records: records, numbers: numbers, works: works, decisions: decisions,
        mark: try Self.duplicateMark(database))
    }
  }

  /// The last act that changes which records there are, or which are one.
  private static func duplicateMark(_ database: Database) throws -> Int {
    try Int.fetchOne(
      database,
      sql: "SELECT max(number) FROM act WHERE kind IN ('imported', 'merged', 'kept-apart', 'undone')") ?? 0
  }

  /// The records of the work that a record describes, in their order.
  ///
  /// - Throws: ``ReviewFault/refused(_:)`` where there is no such record.
  public func members(ofWorkOf record: Int) throws(ReviewFault) -> [Int] {
    try read { database in
      try ActRules(database).requireRecord(record)
      let groups = WorkGroups(database)
      return try groups.members(of: try groups.work(of: record))
    }
  }
}

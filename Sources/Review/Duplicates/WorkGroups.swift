internal import GRDB

/// Which records are one work: the table `duplicate`, in which each record of a group stands with the group's first.
struct WorkGroups {
  let database: Database

  init(_ database: Database) { self.database = database }

  /// The first record of the work that a record describes: mostly itself.
  func work(of record: Int) throws -> Int {
    let statement = try database.cachedStatement(sql: "SELECT work FROM duplicate WHERE record = ?")
    return try Int.fetchOne(statement, arguments: [record]) ?? record
  }

  /// All records of a work, in their order.
  func members(of work: Int) throws -> [Int] {
    let statement = try database.cachedStatement(
      sql: "SELECT record FROM duplicate WHERE work = ? ORDER BY record")
    let members = try Int.fetchAll(statement, arguments: [work])
    return members.isEmpty ? [work] : members
  }

  /// Every record that isn't the only one of its work, with the first of it.
  func all() throws -> [Int: Int] {
    var works: [Int: Int] = [:]
    for row in try Row.fetchAll(database, sql: "SELECT record, work FROM duplicate") {
      works[try row.decode(Int.self, atIndex: 0)] = try row.decode(Int.self, atIndex: 1)
    }
    return works
  }

  /// Makes each group, with all that its members were merged with before, one work.
  func join(_ groups: [[Int]]) throws {
    for group in groups where group.count > 1 {
      var members: Set<Int> = []
      for record in group { members.formUnion(try self.members(of: try work(of: record))) }
      guard let first = members.min() else { continue }
      for record in members.sorted() { try put(record, in: first) }
    }
  }

  /// Takes works apart that hold two or more of these records: their records stand alone again.
  func part(_ records: [Int]) throws {
    var counts: [Int: Set<Int>] = [:]
    for record in records { counts[try work(of: record), default: []].insert(record) }
    for work in counts.keys.sorted() where (counts[work]?.count ?? 0) > 1 {
      try database.cachedStatement(sql: "DELETE FROM duplicate WHERE work = ?").execute(arguments: [work])
    }
  }

  /// Makes the table anew from the acts that stand.
  func rebuild() throws {
    try database.execute(sql: "DELETE FROM duplicate")
    for logged in try ActLog(database).standing(.merged, .keptApart) {
      switch logged.act {
      case .merged(let merge): try join(merge.groups)
      case .keptApart(let apart): try part(apart.records)
      default: break
      }
    }
  }

  private func put(_ record: Int, in work: Int) throws {
    try database.cachedStatement(sql: "INSERT OR REPLACE INTO duplicate (record, work) VALUES (?, ?)")
      .execute(arguments: [record, work])
  }
}

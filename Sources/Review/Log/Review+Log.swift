internal import Documents
internal import Foundation
internal import GRDB

extension Review {
  /// Adds an act to the log, and brings all that follows from it up to date, wholly or not at all.
  ///
  /// - Parameters:
  ///   - act: the act.
  ///   - name: who does it.
  /// - Throws: ``ReviewFault/refused(_:)`` where it can't be done as things are; another ``ReviewFault`` where it can't be
  ///   written.
  @discardableResult
  public func append(_ act: Act, by name: String) throws(ReviewFault) -> LoggedAct {
    let name = try Self.checked(name)
    return try write { try self.append(act, by: name, in: $0) }
  }

  /// Adds an act within a transaction.
  func append(_ act: Act, by name: String, in database: Database) throws -> LoggedAct {
    let logged = LoggedAct(number: try Self.nextNumber(database), at: clock(), by: name, act: act)
    let rules = ActRules(database)
    try rules.check(logged)
    try Self.insert(logged, into: database)
    try rules.checkOutcome(of: logged)
    return logged
  }

  /// Writes an act and what follows from it; nothing is checked but that its number is the next.
  static func insert(_ logged: LoggedAct, into database: Database) throws {
    try database.cachedStatement(
      sql: "INSERT INTO act (number, at, by, kind, content) VALUES (?, ?, ?, ?, ?)"
    )
    .execute(arguments: [
      logged.number, logged.at, logged.by, logged.act.kind.rawValue, try logged.act.contentText(),
    ])
    try Projection(database).apply(logged)
  }

  static func nextNumber(_ database: Database) throws -> Int {
    try following(Int.fetchOne(database, sql: "SELECT max(number) FROM act"))
  }

  /// The number after the highest that there is. A file from outside may hold any.
  static func following(_ highest: Int?) throws -> Int {
    let (next, isTooLarge) = (highest ?? 0).addingReportingOverflow(1)
    guard !isTooLarge else { throw NumbersUsedUp() }
    return next
  }

  private struct NumbersUsedUp: Error {}

  /// A person's name without what keeps two spellings of it apart that look the same: spaces around it, and the ways in which
  /// a letter and its accent are put together (Unicode's form NFC).
  public static func tidied(_ name: String) -> String {
    name.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
  }

  /// A name as it may stand in the log: one line, not blank, not without end.
  static func checked(_ name: String) throws(ReviewFault) -> String {
    let name = tidied(name)
    let scalars = name.unicodeScalars
    guard scalars.allSatisfy(\.isSafeOnScreen), scalars.count <= 100,
      scalars.contains(where: { !$0.properties.isWhitespace })
    else {
      throw .refused("--by: a name has up to 100 signs on one line. Say who you are, such as --by 'Ann Lee'.")
    }
    return name
  }

  /// The acts, the first first.
  ///
  /// - Parameters:
  ///   - kinds: only those of these kinds; all, where none are given.
  ///   - last: the last act that is wanted; `nil` for all.
  ///   - most: only the last so many; `nil` for all.
  /// - Throws: ``ReviewFault``.
  public func acts(
    _ kinds: [Act.Kind] = [], upTo last: Int? = nil, most: Int? = nil
  ) throws(ReviewFault) -> [LoggedAct] {
    try read { try ActLog($0).acts(kinds, upTo: last, most: most) }
  }

  /// The review's title: that of the protocol, or that with which it began.
  ///
  /// - Throws: ``ReviewFault``.
  public func title() throws(ReviewFault) -> String {
    try read { database in
      if case .protocolSet(let change) = try ActLog(database).last(.protocolSet)?.act {
        return change.document.title
      }
      guard case .began(let beginning) = try ActLog(database).last(.began)?.act else { return "" }
      return beginning.title
    }
  }

  /// What was noted on a record or on others of the same work, and wasn't taken back.
  ///
  /// - Throws: ``ReviewFault``.
  public func notes(onWorkOf record: Int) throws(ReviewFault) -> [LoggedAct] {
    try read { database in
      let groups = WorkGroups(database)
      let acts = try groups.members(of: groups.work(of: record)).flatMap {
        try Int.fetchAll(database, sql: "SELECT act FROM note WHERE record = ?", arguments: [$0])
      }
      return try acts.sorted().compactMap { try ActLog(database).act($0) }
    }
  }

  /// The numbers of acts that were taken back, each with the act that did it.
  ///
  /// - Throws: ``ReviewFault``.
  public func undoneActs() throws(ReviewFault) -> [Int: Int] {
    try read { database in
      var undone: [Int: Int] = [:]
      for row in try Row.fetchAll(database, sql: "SELECT act, by_act FROM undone") {
        undone[try row.decode(Int.self, atIndex: 0)] = try row.decode(Int.self, atIndex: 1)
      }
      return undone
    }
  }
}

/// The log, as it is read within a transaction.
struct ActLog {
  let database: Database

  init(_ database: Database) { self.database = database }

  private static let columns = "number, at, by, kind, content"

  func acts(_ kinds: [Act.Kind], upTo last: Int? = nil, most: Int? = nil) throws -> [LoggedAct] {
    let marks = kinds.map { _ in "?" }.joined(separator: ", ")
    let chosen = kinds.isEmpty ? "" : "AND kind IN (\(marks))"
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT \(Self.columns) FROM act WHERE number <= ? \(chosen)
        ORDER BY number \(most == nil ? "" : "DESC") LIMIT ?
        """,
      arguments: StatementArguments([last ?? Int.max]) + StatementArguments(kinds.map(\.rawValue))
        + StatementArguments([most ?? -1]))
    var acts: [LoggedAct] = []
    while let row = try rows.next() { acts.append(try Self.act(row)) }
    return most == nil ? acts : acts.reversed()
  }

  /// Hands over every act in its order, one at a time.
  func each(_ body: (LoggedAct) throws -> Void) throws {
    let rows = try Row.fetchCursor(database, sql: "SELECT \(Self.columns) FROM act ORDER BY number")
    while let row = try rows.next() { try body(try Self.act(row)) }
  }

  /// The acts of some kinds that weren't taken back.
  func standing(_ kinds: Act.Kind...) throws -> [LoggedAct] { try standing(kinds) }

  /// The acts of some kinds that weren't taken back, or hadn't been after an act.
  func standing(_ kinds: [Act.Kind], upTo last: Int? = nil) throws -> [LoggedAct] {
    let undone = Set(
      try Int.fetchAll(
        database, sql: "SELECT act FROM undone WHERE by_act <= ?", arguments: [last ?? Int.max]))
    return try acts(kinds, upTo: last).filter { !undone.contains($0.number) }
  }

  /// The last act of a kind; `nil` where there is none.
  func last(_ kind: Act.Kind) throws -> LoggedAct? {
    try Row.fetchOne(
      database, sql: "SELECT \(Self.columns) FROM act WHERE kind = ? ORDER BY number DESC LIMIT 1",
      arguments: [kind.rawValue]
    ).map(Self.act)
  }

  /// The act of a number; `nil` where there is none.
  func act(_ number: Int) throws -> LoggedAct? {
    try Row.fetchOne(
      database, sql: "SELECT \(Self.columns) FROM act WHERE number = ?", arguments: [number]
    ).map(Self.act)
  }

  /// The protocol as it holds.
  func reviewProtocol() throws -> ReviewProtocol {
    guard case .protocolSet(let change) = try last(.protocolSet)?.act else { return .none }
    return change.document
  }

  private static func act(_ row: Row) throws -> LoggedAct {
    LoggedAct(
      number: try row.decode(Int.self, atIndex: 0), at: try row.decode(String.self, atIndex: 1),
      by: try row.decode(String.self, atIndex: 2),
      act: try Act(
        kind: try row.decode(String.self, atIndex: 3), content: try row.decode(String.self, atIndex: 4)))
  }
}

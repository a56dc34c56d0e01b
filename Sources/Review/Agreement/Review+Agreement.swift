internal import GRDB

extension Review {
  /// How far two reviewers agree.
  ///
  /// Compared is each work that both judged at a stage; counted beside it, each that one judged and the other still has to.
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
      let beginnings = try FirstDecisions(of: [first, second], database, table)
      let judgements = table.stages.flatMap { stage in
        table.works.compactMap { work -> ScreeningAgreement.Judgement? in
          guard table.reaches(work, stage) else { return nil }
          let verdicts = table.verdicts(on: work.id, at: stage)
          let pair = [first, second].map { name in verdicts.first { $0.reviewer == name } }
          let isOwed = zip([first, second], pair).contains { name, given in
            given == nil && table.turn(of: name, on: work, at: stage) == .waiting
          }
          let given = pair.compactMap(\.self)
          guard given.count == 2 || given.count == 1 && isOwed && table.needed(work.id, at: stage) > 1
          else { return nil }
          let end = beginnings.bothHadDecided(on: work.id, at: stage)
          return ScreeningAgreement.Judgement(
            stage: stage, first: pair[0]?.verdict, second: pair[1]?.verdict,
            isChanged: end.map { end in given.contains { $0.act > end } } ?? false)
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

/// When reviewers first decided on works, decisions among them that were replaced or taken back.
private struct FirstDecisions {
  private struct Place: Hashable {
    let work: Int
    let stage: String
  }

  private let reviewers: [String]
  private var acts: [Place: [String: Int]] = [:]

  init(of reviewers: [String], _ database: Database, _ table: ScreeningTable) throws {
    self.reviewers = reviewers
    let rows = try Row.fetchCursor(
      database,
      sql: """
        SELECT number, by, json_extract(content, '$.record'), json_extract(content, '$.stage') FROM act
        WHERE kind = ? AND by IN (?, ?) ORDER BY number
        """, arguments: [Act.Kind.decided.rawValue, reviewers[0], reviewers[1]])
    while let row = try rows.next() {
      let place = Place(
        work: table.work(of: try row.decode(Int.self, atIndex: 2)),
        stage: try row.decode(String.self, atIndex: 3))
      let (number, name) = (try row.decode(Int.self, atIndex: 0), try row.decode(String.self, atIndex: 1))
      if acts[place]?[name] == nil { acts[place, default: [:]][name] = number }
    }
  }

  /// The act by which the second of them had decided, from when on each could see the other's verdict; `nil` where one hasn't.
  func bothHadDecided(on work: Int, at stage: ScreeningStage) -> Int? {
    let numbers = reviewers.compactMap { acts[Place(work: work, stage: stage.rawValue)]?[$0] }
    return numbers.count == reviewers.count ? numbers.max() : nil
  }
}

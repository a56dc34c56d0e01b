internal import GRDB

extension Review {
  /// What happened to the records, from which a ``Flow`` is computed: what each import brought, what was taken out as a
  /// duplicate, what became of the rest at each stage, and the counts that were noted by hand.
  ///
  /// - Throws: ``ReviewFault``.
  public func flowEntries() throws(ReviewFault) -> [FlowEntry] {
    try read { try FlowCounting($0).entries() }
  }
}

/// Counts what a flow needs, within a transaction.
private struct FlowCounting {
  let database: Database
  let table: ScreeningTable
  let log: ActLog

  init(_ database: Database) throws {
    self.database = database
    table = try ScreeningTable(database)
    log = ActLog(database)
  }

  func entries() throws -> [FlowEntry] {
    let files = try self.files()
    var entries = try found(files) + removed(files)
    if !files.isEmpty { entries += table.stages.map { .screened(screened($0)) } }
    for logged in try log.standing(.countsNoted) {
      if case .countsNoted(let note) = logged.act { entries += note.entries }
    }
    return entries
  }

  private func files() throws -> [(act: Int, file: ImportedFile)] {
    try log.acts([.imported]).compactMap { logged in
      guard case .imported(let file) = logged.act else { return nil }
      return (logged.number, file)
    }
  }

  /// Where records come in now: a stage that the protocol no longer has is passed over.
  private func place(_ place: FlowPlace) -> FlowPlace {
    guard case .stage(let stage) = place else { return place }
    return table.stages.first { $0.order >= stage.order }.map { .stage($0) } ?? .included
  }

  private func found(_ files: [(act: Int, file: ImportedFile)]) throws -> [FlowEntry] {
    // The hits of a search are told once, however many files hold what it found.
    var told: Set<Int> = []
    return try files.map { _, file in
      var search: Search?
      if let number = file.search, told.insert(number).inserted,
        case .searchNoted(let noted) = try log.act(number)?.act
      {
        search = noted
      }
      return .found(
        FoundCount(
          waves: [file.wave], source: file.source, count: file.count, hits: search?.hits, read: search?.read,
          entering: place(file.entering)))
    }
  }

  /// Of the records of a work one stays: the first of those that come in earliest.
  private func removed(_ files: [(act: Int, file: ImportedFile)]) throws -> [FlowEntry] {
    guard !table.workOf.isEmpty else { return [] }
    func file(of record: Int) -> Int? { files.firstIndex { $0.file.records.contains(record) } }
    let works = Dictionary(grouping: table.workOf.keys.sorted()) { table.work(of: $0) }
    var counts = [Int](repeating: 0, count: files.count)
    for work in works.keys.sorted() {
      let members = (works[work] ?? []).compactMap { record in file(of: record).map { (record, $0) } }
      let stays = members.min { one, other in
        let (a, b) = (files[one.1].file.entering.order, files[other.1].file.entering.order)
        return (a, one.0) < (b, other.0)
      }
      for member in members where member.0 != stays?.0 { counts[member.1] += 1 }
    }
    return zip(files, counts).filter { $1 > 0 }.map { file, count in
      .removed(RemovedCount(waves: [file.file.wave], count: count, entering: place(file.file.entering)))
    }
  }

  private func screened(_ stage: ScreeningStage) -> ScreenedCount {
    var (reached, kept, awaiting, notRetrieved) = (0, 0, 0, 0)
    var reasons: [String: Int] = [:]
    for work in table.works where table.reaches(work, stage) {
      reached += 1
      switch table.state(of: work.id, at: stage) {
      case .kept: kept += 1
      case .awaiting, .unsure, .conflict: awaiting += 1
      case .excluded(ExclusionReason.notRetrieved): notRetrieved += 1
      case .excluded(let reason): reasons[reason?.words ?? "", default: 0] += 1
      }
    }
    let known = table.plan.criteria(at: stage).map(\.reason.words)
    // Those of the protocol first, in its order; then those of earlier protocols and own words; last, no reason.
    let order = reasons.keys.sorted { one, other in
      (known.firstIndex(of: one) ?? (one.isEmpty ? .max : known.count), one)
        < (known.firstIndex(of: other) ?? (other.isEmpty ? .max : known.count), other)
    }
    return ScreenedCount(
      stage: stage, screened: reached, kept: kept,
      excluded: order.map { ScreenedCount.Exclusion(reason: $0, count: reasons[$0] ?? 0) },
      notRetrieved: notRetrieved, awaiting: awaiting)
  }
}

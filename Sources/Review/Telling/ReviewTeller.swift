import Bibliography
import Literature
public import Reporting

/// Tells of a review as pages.
public struct ReviewTeller: Sendable {
  let program: String
  static let notice =
    "This is about which records a review has and how they are screened, not about what they say."

  /// A teller.
  ///
  /// - Parameter program: who makes the pages.
  public init(madeBy program: String) { self.program = program }

  static let readingNotice =
    "This is about what sources say and what was made of it, not about whether it holds."

  /// A page about texts, passages and what was made of them.
  func readingPage(_ title: String, _ story: [String], _ parts: [Part] = []) -> Page {
    page(title, story, parts, notice: Self.readingNotice)
  }

  func page(_ title: String, _ story: [String], _ parts: [Part] = [], notice: String = notice) -> Page {
    Page(
      title: title, notice: notice, story: story.map { Sentence($0) }, parts: parts, colophon: program)
  }

  /// A number with its noun: “1 record”, “2,769 records”.
  static func counted(_ count: Int, _ noun: String) -> String {
    "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// A number with commas between thousands: “2,769”.
  static func grouped(_ number: Int) -> String { PlainNumber.grouped(number) }

  static func number(_ count: Int) -> Cell { Cell(grouped(count), alignment: .trailing) }

  // MARK: Status

  /// Where the works of a review stand.
  ///
  /// - Parameters:
  ///   - counts: how many stand where.
  ///   - title: the review's title.
  ///   - past: as of which act; `nil` for now.
  public func status(_ counts: ScreeningCounts, title: String, asOf past: Int? = nil) -> Page {
    let works = counts.records - counts.duplicates
    var story = [
      "\(Self.counted(counts.records, "record")), of which \(Self.grouped(counts.duplicates)) are duplicates: "
        + "\(Self.counted(works, "work")).",
      "\(Self.counted(counts.included, "work")) included so far.",
    ]
    let open = counts.stages.reduce(0) { $0 + $1.awaiting }
    let unsure = counts.stages.reduce(0) { $0 + $1.unsure }
    let conflicts = counts.stages.reduce(0) { $0 + $1.conflicts }
    story.append(
      "\(Self.counted(open, "work")) waiting for a decision"
        + (unsure > 0 ? ", \(Self.grouped(unsure)) to be looked at again" : "")
        + ", \(Self.grouped(conflicts)) for a conflict to be resolved.")
    if let past { story.append("As it was after act \(past).") }
    let table = Table(
      caption: "Works at each stage",
      columns: ["stage", "reached", "awaiting", "unsure", "conflicts", "kept", "excluded"],
      rows: counts.stages.map { stage in
        [
          Cell(stage.stage.name), Self.number(stage.reached), Self.number(stage.awaiting),
          Self.number(stage.unsure), Self.number(stage.conflicts), Self.number(stage.kept),
          Self.number(stage.excluded),
        ]
      })
    return page(title, story, [Part(id: "stages", title: "Screening", blocks: [.table(table)])])
  }

  // MARK: Lists

  /// Works in a list.
  public func list(_ works: [WorkLine], told: String) -> Page {
    let table = Table(
      caption: told, columns: ["record", "work", "title", "stands"],
      rows: works.map { work in
        let stands = work.duplicateOf.map { "duplicate of \($0)" } ?? work.place?.told ?? ""
        return [Cell(String(work.line.id), alignment: .trailing)] + Self.cells(work.line) + [Cell(stands)]
      })
    let blocks: [Block] = works.isEmpty ? [.paragraph([Sentence("None.")])] : [.table(table)]
    return page(
      "Records", ["\(Self.counted(works.count, "record")): \(told)."],
      [
        Part(id: "records", title: "Records", blocks: blocks)
      ])
  }

  /// What was found.
  public func findings(_ findings: Findings, looking text: String) -> Page {
    let table = Table(
      caption: "The best first", columns: ["record", "work", "title"],
      rows: findings.records.map { [Cell(String($0.id), alignment: .trailing)] + Self.cells($0) })
    let blocks: [Block] = findings.records.isEmpty ? [.paragraph([Sentence("None.")])] : [.table(table)]
    return page(
      "Found", ["\(Self.counted(findings.count, "record")) found for: \(text)"],
      [
        Part(id: "found", title: "Records", blocks: blocks)
      ])
  }

  static func cells(_ line: RecordLine) -> [Cell] {
    [Cell(line.citation), Cell(line.title.isEmpty ? "no title" : line.title)]
  }

  // MARK: One record

  /// One record, whole.
  public func record(_ record: ReviewRecord, stands: WorkLine, notes: [LoggedAct]) -> Page {
    var blocks: [Block] = [.paragraph([Sentence(record.record.reference.fullCitation)])]
    if let abstract = record.record.abstract { blocks.append(.paragraph([Sentence(abstract)])) }
    if !record.record.keywords.isEmpty {
      blocks.append(.paragraph([Sentence("Keywords: " + record.record.keywords.joined(separator: "; "))]))
    }
    let place = stands.duplicateOf.map { "duplicate of record \($0)" } ?? stands.place?.told ?? ""
    var parts = [Part(id: "record", title: record.record.reference.title ?? "No title", blocks: blocks)]
    let remarks = notes.compactMap { logged -> Sentence? in
      guard case .noted(let note) = logged.act else { return nil }
      return Sentence("\(logged.by), \(logged.at): \(note.text)")
    }
    if !remarks.isEmpty { parts.append(Part(id: "notes", title: "Notes", blocks: [.list(remarks)])) }
    let origin = record.record.origin.map { "From \($0.file), record \($0.position), line \($0.line)." } ?? ""
    return page("Record \(record.id)", ["Stands: \(place).", origin].filter { !$0.isEmpty }, parts)
  }

  // MARK: Duplicates and conflicts

  /// What a search for duplicates found.
  public func duplicates(_ found: DuplicateFindings) -> Page {
    let gone = found.groups.reduce(0) { $0 + $1.count - 1 }
    var story = [
      "\(Self.counted(found.works, "work")) compared: \(Self.counted(found.groups.count, "new group")) of the same work, "
        + "in which \(Self.counted(gone, "record")) fall away."
    ]
    if let act = found.act {
      story.append("Noted as act \(act), which can be taken back.")
    } else if !found.groups.isEmpty {
      story.append("A trial: nothing was changed.")
    }
    story.append("\(Self.counted(found.doubtful.count, "pair")) left for a person to decide.")
    guard !found.doubtful.isEmpty else { return page("Duplicates", story) }
    var blocks: [Block] = []
    for pair in found.doubtful.prefix(20) {
      blocks.append(
        .list([pair.first, pair.second].map { Sentence("\($0.id): \($0.citation), \($0.title)") }))
      blocks.append(.paragraph([Sentence(pair.reason)]))
    }
    if found.doubtful.count > 20 {
      blocks.append(.note(Sentence("… and \(found.doubtful.count - 20) more.")))
    }
    return page("Duplicates", story, [Part(id: "doubtful", title: "For a person to decide", blocks: blocks)])
  }

  /// Conflicts that wait to be resolved.
  public func conflicts(_ conflicts: [ScreeningConflict]) -> Page {
    let table = Table(
      caption: "Conflicts", columns: ["record", "work", "title", "stage", "verdicts"],
      rows: conflicts.map { conflict in
        let verdicts = conflict.verdicts.map { given in
          "\(given.reviewer): \(given.verdict.rawValue)" + (given.reason.map { " (\($0.told))" } ?? "")
        }
        return [Cell(String(conflict.line.id), alignment: .trailing)] + Self.cells(conflict.line)
          + [Cell(conflict.stage.name), Cell(verdicts.joined(separator: "; "))]
      })
    let parts = conflicts.isEmpty ? [] : [Part(id: "conflicts", title: "Conflicts", blocks: [.table(table)])]
    return page("Conflicts", ["\(Self.counted(conflicts.count, "conflict")) to be resolved."], parts)
  }
}

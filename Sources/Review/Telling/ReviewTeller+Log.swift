import Bibliography
import Literature
public import Reporting

extension ReviewTeller {
  /// The log, one row an act.
  ///
  /// - Parameters:
  ///   - acts: the acts.
  ///   - undone: those that were taken back, each with the act that did it.
  ///   - hidden: acts whose verdicts nobody may see yet, since another reviewer hasn't decided.
  public func log(_ acts: [LoggedAct], undone: [Int: Int], hidden: Set<Int>) -> Page {
    let table = Table(
      caption: "What was done, by whom and when", columns: ["act", "when", "who", "what"],
      rows: acts.map { logged in
        let back = undone[logged.number].map { " (taken back by act \($0))" } ?? ""
        let told = hidden.contains(logged.number) ? Self.hiddenTold(logged.act) : logged.act.told
        return [
          Cell(String(logged.number), alignment: .trailing), Cell(logged.at), Cell(logged.by),
          Cell(told + back),
        ]
      })
    let blocks: [Block] = acts.isEmpty ? [.paragraph([Sentence("None.")])] : [.table(table)]
    return page(
      "Log", ["\(Self.counted(acts.count, "act"))."], [Part(id: "log", title: "Acts", blocks: blocks)])
  }

  private static func hiddenTold(_ act: Act) -> String {
    guard case .decided(let decision) = act else { return act.told }
    return
      "decided on record \(decision.record) at \(decision.stage.name); hidden until the other reviewer has decided"
  }

  /// The protocol as a page, with the searches and every change.
  ///
  /// - Parameters:
  ///   - plan: the protocol as it holds.
  ///   - changes: the acts that set it.
  ///   - searches: the acts that noted searches.
  public func plan(_ plan: ReviewProtocol, changes: [LoggedAct], searches: [LoggedAct]) -> Page {
    var story = [plan.question]
    if let registration = plan.registration { story.append("Registered: \(registration).") }
    if !plan.reviewers.isEmpty { story.append("Reviewers: \(plan.reviewers.joined(separator: ", ")).") }
    if !plan.databases.isEmpty { story.append("To be searched: \(plan.databases.joined(separator: ", ")).") }
    var parts = plan.usedStages.map { Self.part(of: plan, at: $0) }
    if !searches.isEmpty { parts.append(Self.part(of: searches)) }
    let history = changes.compactMap { logged -> Sentence? in
      guard case .protocolSet(let change) = logged.act else { return nil }
      return Sentence(
        "\(logged.at), \(logged.by): \(change.because.map { "changed, because \($0)" } ?? "set")")
    }
    parts.append(Part(id: "changes", title: "Changes", blocks: [.list(history)]))
    return page(plan.title, story, parts)
  }

  private static func part(of plan: ReviewProtocol, at stage: ScreeningStage) -> Part {
    let settings = plan.stage(stage) ?? StageProtocol(stage: stage)
    let who = settings.reviewers == 1 ? "1 reviewer decides" : "2 reviewers decide"
    let blinded =
      settings.isBlinded && settings.reviewers > 1 ? ", each without seeing the other's verdict" : ""
    var blocks: [Block] = [.paragraph([Sentence("\(who) on each record\(blinded).")])]
    let criteria = plan.criteria(at: stage)
    if !criteria.isEmpty {
      blocks.append(
        .table(
          Table(
            caption: "Criteria", columns: ["code", "to", "criterion"],
            rows: criteria.map {
              [Cell($0.code), Cell($0.isInclusion ? "include" : "exclude"), Cell($0.words)]
            })))
    }
    let title = stage.name.prefix(1).uppercased() + stage.name.dropFirst()
    return Part(id: stage.rawValue, title: title, blocks: blocks)
  }

  private static func part(of searches: [LoggedAct]) -> Part {
    let rows = searches.compactMap { logged -> [Cell]? in
      guard case .searchNoted(let search) = logged.act else { return nil }
      let hits = search.hits.map(grouped) ?? ""
      return [
        Cell(String(logged.number), alignment: .trailing), Cell(search.source), Cell(search.wave.name),
        Cell(search.date ?? ""), Cell(search.strategy ?? ""), Cell(search.limits ?? ""),
        Cell([hits, search.read ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")),
      ]
    }
    return Part(
      id: "searches", title: "Searches",
      blocks: [
        .table(
          Table(
            caption: "Searches that were made",
            columns: ["act", "source", "wave", "date", "strategy", "limits", "hits"], rows: rows))
      ])
  }
}

extension Act {
  /// The act in a sentence without its subject.
  public var told: String {
    func counted(_ count: Int, _ noun: String) -> String { ReviewTeller.counted(count, noun) }
    return switch self {
    case .began(let beginning): "began the review: \(beginning.title)"
    case .protocolSet(let change):
      change.because.map { "changed the protocol, because \($0)" }
        ?? "set the protocol: \(change.document.title)"
    case .searchNoted(let search):
      "noted a search: \(search.source)" + (search.date.map { ", \($0)" } ?? "")
        + (search.hits.map { ", \(counted($0, "hit"))" } ?? "") + (search.read.map { ", \($0)" } ?? "")
    case .imported(let file):
      "imported \(file.file) (\(file.format.name), \(file.wave.name)): \(counted(file.count, "record"))"
        + (file.report.refusedRecords > 0 ? ", \(file.report.refusedRecords) refused" : "")
    case .merged(let merge):
      "merged "
        + (merge.groups.count == 1
          ? "records \(merge.groups[0].map(String.init).joined(separator: ", "))"
          : counted(merge.groups.count, "group") + " of the same work")
        + (merge.isByPerson ? "" : ", by the rules")
    case .keptApart(let apart): "kept apart records \(apart.records.map(String.init).joined(separator: ", "))"
    case .sampleDrawn(let draw):
      "drew a sample for \(draw.stage.name): \(ReviewTeller.grouped(draw.records.count)) of "
        + "\(counted(draw.from, "work")), by seed \(draw.seed)" + (draw.reviewer.map { ", for \($0)" } ?? "")
    case .decided(let decision):
      "\(decision.verdict.rawValue): record \(decision.record) at \(decision.stage.name)"
        + (decision.reason.map { ", \($0.told)" } ?? "") + (decision.note.map { " (\($0))" } ?? "")
    case .resolved(let resolution):
      "resolved record \(resolution.record) at \(resolution.stage.name): \(resolution.verdict.rawValue), because "
        + resolution.because
    case .noted(let note): "noted on record \(note.record): \(note.text)"
    case .countsNoted(let note): "noted \(counted(note.entries.count, "count")) by hand"
    case .textAdded(let text): "added text \(text.number), \(text.file), of \(text.source)"
    case .textReplaced(let replacement): replacement.told
    case .sourceDescribed(let source): "described source \(source.key): \(source.reference.shortCitation)"
    case .sourceAppraised(let appraisal): appraisal.told
    case .passageMarked(let passage): passage.told
    case .hitsSeen(let seen): seen.told
    case .coded(let coding): coding.told
    case .codesBrought(let brought): "brought in \(counted(brought.codes.count, "code")) of \(brought.file)"
    case .codesMerged(let merge): merge.told
    case .codeSplit(let split): split.told
    case .conceptFormed(let formation): formation.told
    case .conceptsMerged(let merge): merge.told
    case .candidateDrafted(let draft): draft.told
    case .synthesised(let step): step.told
    case .candidateJudged(let judgement): judgement.told
    case .rivalsNoted(let rivalry): rivalry.told
    case .theoryFramed: "set the frame of the theory"
    case .formDefined(let form): "defined the form \(form.name): \(counted(form.fields.count, "field"))"
    case .formFilled(let filled): "filled the form \(filled.form) for \(filled.source)"
    case .undone(let undoing): "took back act \(undoing.act)"
    }
  }
}

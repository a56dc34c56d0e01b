public import Bibliography
import ProgrammeTheory
public import Reporting

extension Assessment {
  /// What to keep watch on, as a page: what has to hold by when, signs, what happened and was measured.
  ///
  /// - Parameters:
  ///   - today: the day on which it is read; `nil` where that isn't known. It only says which dates are past: no
  ///     assessment goes by a clock.
  ///   - program: name and version of the program, for the colophon.
  public func watchPage(today: PartialDate?, madeBy program: String) -> Page {
    let teller = AssessmentTeller(assessment: self, detail: .full)
    return Page(
      title: subject.title, notice: theory.assessmentNotice,
      parts: [teller.clock(today: today), teller.signs, teller.turns, teller.measured].compactMap(\.self),
      explanations: teller.explanations, sources: teller.sources, colophon: program)
  }
}

extension AssessmentTeller {
  /// What has to hold by when. The theory gives no clock, so dates come from the case alone: its start, and how long a
  /// round of work takes; and how long something may last comes from the theory document's endings, with its range.
  func clock(today: PartialDate?) -> Part {
    var rows = [firstMonths(today), nextRound(today)].compactMap(\.self)
    for case .ending(let ending) in theory.dynamics { rows.append(row(of: ending)) }
    var blocks: [Block] = [
      .table(
        Table(
          caption: "Dates, and limits in time",
          columns: ["When", "What has to hold, or must not last", "How it stands"],
          rows: rows))
    ]
    if rows.isEmpty {
      blocks = [.paragraph([Sentence("Neither the case nor the theory sets a date or a limit.")])]
    }
    if assessment.subject.start == nil {
      blocks.append(
        .note(Sentence("The case doesn't say when it started, so there is no date for the first signs.")))
    }
    return Part(id: "clock", title: "What has to hold, by when", blocks: blocks)
  }

  /// By when the first signs show.
  private func firstMonths(_ today: PartialDate?) -> [Cell]? {
    guard let start = assessment.subject.start, let end = start.adding(months: 3) else { return nil }
    let isPast = today.map { end.latest < $0.earliest } ?? false
    return [
      Cell("By \(end)"), Cell("The signs below have been looked for, and what was seen has been told."),
      Cell(isPast ? "Past: if they were not seen, tell so." : "Still to come."),
    ]
  }

  /// When the present round of work is over.
  private func nextRound(_ today: PartialDate?) -> [Cell]? {
    guard let start = assessment.subject.start, let months = assessment.subject.roundMonths, months > 0,
      let today
    else {
      return nil
    }
    let gone = Double((today.year - start.year) * 12 + (today.month ?? 1) - (start.month ?? 12))
    let round = max(1, (gone / months).rounded(.down) + 1)
    guard round.isFinite, round < 10_000, let end = start.adding(months: round * months) else { return nil }
    return [
      Cell("By \(end)"),
      Cell("What happened in this round of work has been told, and the plan looked at again."),
      Cell("Round \(Int(round)) runs."),
    ]
  }

  private func row(of ending: DynamicsBlock.Ending) -> [Cell] {
    let standing = entailment.standing(of: ending.of)
    let (least, most) = (Int(ending.months.from.rounded()), Int(ending.months.to.rounded()))
    let months = least == most ? "\(least)" : "\(least) to \(most)"
    let side: Direction = if case .below = ending.limit { .less } else { .more }
    let state = theory.state(Literal(side, ending.of, degree: .much))
    let grounds = standing.movedBy(side).prefix(1)
    return [
      Cell("At all times"),
      Cell("Not for \(months) months: \(state). Else \(ending.name)."),
      Cell(
        (standing.fact.map { "Known: \(words($0, of: ending.of)). " } ?? "")
          + Theory.capitalised(words(standing.tendency, of: ending.of)) + ".", why: why(grounds)),
    ]
  }

  /// What was measured.
  var measured: Part? {
    let observations = assessment.subject.observations
    guard !observations.isEmpty else { return nil }
    let names = Dictionary(assessment.subject.partners.map { ($0.id, $0.name) }) { first, _ in first }
    let rows = observations.map { observation in
      let whose = [observation.of, observation.towards].compactMap(\.self).map { names[$0] ?? $0.text }
      return [
        Cell(observation.date.description), Cell(Theory.capitalised(name(observation.concept))),
        Cell(whose.isEmpty ? "all" : whose.joined(separator: " towards ")),
        Cell("\(observation.score.plain) (\(observation.lowest.plain) to \(observation.highest.plain))"),
        Cell([observation.instrument, observation.source].compactMap(\.self).joined(separator: "; ")),
      ]
    }
    return Part(
      id: "measured", title: "What was measured",
      blocks: [
        .table(
          Table(
            caption: "Measurements by date", columns: ["When", "What", "Whose", "Score", "How"], rows: rows)),
        .note(
          Sentence(
            "No assessment reads measurements: a score says nothing of which end of the scale is meant.")),
      ])
  }
}

extension Double {
  /// The number without a fraction where it has none.
  fileprivate var plain: String { self == rounded() && abs(self) < 1e9 ? String(Int(self)) : String(self) }
}

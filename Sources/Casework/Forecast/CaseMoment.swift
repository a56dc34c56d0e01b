import Bibliography
import ProgrammeTheory

/// A case as of a date: what was known at the start, what happened until then, and what is known now.
struct CaseMoment {
  let start: Situation
  let turns: [Turn]
  let now: CaseStart
  let asOf: AsOf

  /// - Parameter date: what happened or became known after this date is left out; `nil` takes all.
  init(of subject: Case, by theory: Theory, asOf date: PartialDate?) {
    start = subject.startingSituation(in: theory, by: date)
    turns = Turn.all(of: subject, in: theory, from: start, by: date)
    now = CaseStart(of: subject, turns.last?.after ?? start, in: theory)
    asOf = AsOf(
      asked: date, of: subject, turns: turns,
      told: subject.facts.filter { subject.isStartFact($0) && theory.concept($0.concept) != nil })
  }
}

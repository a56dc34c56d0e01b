public import Bibliography
public import ProgrammeTheory

/// What a theory says of a case: the values, before anybody tells them. By signs alone; there are no numbers in it but
/// counts of configurations and of steps.
public struct Assessment: Sendable {
  /// The case.
  public let subject: Case
  /// The theory.
  public let theory: Theory
  /// The date as of which it holds.
  public let asOf: AsOf
  /// What was known at the start, and what it entails.
  public let start: Situation
  /// What each change since then changed, by date.
  public let turns: [Turn]
  /// Loops that run on what fires now, the named ones and the shortest first.
  public let loops: [Loop]
  /// Where the theory contradicts itself in this case: what follows under each reading.
  public let contests: [Contest]
  /// Actions, those that help most first.
  public let actions: [ActionEffect]
  /// Facts to find out, those on which most hangs first.
  public let questions: [OpenQuestion]
  /// What the theory is silent on.
  public let silences: [Silence]
  /// Cases set beside this one.
  public let besides: [Comparison]

  /// What is known now: the last turn, or the start.
  public var now: Situation { turns.last?.after ?? start }

  /// Assesses a case.
  ///
  /// - Parameters:
  ///   - subject: the case.
  ///   - theory: the theory.
  ///   - date: events and facts after this date are left out; `nil` takes all.
  ///   - others: cases to set beside it.
  public init(of subject: Case, by theory: Theory, asOf date: PartialDate? = nil, beside others: [Case] = [])
  {
    self.subject = subject
    self.theory = theory
    start = subject.startingSituation(in: theory, by: date)
    turns = Turn.all(of: subject, in: theory, from: start, by: date)
    asOf = AsOf(
      asked: date, of: subject, turns: turns,
      told: subject.facts.filter { subject.isStartFact($0) && theory.concept($0.concept) != nil })
    let now = turns.last?.after ?? start
    loops = Self.loops(in: now.entailment)
    contests = Contest.all(in: now)
    actions = ActionEffect.all(in: now)
    questions = OpenQuestion.all(in: now)
    silences = subject.silences(in: theory)
    let here = Comparison.Side(subject: subject, start: start, turns: turns)
    besides = others.map {
      Comparison(of: here, with: Comparison.Side(of: $0, in: theory, by: date), in: theory)
    }
  }
}

extension Assessment {
  /// The loops in play that run the way in which their concepts are moved first; where there are none, the first of
  /// those in which something is pulled both ways.
  private static func loops(in entailment: Entailment) -> [Loop] {
    let loops = entailment.loopsInPlay(most: 200)
    let along = loops.filter { loop in
      loop.hops.allSatisfy { hop in
        let standing = entailment.standing(of: hop.to.concept)
        return standing.fact.map { $0.directions.contains(hop.to.direction) }
          ?? (standing.tendency.first == hop.to.direction)
      }
    }
    return Array((along.isEmpty ? loops : along).prefix(5))
  }
}

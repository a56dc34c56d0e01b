public import Bibliography
public import ProgrammeTheory

/// What a theory says of a case: the values, before anybody tells them. By signs alone; there are no numbers in it but
/// counts of configurations and of steps.
public struct Assessment: Sendable {
  /// The case.
  public let subject: Case
  /// The theory.
  public let theory: Theory
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
    start = subject.startingSituation(in: theory)
    turns = Turn.all(of: subject, in: theory, from: start, by: date)
    let now = turns.last?.after ?? start
    loops = Self.loops(in: now.entailment)
    contests = Contest.all(in: now)
    actions = ActionEffect.all(in: now)
    questions = OpenQuestion.all(in: now)
    silences = subject.silences(in: theory)
    besides = others.map { Comparison(of: subject, with: $0, in: theory, by: date) }
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

/// What one change in a case changed in what the theory says.
public struct Turn: Sendable {
  /// How a concept of the outlook was moved before and after.
  public struct Shift: Sendable, Hashable {
    /// The concept.
    public let concept: Concept.ID
    /// How it was moved before.
    public let before: Standing.Tendency
    /// How it is moved now.
    public let after: Standing.Tendency
    /// Whether the change itself set the concept, so that nothing needs to move it.
    public let isGiven: Bool
  }

  /// When.
  public let date: PartialDate
  /// What happened.
  public let title: String
  /// Where it can be read.
  public let source: String?
  /// What is known after it.
  public let after: Situation
  /// What it set.
  public let sets: [Concept.ID]
  /// The configurations that fire since.
  public let newlyFiring: [CMOConfiguration.ID]
  /// The configurations that fire no more.
  public let fallenSilent: [CMOConfiguration.ID]
  /// What changed in the outlook.
  public let shifts: [Shift]

  static func all(of subject: Case, in theory: Theory, from start: Situation, by date: PartialDate?) -> [Turn]
  {
    var before = start
    var turns: [Turn] = []
    for change in subject.changes(in: theory) {
      if let date, change.date.latest > date.latest { continue }
      // Changes of the same day are told one by one, each on top of those before it.
      let after = before.changed(by: change, in: theory)
      turns.append(Turn(change, before: before, after: after))
      before = after
    }
    return turns
  }

  private init(_ change: Case.Change, before: Situation, after: Situation) {
    date = change.date
    title = change.title
    source = change.source
    self.after = after
    sets = change.readings.map(\.concept)
    newlyFiring = after.entailment.fires(butNot: before.entailment)
    fallenSilent = before.entailment.fires(butNot: after.entailment)
    shifts = after.entailment.theory.outlook.compactMap { prospect in
      let (old, new) = (
        before.entailment.standing(of: prospect.concept), after.entailment.standing(of: prospect.concept)
      )
      guard old.tendency != new.tendency || old.fact != new.fact else { return nil }
      return Shift(
        concept: prospect.concept, before: old.tendency, after: new.tendency,
        isGiven: old.fact != new.fact)
    }
  }
}

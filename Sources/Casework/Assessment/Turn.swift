public import Bibliography
public import ProgrammeTheory

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

import Bibliography
public import ProgrammeTheory

/// Two cases side by side: what the theory can tell apart at the start, and since when it can.
public struct Comparison: Sendable {
  /// A concept on which two cases differ.
  public struct Difference: Sendable, Hashable {
    /// The concept.
    public let concept: Concept.ID
    /// What is known of it in the one case.
    public let here: Fact?
    /// What is known of it in the other.
    public let there: Fact?
  }

  /// The case.
  public let here: Case
  /// The other case.
  public let there: Case
  /// The facts on which they differ at the start.
  public let atStart: [Difference]
  /// The concepts of the outlook that stand otherwise at the start.
  public let outlookAtStart: [Concept.ID]
  /// The facts on which they differ now.
  public let now: [Difference]
  /// How the outlook stands now in both, where it differs.
  public let outlookNow: [(concept: Concept.ID, here: Standing, there: Standing)]
  /// The first event of either case after which the theory tells them apart.
  public let parting: (subject: Case, turn: Turn)?

  /// Whether nothing that the theory knows tells the cases apart at the start.
  public var areAlikeAtStart: Bool { outlookAtStart.isEmpty }

  init(of here: Case, with there: Case, in theory: Theory, by date: PartialDate?) {
    self.here = here
    self.there = there
    let starts = (here.startingSituation(in: theory, by: date), there.startingSituation(in: theory, by: date))
    let turns = (
      Turn.all(of: here, in: theory, from: starts.0, by: date),
      Turn.all(of: there, in: theory, from: starts.1, by: date)
    )
    let ends = (turns.0.last?.after ?? starts.0, turns.1.last?.after ?? starts.1)
    atStart = Self.differences(starts.0, starts.1, theory)
    now = Self.differences(ends.0, ends.1, theory)
    outlookAtStart = Self.outlook(starts.0, starts.1).map(\.concept)
    outlookNow = Self.outlook(ends.0, ends.1)
    let all = turns.0.map { (subject: here, turn: $0) } + turns.1.map { (subject: there, turn: $0) }
    parting = all.filter { !$0.turn.shifts.isEmpty }.min { $0.turn.date.latest < $1.turn.date.latest }
  }

  private static func differences(_ one: Situation, _ other: Situation, _ theory: Theory) -> [Difference] {
    theory.concepts.compactMap { concept in
      let (here, there) = (one.facts[concept.id], other.facts[concept.id])
      return here == there ? nil : Difference(concept: concept.id, here: here, there: there)
    }
  }

  private static func outlook(
    _ one: Situation, _ other: Situation
  ) -> [(concept: Concept.ID, here: Standing, there: Standing)] {
    zip(one.entailment.outlook, other.entailment.outlook).compactMap { here, there in
      let isSame =
        here.standing.tendency == there.standing.tendency && here.standing.fact == there.standing.fact
      return isSame ? nil : (here.prospect.concept, here.standing, there.standing)
    }
  }
}

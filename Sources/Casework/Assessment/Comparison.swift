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
  /// The first change in either case after which the theory tells them apart; `nil` where it does so from the start, or
  /// never.
  public let parting: (subject: Case, turn: Turn)?

  /// Whether nothing that the theory knows tells the cases apart at the start.
  public var areAlikeAtStart: Bool { outlookAtStart.isEmpty }

  init(of here: Side, with there: Side, in theory: Theory) {
    self.here = here.subject
    self.there = there.subject
    atStart = Self.differences(here.start, there.start, theory)
    now = Self.differences(here.now, there.now, theory)
    outlookAtStart = Self.outlook(here.start, there.start).map(\.concept)
    outlookNow = Self.outlook(here.now, there.now)
    parting = outlookAtStart.isEmpty ? Self.parting(here, there) : nil
  }

  /// One side of the comparison: a case, and what became of it.
  struct Side {
    let subject: Case
    let start: Situation
    let turns: [Turn]

    init(subject: Case, start: Situation, turns: [Turn]) {
      self.subject = subject
      self.start = start
      self.turns = turns
    }

    /// A case of which nothing is worked out yet.
    init(of subject: Case, in theory: Theory, by date: PartialDate?) {
      let start = subject.startingSituation(in: theory, by: date)
      self.init(
        subject: subject, start: start, turns: Turn.all(of: subject, in: theory, from: start, by: date))
    }

    /// What is known now: the last turn, or the start.
    var now: Situation { after(turns.count) }

    /// The side once a number of its turns are told.
    func after(_ count: Int) -> Situation { count > 0 ? turns[count - 1].after : start }

    /// Whether the same was set on the same date.
    func shares(_ turn: Turn) -> Bool {
      turns.contains { own in
        own.date == turn.date && own.sets == turn.sets
          && turn.sets.allSatisfy { own.after.facts[$0] == turn.after.facts[$0] }
      }
    }
  }

  /// Walks through both by date, and on the same date by their places in the two documents; what happened to both on one
  /// date parts nobody.
  private static func parting(_ here: Side, _ there: Side) -> (subject: Case, turn: Turn)? {
    var told = (here: 0, there: 0)
    while told.here < here.turns.count || told.there < there.turns.count {
      let isHere = comesFirst(
        here.turns.dropFirst(told.here), told.here, there.turns.dropFirst(told.there), told.there)
      let (side, other) = isHere ? (here, there) : (there, here)
      let turn = side.turns[isHere ? told.here : told.there]
      if isHere { told.here += 1 } else { told.there += 1 }
      let stands = outlook(here.after(told.here), there.after(told.there))
      if !stands.isEmpty && !turn.shifts.isEmpty && !other.shares(turn) { return (side.subject, turn) }
    }
    return nil
  }

  private static func comesFirst(
    _ here: ArraySlice<Turn>, _ place: Int, _ there: ArraySlice<Turn>, _ otherPlace: Int
  ) -> Bool {
    guard let one = here.first else { return false }
    guard let other = there.first else { return true }
    if one.date.latest != other.date.latest { return one.date.latest < other.date.latest }
    return place <= otherPlace
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

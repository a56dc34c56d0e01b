public import Agreement
import Bibliography
public import ProgrammeTheory

/// Two codings of one case by two coders, side by side: where they agree, where they don't, and whether that matters for
/// what a theory says.
///
/// Which is the first makes no difference but for which side is told first.
public struct CodingComparison: Sendable {
  /// The first coding.
  public let first: Case
  /// The second coding.
  public let second: Case
  /// The theory.
  public let theory: Theory
  /// What either coder coded of the theory's concepts, at the start: in the theory's order of concepts.
  public let units: [Unit]
  /// The questions of the theory to which neither coder gave an answer.
  public let unanswered: [Concept.ID]
  /// Facts that became known later, in either coding.
  public let later: [LaterUnit]
  /// The fields that every case document has.
  public let fields: [Field]
  /// Events, those that both have as pairs.
  public let events: [EventPair]
  /// Partners that only the first coding has, and that only the second has, by their names.
  public let partners: (onlyFirst: [String], onlySecond: [String])
  /// Concepts that either names and the theory doesn't have: they are compared nowhere.
  public let unknown: [Concept.ID]
  /// Where the codings lead, for each of the theory's main things.
  public let outlook: [Prospects]
  /// Start facts on which the codings differ once all is put together, with the main things that hang on each.
  public let stakes: [Stake]

  /// How a main thing stands in both.
  public struct Prospects: Sendable {
    /// The main thing.
    public let prospect: Prospect
    /// At the start, by the first coding and by the second.
    public let start: (Standing, Standing)
    /// After all that has happened, by the first coding and by the second.
    public let now: (Standing, Standing)

    /// Whether the codings lead to the same at the start.
    public var isSameAtStart: Bool { Self.areSame(start) }
    /// Whether they lead to the same after all that has happened.
    public var isSameNow: Bool { Self.areSame(now) }

    private static func areSame(_ pair: (Standing, Standing)) -> Bool {
      pair.0.tendency == pair.1.tendency && pair.0.fact == pair.1.fact
    }
  }

  /// A start fact on which the codings differ, and what it decides by itself.
  public struct Stake: Sendable, Hashable {
    /// The concept.
    public let concept: Concept.ID
    /// What the first coding comes to.
    public let first: CodedLevel
    /// What the second comes to.
    public let second: CodedLevel
    /// The main things that change when one coding takes over the other's word on this concept alone.
    public let decides: [Concept.ID]
  }

  /// Compares two codings.
  ///
  /// - Parameters:
  ///   - first: the one coding.
  ///   - second: the other.
  ///   - theory: the theory in whose terms both are taken.
  ///   - includingEnds: whether to compare how the case ended. No assessment reads it, and a coder may have been kept
  ///     from knowing it.
  public init(of first: Case, and second: Case, in theory: Theory, includingEnds: Bool = false) {
    (self.first, self.second, self.theory) = (first, second, theory)
    let pairing = PartnerPairing(first, second)
    partners = (pairing.onlyFirst.map(\.name), pairing.onlySecond.map(\.name))
    let units = UnitComparison(first, second, theory, pairing)
    (self.units, later) = (units.units, units.later)
    // What a fixed field answers is compared there.
    let fielded = [theory.caseFields.mandated, theory.caseFields.integration, theory.caseFields.ambition]
    let coded = Set(units.units.map(\.concept) + fielded.compactMap(\.self))
    unanswered = theory.concepts.filter { $0.question != nil && !coded.contains($0.id) }.map(\.id)
    fields = Field.all(first, second, in: theory, includingEnds: includingEnds)
    events = EventPair.all(first.events, second.events)
    unknown = Self.unknown(first, second, in: theory)
    let sides = (
      Comparison.Side(of: first, in: theory, by: nil), Comparison.Side(of: second, in: theory, by: nil)
    )
    outlook = Self.outlook(sides.0, sides.1)
    stakes = Self.stakes(sides.0.start, sides.1.start, in: theory)
  }

  // MARK: Where they lead

  private static func outlook(_ first: Comparison.Side, _ second: Comparison.Side) -> [Prospects] {
    let (start, now) = (
      (first.start.entailment.outlook, second.start.entailment.outlook),
      (first.now.entailment.outlook, second.now.entailment.outlook)
    )
    return start.0.indices.map { index in
      Prospects(
        prospect: start.0[index].prospect, start: (start.0[index].standing, start.1[index].standing),
        now: (now.0[index].standing, now.1[index].standing))
    }
  }

  private static func stakes(_ first: Situation, _ second: Situation, in theory: Theory) -> [Stake] {
    theory.concepts.compactMap { concept in
      let (one, other) = (first.facts[concept.id], second.facts[concept.id])
      guard one != other else { return nil }
      let changed = Set(
        changes(in: first, taking: other, for: concept.id)
          + changes(in: second, taking: one, for: concept.id))
      return Stake(
        concept: concept.id, first: CodedLevel(one), second: CodedLevel(other),
        decides: theory.outlook.map(\.concept).filter(changed.contains))
    }
  }

  /// The main things that stand otherwise once one fact of a situation is replaced.
  private static func changes(
    in situation: Situation, taking fact: Fact?, for concept: Concept.ID
  ) -> [Concept.ID] {
    var facts = situation.facts
    facts[concept] = fact
    let after = situation.entailment.entailment(of: facts).outlook
    return zip(situation.entailment.outlook, after).compactMap { old, new in
      old.standing.tendency == new.standing.tendency || old.prospect.concept == concept
        ? nil : old.prospect.concept
    }
  }

  private static func unknown(_ first: Case, _ second: Case, in theory: Theory) -> [Concept.ID] {
    let named = [first, second].flatMap { subject in
      subject.facts.map(\.concept) + subject.events.flatMap { $0.moves.map(\.concept) }
    }
    return Set(named.filter { theory.concept($0) == nil }).sorted()
  }
}

extension CodingComparison {
  /// How far the codings agree over some of the units.
  public struct Agreement: Sendable, Hashable {
    /// Every level a category of its own, those that lie in no order included.
    public let nominal: CrossTable
    /// Units to which both give one of the five levels in order.
    public let ordinal: CrossTable
  }

  /// Over what either coded: units to which at least one coder gives a level. That both leave a concept open can't count
  /// here, so kappa lies low.
  public var overCoded: Agreement { Self.agreement(units.filter(\.isAnswered), unanswered: 0) }

  /// Over all that could have been coded: what either coded, and every question of the theory, those included that
  /// neither answered. To agree that nothing is known counts here, so agreement lies high.
  public var overQuestions: Agreement { Self.agreement(units, unanswered: unanswered.count) }

  private static func agreement(_ units: [Unit], unanswered: Int) -> Agreement {
    let pairs = units.map { ($0.first.level, $0.second.level) }
    let open = Array(repeating: (CodedLevel.open, CodedLevel.open), count: unanswered)
    return Agreement(
      nominal: CrossTable(pairs + open, categories: CodedLevel.allCases),
      ordinal: CrossTable(pairs, categories: CodedLevel.inOrder))
  }
}

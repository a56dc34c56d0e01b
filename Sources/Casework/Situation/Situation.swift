public import Bibliography
public import ProgrammeTheory

/// What is known of a case at one date, put in terms of a theory.
public struct Situation: Sendable {
  /// Why a fact is taken to hold.
  public struct Basis: Sendable, Hashable {
    /// What it follows from, as a clause that stands alone.
    public let words: String
    /// Where it can be read.
    public let source: String?
    /// Whether it is the theory that says so, of the point of entry, where the case itself doesn't say.
    public let isOfTheory: Bool

    init(words: String, source: String?, isOfTheory: Bool = false) {
      self.words = words
      self.source = source
      self.isOfTheory = isOfTheory
    }
  }

  /// The date; `nil` for the start.
  public let date: PartialDate?
  /// The facts.
  public let facts: Facts
  /// Why each fact holds, in the theory's order of concepts.
  public let bases: [(concept: Concept.ID, bases: [Basis])]
  /// What the theory entails for them.
  public let entailment: Entailment
  let readings: [Reading]

  init(date: PartialDate?, readings: [Reading], theory: Theory) {
    self.date = date
    self.readings = readings
    var facts: Facts = [:]
    var bases: [(Concept.ID, [Basis])] = []
    for concept in theory.concepts {
      let own = readings.filter { $0.concept == concept.id }
      guard let fact = Fact(puttingTogether: own.map(\.level)) else { continue }
      facts[concept.id] = fact
      // What says no more than that it isn't known is no reason why a fact holds.
      let bare = concept.words(for: .notKnown)
      bases.append((concept.id, own.filter { $0.level != .notKnown || $0.basis.words != bare }.map(\.basis)))
    }
    self.facts = facts
    self.bases = bases
    entailment = theory.entailment(of: facts)
  }

  /// The situation after a change: what it says of a concept takes the place of what was said before; where it speaks of
  /// one partner alone, of what was said of that partner.
  func changed(by change: Case.Change, in theory: Theory) -> Situation {
    let kept = readings.filter { reading in !change.readings.contains { $0.replaces(reading) } }
    return Situation(date: change.date, readings: kept + change.readings, theory: theory)
  }

  /// One statement about a concept, before those about the same concept are put together.
  struct Reading: Sendable {
    let concept: Concept.ID
    let level: StatedLevel
    let basis: Basis
    /// The partner that it is said of; `nil` for all.
    var of: Partner.ID?
    /// The other partner, for what lies between two; `nil` for all.
    var towards: Partner.ID?

    /// Whether what this says, later, takes the place of the other: it speaks of the same, or of more.
    func replaces(_ other: Reading) -> Bool {
      concept == other.concept && (of == nil || of == other.of)
        && (towards == nil || towards == other.towards)
    }
  }
}

extension Fact {
  /// Puts together what is said of one concept in its several places, by several people: where they differ, it is
  /// mixed; what nobody knows is left out, and `nil` where nobody knows anything.
  init?(puttingTogether levels: [StatedLevel]) {
    let levels = levels.filter { $0 != .notKnown }
    guard !levels.isEmpty else { return nil }
    let applicable = levels.filter { $0 != .notApplicable }
    let high = applicable.filter { $0 == .high || $0 == .veryHigh }
    let low = applicable.filter { $0 == .low || $0 == .veryLow }
    self =
      switch (high.isEmpty, low.isEmpty) {
      case _ where applicable.isEmpty: .notApplicable
      case (true, true): .neither
      case (false, false): .mixed
      case (false, true): .lies(.more, much: applicable.allSatisfy { $0 == .veryHigh })
      case (true, false): .lies(.less, much: applicable.allSatisfy { $0 == .veryLow })
      }
  }
}

public import ProgrammeTheory

/// A fact that isn't known, and what hangs on it.
public struct OpenQuestion: Sendable {
  /// The concept.
  public let concept: Concept
  /// The concepts of the outlook that stand otherwise with the one answer than with the other.
  public let decides: [Concept.ID]
  /// The configurations that wait for it.
  public let awaitedBy: [CMOConfiguration.ID]

  /// The questions of a theory that a case leaves open, those on which most of the outlook hangs first.
  static func all(in situation: Situation) -> [OpenQuestion] {
    let theory = situation.entailment.theory
    let awaited = Dictionary(
      situation.entailment.awaited.map { ($0.concept, $0.by) }, uniquingKeysWith: { first, _ in first })
    let open = theory.concepts.filter { $0.question != nil && situation.facts[$0.id] == nil }
    let questions = open.map { OpenQuestion($0, in: situation, awaitedBy: awaited[$0.id] ?? []) }
    return questions.enumerated().sorted { one, other in
      let (a, b) = (one.element, other.element)
      if a.decides.count != b.decides.count { return a.decides.count > b.decides.count }
      if a.awaitedBy.count != b.awaitedBy.count { return a.awaitedBy.count > b.awaitedBy.count }
      return one.offset < other.offset
    }.map(\.element)
  }

  private init(_ concept: Concept, in situation: Situation, awaitedBy: [CMOConfiguration.ID]) {
    self.concept = concept
    self.awaitedBy = awaitedBy
    let answers = Direction.allCases.map { direction in
      var facts = situation.facts
      facts[concept.id] = .lies(direction, much: false)
      return situation.entailment.entailment(of: facts).outlook
    }
    decides = zip(answers[0], answers[1]).compactMap { one, other in
      one.prospect.concept != concept.id && one.standing.tendency != other.standing.tendency
        ? one.prospect.concept : nil
    }
  }
}

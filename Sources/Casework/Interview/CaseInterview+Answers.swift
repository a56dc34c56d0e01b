import Bibliography
import ProgrammeTheory

extension CaseInterview {
  /// What the case answers to a question; `nil` where it wasn't asked yet.
  public func answer(to id: InterviewQuestion.ID) -> InterviewAnswer? {
    switch id {
    case .kind: isBlank && !settled.contains(id) ? nil : .choice(draft.kind.rawValue)
    case .title: draft.title == Self.unwritten ? nil : .text(draft.title)
    case .summary: draft.summary == Self.unwritten ? nil : .text(draft.summary)
    case .speaker: settled.contains(id) ? voice.saidBy.map { .text($0) } ?? .nothing : nil
    case .source: settled.contains(id) ? voice.source.map { .text($0) } ?? .nothing : nil
    case .concept(let concept, let of, let towards): answer(of: concept, of, towards)
    case .start: draft.start.map { .date($0) } ?? vain(.start, .notKnown)
    case .arrangement: draft.arrangement.map { .choice($0) } ?? vain(.arrangement, .notKnown)
    case .mandated: draft.mandated.map { .choice($0 ? "yes" : "no") } ?? vain(.mandated, .notKnown)
    case .end: draft.end.map { .end($0) } ?? vain(.end, .notKnown)
    case .entryPoints:
      draft.entryPoints.isEmpty ? vain(.entryPoints, .nothing) : .choices(draft.entryPoints)
    case .partners:
      draft.partners.isEmpty ? vain(.partners, .nothing) : .partners(draft.partners.map(\.name))
    case .aims: draft.aims.isEmpty ? vain(.aims, .nothing) : .aims(draft.aims)
    case .events: draft.events.isEmpty ? vain(.events, .nothing) : .events(draft.events)
    }
  }

  /// Whether nothing at all is told: then it may not have been asked whether the case is real, which always stands there.
  private var isBlank: Bool {
    var blank = draft
    blank.kind = .real
    return blank == Self.blank(id: draft.id, theory: draft.theory ?? theory.identity.id)
  }

  private func vain(_ part: Case.Part, _ answer: InterviewAnswer) -> InterviewAnswer? {
    draft.askedInVain.contains(part) ? answer : nil
  }

  private func answer(of concept: Concept.ID, _ of: Partner.ID?, _ towards: Partner.ID?) -> InterviewAnswer? {
    if let index = index(of: concept, of, towards) {
      let fact = draft.facts[index]
      return .level(fact.level, source: fact.source, note: fact.note)
    }
    guard of == nil else { return nil }
    let isToldApart = draft.facts.contains { $0.concept == concept && $0.of != nil && isAnswer($0) }
    return isToldApart || differing.contains(concept) ? .differs : nil
  }

  /// Whether a fact answers a question of this interview: it could be known at the start, and this voice says it.
  func isAnswer(_ fact: StatedFact) -> Bool {
    draft.isStartFact(fact) && (!isVoiceGiven || fact.saidBy == voice.saidBy)
  }

  /// The fact that answers a question: this voice's own, before another's.
  func index(of concept: Concept.ID, _ of: Partner.ID?, _ towards: Partner.ID?) -> Int? {
    let candidates = draft.facts.indices.filter { index in
      let fact = draft.facts[index]
      return fact.concept == concept && fact.of == of && fact.towards == towards && isAnswer(fact)
    }
    return candidates.first { draft.facts[$0].saidBy == voice.saidBy } ?? candidates.first
  }
}

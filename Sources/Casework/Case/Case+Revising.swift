import Bibliography
public import ProgrammeTheory

/// Changes of a case that no interview asks for: what happens and is measured as time goes on.
extension Case {
  /// The case under another identifier.
  public func named(_ id: ID) -> Case { replacing(id: id) }

  /// The case with one more event, in its place by date.
  ///
  /// - Throws: ``AnswerRefusal`` when the event's words are empty or too long, when its identifier is taken, or when there
  ///   are 500 already.
  public func adding(_ event: Event) throws(AnswerRefusal) -> Case {
    var next = self
    next.events = try InterviewQuestion.checked(events + [event])
    next.askedInVain.remove(.events)
    return next
  }

  /// The case without an event.
  public func removing(_ event: Event.ID) -> Case {
    var next = self
    next.events.removeAll { $0.id == event }
    return next
  }

  /// The case with one more observation, behind those of the same date.
  ///
  /// - Throws: ``AnswerRefusal`` when the score lies outside its scale, when its partners aren't the case's, when its words
  ///   are too long, or when there are 5,000 already.
  public func adding(_ observation: Observation) throws(AnswerRefusal) -> Case {
    guard observations.count < 5_000 else {
      throw AnswerRefusal("There are 5,000 observations already. Take some out first.")
    }
    let checked = try observation.checked(among: Set(partners.map(\.id)))
    let all = (observations + [checked]).enumerated().sorted { one, other in
      let (a, b) = (one.element.date.latest, other.element.date.latest)
      return a == b ? one.offset < other.offset : a < b
    }
    return replacing(observations: all.map(\.element))
  }

  /// The case without the observation at a place in its list; the case itself where there is none.
  public func removingObservation(at index: Int) -> Case {
    guard observations.indices.contains(index) else { return self }
    var rest = observations
    rest.remove(at: index)
    return replacing(observations: rest)
  }

  private func replacing(id: ID? = nil, observations: [Observation]? = nil) -> Case {
    var next = Case(
      id: id ?? self.id, title: title, summary: summary, kind: kind, theory: theory, fedTheory: fedTheory,
      beside: beside, start: start, roundMonths: roundMonths, arrangement: arrangement,
      entryPoints: entryPoints,
      mandated: mandated, partners: partners, facts: facts, aims: aims, events: events,
      observations: observations ?? self.observations, further: further, end: end)
    next.askedInVain = askedInVain
    return next
  }
}

extension Observation {
  func checked(among partners: Set<Partner.ID>) throws(AnswerRefusal) -> Observation {
    guard [score, lowest, highest].allSatisfy({ $0.isFinite && abs($0) <= 1_000_000 }), lowest < highest
    else {
      throw AnswerRefusal("Give the lowest and the highest score possible as numbers, the lowest first.")
    }
    guard (lowest...highest).contains(score) else {
      throw AnswerRefusal("The score lies outside the lowest and the highest score possible.")
    }
    guard [of, towards].compactMap(\.self).allSatisfy(partners.contains), towards == nil || of != nil else {
      throw AnswerRefusal("Choose the partner whose it is from the partners of this case.")
    }
    guard of == nil || of != towards else {
      throw AnswerRefusal("What lies between two partners needs two different ones.")
    }
    return Observation(
      date: date, concept: concept, of: of, towards: towards, score: score, lowest: lowest, highest: highest,
      instrument: try InterviewQuestion.tidied(ifAny: instrument, most: 500),
      source: try InterviewQuestion.tidied(ifAny: source, most: 500))
  }
}

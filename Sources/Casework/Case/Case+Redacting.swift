public import ProgrammeTheory

extension Case {
  /// The case as it may be shown to those of whom it speaks: nobody can see who they are, nor who said what of whom. What is
  /// said of single partners, or of one towards another, counts as before and is shown only put together.
  ///
  /// Nothing that somebody wrote is left in it, names in the document included: a name that is taken out of a sentence can
  /// be guessed from the rest of the sentence, and no program knows nicknames and places. Words that say what stood there
  /// stand in its place.
  ///
  /// - Parameter theory: what it knows stays; of what it doesn't know, only how much there was.
  public func redacted(for theory: Theory) -> Case {
    func isKnown(_ concept: Concept.ID) -> Bool { theory.concept(concept) != nil }
    let unspoken = silences(in: theory).indices.map {
      Remark(what: "something that was told (\($0 + 1))", source: nil)
    }
    var copy = Case(
      id: ID("redacted") ?? id, title: "A collaboration", summary: "Told without names.", kind: kind,
      theory: self.theory, fedTheory: fedTheory, beside: [], start: start, roundMonths: roundMonths,
      arrangement: arrangement.flatMap { form in
        theory.arrangements.contains { $0.id.text == form } ? form : nil
      },
      entryPoints: entryPoints.filter { entry in theory.entryPoints.contains { $0.id.text == entry } },
      mandated: mandated,
      partners: partners.indices.map { index in
        let letter = Self.letter(index)
        return Partner(
          id: Partner.ID("partner-\(letter.lowercased())") ?? partners[index].id, name: "partner \(letter)",
          about: nil)
      },
      facts: facts.filter { isKnown($0.concept) }.map(\.redacted),
      aims: aims.enumerated().map { Aim(what: "aim \($0 + 1)", ambition: $1.ambition) },
      events: events.enumerated().map { index, event in
        Event(
          id: Event.ID("event-\(index + 1)") ?? event.id, date: event.date, kind: event.kind,
          what: event.kind.rawValue, moves: event.moves.filter { isKnown($0.concept) })
      },
      observations: [], further: unspoken,
      end: end.map { End(outcome: $0.outcome, date: $0.date, what: $0.outcome.rawValue) })
    copy.askedInVain = askedInVain
    return copy
  }

  /// A, B, … Z, then A1, B1, ….
  private static func letter(_ index: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(index % 26)))
    return letter + (index < 26 ? "" : String(index / 26))
  }
}

extension StatedFact {
  fileprivate var redacted: StatedFact {
    StatedFact(
      concept: concept, level: level, of: nil, towards: nil, saidBy: nil, source: nil, since: since, note: nil
    )
  }
}

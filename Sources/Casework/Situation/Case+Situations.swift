internal import Documents
public import Bibliography
public import ProgrammeTheory

/// Something in a case about which the theory has nothing to say.
public struct Silence: Sendable, Hashable, Codable {
  /// What the theory is silent on.
  public let what: String
  /// Why.
  public let because: String
}

extension Case {
  /// What was known at the start: facts that could be known by then, and what follows from arrangement, points of
  /// entry, whether it was imposed, and aims. What became known later is left out, since it would be hindsight.
  ///
  /// Where a fact is stated for a concept, it stands before anything that follows from the fixed fields.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - date: facts that became known after this date are left out too; `nil` leaves out none.
  public func startingSituation(in theory: Theory, by date: PartialDate? = nil) -> Situation {
    Situation(date: nil, readings: startingReadings(in: theory, by: date), theory: theory)
  }

  /// The situation after every event, and every fact that became known, up to a date.
  ///
  /// What an event moves stands until a later event moves it again. A date that is only a year or a month counts by
  /// its last day, so that nothing is known too early.
  public func situation(by date: PartialDate, in theory: Theory) -> Situation {
    changes(in: theory).filter { $0.date.latest <= date.latest }
      .reduce(startingSituation(in: theory, by: date)) { $0.changed(by: $1, in: theory) }
  }

  /// What changes what is known after the start: events, and facts that became known later; by date.
  func changes(in theory: Theory) -> [Change] {
    let fromEvents = events.map { event in
      Change(
        date: event.date, title: event.what, source: event.source,
        readings: event.moves.compactMap { move in
          guard let direction = move.direction, theory.concept(move.concept) != nil else { return nil }
          return Situation.Reading(
            concept: move.concept, level: direction == .more ? .high : .low,
            basis: Situation.Basis(words: "\(event.date): \(event.what)", source: event.source))
        })
    }
    let fromFacts = facts.filter { !isStartFact($0) && theory.concept($0.concept) != nil }.compactMap {
      fact in
      fact.since.map { since in
        Change(
          date: since, title: words(of: fact, in: theory), source: fact.source,
          readings: [reading(of: fact, in: theory)])
      }
    }
    return (fromEvents + fromFacts).sorted { $0.date.latest < $1.date.latest }
  }

  /// One change of what is known.
  struct Change: Sendable {
    let date: PartialDate
    let title: String
    let source: String?
    let readings: [Situation.Reading]
  }

  /// Whether a fact could be known at the start.
  public func isStartFact(_ fact: StatedFact) -> Bool {
    guard let since = fact.since, let start else { return true }
    // A date that is only a year counts by its last day, as it does for events: nothing is known too early.
    return since.latest <= start.latest
  }

  private func startingReadings(in theory: Theory, by date: PartialDate?) -> [Situation.Reading] {
    let isKnown = { (fact: StatedFact) in
      guard let date, let since = fact.since else { return true }
      return since.latest <= date.latest
    }
    let stated = facts.filter { isStartFact($0) && isKnown($0) && theory.concept($0.concept) != nil }
      .map { reading(of: $0, in: theory) }
    let known = Set(stated.filter { $0.level != .notKnown }.map(\.concept))
    return stated + followingReadings(in: theory).filter { !known.contains($0.concept) }
  }

  /// What follows from the fixed fields of the document, through the theory's own mapping of them.
  private func followingReadings(in theory: Theory) -> [Situation.Reading] {
    var readings: [Situation.Reading] = []
    func add(
      _ concept: Concept.ID?, _ level: StatedLevel, _ words: String, _ source: String? = nil,
      isOfTheory: Bool = false
    ) {
      guard let concept else { return }
      let basis = Situation.Basis(words: words, source: source, isOfTheory: isOfTheory)
      readings.append(Situation.Reading(concept: concept, level: level, basis: basis))
    }
    if let mandated {
      add(
        theory.caseFields.mandated, mandated ? .veryHigh : .veryLow,
        mandated ? "An authority imposed it" : "It was entered freely")
    }
    if let form = theory.arrangements.first(where: { $0.id.text == arrangement }) {
      let basis =
        form.basis == .ours ? " (its place between the ends is a judgement of the theory document)" : ""
      let article = "aeiou".contains(form.name.prefix(1).lowercased()) ? "an" : "a"
      add(theory.caseFields.integration, form.level, "It is \(article) \(form.name)\(basis)")
    }
    for entry in theory.entryPoints where entryPoints.contains(entry.id.text) {
      for literal in entry.sets where !readings.contains(where: { $0.concept == literal.concept }) {
        add(
          literal.concept, literal.direction == .more ? .high : .low,
          "Taken by the theory from the point of entry “\(entry.name)”, since the case itself doesn't say",
          isOfTheory: true)
      }
    }
    for aim in aims where aim.ambition != .notKnown {
      add(theory.caseFields.ambition, aim.ambition, "An aim: \(aim.what)", aim.source)
    }
    return readings
  }

  private func reading(of fact: StatedFact, in theory: Theory) -> Situation.Reading {
    Situation.Reading(
      concept: fact.concept, level: fact.level,
      basis: Situation.Basis(words: words(of: fact, in: theory), source: fact.source), of: fact.of,
      towards: fact.towards)
  }

  private func words(of fact: StatedFact, in theory: Theory) -> String {
    let whose = [name(of: fact.of), fact.towards.flatMap { name(of: $0) }.map { "towards \($0)" }]
    let about = whose.compactMap(\.self).joined(separator: " ")
    let speaker = fact.saidBy.map { "said by \($0)" }
    let lead = [about.isEmpty ? nil : about, speaker].compactMap(\.self).joined(separator: ", ")
    let says =
      fact.note?.withoutFullStop ?? theory.concept(fact.concept)?.words(for: fact.level)
      ?? fact.level.rawValue
    return lead.isEmpty ? says : "\(lead): \(says)"
  }

  private func name(of partner: Partner.ID?) -> String? {
    partner.flatMap { id in partners.first { $0.id == id }?.name }
  }
}

extension Concept {
  /// How the concept lies, in the words of its scale.
  func words(for level: StatedLevel) -> String {
    switch level {
    // What is either so or not so has no far end.
    case .veryLow where scale == .binary: wording.low
    case .veryHigh where scale == .binary: wording.high
    case .veryLow: wording.farEnd(.less)
    case .low: wording.low
    case .neither: "\(name): neither way"
    case .high: wording.high
    case .veryHigh: wording.farEnd(.more)
    case .notKnown: "\(name): not known"
    case .notApplicable: "\(name): not applicable"
    }
  }
}

extension Case {
  /// What the case tells and the theory is silent on: remarks, and whatever is named that the theory doesn't know.
  public func silences(in theory: Theory) -> [Silence] {
    var silences = further.map { Silence(what: $0.what, because: "the theory has no concept for it") }
    func unknown(_ what: String, _ kind: String, among known: [String]) {
      let nearest = what.nearest(among: known).map { " (did you mean “\($0)”?)" } ?? ""
      silences.append(Silence(what: what, because: "the theory knows no \(kind) of that name\(nearest)"))
    }
    if let arrangement, !theory.arrangements.contains(where: { $0.id.text == arrangement }) {
      unknown(arrangement, "arrangement", among: theory.arrangements.map(\.id.text))
    }
    for entry in entryPoints where !theory.entryPoints.contains(where: { $0.id.text == entry }) {
      unknown(entry, "point of entry", among: theory.entryPoints.map(\.id.text))
    }
    let named =
      facts.map(\.concept) + events.flatMap { $0.moves.map(\.concept) } + observations.map(\.concept)
    var seen: Set<Concept.ID> = []
    for concept in named where theory.concept(concept) == nil && seen.insert(concept).inserted {
      unknown(concept.text, "concept", among: theory.concepts.map(\.id.text))
    }
    return silences
  }
}

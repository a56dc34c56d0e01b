import Bibliography
public import Documents
public import ProgrammeTheory

/// A theory as it follows from a synthesis, and what of the synthesis isn't in it.
public struct TheoryOutcome: Sendable, Hashable {
  /// The theory.
  public let theory: Theory
  /// What isn't in it, and why, a sentence each.
  public let leftOut: [String]
}

extension Synthesis {
  /// The theory that follows from the codings, concepts and kept candidates.
  ///
  /// Each coding that links two slots becomes a telling, each kept candidate a configuration.
  ///
  /// - Parameters:
  ///   - title: the review's title, for a theory without a frame.
  ///   - places: where the passages stand, by the numbers of their acts.
  /// - Throws: `FaultyDocument` with everything that keeps a kept candidate out.
  public func theory(title: String, places: [Int: Place]) throws(FaultyDocument) -> TheoryOutcome {
    var maker = TheoryMaker(self, places: places)
    return try maker.make(title: title)
  }
}

/// Makes a theory out of a synthesis.
struct TheoryMaker {
  let synthesis: Synthesis
  let places: [Int: Place]
  let assignment: ConceptAssignment
  private var leftOut: [String] = []
  private var faults: [Fault] = []
  /// The works that the theory lists.
  private var works: Set<String> = []

  init(_ synthesis: Synthesis, places: [Int: Place]) {
    (self.synthesis, self.places) = (synthesis, places)
    assignment = synthesis.assignment
  }

  mutating func make(title: String) throws(FaultyDocument) -> TheoryOutcome {
    var theory = try frame(title)
    theory.concepts = synthesis.concepts.map(\.formation.concept)
    addSources(to: &theory)
    works = Set(theory.references.map(\.id))
    theory.tellings = synthesis.codings.compactMap { telling($0) }
    let told = Set(theory.tellings.map(\.id.text))
    theory.configurations = synthesis.candidates.filter(\.isKept).compactMap { configuration($0, told) }
    let kept = Set(theory.configurations.map(\.id))
    theory.rivalries = synthesis.rivalries.compactMap { rivalry($0, kept) }
    addGroupsAndPhases(to: &theory)
    leftOut += synthesis.addEntryPoints(to: &theory)
    checkLinks(told)
    checkConcepts(theory)
    checkRefinement(theory)
    if theory.configurations.isEmpty && faults.isEmpty {
      note(
        "candidates", "no candidate is kept",
        "Judge those that there are: realist review judge FILE ID keep --because \"…\"")
    }
    guard faults.isEmpty else { throw FaultyDocument(faults: faults) }
    try Self.requireWhole(theory)
    return TheoryOutcome(theory: theory, leftOut: leftOut)
  }

  /// A frame may name what nothing defines, and all together may be too long: what a document can't hold is told before one is
  /// written, without the lines of files that there aren't.
  private static func requireWhole(_ theory: Theory) throws(FaultyDocument) {
    do { _ = try TheoryDocument.write(theory) } catch {
      throw FaultyDocument(
        faults: error.faults.map {
          Fault(file: "theory", line: nil, field: $0.field, problem: $0.problem, remedy: $0.remedy)
        }, leftOut: error.leftOut)
    }
  }

  private mutating func note(_ field: String, _ problem: String, _ remedy: String) {
    faults.append(Fault(file: "synthesis", line: nil, field: field, problem: problem, remedy: remedy))
  }

  // MARK: Frame

  private func frame(_ title: String) throws(FaultyDocument) -> Theory {
    if let frame = synthesis.frame { return try frame.theory() }
    let id = Theory.ID.made(of: title) ?? Theory.ID.made(of: "review")
    guard let id else {
      throw FaultyDocument(faults: [
        Fault(
          file: "synthesis", line: nil, field: "title", problem: "the title gives no identifier",
          remedy: "Set a frame with an id: realist review frame FILE frame.yaml")
      ])
    }
    return Theory(
      identity: Theory.Identity(id: id, title: title, version: "0.1.0", language: "en", summary: title))
  }

  /// What concepts and candidates name and the frame doesn't define is called by its identifier.
  private func addGroupsAndPhases(to theory: inout Theory) {
    for group in theory.concepts.map(\.group) where !theory.groups.contains(where: { $0.id == group }) {
      theory.groups.append(ConceptGroup(id: group, name: group))
    }
    for phase in theory.configurations.compactMap(\.phase)
    where !theory.phases.contains(where: { $0.id == phase }) {
      theory.phases.append(Phase(id: phase, name: phase.text))
    }
  }

  private func addSources(to theory: inout Theory) {
    for source in synthesis.material.sources {
      if let place = theory.references.firstIndex(where: { $0.id == source.key }) {
        theory.references[place] = source.reference
      } else {
        theory.references.append(source.reference)
      }
      let own = Source(
        id: source.key, role: source.role,
        characteristics: synthesis.characteristics(of: source.key))
      if let place = theory.sources.firstIndex(where: { $0.id == source.key }) {
        theory.sources[place] = own
      } else {
        theory.sources.append(own)
      }
    }
  }

  // MARK: Tellings

  private mutating func telling(_ made: MadeCoding) -> Telling? {
    let slots = TellingSlots(made, assignment, synthesis)
    leftOut += slots.leftOut
    let filled = [!slots.context.isEmpty, !slots.mechanism.isEmpty, !slots.outcome.isEmpty].count { $0 }
    guard filled >= 2 else {
      let isLinked = made.coding.form != .oneSlot
      if isLinked { leftOut.append("Coding \(made.act) links two slots, and fewer of them have a concept.") }
      return nil
    }
    guard let id = Telling.ID(made.name), let place = place(of: made) else {
      leftOut.append("Coding \(made.act) stands on a passage that isn't there.")
      return nil
    }
    let (links, credit) = (made.coding.links, attribution(of: made))
    let words = [made.coding.ifThen, made.coding.memo].compactMap(\.self)
    return Telling(
      id: id, form: links.form, place: place, passage: quotation(of: made), context: slots.context,
      conditions: slots.conditions, mechanism: slots.mechanism, outcome: slots.outcome,
      attribution: credit, bearing: made.coding.bearing, sameAs: links.sameAs.compactMap { Telling.ID($0) },
      inverts: links.inverts.flatMap { Telling.ID($0) },
      refersTo: links.refersTo.compactMap { Telling.ID($0) },
      note: words.isEmpty ? nil : words.joined(separator: " "))
  }

  /// Whose finding it is. A theory that is framed without being a reference of its own is no work to name.
  private mutating func attribution(of made: MadeCoding) -> Telling.Attribution {
    switch made.coding.links.cites {
    case .works(let cited):
      for work in cited where !works.contains(work) {
        leftOut.append(
          "Coding \(made.act) cites \(work), which is the theory itself and none of its references.")
      }
      let listed = cited.filter(works.contains)
      return listed.isEmpty ? .notGiven : .works(listed)
    case .some(let cites): return cites
    case nil: break
    }
    let source = synthesis.source(of: made.coding.ground)
    return source.flatMap { works.contains($0) ? .works([$0]) : nil } ?? .notGiven
  }

  private func place(of made: MadeCoding) -> Place? {
    switch made.coding.ground {
    case .passage(let act): places[act]
    case .place(_, let place): place
    }
  }

  private func quotation(of made: MadeCoding) -> Quotation? {
    guard case .passage(let act) = made.coding.ground else { return made.coding.quotation }
    guard let passage = synthesis.material.passage(act)?.passage,
      let text = synthesis.material.text(passage.text)
    else { return nil }
    return Quotation(
      exact: passage.quote.exact, prefix: passage.quote.prefix, suffix: passage.quote.suffix,
      start: passage.position.start, end: passage.position.end, page: passage.page, text: text.checksum)
  }

  /// A link to a coding that is no telling would leave a document that isn't whole.
  private mutating func checkLinks(_ told: Set<String>) {
    for made in synthesis.codings where told.contains(made.name) {
      let links = made.coding.links
      for name in links.sameAs + links.refersTo + [links.inverts].compactMap(\.self)
      where !told.contains(name) {
        note(
          "coding \(made.act)",
          "it is linked to “\(name)”, and no coding of that name links two slots with concepts",
          "Code that place, or take coding \(made.act) back and code it without the link.")
      }
    }
    let linked = Set(synthesis.codings.filter { told.contains($0.name) }.flatMap(\.coding.links.sameAs))
    for made in synthesis.codings where told.contains(made.name) && made.coding.links.cites == .asLinked {
      guard made.coding.links.sameAs.isEmpty, !linked.contains(made.name) else { continue }
      note(
        "coding \(made.act)",
        "its works are said to be those of codings that tell the same, and none is linked",
        "Code a place with sameAs: [\(made.name)], or take coding \(made.act) back and name the works.")
    }
  }

  private mutating func checkConcepts(_ theory: Theory) {
    for concept in theory.concepts {
      for other in (concept.coding?.exclude ?? []).compactMap(\.instead) where synthesis.concept(other) == nil
      {
        note(
          "concept \(concept.id)", "it has coders name \(other) instead, and there is no such concept",
          "Form \(other), or form \(concept.id) anew without it.")
      }
    }
  }

  /// What builds on a part of an earlier theory needs a frame that says which.
  private mutating func checkRefinement(_ theory: Theory) {
    guard theory.identity.refines == nil else { return }
    let first =
      theory.concepts.first { !$0.refines.isEmpty }.map { "concept \($0.id)" }
      ?? theory.configurations.first { !$0.refines.isEmpty }.map { "candidate \($0.id)" }
    guard let first else { return }
    note(
      first, "it builds on a part of an earlier theory, and the frame doesn't say which theory",
      "Add refines: with the identifier of that theory to the frame, and set it: realist review frame FILE frame.yaml"
    )
  }

  // MARK: Configurations

  private mutating func configuration(_ candidate: Candidate, _ told: Set<String>) -> CMOConfiguration? {
    let draft = candidate.draft
    let tellings = synthesis.codings(of: candidate).map(\.name).filter(told.contains).compactMap {
      Telling.ID($0)
    }
    guard !tellings.isEmpty else {
      note(
        "candidate \(draft.id)",
        "none of its codings links two of context, mechanism and outcome that have concepts",
        "Name such codings in it, form the concepts that are missing, or judge it again.")
      return nil
    }
    return CMOConfiguration(
      id: draft.id, title: draft.title, context: draft.context, conditions: draft.conditions,
      mechanism: draft.mechanism, outcome: draft.outcome, reversibility: draft.reversibility,
      phase: draft.phase,
      status: candidate.judgement?.status ?? synthesis.rigour(of: candidate).status, tellings: tellings,
      note: draft.note, refines: draft.refines)
  }

  private mutating func rivalry(_ rivalry: Rivalry, _ kept: Set<CMOConfiguration.ID>) -> Rivalry? {
    let readings = rivalry.readings.compactMap { reading -> Rivalry.Reading? in
      let standing = reading.configurations.compactMap { synthesis.goingOn($0)?.id }.filter(kept.contains)
        .once
      return standing.isEmpty ? nil : Rivalry.Reading(name: reading.name, configurations: standing)
    }
    guard readings.count > 1 else {
      leftOut.append("Of the rivals “\(rivalry.id)”, fewer than two readings have a candidate that is kept.")
      return nil
    }
    return Rivalry(id: rivalry.id, about: rivalry.about, readings: readings)
  }
}

extension Synthesis {
  /// The candidate in which another goes on at last, or that candidate itself; `nil` where there is none.
  func goingOn(_ id: CandidateDraft.ID) -> Candidate? {
    var now = candidate(id)
    var seen: Set<CandidateDraft.ID> = []
    while let candidate = now, let into = candidate.mergedInto {
      guard seen.insert(candidate.id).inserted else { return nil }
      now = self.candidate(into)
    }
    return now
  }

  /// What the forms say of a source, as characteristics of it, form by form and field by field.
  public func characteristics(of source: String) -> [Source.Characteristic] {
    var names: Set<String> = []
    return forms.flatMap { form in
      // A form that was defined anew may have lost fields that were filled before.
      let fields = Set(form.fields.map(\.name))
      let filled = filledForms.first { $0.form == form.name && $0.source == source }
      return (filled?.entries ?? []).filter { fields.contains($0.field) }
    }.compactMap { entry in
      names.insert(entry.field).inserted ? Source.Characteristic(name: entry.field, value: entry.value) : nil
    }
  }
}

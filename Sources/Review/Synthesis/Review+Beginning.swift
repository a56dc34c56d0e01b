import Documents
public import ProgrammeTheory

extension Review {
  /// Makes a review that begins from a theory document: its tellings become codings over the places that it names, its
  /// concepts concepts with their codes, its configurations kept candidates, and all else the frame.
  ///
  /// The theory that follows from it is the same theory again, as a value.
  ///
  /// - Parameters:
  ///   - path: the file; there must be none.
  ///   - theory: the theory.
  ///   - name: who begins the review.
  ///   - clock: gives the time of acts.
  /// - Throws: `FaultyDocument` where a document can't hold the theory; ``ReviewFault`` where the file can't be made.
  public static func begin(
    _ path: String, from theory: Theory, by name: String, clock: @escaping @Sendable () -> String = Review.now
  ) throws -> Review {
    let frame = try TheoryFrame(of: theory)
    return try create(path, clock: clock) { review throws(ReviewFault) in
      try review.append(.began(Beginning(title: theory.identity.title)), by: name)
      try review.appendSynthesis(by: name) { scribe in
        try scribe.append(.theoryFramed(frame))
        try TheoryUnmaking(theory).write(to: &scribe)
      }
    }
  }
}

/// Takes a theory apart into the acts that make it.
private struct TheoryUnmaking {
  let theory: Theory
  private let codes: [Concept.ID: String]

  init(_ theory: Theory) {
    self.theory = theory
    // A code is called as its concept is, unless two concepts are called alike.
    var seen: [CodeLabel: Int] = [:]
    for concept in theory.concepts { seen[CodeLabel(concept.name), default: 0] += 1 }
    let names = Set(theory.concepts.map { CodeLabel($0.id.text) })
    codes = Dictionary(
      theory.concepts.map { concept in
        let label = CodeLabel(concept.name)
        let isOwn = seen[label] == 1 && (!names.contains(label) || label == CodeLabel(concept.id.text))
        let fits =
          concept.name.unicodeScalars.count <= 200 && concept.name.unicodeScalars.allSatisfy(\.isSafeOnScreen)
        return (concept.id, isOwn && fits ? concept.name : concept.id.text)
      }, uniquingKeysWith: { first, _ in first })
  }

  func write(to scribe: inout SynthesisScribe) throws {
    var codings: [Telling.ID: Int] = [:]
    for telling in theory.tellings { codings[telling.id] = try scribe.append(.coded(coding(telling))) }
    for concept in theory.concepts {
      try scribe.append(
        .conceptFormed(ConceptFormation(concept: concept, codes: [CodeUse(code(concept.id))])))
    }
    for configuration in theory.configurations {
      try scribe.append(.candidateDrafted(draft(configuration, codings)))
      try scribe.append(
        .candidateJudged(
          CandidateJudgement(
            candidate: configuration.id, fate: .kept, because: "a configuration of \(theory.identity.id)",
            status: configuration.status)))
    }
    for rivalry in theory.rivalries { try scribe.append(.rivalsNoted(rivalry)) }
  }

  private func code(_ concept: Concept.ID) -> String { codes[concept] ?? concept.text }

  private func coding(_ telling: Telling) -> Coding {
    Coding(
      name: telling.id.text,
      ground: .place(source: theory.identity.citation ?? theory.identity.id.text, telling.place),
      parts: parts(telling.context, .context) + parts(telling.conditions, .condition)
        + parts(telling.mechanism, .mechanism) + telling.outcome.map(part),
      bearing: telling.bearing, memo: telling.note,
      links: CodingLinks(
        form: telling.form, cites: telling.attribution, sameAs: telling.sameAs.map(\.text),
        inverts: telling.inverts?.text, refersTo: telling.refersTo.map(\.text)),
      quotation: telling.passage)
  }

  private func parts(_ told: [Told<Literal>], _ slot: CodingSlot) -> [CodedPart] {
    told.map {
      CodedPart(
        code: code($0.claim.concept), slot: slot, direction: CodedDirection($0.claim), words: $0.words,
        inference: $0.inference)
    }
  }

  private func part(_ told: Told<OutcomeEffect>) -> CodedPart {
    CodedPart(
      code: code(told.claim.concept), slot: .outcome, direction: CodedDirection(told.claim.change),
      words: told.words, inference: told.inference)
  }

  private func draft(_ configuration: CMOConfiguration, _ codings: [Telling.ID: Int]) -> CandidateDraft {
    CandidateDraft(
      id: configuration.id, title: configuration.title, context: configuration.context,
      conditions: configuration.conditions, mechanism: configuration.mechanism,
      outcome: configuration.outcome,
      reversibility: configuration.reversibility, phase: configuration.phase,
      codings: configuration.tellings.compactMap { codings[$0] }, note: configuration.note,
      refines: configuration.refines)
  }
}

extension CodedDirection {
  init(_ literal: Literal) {
    self =
      switch (literal.direction, literal.degree) {
      case (.more, .any): .more
      case (.less, .any): .less
      case (.more, .much): .muchMore
      case (.less, .much): .muchLess
      }
  }

  init(_ change: OutcomeEffect.Change) {
    self =
      switch change {
      case .raises: .more
      case .lowers: .less
      case .buffers: .buffers
      case .exposes: .exposes
      }
  }
}

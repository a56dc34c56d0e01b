import OrderedCollections
public import ProgrammeTheory
public import Reporting

extension Assessment {
  /// The story of the assessment for somebody who reads nothing else: up to five sentences.
  public var briefStory: [Sentence] { AssessmentTeller(assessment: self, detail: .brief).briefStory }

  /// What leads to one concept in this case, and where it leads, as a page; `nil` for a concept that the theory doesn't have.
  ///
  /// - Parameters:
  ///   - concept: the concept.
  ///   - program: name and version of the program, for the colophon.
  public func page(about concept: Concept.ID, madeBy program: String) -> Page? {
    guard theory.concept(concept) != nil else { return nil }
    return AssessmentTeller(assessment: self, detail: .full).page(about: concept, madeBy: program)
  }
}

extension AssessmentTeller {
  /// The most chains that are told each way.
  private static let mostChains = 8

  fileprivate func page(about concept: Concept.ID, madeBy program: String) -> Page {
    let standing = entailment.standing(of: concept)
    let chains = Direction.allCases.map {
      ($0, entailment.strands(to: Literal($0, concept), most: Self.mostChains))
    }
    let onward = onward(from: concept)
    var parts = chains.compactMap { direction, strands in
      part(id: "to-\(direction)", title: "How \(theory.change(Literal(direction, concept)))", strands)
    }
    if let part = part(id: "onward", title: "Where it leads", onward) { parts.append(part) }
    let all = chains.flatMap(\.1) + onward
    if !all.isEmpty {
      let figure = figure(
        of: all, id: "concept-picture", title: "\(Theory.capitalised(name(concept))) in this case",
        from: "the chains that are told on this page",
        sentence: Sentence("What leads to it, and where it leads, by the chains that are told on this page."))
      parts.insert(Part(id: "picture", title: "As a picture", blocks: [.figure(figure)]), at: 0)
    }
    return Page(
      title: Theory.capitalised(name(concept)), notice: theory.assessmentNotice,
      story: story(of: concept, standing), parts: parts, explanations: explanations, sources: sources,
      colophon: program)
  }

  private func story(of concept: Concept.ID, _ standing: Standing) -> [Sentence] {
    let definition = theory.concept(concept)?.definition
    let fact = standing.fact.map { Sentence("Known here: \(words($0, of: concept)).") }
    return [
      definition.map { Sentence($0.closed) },
      fact ?? Sentence("Nothing is known of it here.", mark: .silent),
      Sentence(
        Theory.capitalised(words(standing.tendency, of: concept)) + ".",
        why: why(standing.raisedBy.prefix(1) + standing.loweredBy.prefix(1)), mark: mark(standing.tendency)),
    ].compactMap(\.self)
  }

  /// The shortest chains to the main things that pass by the concept or start from it.
  private func onward(from concept: Concept.ID) -> [Strand] {
    mainThings.filter { $0.prospect.concept != concept }.flatMap { prospect, _ in
      Direction.allCases.flatMap {
        entailment.strands(to: Literal($0, prospect.concept), most: Self.mostChains)
      }
    }.filter { strand in
      strand.steps.contains { step in
        step.configuration.starts.contains { $0.concept == concept }
          || step.configuration.setsOff.contains { $0.concept == concept && $0 != step.passesOn }
      }
    }
  }

  private func part(id: String, title: String, _ strands: [Strand]) -> Part? {
    guard !strands.isEmpty else { return nil }
    let sentences = strands.map { Sentence(theory.line($0) + ".", why: why($0)) }
    return Part(id: id, title: Theory.capitalised(title), blocks: listed(sentences, open: 5, "more chains"))
  }
}

import Bibliography
import OrderedCollections
import ProgrammeTheory
public import Reporting

extension Assessment {
  /// The line that every assessment carries: what it isn't about.
  static let notice =
    "This is about how organisations work together, not about patients' outcomes. The theory gives directions, not "
    + "sizes and no clock: nothing here is a probability."

  /// The assessment as a page: a story first, then its parts, every claim with the configurations behind it.
  ///
  /// - Parameter program: name and version of the program, for the colophon.
  public func page(madeBy program: String) -> Page {
    let teller = AssessmentTeller(assessment: self)
    let kind = subject.kind == .illustration ? "An illustration, not a real case. " : ""
    let fed =
      subject.fedTheory
      ? "This case is among the studies that the theory was made from: it can't test it. " : ""
    return Page(
      title: subject.title, subtitle: kind + fed + subject.summary, notice: Self.notice, story: teller.story,
      parts: teller.parts, explanations: teller.explanations, sources: teller.sources,
      colophon:
        "\(program); theory \(theory.identity.id) \(theory.identity.version); case \(subject.id). By signs alone."
    )
  }
}

/// Tells an assessment: turns its values into sentences that carry their why.
struct AssessmentTeller {
  let assessment: Assessment
  let theory: Theory
  let now: Situation
  var entailment: Entailment { now.entailment }

  init(assessment: Assessment) {
    self.assessment = assessment
    theory = assessment.theory
    now = assessment.now
  }

  var parts: [Part] {
    [
      situation, outlook, turns, comparison, workings, loops, readings, actions, questions, signs, silences,
    ].compactMap(\.self)
  }

  // MARK: Why

  /// The explanation of a configuration in one of its forms.
  func why(_ id: CMOConfiguration.ID, _ form: CMOConfiguration.Form = .told) -> Explanation.ID {
    form == .told ? id.text : "\(id.text)~reversed"
  }

  func why(_ strand: Strand) -> [Explanation.ID] {
    Array(OrderedSet(strand.configurations.map { why($0.id, $0.form) }))
  }

  func why(_ grounds: some Sequence<Ground>) -> [Explanation.ID] {
    Array(OrderedSet(grounds.map { why($0.configuration, $0.form) }))
  }

  /// Every configuration in each of its forms, with its places and their sources.
  var explanations: [Explanation] {
    theory.configurations.flatMap { configuration in
      configuration.forms.map { form in
        Explanation(
          id: why(form.id, form.form), title: theory.title(form),
          says: theory.sentence(form) + " " + standingWords(form),
          basis: configuration.tellings.compactMap(theory.telling).map(basis))
      }
    }
  }

  private func basis(_ telling: Telling) -> Basis {
    let bearing: String =
      switch telling.bearing {
      case .supports: ""
      case .against: " (speaks against it)"
      case .null: " (found little or no effect)"
      }
    let works = theory.works(of: telling)
    let none = works.isEmpty ? " (source not given)" : ""
    let inverse = telling.inverts == nil ? "" : " (the authors' own reversal, no further evidence)"
    return Basis(place: Theory.capitalised(telling.place.words) + bearing + inverse + none, sources: works)
  }

  /// How well founded a configuration is, in words.
  func standingWords(_ form: CMOConfiguration) -> String {
    if form.form == .reversedByRule {
      return "Reversed by rule, a hypothesis and not evidence (\(form.reversibility.reason))."
    }
    return Theory.capitalised(evidenceWords(form.id)) + "."
  }

  func evidenceWords(_ id: CMOConfiguration.ID) -> String {
    let works = theory.evidence(for: id).supporting
    let included = works.filter { theory.role(of: $0) == .included }.count
    let status = theory.configuration(id)?.status == .hypothesised ? "a hypothesis; " : ""
    if works.isEmpty { return status + "source not given" }
    if included == 0 {
      let middle = works.allSatisfy { theory.role(of: $0) == .middleRange }
      return status
        + (middle ? "middle-range theory only" : "\(works.count) cited, none among the included studies")
    }
    return status + "\(included) included \(included == 1 ? "study" : "studies")"
      + (works.count > included ? " and \(works.count - included) other" : "")
  }

  var sources: [SourceNote] {
    theory.references.map {
      SourceNote(id: $0.id, text: "[\($0.id)] \($0.fullCitation)", link: $0.doiURL ?? $0.url)
    }
  }

  // MARK: Words

  func name(_ concept: Concept.ID) -> String { theory.name(of: concept) }

  func names(_ concepts: some Sequence<Concept.ID>) -> String { Theory.list(concepts.map(name)) }

  func mark(_ tendency: Standing.Tendency) -> Mark? {
    switch tendency {
    case .still: nil
    case .turns(let direction): direction == .more ? .rises : .falls
    case .turnsFirst, .pulledBothWays: .contested
    }
  }

  func words(_ tendency: Standing.Tendency, of concept: Concept.ID) -> String {
    switch tendency {
    case .still: "nothing that is known moves \(name(concept))"
    case .turns(let direction): theory.change(Literal(direction, concept))
    case .turnsFirst(let direction):
      "first, \(theory.change(Literal(direction, concept))); longer chains pull the other way"
    case .pulledBothWays: "\(name(concept)) is pulled both ways"
    }
  }
}

import Bibliography
public import ProgrammeTheory
public import Reporting

extension CaseCheck {
  /// The findings as a page, in the words of the case and the theory.
  ///
  /// - Parameters:
  ///   - subject: the case that was looked through.
  ///   - theory: the theory that it was held against, if there was one.
  ///   - program: name and version of the program, for the colophon.
  public func page(of subject: Case, by theory: Theory?, madeBy program: String) -> Page {
    let teller = CaseCheckTeller(check: self, subject: subject, theory: theory)
    return Page(
      title: "\(subject.title), looked through",
      notice: "Findings are for whoever writes the case. None keeps it from being assessed.",
      story: teller.story, parts: teller.parts,
      colophon: "\(program); case \(subject.id)\(theory.map { "; theory \($0.identity.id)" } ?? "").")
  }
}

/// Tells findings about a case in sentences.
private struct CaseCheckTeller {
  let check: CaseCheck
  let subject: Case
  let theory: Theory?

  var story: [Sentence] {
    var sentences: [Sentence] = []
    if let questions = check.questions {
      sentences.append(
        Sentence(
          "Of the \(questions.count) questions of the theory: \(questions.answered) answered, "
            + "\(questions.notKnown) not known, \(questions.notAsked) not asked."))
    } else {
      sentences.append(Sentence("Without the theory, only the case itself was looked at.", mark: .silent))
    }
    let count = check.findings.count
    sentences.append(
      Sentence(
        count == 0
          ? "There is nothing to look at again."
          : "There \(count == 1 ? "is 1 thing" : "are \(count) things") to look at again."))
    return sentences
  }

  var parts: [Part] {
    CaseFinding.Kind.allCases.compactMap { kind in
      let findings = check.findings(of: kind)
      guard !findings.isEmpty else { return nil }
      return Part(
        id: kind.rawValue.split(separator: " ").joined(separator: "-"),
        title: "\(Theory.capitalised(kind.rawValue)) (\(findings.count))",
        blocks: [.paragraph([Sentence(kind.meaning, emphasis: .muted)]), list(findings)])
    }
  }

  /// Findings of one kind. Where each is but a name, the names stand in one sentence.
  private func list(_ findings: [CaseFinding]) -> Block {
    let names = findings.compactMap(name)
    guard names.count == findings.count else { return .list(findings.map { Sentence(words($0)) }) }
    return .paragraph([Sentence(Theory.capitalised(names.joined(separator: "; ")) + ".")])
  }

  private func name(_ finding: CaseFinding) -> String? {
    switch finding {
    case .noSource(let concept, let partner), .nobodySaysSo(let concept, let partner):
      name(concept) + (partner.map { " (\(name($0)))" } ?? "")
    case .silentPartner(let partner): name(partner)
    case .weightyUnknown(let concept, let count):
      "\(name(concept)) (\(count))"
    default: nil
    }
  }

  private func words(_ finding: CaseFinding) -> String {
    switch finding {
    case .otherTheory(let named):
      theory.map { "It was written for “\(named)”, and is held against “\($0.identity.id)”." }
        ?? "It was written for “\(named)”, and no theory of that name is at hand."
    case .unknownToTheory(let what, let name, let nearest):
      "The theory has no \(what.rawValue) “\(name)”." + (nearest.map { " Did you mean “\($0)”?" } ?? "")
    case .hindsight(let concept, let since):
      "\(capitalised(concept)): known since \(since), after the start\(start)."
    case .sinceWithoutStart(let concept, let since):
      "\(capitalised(concept)): known since \(since), and the case has no start."
    case .eventBeforeStart(let event, _): "\(title(event)). The start: \(subject.start?.description ?? "")."
    case .endBeforeStart(let date): "It ended in \(date), before the start\(start)."
    case .eventMovesNothing(let event): "\(title(event))."
    case .eventMovesAnEnd(let event, let concept): "“\(title(event))” moves \(name(concept))."
    case .disagreement(let concept, let high, let low):
      "\(capitalised(concept)): high\(voices(high)), low\(voices(low))."
    case .namesIncludedStudy(let doi, let reference):
      "doi \(doi): \(study(reference))."
    case .silentPartner, .noSource, .nobodySaysSo, .weightyUnknown: (name(finding) ?? "") + "."
    }
  }

  // MARK: Names

  private var start: String { subject.start.map { " (\($0))" } ?? "" }

  private func name(_ concept: Concept.ID) -> String { theory?.name(of: concept) ?? concept.text }

  private func capitalised(_ concept: Concept.ID) -> String { Theory.capitalised(name(concept)) }

  private func name(_ partner: Partner.ID) -> String {
    subject.partners.first { $0.id == partner }?.name ?? partner.text
  }

  private func title(_ event: Event.ID) -> String {
    subject.events.first { $0.id == event }.map { "\($0.date) \($0.what.withoutFullStop)" } ?? event.text
  }

  private func study(_ reference: String) -> String {
    theory?.reference(reference)?.fullCitation.withoutFullStop ?? "reference \(reference)"
  }

  /// Who says so, as far as anybody is named.
  private func voices(_ voices: [String]) -> String {
    let named = voices.filter { !$0.isEmpty }
    return named.isEmpty ? "" : " (\(named.joined(separator: "; ")))"
  }
}

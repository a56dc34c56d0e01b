import ProgrammeTheory

extension Synthesis {
  /// Brings it up to date with one more act. Whether the act may be done isn't asked here, and nothing traps on one that may
  /// not.
  public mutating func apply(_ logged: LoggedAct) {
    switch logged.act {
    case .coded(let coding): put(coding, logged)
    case .codesBrought(let codes):
      brought.append(codes)
      for code in codes.codes { codeNames.note(code.name) }
    case .codesMerged(let merge):
      codeNames.apply(merge)
      relabel()
    case .codeSplit(let split): apply(split)
    case .conceptFormed(let formation): put(formation, logged)
    case .conceptsMerged(let merge): apply(merge)
    case .candidateDrafted(let draft): put(draft, logged)
    case .synthesised(let step): steps.append(MadeStep(act: logged.number, by: logged.by, step: step))
    case .candidateJudged(let judgement):
      guard let place = candidatePlaces[judgement.candidate] else {
        strayJudgements.append(
          LooseEnd(act: logged.number, words: "judges candidate \(judgement.candidate)"))
        return
      }
      candidates[place].judgement = judgement
      candidates[place].judged = logged.number
    case .rivalsNoted(let rivalry): Self.replace(rivalry, in: &rivalries)
    case .theoryFramed(let frame): self.frame = frame
    case .formDefined(let form): Self.replace(form, in: &forms)
    case .formFilled(let filled): Self.replace(filled, in: &filledForms)
    default: material.apply(logged)
    }
  }

  private static func replace<Part: Identifiable>(_ part: Part, in parts: inout [Part]) {
    if let place = parts.firstIndex(where: { $0.id == part.id }) {
      parts[place] = part
    } else {
      parts.append(part)
    }
  }

  // MARK: Codes

  private mutating func put(_ coding: Coding, _ logged: LoggedAct) {
    for part in coding.parts { codeNames.note(part.code) }
    let made = MadeCoding(
      act: logged.number, by: logged.by, at: logged.at, coding: coding,
      codes: coding.parts.map { current(CodeUse($0.code)) })
    codingPlaces[logged.number] = codings.count
    codingNames[made.name] = logged.number
    codings.append(made)
  }

  /// What a code counts as now.
  func current(_ use: CodeUse) -> CodeUse {
    let (label, isReversed) = codeNames.current(use.code)
    return CodeUse(codeNames.spelling(of: label), isReversed: use.isReversed != isReversed)
  }

  private mutating func relabel() {
    for place in codings.indices { codings[place].codes = codings[place].codes.map(current) }
  }

  private mutating func apply(_ split: CodeSplit) {
    codeNames.note(split.into)
    for part in split.parts {
      guard let place = codingPlaces[part.coding], codings[place].codes.indices.contains(part.part - 1) else {
        continue
      }
      codings[place].codes[part.part - 1] = current(CodeUse(split.into, isReversed: part.isReversed))
    }
  }

  // MARK: Concepts

  private mutating func put(_ formation: ConceptFormation, _ logged: LoggedAct) {
    for use in formation.codes { codeNames.note(use.code) }
    let formed = FormedConcept(act: logged.number, formation: formation)
    if let place = conceptPlaces[formed.id] {
      concepts[place] = formed
    } else {
      conceptPlaces[formed.id] = concepts.count
      concepts.append(formed)
    }
  }

  private mutating func apply(_ merge: ConceptMerge) {
    guard merge.concept != merge.into, let from = conceptPlaces[merge.concept],
      let into = conceptPlaces[merge.into]
    else { return }
    let gone = concepts[from].formation
    concepts[into].formation.codes += gone.codes.map {
      CodeUse($0.code, isReversed: $0.isReversed != merge.isReversed)
    }
    concepts[into].formation.parts += gone.parts.map {
      PartUse(coding: $0.coding, part: $0.part, isReversed: $0.isReversed != merge.isReversed)
    }
    concepts.remove(at: from)
    conceptPlaces = Dictionary(
      concepts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for place in candidates.indices { candidates[place].draft.rename(by: merge) }
    mergedConcepts.append(merge)
  }

  // MARK: Candidates

  private mutating func put(_ draft: CandidateDraft, _ logged: LoggedAct) {
    let candidate = Candidate(act: logged.number, by: logged.by, draft: draft)
    if let place = candidatePlaces[draft.id] {
      candidates[place] = candidate
    } else {
      candidatePlaces[draft.id] = candidates.count
      candidates.append(candidate)
    }
  }
}

extension CandidateDraft {
  /// The concepts that it names, slot by slot, each as often as it is named.
  var concepts: [Concept.ID] {
    context.map(\.concept) + conditions.flatMap(\.anyOf).map(\.concept)
      + (mechanism?.literals ?? []).map(\.concept)
      + outcome.map(\.concept)
  }

  fileprivate mutating func rename(by merge: ConceptMerge) {
    func renamed(_ literals: [Literal]) -> [Literal] {
      literals.reduce(into: []) { literals, old in
        let new = merge.renamed(old)
        if !literals.contains(new) { literals.append(new) }
      }
    }
    context = renamed(context)
    conditions = conditions.map { Condition(anyOf: renamed($0.anyOf)) ?? $0 }
    mechanism = mechanism.map {
      Mechanism(renamed($0.literals), origin: $0.origin, resource: $0.resource, reasoning: $0.reasoning)
    }
    outcome = outcome.reduce(into: []) { effects, old in
      let new = merge.renamed(old)
      if !effects.contains(new) { effects.append(new) }
    }
  }
}

extension ConceptMerge {
  fileprivate func renamed(_ literal: Literal) -> Literal {
    guard literal.concept == concept else { return literal }
    let direction = isReversed ? literal.direction.reversed : literal.direction
    return Literal(direction, into, degree: literal.degree)
  }

  fileprivate func renamed(_ effect: OutcomeEffect) -> OutcomeEffect {
    guard effect.concept == concept else { return effect }
    let renamed = OutcomeEffect(effect.change, into)
    // A loss that is buffered has no other end; the rules refuse to merge so.
    return isReversed && effect.direction != nil ? renamed.reversed : renamed
  }
}

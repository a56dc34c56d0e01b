import ProgrammeTheory

extension Synthesis {
  /// Brings it up to date with one more act. Whether the act may be done isn't asked here, and nothing traps on one that may
  /// not.
  public mutating func apply(_ logged: LoggedAct) {
    applyUnsettled(logged)
    settle()
  }

  /// The same, but that the codings have the codes that count now only after ``settle()``.
  mutating func applyUnsettled(_ logged: LoggedAct) {
    switch logged.act {
    case .coded(let coding): put(coding, logged)
    case .codesBrought(let codes):
      brought.append(codes)
      for code in codes.codes {
        codeNames.note(code.name)
        if code.isCodable { codeNames.bring(code.name) }
      }
    case .codesMerged(let merge):
      codeNames.apply(merge)
      isSettled = false
    case .codeSplit(let split): apply(split)
    case .conceptFormed(let formation): put(formation, logged)
    case .conceptsMerged(let merge): apply(merge)
    case .candidateDrafted(let draft): put(draft, logged)
    case .synthesised(let step): steps.append(MadeStep(act: logged.number, step: step))
    case .candidateJudged(let judgement):
      guard let place = candidatePlaces[judgement.candidate] else {
        strayJudgements.append(
          LooseEnd(act: logged.number, words: "judges candidate \(judgement.candidate)"))
        return
      }
      replaceCandidate(at: place) {
        $0.judgement = judgement
        $0.judged = logged.number
      }
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
    let nodes = coding.parts.map { PartNode(node: codeNames.node(of: $0.code), isReversed: false) }
    for part in nodes { codeNames.count(1, at: part.node) }
    partNodes.append(nodes)
    for name in coding.links.sameAs { tellingSame[name, default: []].append(codings.count) }
    codingPlaces[logged.number] = codings.count
    codingNames[made.name] = logged.number
    codings.append(made)
  }

  /// What a code counts as now.
  func current(_ use: CodeUse) -> CodeUse {
    let (label, isReversed) = codeNames.current(use.code)
    return CodeUse(codeNames.spelling(of: label), isReversed: use.isReversed != isReversed)
  }

  /// Gives the codings the codes that count now.
  mutating func settle() {
    guard !isSettled else { return }
    isSettled = true
    for place in codings.indices { codings[place].codes = partNodes[place].map(current) }
  }

  private func current(_ part: PartNode) -> CodeUse {
    let (label, isReversed) = codeNames.current(at: part.node)
    return CodeUse(codeNames.spelling(of: label), isReversed: part.isReversed != isReversed)
  }

  private mutating func apply(_ split: CodeSplit) {
    codeNames.note(split.into)
    for part in split.parts {
      guard hasPart(part), let place = codingPlaces[part.coding] else { continue }
      let index = part.part - 1
      codeNames.count(-1, at: partNodes[place][index].node)
      let now = PartNode(node: codeNames.node(of: split.into), isReversed: part.isReversed)
      codeNames.count(1, at: now.node)
      partNodes[place][index] = now
      codings[place].codes[index] = current(now)
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
    for place in concepts.indices {
      concepts[place].formation.concept = concepts[place].formation.concept.renaming(by: merge)
    }
    concepts.remove(at: from)
    conceptPlaces = Dictionary(
      concepts.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    for place in candidates.indices { candidates[place].draft.rename(by: merge) }
    mergedConcepts.append(merge)
  }

  // MARK: Candidates

  private mutating func put(_ draft: CandidateDraft, _ logged: LoggedAct) {
    let candidate = Candidate(act: logged.number, draft: draft)
    if let place = candidatePlaces[draft.id] {
      replaceCandidate(at: place) { $0 = candidate }
    } else {
      candidatePlaces[draft.id] = candidates.count
      candidates.append(candidate)
    }
  }

  /// Changes a candidate, and what goes on in which.
  private mutating func replaceCandidate(at place: Int, _ change: (inout Candidate) -> Void) {
    if let into = candidates[place].mergedInto { mergedFrom[into]?.remove(place) }
    change(&candidates[place])
    if let into = candidates[place].mergedInto { mergedFrom[into, default: []].insert(place) }
  }
}

import Documents
import ProgrammeTheory

/// Concepts, candidates, steps, judgements and rivals.
extension SynthesisRules {
  func check(_ formation: ConceptFormation) throws(ReviewFault) {
    let concept = formation.concept
    try check(wordsOf: concept)
    try require(
      synthesis.concept(concept.id) != nil || synthesis.concepts.count < Theory.mostConcepts,
      "A theory has up to \(Theory.mostConcepts) concepts. Merge some: realist review concepts FILE")
    try require(
      formation.codes.count + formation.parts.count <= Self.mostItems,
      "A concept is formed from up to \(Self.mostItems) codes and parts.")
    try require(
      synthesis.concept(concept.id)?.formation != formation, "The concept \(concept.id) is formed so already."
    )
    let assignment = synthesis.assignment
    var seen: Set<CodeLabel> = []
    for use in formation.codes {
      try checkCode(use.code)
      let now = synthesis.current(use)
      try require(
        seen.insert(CodeLabel(now.code)).inserted,
        "The code “\(use.code.clipped)” stands twice, or goes on as another that is named.")
      if let other = assignment.meaning(of: now.code)?.concept, other != concept.id {
        throw .refused(
          "The code “\(use.code.clipped)” stands for \(other) already. Form \(other) without it first, or name single parts of codings."
        )
      }
    }
    try check(partsOf: formation, assignment)
  }

  private func check(wordsOf concept: Concept) throws(ReviewFault) {
    let wording = concept.wording
    let needed = [
      concept.name, concept.definition, wording.low, wording.high, wording.falls, wording.rises,
      concept.group,
    ]
    for words in needed {
      try require(!words.isBlank, "A concept has a name, a definition, words for its two ends, and a group.")
    }
    let coding = concept.coding
    let others =
      concept.phrases + (concept.signs?.more ?? []) + (concept.signs?.less ?? []) + (coding?.include ?? [])
      + (coding?.exclude.map(\.what) ?? [])
    let single = [wording.veryLow, wording.veryHigh, concept.question?.ask, concept.question?.because]
    for words in needed + others + single.compactMap(\.self) {
      try requireWords(words, "One of the words of concept \(concept.id)")
    }
    try require(others.count <= Self.mostItems, "A concept has up to \(Self.mostItems) phrases and signs.")
    try requireOnce(concept.refines)
  }

  private func check(
    partsOf formation: ConceptFormation, _ assignment: ConceptAssignment
  ) throws(ReviewFault) {
    var seen: Set<PartUse> = []
    for part in formation.parts {
      try check(part)
      let told = "Part \(part.part) of coding \(part.coding)"
      try require(
        seen.insert(PartUse(coding: part.coding, part: part.part)).inserted,
        "\(told) stands twice. Name it once.")
      guard let other = assignment.meaning(ofPartAlone: part)?.concept, other != formation.concept.id else {
        continue
      }
      throw .refused("\(told) stands for \(other) already. Form \(other) without it first.")
    }
  }

  func check(_ merge: ConceptMerge) throws(ReviewFault) {
    try requireReason(merge.because)
    try require(merge.concept != merge.into, "A concept can't be merged into itself.")
    for id in [merge.concept, merge.into] { try checkConcept(id) }
    guard merge.isReversed else { return }
    for candidate in synthesis.candidates {
      let isBuffered = candidate.draft.outcome.contains { $0.concept == merge.concept && $0.direction == nil }
      try require(
        !isBuffered,
        "Candidate \(candidate.id) says that a loss of \(merge.concept) is buffered, which has no other end. Draft it anew first."
      )
    }
  }

  func checkConcept(_ id: Concept.ID) throws(ReviewFault) {
    guard synthesis.concept(id) == nil else { return }
    if let merge = synthesis.mergedConcepts.last(where: { $0.concept == id }) {
      throw .refused("The concept \(id) was merged into \(merge.into). Name that.")
    }
    let nearest =
      id.text.nearest(among: synthesis.concepts.map(\.id.text)).map { " Did you mean \($0)?" } ?? ""
    throw .refused("There is no concept \(id).\(nearest) See them: realist review concepts FILE")
  }

  func check(_ draft: CandidateDraft) throws(ReviewFault) {
    let slots = [
      !draft.context.isEmpty, draft.mechanism.map { !$0.literals.isEmpty } ?? false, !draft.outcome.isEmpty,
    ]
    try require(
      slots.count { $0 } >= 2, "A candidate fills at least two of context, mechanism and outcome.")
    try checkSlots(of: draft)
    try require(
      draft.mechanism.map { !$0.literals.isEmpty } ?? true,
      "A mechanism names a concept and which way it goes.")
    try require(
      draft.conditions.count <= Self.mostItems && draft.conditions.allSatisfy { !$0.anyOf.isEmpty },
      "A condition names a concept and which way it goes.")
    for id in draft.concepts { try checkConcept(id) }
    try require(
      !draft.reversibility.reason.isBlank,
      "Say whether it also holds reversed, and why: reverses: {answer: yes, because: …}")
    for words in [draft.title, draft.note, draft.mechanism?.resource, draft.mechanism?.reasoning] {
      try requireWords(words, "A title or note")
    }
    try requireShort(draft.reversibility.reason, "A reason")
    try requireOnce(draft.refines)
    try check(codingsOf: draft)
    try require(
      synthesis.candidate(draft.id)?.draft != draft, "The candidate \(draft.id) is drafted so already.")
  }

  private func checkSlots(of draft: CandidateDraft) throws(ReviewFault) {
    switch draft.slotFault {
    case .tooMany(let count, let slot):
      throw .refused("The \(slot) has \(count) literals, and \(CMOConfiguration.mostLiterals) are the most.")
    case .twice(let concept, let slot):
      throw .refused("The concept \(concept) stands twice in the \(slot). Name each once.")
    case .bothWays(let concept):
      throw .refused(
        "Context and conditions ask for more and less of \(concept) at once. Leave one of them out.")
    case .eitherWay(let concept):
      throw .refused(
        "A condition asks for more of \(concept) or for less, which says nothing. Leave one out.")
    case nil: return
    }
  }

  private func requireOnce<Part: Hashable>(_ refined: [Part]) throws(ReviewFault) {
    try require(
      refined.count <= Self.mostItems && Set(refined).count == refined.count,
      "What is refined is named once each, and up to \(Self.mostItems).")
  }

  private func check(codingsOf draft: CandidateDraft) throws(ReviewFault) {
    try require(
      draft.codings.count <= Self.mostItems && Set(draft.codings).count == draft.codings.count,
      "A candidate names each coding once, and up to \(Self.mostItems).")
    if let within = draft.within { try checkSource(within) }
    for number in draft.codings {
      guard let made = synthesis.coding(number) else {
        throw .refused("There is no coding \(number). See them: realist review codings FILE")
      }
      guard let within = draft.within, synthesis.source(of: made.coding.ground) != within else { continue }
      throw .refused(
        "Coding \(number) isn't of \(within), within which the candidate is drafted. Leave one of the two out."
      )
    }
  }

  func check(_ step: SynthesisStep) throws(ReviewFault) {
    try require(!step.memo.isBlank, "Say how one came to the other: --memo \"…\"")
    try requireShort(step.memo, "A memo")
    try require(
      (1...Self.mostItems).contains(step.from.count), "Name the candidates that the step starts from.")
    for id in step.from + step.to { try checkCandidate(id) }
  }

  func checkCandidate(_ id: CandidateDraft.ID) throws(ReviewFault) {
    guard synthesis.candidate(id) == nil else { return }
    let nearest =
      id.text.nearest(among: synthesis.candidates.map(\.id.text)).map { " Did you mean \($0)?" } ?? ""
    throw .refused("There is no candidate \(id).\(nearest) See them: realist review candidates FILE")
  }

  func check(_ judgement: CandidateJudgement) throws(ReviewFault) {
    try checkCandidate(judgement.candidate)
    try requireReason(judgement.because)
    try require(
      judgement.status == nil || judgement.fate == .kept, "A status is given to a candidate that is kept.")
    if judgement.fate == .kept, let draft = synthesis.candidate(judgement.candidate)?.draft {
      // Concepts may have been merged since it was drafted.
      try checkSlots(of: draft)
    }
    guard case .merged(let into) = judgement.fate else { return }
    try checkCandidate(into)
    var next = synthesis.candidate(into)
    var steps = 0
    while let candidate = next, steps <= synthesis.candidates.count {
      try require(
        candidate.id != judgement.candidate,
        "\(judgement.candidate) would go on in itself. Name another candidate.")
      next = candidate.mergedInto.flatMap(synthesis.candidate)
      steps += 1
    }
  }

  func check(_ rivalry: Rivalry) throws(ReviewFault) {
    try require(!rivalry.about.isBlank, "Say what the readings differ on.")
    try requireShort(rivalry.about, "What readings differ on")
    try require((2...100).contains(rivalry.readings.count), "Rivals are from 2 to 100 readings.")
    for reading in rivalry.readings {
      try require(
        !reading.name.isBlank && !reading.configurations.isEmpty, "Each reading has a name and candidates.")
      for id in reading.configurations { try checkCandidate(id) }
    }
  }
}

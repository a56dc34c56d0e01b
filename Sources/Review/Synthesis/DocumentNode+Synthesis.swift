import Documents
public import ProgrammeTheory

/// How concepts, candidates, steps and judgements stand in a synthesis document.
extension DocumentNode {
  func conceptFormation() -> ((Synthesis) -> Act?)? {
    let keys = [
      "id", "name", "definition", "phrases", "scope", "scale", "low", "high", "falls", "rises", "veryLow",
      "veryHigh", "group", "question", "signs", "coding", "refines", "codes", "parts", "because",
    ]
    guard let map = mapping(keys: keys) else { return nil }
    let concept = concept(map)
    let codes = map.list("codes") { $0.codeUse() }
    let parts = map.optional("parts")?.partUses()
    let because = map.optional("because")?.text()
    guard let concept else { return nil }
    return { synthesis in
      guard let parts = parts.map({ $0(synthesis) }) ?? [] else { return nil }
      return .conceptFormed(ConceptFormation(concept: concept, codes: codes, parts: parts, because: because))
    }
  }

  private func concept(_ map: DocumentMapping) -> Concept? {
    let id: Concept.ID? = map.required("id", "Give it an identifier that no other concept has.")?.identifier()
    func text(_ key: String) -> String? { map.optional(key)?.text() }
    var words = ConceptWords()
    words.name = text("name")
    words.definition = map.required("definition", "Say what is meant.")?.text()
    words.phrases = map.optional("phrases").map { _ in map.list("phrases") { $0.text() } }
    words.scope = map.optional("scope")?.choice()
    words.scale = map.optional("scale")?.choice()
    (words.low, words.high, words.falls, words.rises) = (
      text("low"), text("high"), text("falls"), text("rises")
    )
    (words.veryLow, words.veryHigh, words.group) = (text("veryLow"), text("veryHigh"), text("group"))
    words.question = map.optional("question").flatMap { Concept.Question($0) }
    words.signs = map.optional("signs").flatMap { Concept.Signs($0) }
    words.coding = map.optional("coding").flatMap { Concept.Coding($0) }
    words.refines = map.list("refines") { $0.identifier() }
    return id.flatMap { words.concept($0) }
  }

  /// A concept that goes on as another: a group of `concept`, `into`, `reversed` and `because`.
  func conceptMerge() -> ConceptMerge? {
    guard let map = mapping(keys: ["concept", "into", "reversed", "because"]) else { return nil }
    let concept: Concept.ID? = map.required("concept", "Name the concept that ends.")?.identifier()
    let into: Concept.ID? = map.required("into", "Name the concept that takes its codes over.")?.identifier()
    let isReversed = map.optional("reversed")?.yesOrNo() ?? false
    let because = map.required("because", "Say why.")?.text()
    guard let concept, let into, let because else { return nil }
    return ConceptMerge(concept: concept, into: into, isReversed: isReversed, because: because)
  }

  func candidateDraft() -> ((Synthesis) -> Act?)? {
    let keys = [
      "id", "title", "context", "conditions", "mechanism", "outcome", "reverses", "phase", "codings",
      "within",
      "note", "refines",
    ]
    guard let map = mapping(keys: keys) else { return nil }
    let id: CandidateDraft.ID? = map.required("id", "Give it an identifier that no other candidate has.")?
      .identifier()
    let title = map.optional("title")?.text()
    let context = map.list("context") { $0.literal() }
    let conditions = map.list("conditions") { Condition($0) }
    let mechanism = map.optional("mechanism").flatMap { Mechanism($0) }
    let outcome = map.list("outcome") { $0.effect() }
    let reverses = map.required("reverses", "Write {answer: yes, because: …} or {answer: no, because: …}.")
      .flatMap { Reversibility($0) }
    let phase: Phase.ID? = map.optional("phase")?.identifier()
    let codings = map.list("codings") { $0.codingNamed() }
    let (within, note) = (map.optional("within")?.text(), map.optional("note")?.text())
    let refines: [CMOConfiguration.ID] = map.list("refines") { $0.identifier() }
    guard let id, let reverses else { return nil }
    return { synthesis in
      let numbers = codings.map { $0(synthesis) }
      guard !numbers.contains(nil) else { return nil }
      return .candidateDrafted(
        CandidateDraft(
          id: id, title: title, context: context, conditions: conditions, mechanism: mechanism,
          outcome: outcome,
          reversibility: reverses, phase: phase, codings: numbers.compactMap(\.self), within: within,
          note: note,
          refines: refines))
    }
  }

  func synthesisStep() -> SynthesisStep? {
    guard let map = mapping(keys: ["kind", "from", "to", "memo"]) else { return nil }
    let kinds = SynthesisStep.Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind: SynthesisStep.Kind? = map.required("kind", "Write one of: \(kinds).")?.choice()
    let from: [CandidateDraft.ID] = map.list("from") { $0.identifier() }
    let to: [CandidateDraft.ID] = map.list("to") { $0.identifier() }
    let memo = map.required("memo", "Say how one came to the other.")?.text()
    guard let kind, let memo else { return nil }
    return SynthesisStep(kind: kind, from: from, to: to, memo: memo)
  }

  private enum FateWord: String, CaseIterable { case keep, drop, merge }

  func judgement() -> CandidateJudgement? {
    guard let map = mapping(keys: ["candidate", "fate", "into", "because", "status"]) else { return nil }
    let candidate: CandidateDraft.ID? = map.required("candidate", "Name the candidate.")?.identifier()
    let word: FateWord? = map.required("fate", "Write keep, drop or merge.")?.choice()
    let into: CandidateDraft.ID? = map.optional("into")?.identifier()
    let because = map.required("because", "Say why.")?.text()
    let status: CMOConfiguration.Status? = map.optional("status")?.choice()
    guard let candidate, let word, let because else { return nil }
    let fate: CandidateJudgement.Fate
    switch (word, into) {
    case (.merge, let into?): fate = .merged(into: into)
    case (.merge, nil):
      fault("it isn't said into which candidate", "Name it under into.")
      return nil
    case (.keep, nil): fate = .kept
    case (.drop, nil): fate = .dropped
    default:
      map.optional("into")?.fault(
        "only what is merged goes into another", "Leave it out, or write fate: merge.")
      return nil
    }
    return CandidateJudgement(candidate: candidate, fate: fate, because: because, status: status)
  }
}

extension Concept {
  /// A concept of which only the name and the meaning are known yet; the words for its ends are made from the name, and it
  /// is continuous, of the whole collaboration, in the group `concepts`.
  public static func plain(_ id: ID, name: String? = nil, definition: String) -> Concept {
    let name = name ?? id.text.replacing("-", with: " ")
    return Concept(
      id: id, name: name, definition: definition, phrases: [], scope: .collaboration, scale: .continuous,
      wording: Wording(
        low: "little \(name)", high: "much \(name)", falls: "\(name) falls", rises: "\(name) rises"),
      group: "concepts")
  }
}

import Documents
public import ProgrammeTheory

extension Review {
  /// Takes codes and single parts of codings out of a concept, and forms another from them; both, or neither.
  ///
  /// - Parameters:
  ///   - id: the concept that loses them. What candidates say of it stays.
  ///   - formation: the concept that is formed. Each of its codes is one of the former's, and each of its parts stands for
  ///     the former.
  ///   - name: who does it.
  /// - Returns: the acts.
  /// - Throws: ``ReviewFault/refused(_:)`` where the former has none of them, or would have nothing left; another
  ///   ``ReviewFault`` where the file can't be written.
  public func split(
    _ id: Concept.ID, into formation: ConceptFormation, by name: String
  ) throws(ReviewFault) -> [LoggedAct] {
    try appendSynthesis(by: name) { scribe in
      let rest = try ConceptSplitting(scribe.synthesis).rest(of: id, without: formation)
      if let rest { try scribe.append(.conceptFormed(rest)) }
      try scribe.append(.conceptFormed(formation))
    }
  }
}

/// What is left of a concept when another is formed from a part of it.
private struct ConceptSplitting: Refusing {
  let synthesis: Synthesis

  init(_ synthesis: Synthesis) { self.synthesis = synthesis }

  /// The concept without what the other takes; `nil` where it stays as it is, since only single parts go.
  func rest(of id: Concept.ID, without taken: ConceptFormation) throws(ReviewFault) -> ConceptFormation? {
    try SynthesisRules(synthesis).checkConcept(id)
    guard let former = synthesis.formation(of: id) else { return nil }
    let new = taken.concept.id
    try require(
      synthesis.concept(new) == nil,
      "There is a concept \(new) already. Form it with more codes: realist review form-concept FILE \(new)")
    try require(
      !taken.codes.isEmpty || !taken.parts.isEmpty,
      "Say what is taken out of \(id): --code \"…\", or single parts of codings, --part 12.1")
    var rest = former
    rest.because = taken.because
    var left = Set(rest.codes.map(synthesis.label(of:)))
    for use in taken.codes {
      try require(
        left.remove(synthesis.label(of: use)) != nil,
        "“\(use.code.clipped)” is no code of \(id). See them: realist review concepts FILE")
    }
    rest.codes.removeAll { !left.contains(synthesis.label(of: $0)) }
    let assignment = synthesis.assignment
    for use in taken.parts {
      let meaning = synthesis.coding(use.coding).flatMap { assignment.meaning(ofPart: use.part, of: $0) }
      try require(
        meaning?.concept == id,
        "Part \(use.coding).\(use.part) doesn't stand for \(id). See the parts: realist review codings FILE")
    }
    let gone = Set(taken.parts.map { PartUse(coding: $0.coding, part: $0.part) })
    rest.parts.removeAll { gone.contains(PartUse(coding: $0.coding, part: $0.part)) }
    try require(
      !rest.codes.isEmpty || !rest.parts.isEmpty,
      "Nothing would be left of \(id). To call it otherwise, form it under another name, and merge it: realist review merge-concepts FILE"
    )
    return rest.codes == former.codes && rest.parts == former.parts ? nil : rest
  }
}

import ProgrammeTheory

/// Something that an act names and that isn't there.
struct LooseEnd: Hashable {
  /// The act that names it.
  let act: Int
  /// What it names, in words that follow “act 12”: “codes passage p3”.
  let words: String

  /// The end with its act: “act 12 codes passage p3”.
  var told: String { act > 0 ? "act \(act) \(words)" : words }
}

extension Synthesis {
  /// Everything that is named and isn't there. Acts are refused that would make more of it, so it is mostly none.
  var looseEnds: [LooseEnd] {
    codings.flatMap(looseEnds) + concepts.flatMap(looseEnds) + candidates.flatMap(looseEnds)
      + strayJudgements + steps.flatMap(looseEnds) + rivalEnds + filledForms.flatMap(looseEnds)
  }

  private func looseEnds(_ made: MadeCoding) -> [LooseEnd] {
    switch made.coding.ground {
    case .passage(let act) where material.passage(act) == nil:
      [LooseEnd(act: made.act, words: "codes passage p\(act)")]
    case .place(let source, _) where !isKnown(source):
      [LooseEnd(act: made.act, words: "codes a place in source \(source)")]
    default: []
    }
  }

  private func looseEnds(_ formed: FormedConcept) -> [LooseEnd] {
    formed.formation.parts.filter { !hasPart($0) }.map {
      LooseEnd(act: formed.act, words: "forms \(formed.id) from part \($0.part) of coding \($0.coding)")
    }
  }

  private func looseEnds(_ candidate: Candidate) -> [LooseEnd] {
    let draft = candidate.draft
    var ends = draft.codings.filter { coding($0) == nil }.map {
      LooseEnd(act: candidate.act, words: "rests candidate \(draft.id) on coding \($0)")
    }
    ends += draft.concepts.filter { concept($0) == nil }.map {
      LooseEnd(act: candidate.act, words: "names the concept \($0) in candidate \(draft.id)")
    }
    if let source = draft.within, !isKnown(source) {
      ends.append(LooseEnd(act: candidate.act, words: "drafts candidate \(draft.id) within source \(source)"))
    }
    if let into = candidate.mergedInto, self.candidate(into) == nil {
      ends.append(
        LooseEnd(act: candidate.judged ?? candidate.act, words: "merges \(draft.id) into candidate \(into)"))
    }
    return ends
  }

  private func looseEnds(_ made: MadeStep) -> [LooseEnd] {
    (made.step.from + made.step.to).filter { candidate($0) == nil }.map {
      LooseEnd(act: made.act, words: "makes a step with candidate \($0)")
    }
  }

  private var rivalEnds: [LooseEnd] {
    rivalries.flatMap { rivalry in
      rivalry.readings.flatMap(\.configurations).filter { candidate($0) == nil }.map {
        LooseEnd(act: 0, words: "the rivals \(rivalry.id) name candidate \($0)")
      }
    }
  }

  private func looseEnds(_ filled: FilledForm) -> [LooseEnd] {
    isKnown(filled.source)
      ? [] : [LooseEnd(act: 0, words: "the form \(filled.form) is filled for source \(filled.source)")]
  }

  /// Whether something is a source here: described, among the references of the frame, or the theory that is framed.
  func isKnown(_ source: String) -> Bool {
    material.source(source) != nil || frame?.roles[source] != nil
  }

  func hasPart(_ use: PartUse) -> Bool {
    coding(use.coding)?.coding.parts.indices.contains(use.part - 1) ?? false
  }
}

import Documents
import ProgrammeTheory

/// Something of a synthesis that doesn't hold together: an act names what isn't there, or two acts clash.
struct LooseEnd: Hashable {
  /// The act that names it; 0 where it is no single one's.
  let act: Int
  /// What is wrong, in words that follow “act 12”: “codes passage p3”.
  let words: String
  /// Whether two acts clash; else the act names what isn't there.
  var isClash = false
  /// What to do before.
  var remedy = "Change that first."

  /// The end with its act: “act 12 codes passage p3”.
  var told: String { act > 0 ? "act \(act) \(words)" : words }
}

/// What a change would leave that doesn't hold together.
struct LooseEnds {
  /// The first.
  let first: LooseEnd
  /// The first, and how many more there are, in words that follow “since”.
  let told: String

  /// What one state of a synthesis has that another doesn't; `nil` where that is nothing.
  init?(of after: Synthesis, beyond before: Synthesis) {
    let known = Set(before.looseEnds + before.openEnds)
    let ends =
      (after.looseEnds + after.openEnds).filter { !known.contains($0) } + after.frameEnds(since: before)
    guard let first = ends.first else { return nil }
    let more = ends.count > 1 ? " (and \(ReviewTeller.counted(ends.count - 1, "more such act")))" : ""
    (self.first, told) = (first, first.told + more)
  }
}

extension Synthesis {
  /// Everything that doesn't hold together. Acts are refused that would make more of it, so it is mostly none.
  var looseEnds: [LooseEnd] {
    codings.flatMap(looseEnds) + concepts.flatMap(looseEnds) + candidates.flatMap(looseEnds)
      + strayJudgements + steps.flatMap(looseEnds) + rivalEnds + filledEnds + sharedCodes + circles + crowd
  }

  private func looseEnds(_ made: MadeCoding) -> [LooseEnd] {
    var ends: [LooseEnd] = []
    switch made.coding.ground {
    case .passage(let act) where material.passage(act) == nil:
      ends.append(LooseEnd(act: made.act, words: "codes passage p\(act)"))
    case .place(let source, _) where !isKnown(source):
      ends.append(LooseEnd(act: made.act, words: "codes a place in source \(source)"))
    default: break
    }
    guard case .works(let works) = made.coding.links.cites else { return ends }
    return ends
      + works.filter { !isKnown($0) }.map {
        LooseEnd(act: made.act, words: "says that its passage cites source \($0)")
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
    return ends + clashes(candidate)
  }

  /// What a merge of concepts, or one that is taken back, may leave of a candidate. Of one that doesn't come into the theory
  /// it is no matter.
  private func clashes(_ candidate: Candidate) -> [LooseEnd] {
    guard candidate.judgement == nil || candidate.isKept, let fault = candidate.draft.slotFault else {
      return []
    }
    let words = "would let candidate \(candidate.id) \(fault.words)"
    let remedy =
      "Draft it anew first, or drop it: realist review draft FILE \(candidate.id), or judge FILE \(candidate.id) drop"
    return [LooseEnd(act: candidate.act, words: words, isClash: true, remedy: remedy)]
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

  private var filledEnds: [LooseEnd] {
    let defined = Set(forms.map(\.name))
    return filledForms.filter { !isKnown($0.source) || !defined.contains($0.form) }.map {
      LooseEnd(act: 0, words: "the form \($0.form) is filled for source \($0.source)")
    }
  }

  /// Codes and parts of codings that two concepts are formed from, or one concept both ways.
  private var sharedCodes: [LooseEnd] {
    var (codes, parts): ([CodeLabel: ConceptAssignment.Meaning], [PartUse: ConceptAssignment.Meaning]) = (
      [:], [:]
    )
    var ends: [LooseEnd] = []
    func take<Key>(
      _ key: Key, _ words: String, _ meaning: ConceptAssignment.Meaning, of formed: FormedConcept,
      in known: inout [Key: ConceptAssignment.Meaning]
    ) {
      if let other = known.updateValue(meaning, forKey: key), other != meaning {
        let which = other.concept == formed.id ? "both ways round" : "which stands for \(other.concept)"
        ends.append(
          LooseEnd(act: formed.act, words: "would form \(formed.id) from \(words), \(which)", isClash: true))
      }
    }
    for formed in concepts {
      for use in formed.formation.codes {
        let now = current(use)
        let meaning = ConceptAssignment.Meaning(concept: formed.id, isReversed: now.isReversed)
        take(CodeLabel(now.code), "the code “\(now.code.clipped)”", meaning, of: formed, in: &codes)
      }
      for use in formed.formation.parts {
        let key = PartUse(coding: use.coding, part: use.part)
        let meaning = ConceptAssignment.Meaning(concept: formed.id, isReversed: use.isReversed)
        take(key, "part \(use.part) of coding \(use.coding)", meaning, of: formed, in: &parts)
      }
    }
    return ends
  }

  /// Candidates that would go on in themselves, so that they come into no theory.
  private var circles: [LooseEnd] {
    var (ends, done): ([LooseEnd], Set<CandidateDraft.ID>) = ([], [])
    for start in candidates {
      var way: Set<CandidateDraft.ID> = []
      var next: Candidate? = start
      while let candidate = next, !done.contains(candidate.id) {
        guard way.insert(candidate.id).inserted else {
          let words = "would let candidate \(candidate.id) go on in itself"
          ends.append(LooseEnd(act: candidate.judged ?? candidate.act, words: words, isClash: true))
          break
        }
        next = candidate.mergedInto.flatMap { self.candidate($0) }
      }
      done.formUnion(way)
    }
    return ends
  }

  private var crowd: [LooseEnd] {
    let most = Theory.mostConcepts
    return concepts.count <= most
      ? [] : [LooseEnd(act: 0, words: "there would be more than \(most) concepts", isClash: true)]
  }

  /// The codings and concepts that are named by others and aren't there. They may come later, so only a change that takes one
  /// away is refused for it.
  var openEnds: [LooseEnd] {
    let links = codings.flatMap { made -> [LooseEnd] in
      let links = made.coding.links
      let named = links.sameAs + links.refersTo + [links.inverts].compactMap(\.self)
      return named.filter { coding(named: $0) == nil }.map {
        LooseEnd(act: made.act, words: "is linked to the coding \($0)")
      }
    }
    return links
      + concepts.flatMap { formed -> [LooseEnd] in
        let others = (formed.formation.concept.coding?.exclude ?? []).compactMap(\.instead)
        return others.filter { concept($0) == nil }.map {
          LooseEnd(act: formed.act, words: "has coders of \(formed.id) name the concept \($0) instead")
        }
      }
  }

  /// The concepts that the frame names and that have gone since an earlier state. Others may be formed later. One act changes
  /// either the frame or the concepts, so the frame is the same in both.
  func frameEnds(since before: Synthesis) -> [LooseEnd] {
    guard concepts.map(\.id) != before.concepts.map(\.id) else { return [] }
    return (frame?.conceptsNamed ?? []).filter {
      concept($0.concept) == nil && before.concept($0.concept) != nil
    }.map {
      LooseEnd(
        act: 0, words: "the frame names the concept \($0.concept) (\($0.field))",
        remedy: "Set a frame without it first: realist review frame FILE frame.yaml")
    }
  }

  /// Whether something is a source here: described, among the references of the frame, or the theory that is framed.
  func isKnown(_ source: String) -> Bool {
    material.source(source) != nil || frame?.roles[source] != nil
  }

  func hasPart(_ use: PartUse) -> Bool {
    coding(use.coding).map { use.part >= 1 && use.part <= $0.coding.parts.count } ?? false
  }
}

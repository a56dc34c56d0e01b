import Literature
import ProgrammeTheory

/// What a review's file holds for each RAMESES item.
struct RAMESESFiller {
  typealias Filling = (found: [String], missing: [String])

  let grounds: RAMESESChecklist.Grounds
  let synthesis: Synthesis
  private let protocols: [ProtocolChange]

  init(_ grounds: RAMESESChecklist.Grounds) {
    self.grounds = grounds
    synthesis = Synthesis(acts: grounds.acts)
    protocols = grounds.acts.compactMap { if case .protocolSet(let change) = $0.act { change } else { nil } }
  }

  private var plan: ReviewProtocol? { protocols.last?.document }

  func fill(_ item: RAMESESItem) -> Filling {
    switch item {
    case .title: title
    case .objectives: objectives
    case .changes: changes
    case .scoping: scoping
    case .searching: searching
    case .selection: selection
    case .extraction: extraction
    case .synthesis: analysis
    case .flow: flow
    case .characteristics: characteristics
    case .findings: findings
    case .strengths: strengths
    case .comparison: comparison
    case .abstract, .rationale, .whyRealist, .summary, .conclusion, .funding:
      ([], ["No review file holds this: write it in the report."])
    }
  }

  private func count(_ number: Int, _ word: String) -> String { PlainNumber.count(number, word) }

  // MARK: Before the searches

  private var title: Filling {
    let words = grounds.title.lowercased()
    let isNamed = words.contains("realist") && ["synthesis", "review"].contains { words.contains($0) }
    return (
      isNamed ? ["“\(grounds.title.shortened)”"] : [],
      isNamed ? [] : ["The title names no realist synthesis or review. Change it in the protocol."]
    )
  }

  private var objectives: Filling {
    guard let plan else {
      return ([], ["Set a protocol with the question: realist review protocol FILE --set."])
    }
    return (["The question: \(plan.question.shortened)"], [])
  }

  private var changes: Filling {
    guard let plan else { return ([], ["Set a protocol: realist review protocol FILE --set."]) }
    let registered = plan.registration.map { "Registered as \($0.shortened)." }
    let changed = protocols.dropFirst().map {
      "Changed because: \(($0.because ?? "no reason given").shortened)."
    }
    let told = changed.isEmpty ? ["The protocol is as it was first set."] : Array(changed)
    return ([registered].compactMap(\.self) + told, [])
  }

  private var scoping: Filling {
    if let refined = grounds.theory?.identity.refines {
      return (["The review began from the theory \(refined)."], [])
    }
    let suggested = searches.filter { $0.wave == .suggestions }
    guard suggested.isEmpty else {
      return (suggested.map { "Suggested by: \($0.source.shortened)." }, ["Say which theory it began from."])
    }
    return (
      [],
      ["Say how the field was scoped. An initial theory is named in the frame: realist review frame FILE."]
    )
  }

  // MARK: Documents

  private var searches: [Search] {
    grounds.acts.compactMap { if case .searchNoted(let search) = $0.act { search } else { nil } }
  }

  private var searching: Filling {
    guard !searches.isEmpty else { return ([], ["Note each search: realist review search FILE --source."]) }
    let found = searches.map { search in
      let parts = [search.date, search.strategy, search.limits].compactMap(\.self).map(\.shortened)
      return "\(search.source.shortened) (\(search.wave.name))"
        + (parts.isEmpty ? "." : ": \(parts.joined(separator: "; ")).")
    }
    let vague = searches.filter { $0.strategy == nil || $0.date == nil }
    let sources = Theory.list(vague.prefix(3).map(\.source.shortened))
    return (
      found,
      vague.isEmpty ? [] : ["Of \(vague.count) the terms or the date aren't given, such as \(sources)."]
    )
  }

  private var selection: Filling {
    var (found, missing): ([String], [String]) = ([], [])
    let stages = plan?.usedStages ?? []
    for stage in stages {
      let criteria = plan?.criteria(at: stage) ?? []
      if criteria.isEmpty {
        missing.append("Give the criteria of \(stage.name) in the protocol.")
      } else {
        let reviewers = plan?.stage(stage)?.reviewers ?? 1
        let number = criteria.count == 1 ? "1 criterion" : "\(criteria.count) criteria"
        found.append("\(FlowWords.stage(stage)): \(number), \(count(reviewers, "reviewer")).")
      }
    }
    if plan == nil { missing.append("Set a protocol with criteria: realist review protocol FILE --set.") }
    let material = synthesis.material
    let appraised = material.sources.filter { material.appraisals[$0.key] != nil }.count
    if appraised > 0 {
      found.append(
        "Relevance or rigour of \(appraised) of \(count(material.sources.count, "source")) was judged, with reasons."
      )
    }
    if appraised < material.sources.count || material.sources.isEmpty {
      missing.append("Judge relevance and rigour of each source: realist review appraise FILE.")
    }
    return (found, missing)
  }

  private var extraction: Filling {
    var found: [String] = []
    if !synthesis.codings.isEmpty {
      let coders = synthesis.coders
      found.append("\(count(synthesis.codings.count, "coding")) by \(Theory.list(coders.map(\.shortened))).")
    }
    if !synthesis.forms.isEmpty {
      let names = synthesis.forms.map { "“\($0.name.shortened)”" }
      found.append("Forms: \(Theory.list(names)), filled \(count(synthesis.filledForms.count, "time")).")
    }
    return (
      found, synthesis.codings.isEmpty ? ["Code passages of the sources: realist review code FILE."] : []
    )
  }

  private var flow: Filling {
    let flow = grounds.flow
    guard !flow.stages.isEmpty || !flow.joined.arrivals.isEmpty else {
      return ([], ["No record has come in. Import them, or note counts: realist review counts FILE."])
    }
    var missing = flow.contradictions.map(FlowWords.contradiction)
    if flow.awaiting > 0 { missing.append("\(count(flow.awaiting, "record")) still to be decided on.") }
    let first = flow.stages.first.map { "\(count($0.screened, "record")) screened; " } ?? ""
    return (
      ["\(first)\(count(flow.included, "document")) included. The diagram: realist review flow FILE --svg."],
      missing
    )
  }

  // MARK: Findings

  private var analysis: Filling {
    var (found, missing): ([String], [String]) = ([], [])
    if synthesis.concepts.isEmpty {
      missing.append("Form concepts from codes: realist review form-concept FILE.")
    } else {
      found.append("\(count(synthesis.concepts.count, "concept")) formed from codes.")
    }
    let steps = SynthesisStep.Kind.allCases.compactMap { kind -> String? in
      let number = synthesis.steps.count { $0.step.kind == kind }
      return number == 0 ? nil : "\(number) to \(kind.rawValue)"
    }
    if !steps.isEmpty { found.append("Steps of synthesis, each with a memo: \(Theory.list(steps)).") }
    let judged = synthesis.candidates.filter { $0.judgement != nil }.count
    if judged > 0 {
      found.append("Of \(count(synthesis.candidates.count, "candidate")), \(judged) judged with a reason.")
    }
    if synthesis.steps.isEmpty { missing.append("Note how claims were put together across sources.") }
    if judged < synthesis.candidates.count {
      missing.append("\(count(synthesis.candidates.count - judged, "candidate")) not judged yet.")
    }
    return (found, missing)
  }

  private var characteristics: Filling {
    let sources = synthesis.material.sources
    guard !sources.isEmpty else { return ([], ["Name the sources: realist review source FILE."]) }
    let roles = Source.Role.allCases.compactMap { role -> String? in
      let number = sources.filter { $0.role == role }.count
      return number == 0 ? nil : "\(number) as \(role.rawValue)"
    }
    let bare = sources.filter { synthesis.characteristics(of: $0.key).isEmpty }.count
    return (
      ["\(count(sources.count, "source")): \(Theory.list(roles)). The table: realist theory table studies."],
      bare == 0
        ? []
        : [
          "No characteristics are noted of \(count(bare, "source")): fill a form for each: realist review forms fill FILE."
        ]
    )
  }

  private var findings: Filling {
    guard let theory = grounds.theory else {
      return ([], ["Keep candidates until a theory comes out: realist review theory FILE."])
    }
    let guesses = theory.configurations.filter { $0.status == .hypothesised }.count
    let claims =
      count(theory.configurations.count, "configuration")
      + (guesses == 0 ? "" : ", \(guesses) of them hypothesised")
    return (["\(claims), from \(count(theory.tellings.count, "telling"))."], [])
  }

  private var strengths: Filling {
    let missing = ["Say what makes the review strong or weak."]
    guard let theory = grounds.theory else { return ([], missing) }
    let gaps = theory.gaps.count
    return (
      ["What rests on little: \(count(gaps, "gap")), each with a next search: realist theory gaps."], missing
    )
  }

  private var comparison: Filling {
    let theories = grounds.theory?.middleRangeTheories.map(\.name) ?? []
    let missing = ["Say how the findings stand to those of others."]
    guard !theories.isEmpty else { return ([], missing) }
    return (["Held against: \(Theory.list(theories.map(\.shortened)))."], missing)
  }
}

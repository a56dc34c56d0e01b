import OrderedCollections
import ProgrammeTheory
import Reporting

extension ComparisonTeller {
  /// What was refined and how, in a few sentences.
  var story: [Sentence] {
    guard !comparison.isEmpty else {
      return [Sentence("“\(old.identity.id)” and “\(new.identity.id)” say the same, on the same evidence.")]
    }
    return [relation] + extents + [balance] + reroutedInBrief.prefix(4) + takenOver.prefix(4)
      + [meanings].compactMap(\.self)
      + standings + [turnedInBrief] + [rivalriesInBrief, tellingsInBrief].compactMap(\.self)
  }

  /// How many of the concepts of both are called or meant otherwise.
  private var meanings: Sentence? {
    let shared = new.concepts.count - comparison.concepts.onlyInNew.count
    let renamed = comparison.concepts.changed.count { $0[.name] != nil }
    let redefined = comparison.concepts.changed.count { $0[.definition] != nil }
    guard renamed + redefined > 0 else { return nil }
    let told = [
      redefined == 0 ? nil : "\(redefined) \(redefined == 1 ? "is" : "are") defined in other words",
      renamed == 0 ? nil : "\(renamed) \(renamed == 1 ? "has" : "have") another name",
    ].compactMap(\.self)
    return Sentence("Of the \(count(shared, "concept", "concepts")) of both, \(Theory.list(told)).")
  }

  private var relation: Sentence {
    let (before, after) = (old.identity, new.identity)
    if after.refines == before.id {
      return Sentence("“\(after.id)” refines “\(before.id)”.", emphasis: .strong)
    }
    if before.refines == after.id {
      return Sentence(
        "Read this backwards: “\(before.id)” refines “\(after.id)”, and here it stands as the first of the two.",
        emphasis: .strong)
    }
    if before.id == after.id {
      let versions =
        before.version == after.version ? "" : ", versions \(before.version) and \(after.version)"
      return Sentence("These are two states of “\(after.id)”\(versions).", emphasis: .strong)
    }
    return Sentence("Neither of the two theories says that it refines the other.", emphasis: .strong)
  }

  private var extents: [Sentence] {
    ComparedSide.allCases.flatMap { side -> [Sentence] in
      guard let reach = reach(side) else { return [] }
      return [
        Sentence("\(Theory.capitalised(called(side))) is known here only in part: \(reach)."),
        Sentence("What isn't in that part isn't told there. That doesn't mean that it was dropped."),
      ]
    }
  }

  /// How many claims stand in both, and what became of the others.
  private var balance: Sentence {
    let claims = comparison.configurations
    let (all, before) = (new.configurations.count, old.configurations.count)
    let (fresh, gone) = (claims.onlyInNew.count, claims.onlyInOld.count)
    let shared = all - fresh
    let differing = Set(claims.changed.map(\.new)).count
    func told(_ number: Int, _ isPartial: Bool, in side: ComparedSide, _ became: String) -> String {
      if isPartial { return "\(number) \(number == 1 ? "isn't" : "aren't") told in \(called(side))" }
      return isRefinement
        ? "\(number) \(number == 1 ? "is" : "are") \(became)"
        : "\(number) \(number == 1 ? "isn't" : "aren't") in \(called(side))"
    }
    let changed = shared == 0 ? "" : " (\(differing == 0 ? "none" : "\(differing)") with something changed)"
    return Sentence(
      "Of the \(count(all, "claim", "claims")) of \(called(.new)), \(shared) \(shared == 1 ? "stands" : "stand") in \(called(.old)) too\(changed) and \(told(fresh, comparison.old.isPartial, in: .old, "new")). "
        + "Of the \(before) of \(called(.old)), \(told(gone, comparison.new.isPartial, in: .new, "dropped"))."
    )
  }

  private var reroutedInBrief: [Sentence] {
    reroutedGroups.map { group in
      Sentence(group.sentence(self), why: group.why(self))
    }
  }

  private var takenOver: [Sentence] {
    succeeded(except: []).map { Sentence($0) }
  }

  /// The claims that are better or less well founded than they were.
  private var standings: [Sentence] {
    let changed = comparison.configurations.changed.filter { $0[.status] != nil }
    return CMOConfiguration.Status.allCases.compactMap { status in
      let claims = changed.filter { $0[.status]?.new == [status.rawValue] }
      guard let first = claims.first else { return nil }
      let isOne = claims.count == 1
      let (hypothesis, supported) = (isOne ? "a hypothesis" : "hypotheses", "supported by studies")
      let (was, now) = status == .supported ? (hypothesis, supported) : (supported, hypothesis)
      let stands =
        isRefinement
        ? "\(isOne ? "was" : "were") \(was) and \(isOne ? "is" : "are") now \(now)"
        : "\(isOne ? "is" : "are") \(was) in \(called(.old)) and \(now) in \(called(.new))"
      let isUnnamed = claims.allSatisfy { new.evidence(for: $0.new).supporting.isEmpty }
      let works = status == .supported && isUnnamed ? ", though no works are named" : ""
      let which = isOne ? ": \(lowered(title(first.new, .new)))" : ""
      return Sentence(
        "\(isOne ? "One claim" : "\(claims.count) claims") \(stands)\(works)\(which).",
        why: why(claims.map(\.new), .new))
    }
  }

  private var turnedInBrief: Sentence {
    let opposed = comparison.turns.filter { $0.kind == .opposed }
    let arrows = comparison.arrows.turned.count
    if comparison.configurations.onlyInNew.count == new.configurations.count && arrows == 0 {
      return Sentence("No claim stands in both.")
    }
    if opposed.isEmpty && arrows == 0 {
      return Sentence("Nothing that both tell is turned round.")
    }
    let claims = opposed.isEmpty ? nil : count(opposed.count, "claim is", "claims are") + " turned round"
    let links = arrows == 0 ? nil : count(arrows, "arrow changes", "arrows change") + " sign"
    return Sentence(
      Theory.capitalised([claims, links].compactMap(\.self).joined(separator: ", and ")) + ".",
      why: why(opposed.map(\.new), .new))
  }

  private var rivalriesInBrief: Sentence? {
    let decided = comparison.settled.count { $0.kind == .decided && !comparison.new.isPartial }
    let opened = comparison.opened.count { $0.kind == .unnamed || !comparison.old.isPartial }
    guard isRefinement else { return nil }
    let told = [
      decided == 0 ? nil : count(decided, "rivalry is", "rivalries are") + " settled",
      opened == 0 ? nil : count(opened, "rivalry is", "rivalries are") + " opened",
    ].compactMap(\.self)
    return told.isEmpty ? nil : Sentence(Theory.capitalised(told.joined(separator: ", and ")) + ".")
  }

  // MARK: What takes over

  /// The concepts that continue others, each in one sentence.
  func succeeded(except left: Set<Concept.ID>) -> [String] {
    let later = OrderedDictionary(grouping: comparison.conceptSuccessions) { succession in
      succession.saidBy == .new ? succession.new : succession.old
    }
    return later.compactMap { concept, successions in
      guard let side = successions.first?.saidBy, !left.contains(concept) else { return nil }
      let named = Set(successions.map { side == .new ? $0.old : $0.new }).subtracting([concept])
      let earlier = theory(side.other).concepts.map(\.id).filter(named.contains)
      guard !earlier.isEmpty else { return nil }
      return "\(Theory.capitalised(name(concept, side))) takes over from \(names(earlier, side.other))."
    }
  }

  // MARK: Reroutings

  /// Reroutings that lead to one concept by the same old and the same new steps: told together.
  struct ReroutedGroup {
    let kind: Rerouting.Kind
    let members: [Rerouting]
  }

  var reroutedGroups: [ReroutedGroup] {
    let straightFirst = comparison.reroutings.sorted {
      $0.kind != .explainedAnew && $1.kind == .explainedAnew
    }
    return OrderedDictionary(grouping: straightFirst) { rerouting in
      [rerouting.sign.rawValue, rerouting.new.first?.concepts.last?.text ?? ""]
        + rerouting.old.map { $0.between.map(\.text).joined(separator: " ") } + ["|"]
        + rerouting.new.map { $0.between.map(\.text).joined(separator: " ") }
    }.values.map { ReroutedGroup(kind: $0[0].kind, members: $0) }
  }
}

extension ComparisonTeller.ReroutedGroup {
  /// Where the ways start, in the new theory's order.
  func starts(in theory: Theory) -> [Concept.ID] {
    let starts = Set(members.compactMap { $0.new.first?.concepts.first })
    return theory.concepts.map(\.id).filter(starts.contains)
  }

  func routes(_ side: ComparedSide) -> [CausalRoute] { members.flatMap { side == .old ? $0.old : $0.new } }

  /// What stands between, one way beside another.
  func between(_ side: ComparedSide, _ teller: ComparisonTeller) -> String {
    let ways = (side == .old ? members.first?.old : members.first?.new) ?? []
    return ways.map { way in way.between.map { teller.name($0, side) }.joined(separator: " and then ") }
      .joined(separator: ", or through ")
  }

  func sentence(_ teller: ComparisonTeller) -> String {
    let from = Theory.capitalised(teller.names(starts(in: teller.new), .new))
    let end = routes(.new).first?.concepts.last.map { teller.name($0, .new) } ?? ""
    let isOne = members.count == 1
    let (was, isNow) = (between(.old, teller), between(.new, teller))
    guard teller.isRefinement else {
      let leads = isOne ? "leads" : "lead"
      let before = was.isEmpty ? "straight to \(end)" : "to \(end) through \(was)"
      let after = isNow.isEmpty ? "straight" : "through \(isNow)"
      return "\(from) \(leads) \(before) in \(teller.called(.old)), and \(after) in \(teller.called(.new))."
    }
    switch kind {
    case .putBetween:
      let isSingle = members.allSatisfy { $0.new.count == 1 && $0.new[0].between.count == 1 }
      let stands =
        isSingle ? "\(isNow) stands between" : "\(isOne ? "it leads" : "they lead") there through \(isNow)"
      return "\(from) led straight to \(end); now \(stands)."
    case .takenOut:
      return "\(from) led to \(end) through \(was); now \(isOne ? "it leads" : "they lead") there straight."
    case .explainedAnew: return "\(from) led to \(end) through \(was); now through \(isNow)."
    }
  }

  func why(_ teller: ComparisonTeller) -> [String] {
    let claims = (old: routes(.old).flatMap(\.configurations), new: routes(.new).flatMap(\.configurations))
    return teller.why(claims.old.prefix(6), .old) + teller.why(claims.new.prefix(6), .new)
  }
}

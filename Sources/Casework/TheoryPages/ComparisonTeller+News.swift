import OrderedCollections
import ProgrammeTheory
import Reporting

extension ComparisonTeller {
  // MARK: What is new

  var novelties: Part? {
    let blocks = freshConcepts + freshClaims + freshArrows
    guard !blocks.isEmpty else { return nil }
    let title = comparison.old.isPartial || !isRefinement ? "What only \(called(.new)) tells" : "What is new"
    return Part(id: "new", title: title, blocks: blocks)
  }

  private var freshConcepts: [Block] {
    let fresh = comparison.concepts.onlyInNew.compactMap(new.concept)
    guard !fresh.isEmpty else { return [] }
    let sentences = fresh.map { concept in
      let earlier = comparison.conceptSuccessions.filter { $0.new == concept.id && $0.saidBy == .new }.map(
        \.old)
      let takesOver = earlier.isEmpty ? "" : " It takes over from \(names(earlier, .old))."
      return Sentence("\(Theory.capitalised(concept.name)). \(concept.definition)\(takesOver)")
    }
    return [.subheading("Concepts"), .list(cut(sentences))]
  }

  private var freshClaims: [Block] {
    let fresh = comparison.configurations.onlyInNew
    guard !fresh.isEmpty else { return [] }
    let told = detail == .brief ? Array(fresh.prefix(8)) : fresh
    let left = fresh.count - told.count
    let more = Sentence("And \(left) more new claims, which the full page lists.", emphasis: .muted)
    return told.flatMap { id -> [Block] in
      let earlier = comparison.claimSuccessions.filter { $0.new == id && $0.saidBy == .new }.map(\.old)
      return [
        .subheading(title(id, .new)),
        .list([claim(id, .new, after: label(.new))] + earlier.map { claim($0, .old, after: "Builds on") }),
      ]
    } + (left > 0 ? [.paragraph([more])] : [])
  }

  private var freshArrows: [Block] {
    let gained = comparison.arrows.gained
    guard !gained.isEmpty else { return [] }
    let (shown, caption) = cut(gained, under: "What more of one thing newly does to another")
    let rows = shown.map { arrow -> [Cell] in
      let earlier = comparison.arrows.carried.filter { $0.new == arrow }.map(\.old)
      let was = earlier.map { "\(name($0.from, .old)) \(verb($0.sign)) \(name($0.to, .old))" }
      return [
        Cell(name(arrow.from, .new)), Cell(verb(arrow.sign)),
        Cell(name(arrow.to, .new), why: why(arrow.configurations, .new)),
        Cell(
          was.isEmpty
            ? (comparison.old.isPartial ? "not told there" : "no such arrow") : was.joined(separator: "; "),
          why: why(earlier.flatMap(\.configurations).prefix(4), .old)),
      ]
    }
    return [
      .subheading("Arrows of the causal web"),
      .table(Table(caption: caption, columns: ["More of", "Does", "To", label(.old)], rows: rows)),
    ]
  }

  func verb(_ sign: SignedGraph.Sign) -> String {
    switch sign {
    case .same: "raises"
    case .opposite: "lowers"
    case .buffers: "protects"
    }
  }

  private func past(_ sign: SignedGraph.Sign) -> String {
    switch sign {
    case .same: "raised"
    case .opposite: "lowered"
    case .buffers: "protected"
    }
  }

  // MARK: What is explained anew

  var explanations: Part? {
    let successions = succeeded(except: Set(comparison.concepts.onlyInNew)).map { Sentence($0) }
    let groups = reroutedGroups
    guard !groups.isEmpty || !successions.isEmpty else { return nil }
    let shown = detail == .brief ? Array(groups.prefix(8)) : groups
    let left = groups.count - shown.count
    var blocks: [Block] = successions.isEmpty ? [] : [.list(successions)]
    for group in shown {
      blocks.append(.subheading(group.sentence(self).withoutFullStop))
      blocks.append(.list(told(group, .old) + told(group, .new)))
    }
    if left > 0 {
      blocks.append(.paragraph([Sentence("And \(left) more, which the full page lists.", emphasis: .muted)]))
    }
    return Part(id: "anew", title: "What is explained anew", blocks: blocks)
  }

  /// The claims by which a theory gets there, each once.
  private func told(_ group: ReroutedGroup, _ side: ComparedSide) -> [Sentence] {
    let claims = Array(OrderedSet(group.routes(side).flatMap(\.configurations)))
    return cut(claims.map { claim($0, side, after: label(side)) }, atMost: 5)
  }

  // MARK: What turned round

  var turnedRound: Part? {
    var blocks: [Block] = []
    for turn in comparison.turns {
      let lead =
        turn.kind == .opposed
        ? "The same concepts, the opposite direction: the two contradict each other."
        : "The whole claim is turned round: it speaks of the other end, and contradicts nothing."
      blocks.append(.subheading(title(turn.new, .new)))
      blocks.append(
        .list([
          Sentence(lead, mark: turn.kind == .opposed ? .contested : nil),
          claim(turn.old, .old, after: label(.old)),
          claim(turn.new, .new, after: label(.new)),
        ]))
    }
    let arrows = comparison.arrows.turned.map { pair in
      let was =
        isRefinement ? "before, it \(past(pair.old.sign))" : "in \(called(.old)), it \(verb(pair.old.sign))"
      return Sentence(
        "More \(name(pair.new.from, .new)) \(verb(pair.new.sign)) \(name(pair.new.to, .new)); \(was) it.",
        why: why(pair.old.configurations, .old) + why(pair.new.configurations, .new))
    }
    if !arrows.isEmpty { blocks += [.subheading("Arrows with the other sign"), .list(arrows)] }
    return blocks.isEmpty ? nil : Part(id: "turned", title: "What is turned round", blocks: blocks)
  }
}

import OrderedCollections

/// Loops that can't be left, and loops that nothing turns.
extension TheoryCheck {
  /// The loops that the authors name, then the strongly connected parts of the web: a loop within a part can be left
  /// wherever the part can, so the part is what may be a trap.
  func loopExits() -> [Finding] {
    let links = theory.links.filter { !$0.isBuffer }
    let named = theory.patterns.flatMap { pattern -> [Finding] in
      guard case .loop(let through, _) = pattern.kind else { return [] }
      return findings(on: through, named: pattern, links)
    }
    let known = Set(
      theory.patterns.compactMap { pattern -> Set<Concept.ID>? in
        guard case .loop(let through, _) = pattern.kind else { return nil }
        return Set(through)
      })
    let parts = Web(theory: theory).components.filter { $0.count > 1 && !known.contains(Set($0)) }
    return named + parts.flatMap { findings(on: $0, named: nil, links) }
  }

  private func findings(on loop: [Concept.ID], named pattern: NamedPattern?, _ links: [RippleLink])
    -> [Finding]
  {
    let inside = Set(loop)
    // A mechanism from which nothing follows is a station of the loop, not a way out.
    let starts = Set(links.map(\.from.concept))
    let leaves = links.contains { link in
      inside.contains(link.from.concept) && !inside.contains(link.to.concept)
        && (link.leg != .contextToMechanism || starts.contains(link.to.concept))
    }
    let ends = theory.patterns.contains { pattern in
      guard case .threshold(let of, let leads) = pattern.kind else { return false }
      return inside.contains(of) && !inside.contains(leads)
    }
    let enters = links.contains { !inside.contains($0.from.concept) && inside.contains($0.to.concept) }
    let isMoved = theory.levers.contains { $0.moves.contains { inside.contains($0.concept) } }
    var findings: [Finding] = []
    if !leaves && !ends {
      findings.append(finding(.loopWithoutExit, loop, pattern, "nothing leads out of it"))
    }
    if !enters && !isMoved {
      findings.append(
        finding(.loopThatNothingMoves, loop, pattern, "nothing outside acts on it, and no action does"))
    }
    return findings
  }

  private func finding(
    _ kind: Finding.Kind, _ loop: [Concept.ID], _ pattern: NamedPattern?, _ predicate: String
  ) -> Finding {
    let names = loop.map(name).listed
    let name = pattern?.name ?? "the loop of \(names)"
    return Finding(
      kind: kind, subjects: (pattern.map { [.loop($0.id)] } ?? []) + loop.map { .concept($0) },
      places: pattern?.place.map { [.text($0)] } ?? [], sentence: "\(name.asSentence): \(predicate).",
      short: name)
  }
}

extension Entailment {
  /// The loops that run on what fires, each in the direction in which it runs: those that stay within a loop that the
  /// authors name come first, then the shortest.
  ///
  /// - Parameters:
  ///   - bound: the most configurations in a loop.
  ///   - most: the most loops to give.
  public func loopsInPlay(atMost bound: Int = 4, most: Int = 8) -> [Loop] {
    let links = firing.flatMap { configuration, forms in
      configuration.forms.filter { form in forms.contains { $0.form == form.form } }.flatMap(\.links)
    }
    let web = Web(theory: theory, links: links)
    let named = theory.patterns.compactMap { pattern -> Set<Concept.ID>? in
      if case .loop(let through, _) = pattern.kind { Set(through) } else { nil }
    }
    let walks = web.loops(atMost: bound).walks.map { walk in
      (walk: walk, isNamed: named.contains { $0.isSuperset(of: walk.literals.map(\.concept)) })
    }
    let ordered = walks.filter(\.isNamed) + walks.filter { !$0.isNamed }
    return ordered.prefix(Swift.max(0, most)).map { web.loop($0.walk) }
  }
}

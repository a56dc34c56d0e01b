import OrderedCollections

/// Which tellings tell one claim, and so are held against each other.
extension TheoryCheck {
  private struct Pair: Hashable {
    let one: Telling.ID
    let other: Telling.ID
  }

  /// The pairs of tellings of one claim, in the theory's order, each once.
  ///
  /// Tellings are of one claim when the document links them as the same or as a reversal, when a statement says that
  /// the text takes them for the same, or, where neither has such a link, when one configuration rests on both. Prose
  /// is held against tables; only where there is one of them alone are tellings of one form compared. What is argued in
  /// passing often tells only a part, so a shared configuration isn't enough to compare it.
  var toldTwice: [ToldTwice] {
    var pairs: OrderedSet<Pair> = []
    func add(_ one: Telling, _ other: Telling) {
      guard one.id != other.id, one.bearing == .supports, other.bearing == .supports else { return }
      let (one, other) = inOrder(one, other)
      pairs.append(Pair(one: one.id, other: other.id))
    }
    for telling in theory.tellings {
      if let original = telling.inverts.flatMap({ tellings[$0] }) { add(original, telling) }
    }
    for group in linked { couples(of: group).forEach(add) }
    theory.configurations.forEach { couples(sharing: $0).forEach(add) }
    referred.forEach { add($0.from, $0.to) }
    return pairs.compactMap { pair -> ToldTwice? in
      guard let one = tellings[pair.one], let other = tellings[pair.other] else { return nil }
      return ToldTwice(one, other, mechanismIsChosen: isChosen(one) || isChosen(other))
    }
    .sorted { precedes([$0.one, $0.other], [$1.one, $1.other]) }
  }

  /// Prose comes before tables, then what stands first in the document.
  func inOrder(_ one: Telling, _ other: Telling) -> (Telling, Telling) {
    let isRow = (one.form == .table, other.form == .table)
    if isRow.0 != isRow.1 { return isRow.0 ? (other, one) : (one, other) }
    return precedes([one], [other]) ? (one, other) : (other, one)
  }

  /// Whether some tellings stand before others in the document.
  func precedes(_ some: [Telling], _ others: [Telling]) -> Bool {
    some.map { position[$0.id] ?? 0 }.lexicographicallyPrecedes(others.map { position[$0.id] ?? 0 })
  }

  /// Whether people bring the mechanism of a telling, as its configurations say.
  func isChosen(_ telling: Telling) -> Bool {
    claims[telling.id]?.contains { $0.mechanism?.origin == .chosen } ?? false
  }

  /// Prose with table where there are both, else each with each. A reversal is only held against what it reverses, and
  /// a passing argument only where no configuration that is set out tells the same.
  private func couples(of tellings: [Telling]) -> [(Telling, Telling)] {
    let own = tellings.filter { $0.inverts == nil }
    let rows = own.filter { $0.form == .table }
    let setOut = own.filter { $0.form == .prose }
    let prose = setOut.isEmpty ? own.filter { $0.form == .argued } : setOut
    guard rows.isEmpty || prose.isEmpty else {
      return prose.flatMap { telling in rows.map { (telling, $0) } }
    }
    return own.enumerated().flatMap { index, telling in own.dropFirst(index + 1).map { (telling, $0) } }
  }

  /// The tellings that only a configuration brings together: each that has no counterpart by a link is held against the
  /// one of the other form that agrees with it most, since a configuration may rest on rows that tell different parts.
  private func couples(sharing configuration: CMOConfiguration) -> [(Telling, Telling)] {
    let own = configuration.tellings.compactMap { tellings[$0] }.filter {
      $0.form != .argued && $0.inverts == nil
    }
    let rows = own.filter { $0.form == .table }
    let prose = own.filter { $0.form == .prose }
    func best(for telling: Telling, among others: [Telling]) -> (Telling, Telling)? {
      guard !isLinked(telling, to: others[0].form) else { return nil }
      let slots = ToldSlots(telling)
      let agreements = others.map { slots.agreement(with: ToldSlots($0)) }
      guard let most = agreements.max(), let index = agreements.firstIndex(of: most) else { return nil }
      return (telling, others[index])
    }
    guard !rows.isEmpty, !prose.isEmpty else { return couples(of: own.filter { !isLinked($0, to: $0.form) }) }
    return prose.compactMap { best(for: $0, among: rows) } + rows.compactMap { best(for: $0, among: prose) }
  }

  private func isLinked(_ telling: Telling, to form: Telling.Form) -> Bool {
    linked.contains { group in
      group.contains { $0.id == telling.id } && group.contains { $0.id != telling.id && $0.form == form }
    }
  }

  /// A cross-reference of the text: from where, to where, and the statement that says so, if one does.
  struct Referral {
    let from: Telling
    let to: Telling
    let statement: Statement?
  }

  /// The cross-references between tellings that start from a shared context, or that a statement takes for the same.
  var referred: [Referral] {
    let said = theory.statements.compactMap { statement -> Referral? in
      guard case .reference(let from, let to) = statement.kind, let one = tellings[from],
        let other = tellings[to]
      else { return nil }
      return Referral(from: one, to: other, statement: statement)
    }
    let noted = theory.tellings.flatMap { telling in
      telling.refersTo.compactMap { tellings[$0] }.filter { sharesContext(telling, $0) }
        .map { Referral(from: telling, to: $0, statement: nil) }
    }
    let known = Set(said.map { Pair(one: $0.from.id, other: $0.to.id) })
    return said + noted.filter { !known.contains(Pair(one: $0.from.id, other: $0.to.id)) }
  }

  private func sharesContext(_ one: Telling, _ other: Telling) -> Bool {
    one.context.contains { told in other.context.contains { $0.claim.concept == told.claim.concept } }
  }
}

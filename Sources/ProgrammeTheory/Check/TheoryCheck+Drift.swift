/// Where one claim is told twice, and not as the same.
extension TheoryCheck {
  /// What shifts or drifts between two tellings of one claim, one finding a kind and pair.
  ///
  /// A pair of which the text says that it is the same, while nothing in it is, is told as a misleading reference and
  /// as nothing else; nor does it help to know that two tellings drift which contradict each other.
  func drifts() -> [Finding] {
    let misled = Set(misleading.map { Set([$0.referral.from.id, $0.referral.to.id]) })
    let contradicting = Set(contradictingTellings.map { Set([$0.one.id, $0.other.id]) })
    return toldTwice.flatMap { pair -> [Finding] in
      let ids: Set = [pair.one.id, pair.other.id]
      if misled.contains(ids) { return [] }
      let shifts = [roleShift(pair), softening(pair)]
      let drifts = [mechanismDrift(pair), outcomeDrift(pair), contextDrift(pair)]
      return (shifts + (contradicting.contains(ids) ? [] : drifts)).compactMap(\.self)
    }
  }

  // MARK: The kinds

  private func roleShift(_ pair: ToldTwice) -> Finding? {
    let shifts = pair.shifts
    guard !shifts.isEmpty else { return nil }
    let place = places(pair)
    let sentences = shifts.map { shift in
      let (here, there) = (shift.one.withArticle, shift.other.withArticle)
      return "\(name(shift.concept)) is \(here) in \(place.one) and \(there) in \(place.other)"
    }
    let short = shifts.map { "\(name($0.concept)) is \($0.one) or \($0.other)" }
    return finding(
      .roleShift, pair, concepts: shifts.map(\.concept),
      sentence: "\(start(pair).asSentence): \(sentences.joined(separator: "; ")).",
      short: "\(start(pair)): \(short.joined(separator: "; "))")
  }

  private func softening(_ pair: ToldTwice) -> Finding? {
    let softened = pair.softened
    guard !softened.isEmpty else { return nil }
    let place = places(pair)
    let parts = softened.map { effect, isInFirst in
      let full = change(OutcomeEffect(effect.reached.direction == .more ? .raises : .lowers, effect.concept))
      let where_ = isInFirst ? (place.one, place.other) : (place.other, place.one)
      return "\(change(effect)) in \(where_.0), and \(full) in \(where_.1)"
    }
    let names = softened.map { name($0.effect.concept) }.listed
    return finding(
      .gainOrSmallerLoss, pair, concepts: softened.map(\.effect.concept),
      sentence: "\(start(pair).asSentence): \(parts.joined(separator: "; ")).",
      short: "\(start(pair)): \(names) gained, or less of it lost")
  }

  private func mechanismDrift(_ pair: ToldTwice) -> Finding? {
    let drift = pair.mechanismDrift
    guard !drift.isNone else { return nil }
    let difference = ToldTwice.Difference(one: drift.one.map(end), other: drift.other.map(end))
    return finding(
      .mechanismDrift, pair, concepts: (drift.one + drift.other).map(\.concept),
      sentence: sentence(pair, difference, verb: "it works through"),
      short: short(pair, drift.one.map(\.concept), drift.other.map(\.concept)))
  }

  private func outcomeDrift(_ pair: ToldTwice) -> Finding? {
    let drift = pair.outcomeDrift
    guard !drift.isNone else { return nil }
    let difference = ToldTwice.Difference(one: drift.one.map(change), other: drift.other.map(change))
    return finding(
      .outcomeDrift, pair, concepts: (drift.one + drift.other).map(\.concept),
      sentence: sentence(pair, difference, verb: ""),
      short: short(pair, drift.one.map(\.concept), drift.other.map(\.concept)))
  }

  private func contextDrift(_ pair: ToldTwice) -> Finding? {
    let drift = pair.contextDrift
    guard !drift.isNone else { return nil }
    let place = places(pair)
    return finding(
      .contextDrift, pair, concepts: (drift.one + drift.other).map(\.concept),
      sentence:
        "The claim starts from \(ends(drift.one)) in \(place.one), and from \(ends(drift.other)) in \(place.other).",
      short: "starts from \(ends(drift.one)), or from \(ends(drift.other))")
  }

  // MARK: Words

  private func finding(
    _ kind: Finding.Kind, _ pair: ToldTwice, concepts: [Concept.ID], sentence: String, short: String
  ) -> Finding {
    var seen: Set<Concept.ID> = []
    return Finding(
      kind: kind,
      subjects: [.telling(pair.one.id), .telling(pair.other.id)]
        + concepts.filter { seen.insert($0).inserted }.map { .concept($0) },
      places: [.text(pair.one.place), .text(pair.other.place)], sentence: sentence, short: short)
  }

  /// What the claim starts from: the context that both tellings have, else the first one's, else its mechanism.
  func start(_ pair: ToldTwice) -> String {
    let there = pair.second.context.map(\.plain)
    let common = pair.first.context.filter { there.contains($0.plain) }
    if !common.isEmpty { return ends(common) }
    return ends(pair.first.context.isEmpty ? pair.first.mechanism : pair.first.context)
  }

  func places(_ pair: ToldTwice) -> (one: String, other: String) {
    let place = places(pair.one, pair.other)
    return (place.one, pair.isTurned ? "\(place.other), turned round" : place.other)
  }

  private func sentence(_ pair: ToldTwice, _ difference: ToldTwice.Difference<String>, verb: String) -> String
  {
    let place = places(pair)
    let (start, verb) = (start(pair).asSentence, verb.isEmpty ? "" : "\(verb) ")
    if difference.other.isEmpty {
      return "\(start): \(verb)\(difference.one.listed) in \(place.one), which \(place.other) leaves out."
    }
    if difference.one.isEmpty {
      return "\(start): \(verb)\(difference.other.listed) in \(place.other), which \(place.one) leaves out."
    }
    return
      "\(start): \(verb)\(difference.one.listed) in \(place.one), and \(difference.other.listed) in \(place.other)."
  }

  private func short(_ pair: ToldTwice, _ here: [Concept.ID], _ there: [Concept.ID]) -> String {
    let place = places(pair)
    if there.isEmpty { return "\(start(pair)): \(names(here)) only in \(place.one)" }
    if here.isEmpty { return "\(start(pair)): \(names(there)) only in \(place.other)" }
    let (one, other) = (names(here), names(there))
    // The same concept the other way, such as a loss that is held back in one telling and made in the other.
    return one == other ? "\(start(pair)): \(one), told in two ways" : "\(start(pair)): \(one), or \(other)"
  }
}

extension ToldSlots.Slot {
  /// The slot with its article.
  fileprivate var withArticle: String { self == .outcome ? "an outcome" : "a \(rawValue)" }
}

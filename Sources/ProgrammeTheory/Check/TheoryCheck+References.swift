/// Where the text sends the reader from one place to another.
extension TheoryCheck {
  /// A cross-reference held against what stands at its end.
  struct Misleading {
    let referral: Referral
    let pair: ToldTwice
  }

  /// The cross-references at whose end nothing that comes about is what the text says where they start.
  var misleading: [Misleading] {
    referred.compactMap { referral in
      let chosen = isChosen(referral.from) || isChosen(referral.to)
      let pair = ToldTwice(referral.from, referral.to, mechanismIsChosen: chosen)
      let saysNothing = pair.first.effects.isEmpty || pair.second.effects.isEmpty
      return pair.nothingInCommon && !saysNothing && pair.shifts.isEmpty
        ? Misleading(referral: referral, pair: pair) : nil
    }
  }

  func misleadingReferences() -> [Finding] {
    misleading.map { misleading in
      let (from, to) = (misleading.referral.from, misleading.referral.to)
      func says(_ slots: ToldSlots) -> String { changes(slots.mechanism.map(effect) + slots.outcome) }
      let (here, there) = (says(misleading.pair.first), says(misleading.pair.second))
      let place = places(misleading.pair)
      let start = start(misleading.pair)
      return Finding(
        kind: .misleadingReference,
        subjects: [.telling(from.id), .telling(to.id)]
          + (misleading.referral.statement.map { [.statement($0.id)] } ?? []),
        places: [.text(from.place), .text(to.place)],
        sentence:
          "\(start.asSentence): \(here) in \(place.one); it points to \(place.other), where \(there).",
        short: "\(start): \(effectNames(misleading.pair.first)); points to "
          + effectNames(misleading.pair.second))
    }
  }

  private func effectNames(_ slots: ToldSlots) -> String {
    names(slots.mechanism.map(\.concept) + slots.outcome.map(\.concept))
  }
}

extension CoderAgreement {
  /// Something at one place that the two don't say alike.
  public struct Difference: Sendable, Hashable {
    /// How it differs.
    public enum Kind: String, Sendable, Hashable, Codable {
      /// Only the first gives this code in this slot.
      case onlyFirst
      /// Only the second does.
      case onlySecond
      /// Both do, and not the same way.
      case direction
      /// Both do, and don't say alike how it is known.
      case inference
    }

    /// The slot.
    public let slot: CodingSlot
    /// The code or concept.
    public let term: String
    /// How it differs.
    public let kind: Kind
    /// How the first says it; empty where the first doesn't.
    public let first: [CoderMark]
    /// How the second says it; empty where the second doesn't.
    public let second: [CoderMark]
    /// In which other slots whoever doesn't say it here gives the same code, in their order.
    public let elsewhere: [CodingSlot]
  }

  /// The places at which the two don't say all alike, in their order.
  public var differing: [(unit: Unit, differences: [Difference])] {
    units.map { (unit: $0, differences: $0.differences) }.filter { !$0.differences.isEmpty }
  }
}

extension CoderAgreement.Unit {
  /// What the two don't say alike, slot by slot.
  public var differences: [CoderAgreement.Difference] {
    let sides = MarkedSides(self)
    let found = sides.keys.compactMap { difference($0, sides) }
    return CodingSlot.allCases.flatMap { slot in found.filter { $0.slot == slot } }
  }

  private func difference(_ key: MarkKey, _ sides: MarkedSides) -> CoderAgreement.Difference? {
    let marks = sides.marks(of: key)
    let kind: CoderAgreement.Difference.Kind
    if marks[1].isEmpty {
      kind = .onlyFirst
    } else if marks[0].isEmpty {
      kind = .onlySecond
    } else if Set(marks[0].map(\.direction)) != Set(marks[1].map(\.direction)) {
      kind = .direction
    } else if Set(marks[0].map(\.inference)) != Set(marks[1].map(\.inference)) {
      kind = .inference
    } else {
      return nil
    }
    let giver = kind == .onlyFirst ? 0 : kind == .onlySecond ? 1 : nil
    let elsewhere = CodingSlot.allCases.filter { slot in
      guard let giver, slot != key.slot else { return false }
      let there = sides.marks(of: MarkKey(slot: slot, term: key.term))
      // What both give there isn't moved from here.
      return there[giver].isEmpty && !there[1 - giver].isEmpty
    }
    return CoderAgreement.Difference(
      slot: key.slot, term: key.term, kind: kind, first: marks[0], second: marks[1], elsewhere: elsewhere)
  }
}

public import Agreement
import ProgrammeTheory

/// How far two coders agree, slot by slot, on the places that both coded.
///
/// At each place a coder gives a set of codes in slots. Each code that either gives in a slot is one decision at each place,
/// given or not, as coding programs count it; codes count as they stand after they were merged, renamed and split. Places that
/// only one of them coded can't be compared: they are left out, and counted.
public struct CoderAgreement: Sendable, Hashable {
  /// What counts as saying the same.
  public enum Terms: String, Sendable, Hashable, Codable, CaseIterable {
    /// The same code.
    case codes
    /// Codes that stand for one concept, each turned round where it is the concept's other end.
    case concepts
  }

  /// A place that both coded, and what each says there.
  public struct Unit: Sendable, Hashable {
    /// The place, as the first coder coded it.
    public let first: CoderGround
    /// The place, as the second coder coded it.
    public let second: CoderGround
    /// What the first says, in the order in which it was coded.
    public let firstMarks: [CoderMark]
    /// What the second says, in the order in which it was coded.
    public let secondMarks: [CoderMark]
  }

  /// A code in a slot: at how many places it is given by both, by one or by none.
  public struct Term: Sendable, Hashable {
    /// The code or concept.
    public let term: String
    /// Given or not by the first (rows) and by the second (columns).
    public let table: CrossTable
  }

  /// The agreement on one slot.
  public struct Slot: Sendable, Hashable {
    /// The slot.
    public let slot: CodingSlot
    /// Whether it is filled or empty, by the first (rows) and by the second (columns).
    public let filled: CrossTable
    /// The codes that stand in it, in the order in which they were first given.
    public let terms: [Term]
    /// Which way, where both give a code in this slot, and each one way: of the ways that may be said in it.
    public let directions: CrossTable

    /// How often both give a code of which one of them says several ways, so that it isn't among ``directions``.
    public var severalWays: Int { terms.reduce(0) { $0 + $1.table.counts[0][0] } - directions.units }

    /// The decisions on all of its codes.
    public var decisions: PooledAgreement { PooledAgreement(terms.map(\.table)) }
  }

  /// The name of the first coder.
  public let first: String
  /// The name of the second coder.
  public let second: String
  /// What counts as saying the same.
  public let terms: Terms
  /// From how much overlap on two passages are one place, in per cent.
  public let overlap: Int
  /// What both coded, in the order of the sources and of their texts.
  public let units: [Unit]
  /// What only the first coded.
  public let onlyFirst: [CoderGround]
  /// What only the second coded.
  public let onlySecond: [CoderGround]
  /// How many parts of the first's codings at places that both coded stand for no concept, and so count nowhere; none where
  /// codes are compared.
  public let firstWithoutConcept: Int
  /// How many parts of the second's codings there stand for no concept.
  public let secondWithoutConcept: Int
  /// At how many places that both coded nothing of either stands for a concept; they are left out.
  public let placesWithoutConcept: Int
  /// The slots that either fills, in their order.
  public let slots: [Slot]
  /// In which slot, where both give a code at a place; those that one of them gives in several slots count as `neither`.
  public let placing: CategoryAgreement
  /// How it is known, where both give a code in the same slot; those of which one of them says several count as `neither`.
  public let inferences: CategoryAgreement

  /// Compares two coders.
  ///
  /// - Parameters:
  ///   - synthesis: the codings.
  ///   - first: the name of the first coder.
  ///   - second: the name of the second coder.
  ///   - terms: what counts as saying the same.
  ///   - overlap: from how much overlap on two passages are one place, in per cent from 1 to 100.
  public init(
    _ synthesis: Synthesis, first: String, second: String, terms: Terms = .codes, overlap: Int = 50
  ) {
    (self.first, self.second, self.terms) = (first, second, terms)
    self.overlap = min(max(overlap, 1), 100)
    let pairing = GroundPairing(synthesis, first, second, overlap: self.overlap)
    (onlyFirst, onlySecond) = (pairing.onlyFirst, pairing.onlySecond)
    let marking = CoderMarking(synthesis, terms)
    var left = (first: 0, second: 0)
    units = pairing.both.compactMap { pair in
      let (one, other) = (marking.marks(of: pair.first), marking.marks(of: pair.second))
      left = (left.first + one.leftOut, left.second + other.leftOut)
      // Where neither says anything that is compared, nothing can be agreed on.
      guard !one.marks.isEmpty || !other.marks.isEmpty else { return nil }
      return Unit(first: pair.first, second: pair.second, firstMarks: one.marks, secondMarks: other.marks)
    }
    (firstWithoutConcept, secondWithoutConcept) = left
    placesWithoutConcept = pairing.both.count - units.count
    slots = SlotCount.slots(of: units)
    placing = Self.placing(units)
    inferences = Self.inferences(units)
  }

  private static func placing(_ units: [Unit]) -> CategoryAgreement {
    let pairs = units.flatMap { unit -> [(first: String?, second: String?)] in
      let (one, other) = (slots(of: unit.firstMarks), slots(of: unit.secondMarks))
      return one.compactMap { term, here in
        guard let there = other[term] else { return nil }
        guard here.count == 1, there.count == 1 else { return (nil, nil) }
        return (here.first?.rawValue, there.first?.rawValue)
      }
    }
    return CategoryAgreement(pairs, categories: CodingSlot.allCases.map(\.rawValue))
  }

  private static func slots(of marks: [CoderMark]) -> [String: Set<CodingSlot>] {
    marks.reduce(into: [:]) { $0[$1.term, default: []].insert($1.slot) }
  }

  private static func inferences(_ units: [Unit]) -> CategoryAgreement {
    let pairs = units.flatMap { unit -> [(first: String?, second: String?)] in
      let sides = MarkedSides(unit)
      return sides.shared.map { key in
        let known = sides.marks(of: key).map { Set($0.map(\.inference)) }
        guard known.allSatisfy({ $0.count == 1 }) else { return (nil, nil) }
        return (known[0].first?.rawValue, known[1].first?.rawValue)
      }
    }
    return CategoryAgreement(pairs, categories: Inference.allCases.map(\.rawValue))
  }
}

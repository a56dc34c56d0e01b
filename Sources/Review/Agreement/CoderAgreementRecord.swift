import Agreement
import ProgrammeTheory

/// The agreement of two coders as data for other programs. Its shape is versioned: `format` names it.
public struct CoderAgreementRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-coder-agreement/1"

  /// How far two agree on some decisions. A coefficient that has no value is left out, and a word says why.
  public struct Measures: Sendable, Hashable, Codable {
    /// How many decisions there are.
    public let units: Int
    /// How many of these are alike.
    public let agreed: Int
    /// The share that is alike, from 0 to 1; left out without decisions.
    public let share: Double?
    /// Cohen's kappa; pooled where it is over several codes.
    public let kappa: Double?
    /// Why there is no kappa.
    public let kappaUndefined: String?
    /// PABAK.
    public let adjustedKappa: Double?
    /// Why there is no PABAK.
    public let adjustedKappaUndefined: String?
  }

  /// A code in a slot.
  public struct Term: Sendable, Hashable, Codable {
    /// The code or concept.
    public let term: String
    /// At how many places both give it.
    public let both: Int
    /// At how many places the first alone does.
    public let onlyFirst: Int
    /// At how many places the second alone does.
    public let onlySecond: Int
    /// At how many places neither does.
    public let neither: Int
    /// The agreement.
    public let measures: Measures
  }

  /// A slot.
  public struct Slot: Sendable, Hashable, Codable {
    /// The slot.
    public let slot: CodingSlot
    /// Whether it is filled at a place.
    public let filled: Measures
    /// Given or not: the decisions on all codes in it.
    public let given: Measures
    /// Which way, where both give a code in it.
    public let directions: Measures
    /// How often both give a code of which one says several ways, so that it isn't among ``directions``.
    public let severalWays: Int
    /// Its codes.
    public let terms: [Term]
  }

  /// A place.
  public struct Place: Sendable, Hashable, Codable {
    /// The place in words.
    public let place: String
    /// The key of the source.
    public let source: String?
    /// The words that are coded.
    public let words: String?
    /// The numbers of the codings.
    public let codings: [Int]
  }

  /// A place that both coded and at which they differ.
  public struct Differing: Sendable, Hashable, Codable {
    /// The place of the first.
    public let first: Place
    /// The place of the second.
    public let second: Place
    /// What they don't say alike.
    public let differences: [Difference]
  }

  /// Something that the two don't say alike.
  public struct Difference: Sendable, Hashable, Codable {
    /// The slot.
    public let slot: CodingSlot
    /// The code or concept.
    public let term: String
    /// How it differs.
    public let kind: CoderAgreement.Difference.Kind
    /// How the first says it.
    public let first: [CoderMark]
    /// How the second says it.
    public let second: [CoderMark]
    /// In which other slots whoever doesn't say it here gives the same code.
    public let elsewhere: [CodingSlot]
  }

  /// The name and version of this shape.
  public let format: String
  /// The program that made it.
  public let madeBy: String
  /// The first coder.
  public let first: String
  /// The second coder.
  public let second: String
  /// What counts as saying the same.
  public let terms: CoderAgreement.Terms
  /// From how much overlap on two passages are one place, in per cent.
  public let overlap: Int
  /// How many places both coded.
  public let places: Int
  /// The slots.
  public let slots: [Slot]
  /// In which slot, where both give a code.
  public let placing: Measures
  /// How it is known, where both give a code in the same slot.
  public let inferences: Measures
  /// The places at which they differ.
  public let differing: [Differing]
  /// What only the first coded.
  public let onlyFirst: [Place]
  /// What only the second coded.
  public let onlySecond: [Place]
  /// How often both give a code in several slots or by several grounds, so that it isn't among ``placing`` or ``inferences``.
  public let severalSlots: Int
  /// See ``severalSlots``.
  public let severalInferences: Int
  /// At how many places that both coded nothing stands for a concept; they are left out.
  public let placesWithoutConcept: Int
  /// How many parts of the first's codings stand for no concept, where concepts are compared.
  public let firstWithoutConcept: Int
  /// How many parts of the second's codings stand for no concept.
  public let secondWithoutConcept: Int
}

extension CoderAgreementRecord {
  /// The record of an agreement.
  ///
  /// - Parameters:
  ///   - agreement: the agreement.
  ///   - program: name and version of the program.
  public init(_ agreement: CoderAgreement, madeBy program: String) {
    (format, madeBy) = (Self.currentFormat, program)
    (first, second, terms) = (agreement.first, agreement.second, agreement.terms)
    (overlap, places) = (agreement.overlap, agreement.units.count)
    slots = agreement.slots.map(Slot.init)
    placing = Measures(agreement.placing.table)
    inferences = Measures(agreement.inferences.table)
    differing = agreement.differing.map { unit, differences in
      Differing(
        first: Place(unit.first), second: Place(unit.second),
        differences: differences.map {
          Difference(
            slot: $0.slot, term: $0.term, kind: $0.kind, first: $0.first, second: $0.second,
            elsewhere: $0.elsewhere)
        })
    }
    (severalSlots, severalInferences) = (agreement.placing.neither, agreement.inferences.neither)
    placesWithoutConcept = agreement.placesWithoutConcept
    (onlyFirst, onlySecond) = (agreement.onlyFirst.map(Place.init), agreement.onlySecond.map(Place.init))
    (firstWithoutConcept, secondWithoutConcept) = (
      agreement.firstWithoutConcept, agreement.secondWithoutConcept
    )
  }
}

extension CoderAgreementRecord.Measures {
  init(_ table: CrossTable) {
    (units, agreed, share) = (table.units, table.agreed, table.share)
    (kappa, kappaUndefined) = (table.kappa.value, table.kappa.reason)
    (adjustedKappa, adjustedKappaUndefined) = (table.adjustedKappa.value, table.adjustedKappa.reason)
  }

  init(_ pooled: PooledAgreement) {
    (units, agreed, share) = (pooled.decisions, pooled.agreed, pooled.share)
    (kappa, kappaUndefined) = (pooled.kappa.value, pooled.kappa.reason)
    (adjustedKappa, adjustedKappaUndefined) = (pooled.adjustedKappa.value, pooled.adjustedKappa.reason)
  }
}

extension CoderAgreementRecord.Slot {
  init(_ slot: CoderAgreement.Slot) {
    self.slot = slot.slot
    filled = CoderAgreementRecord.Measures(slot.filled)
    given = CoderAgreementRecord.Measures(slot.decisions)
    directions = CoderAgreementRecord.Measures(slot.directions)
    severalWays = slot.severalWays
    terms = slot.terms.map { term in
      let counts = term.table.counts
      return CoderAgreementRecord.Term(
        term: term.term, both: counts[0][0], onlyFirst: counts[0][1], onlySecond: counts[1][0],
        neither: counts[1][1], measures: CoderAgreementRecord.Measures(term.table))
    }
  }
}

extension CoderAgreementRecord.Place {
  init(_ ground: CoderGround) {
    (place, source, words) = (ground.ground.told, ground.source, ground.words)
    codings = ground.codings.map(\.act)
  }
}

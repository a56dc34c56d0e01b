import Agreement
public import ProgrammeTheory

/// A comparison of two codings as data for other programs. Its shape is versioned: `format` names it.
public struct CodingComparisonRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-coding-comparison/1"

  /// A concept in one place.
  public struct Unit: Sendable, Hashable, Codable {
    /// The concept.
    public let concept: Concept.ID
    /// The partner whose it is; left out for all.
    public let of: Partner.ID?
    /// The other partner; left out where it isn't a relation.
    public let towards: Partner.ID?
    /// What the first coding says; left out where it has no such fact.
    public let first: CodingComparison.Code?
    /// What the second says; left out where it has no such fact.
    public let second: CodingComparison.Code?
    /// How the two stand to each other.
    public let relation: CodingComparison.Relation
  }

  /// How far the codings agree.
  public struct Agreement: Sendable, Hashable, Codable {
    /// How many units there are.
    public let units: Int
    /// How many have the same level in both.
    public let agreed: Int
    /// Cohen's kappa; left out where it has no value.
    public let kappa: Double?
    /// Why it has none.
    public let kappaUndefined: String?
    /// How many units have one of the five levels in order in both.
    public let orderedUnits: Int
    /// Cohen's kappa of these with linear weights; left out where it has no value.
    public let weightedKappa: Double?
    /// Why it has none.
    public let weightedKappaUndefined: String?
  }

  /// An event in both codings or in one.
  public struct Event: Sendable, Hashable, Codable {
    /// Its identifier in the first coding; left out where it isn't there.
    public let first: String?
    /// Its identifier in the second coding; left out where it isn't there.
    public let second: String?
    /// Whether both give it the same date.
    public let agreesOnDate: Bool
    /// Whether both give it the same kind.
    public let agreesOnKind: Bool
    /// Whether both say that it moved the same.
    public let agreesOnMoves: Bool
  }

  /// A main thing in both codings.
  public struct Main: Sendable, Hashable, Codable {
    /// The concept.
    public let concept: Concept.ID
    /// How it is moved at the start, by the first coding and by the second.
    public let start: [String]
    /// How it is moved after all that has happened, by the first coding and by the second.
    public let now: [String]
    /// Whether both lead to the same, what is known of it included, at the start and after all.
    public let isSame: [Bool]
  }

  /// A start fact on which the codings differ, and what it decides.
  public struct Stake: Sendable, Hashable, Codable {
    /// The concept.
    public let concept: Concept.ID
    /// What the first coding comes to.
    public let first: CodedLevel
    /// What the second comes to.
    public let second: CodedLevel
    /// The main things that hang on it.
    public let decides: [Concept.ID]
  }

  /// The name and version of its shape.
  public let format: String
  /// Name and version of the program.
  public let madeBy: String
  /// The case of the first coding.
  public let first: Case.ID
  /// The case of the second coding.
  public let second: Case.ID
  /// The theory.
  public let theory: Theory.ID
  /// The version of the theory's document.
  public let theoryVersion: String
  /// Agreement over what either coded.
  public let overCoded: Agreement
  /// Agreement over all that could have been coded.
  public let overQuestions: Agreement
  /// What either coded at the start.
  public let units: [Unit]
  /// Questions that neither answered.
  public let unanswered: [Concept.ID]
  /// What became known later.
  public let later: [Unit]
  /// The fixed fields.
  public let fields: [CodingComparison.Field]
  /// The events.
  public let events: [Event]
  /// Partners that only the first coding has, by name.
  public let partnersOnlyInFirst: [String]
  /// Partners that only the second coding has, by name.
  public let partnersOnlyInSecond: [String]
  /// Concepts that the theory doesn't have.
  public let unknownConcepts: [Concept.ID]
  /// Where the codings lead.
  public let outlook: [Main]
  /// What the differences at the start decide.
  public let stakes: [Stake]
}

extension CodingComparisonRecord {
  /// The record of a comparison.
  ///
  /// - Parameters:
  ///   - comparison: the comparison.
  ///   - program: name and version of the program.
  public init(_ comparison: CodingComparison, madeBy program: String) {
    format = Self.currentFormat
    madeBy = program
    (first, second) = (comparison.first.id, comparison.second.id)
    (theory, theoryVersion) = (comparison.theory.identity.id, comparison.theory.identity.version)
    overCoded = Agreement(comparison.overCoded)
    overQuestions = Agreement(comparison.overQuestions)
    units = comparison.units.map {
      Unit(
        concept: $0.concept, of: $0.place.of, towards: $0.place.towards, first: $0.first, second: $0.second,
        relation: $0.relation)
    }
    unanswered = comparison.unanswered
    later = comparison.later.map {
      Unit(
        concept: $0.concept, of: $0.place.of, towards: $0.place.towards, first: $0.first, second: $0.second,
        relation: $0.relation)
    }
    fields = comparison.fields
    events = comparison.events.map {
      Event(
        first: $0.first?.id.text, second: $0.second?.id.text, agreesOnDate: $0.agreesOnDate,
        agreesOnKind: $0.agreesOnKind, agreesOnMoves: $0.agreesOnMoves)
    }
    (partnersOnlyInFirst, partnersOnlyInSecond) = comparison.partners
    unknownConcepts = comparison.unknown
    outlook = comparison.outlook.map {
      Main(
        concept: $0.prospect.concept, start: [$0.start.0.tendency.words, $0.start.1.tendency.words],
        now: [$0.now.0.tendency.words, $0.now.1.tendency.words], isSame: [$0.isSameAtStart, $0.isSameNow])
    }
    stakes = comparison.stakes.map {
      Stake(concept: $0.concept, first: $0.first, second: $0.second, decides: $0.decides)
    }
  }
}

extension CodingComparisonRecord.Agreement {
  init(_ agreement: CodingComparison.Agreement) {
    (units, agreed) = (agreement.nominal.units, agreement.nominal.agreed)
    (kappa, kappaUndefined) = (agreement.nominal.kappa.value, agreement.nominal.kappa.reason)
    orderedUnits = agreement.ordinal.units
    weightedKappa = agreement.ordinal.weightedKappa.value
    weightedKappaUndefined = agreement.ordinal.weightedKappa.reason
  }
}

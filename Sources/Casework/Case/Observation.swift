public import Bibliography
public import ProgrammeTheory

/// Something that was measured.
public struct Observation: Sendable, Hashable {
  /// When.
  public let date: PartialDate
  /// The concept.
  public let concept: Concept.ID
  /// The partner whose it is.
  public let of: Partner.ID?
  /// The other partner, for what lies between two.
  public let towards: Partner.ID?
  /// The score.
  public let score: Double
  /// The lowest score possible.
  public let lowest: Double
  /// The highest score possible.
  public let highest: Double
  /// How it was measured.
  public let instrument: String?
  /// Where it can be read.
  public let source: String?

  /// Makes an observation.
  public init(
    date: PartialDate, concept: Concept.ID, of: Partner.ID? = nil, towards: Partner.ID? = nil, score: Double,
    lowest: Double, highest: Double, instrument: String? = nil, source: String? = nil
  ) {
    self.date = date
    self.concept = concept
    self.of = of
    self.towards = towards
    self.score = score
    self.lowest = lowest
    self.highest = highest
    self.instrument = instrument
    self.source = source
  }
}

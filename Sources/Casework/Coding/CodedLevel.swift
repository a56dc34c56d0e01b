public import ProgrammeTheory

/// What one coding says of one concept in one place, once all its facts on it are put together.
public enum CodedLevel: String, Sendable, Hashable, Codable, CaseIterable {
  /// At the far low end.
  case veryLow = "very low"
  /// At the low end.
  case low
  /// Neither high nor low.
  case neither
  /// At the high end.
  case high
  /// At the far high end.
  case veryHigh = "very high"
  /// At both ends, since those who speak differ.
  case mixed
  /// It can't be asked here.
  case notApplicable = "not applicable"
  /// Not known, or left out, which is the same.
  case open

  /// The levels that lie in an order, the lowest first.
  public static let inOrder: [CodedLevel] = [.veryLow, .low, .neither, .high, .veryHigh]

  /// A fact as a level; ``open`` without one.
  public init(_ fact: Fact?) {
    self =
      switch fact {
      case .lies(.more, let much): much ? .veryHigh : .high
      case .lies(.less, let much): much ? .veryLow : .low
      case .neither: .neither
      case .mixed: .mixed
      case .notApplicable: .notApplicable
      case nil: .open
      }
  }

  /// Its place among those that lie in an order, from 0; `nil` for the others.
  var rank: Int? { Self.inOrder.firstIndex(of: self) }

  /// The end at which it lies, if it lies at one.
  var direction: Direction? {
    switch self {
    case .high, .veryHigh: .more
    case .low, .veryLow: .less
    default: nil
    }
  }
}

/// How a concept lies, as somebody says.
public enum StatedLevel: String, Sendable, Hashable, Codable, CaseIterable {
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
  /// It was asked, and isn't known.
  case notKnown = "not known"
  /// It can't be asked here.
  case notApplicable = "not applicable"
}

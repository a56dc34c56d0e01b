/// The tables into which a theory can be put.
public enum TheoryTable: String, Sendable, Hashable, CaseIterable {
  /// The included studies with their characteristics.
  case studies
  /// The points of entry, with what is meant and the works in which they were found.
  case entryPoints = "entry-points"
  /// What the source tells in rows of tables, row by row, in its own order and our words.
  case told
  /// The configurations, one a row.
  case configurations
  /// The configurations as a paper prints them: context, mechanism, outcome, sources.
  case cmocs
  /// The theories of the middle range, with the works in which they stand and what they explain.
  case middleRangeTheories = "middle-range-theories"
}

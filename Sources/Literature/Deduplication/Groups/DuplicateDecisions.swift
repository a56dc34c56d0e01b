/// What people have decided about records, ahead of any comparison.
public struct DuplicateDecisions: Sendable, Hashable {
  var samePairs: [DuplicateSearch.PlacePair] = []
  var apartPairs: [DuplicateSearch.PlacePair] = []

  /// No decisions.
  public init() {}
}

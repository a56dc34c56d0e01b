/// What people have decided about records, ahead of any comparison.
public struct DuplicateDecisions: Sendable, Hashable {
  /// Records that are one work, each group by the places of its members in the list.
  public var same: [[Int]]
  /// Records that are works of their own, each group by the places of its members in the list: any two of a group are
  /// kept apart.
  public var apart: [[Int]]

  /// Decisions; none, unless given.
  public init(same: [[Int]] = [], apart: [[Int]] = []) {
    self.same = same
    self.apart = apart
  }

  /// Two records that are said to be one work and to be two; `nil` where no decisions contradict each other.
  public var contradiction: (first: Int, second: Int)? {
    guard let last = (same + apart).joined().max() else { return nil }
    var partition = Partition(count: last + 1)
    for pair in samePairs { partition.join(pair.first, pair.second) }
    for group in apart {
      var seen: [Int: Int] = [:]
      for place in group {
        if let other = seen[partition.group(of: place)], other != place {
          return (min(other, place), max(other, place))
        }
        seen[partition.group(of: place)] = place
      }
    }
    return nil
  }

  /// Each member with the first of its group.
  var samePairs: [DuplicateSearch.PlacePair] {
    same.flatMap { group in group.dropFirst().map { DuplicateSearch.PlacePair(group[0], $0) } }
  }
}

/// How groups that were found compare with groups that are known.
public struct DeduplicationAccuracy: Sendable, Hashable {
  /// How many pairs of records are known to be one work.
  public let knownPairs: Int
  /// How many pairs stand in one group.
  public let foundPairs: Int
  /// How many pairs are both.
  public let sharedPairs: Int
  /// Pairs that stand in one group and aren't known to be one work: false merges, by the places of the records.
  public let falsePairs: [[Int]]
  /// Pairs that are known to be one work and stand in no group.
  public let missedPairs: [[Int]]

  /// The share of the known pairs that was found, 0 to 1; 1 where none is known.
  public var recall: Double { knownPairs == 0 ? 1 : Double(sharedPairs) / Double(knownPairs) }
  /// The share of the found pairs that is known, 0 to 1; 1 where none was found.
  public var precision: Double { foundPairs == 0 ? 1 : Double(sharedPairs) / Double(foundPairs) }

  /// Compares groups, each of places of records in one list.
  ///
  /// - Complexity: linear in the number of records and of pairs that are listed.
  public init(found: [[Int]], known: [[Int]]) {
    let foundOf = Self.groupOf(found)
    let knownOf = Self.groupOf(known)
    knownPairs = known.reduce(0) { $0 + Self.pairCount($1.count) }
    foundPairs = found.reduce(0) { $0 + Self.pairCount($1.count) }
    var shared: [[Int]: Int] = [:]
    for (place, group) in foundOf {
      if let other = knownOf[place] { shared[[group, other], default: 0] += 1 }
    }
    sharedPairs = shared.values.reduce(0) { $0 + Self.pairCount($1) }
    falsePairs = Self.split(found, by: knownOf)
    missedPairs = Self.split(known, by: foundOf)
  }

  /// At most this many pairs are listed.
  static let listed = 10_000

  private static func pairCount(_ count: Int) -> Int { count * (count - 1) / 2 }

  private static func groupOf(_ groups: [[Int]]) -> [Int: Int] {
    var groupOf: [Int: Int] = [:]
    for (number, group) in groups.enumerated() { for place in group { groupOf[place] = number } }
    return groupOf
  }

  /// Pairs of one group that another grouping doesn't have together.
  private static func split(_ groups: [[Int]], by other: [Int: Int]) -> [[Int]] {
    var pairs: [[Int]] = []
    for group in groups {
      let parts = Self.parts(of: group, by: other)
      for (number, part) in parts.enumerated() {
        for rest in parts[(number + 1)...] {
          for first in part {
            for second in rest {
              guard pairs.count < listed else { break }
              pairs.append([first, second].sorted())
            }
          }
        }
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }
  }

  /// The members of a group that stand together in another grouping, each part in order.
  private static func parts(of group: [Int], by other: [Int: Int]) -> [[Int]] {
    var parts: [[Int]] = []
    var partOf: [Int: Int] = [:]
    for place in group {
      guard let number = other[place] else {
        parts.append([place])
        continue
      }
      if let part = partOf[number] {
        parts[part].append(place)
      } else {
        partOf[number] = parts.count
        parts.append([place])
      }
    }
    return parts
  }
}

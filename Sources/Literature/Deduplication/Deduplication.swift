/// Which records of a list describe one work.
///
/// The groups depend on what the records say, not on their order: a permutation of the list gives the same groups, and an
/// unrelated record changes none.
public struct Deduplication: Sendable {
  /// The records as they were given.
  public let records: [Record]
  /// The groups that are surely one work, in the order of their first members. No two members contradict each other.
  public let groups: [DuplicateGroup]
  /// Pairs that a person should look at, the likeliest first.
  public let doubtful: [DoubtfulPair]

  /// Finds the duplicates among records.
  ///
  /// Versions of one article, a DOI that was registered anew and updates of a review are one work. A paper at a
  /// conference and its journal version, several reports of one study, and a notice about an article are not.
  ///
  /// - Complexity: near-linear in the number of records; see `docs/deduplication.md`.
  public init(_ records: [Record], decisions: DuplicateDecisions = DuplicateDecisions()) {
    self.records = records
    let search = DuplicateSearch(records, decisions)
    var groupOf: [Int: Int] = [:]
    let members = search.groups
    for (number, group) in members.enumerated() { for place in group { groupOf[place] = number } }
    var links = [[DuplicateLink]](repeating: [], count: members.count)
    for link in search.links {
      guard let number = groupOf[link.pair.first] else { continue }
      links[number].append(DuplicateLink(link, records))
    }
    groups = zip(members, links).map { DuplicateGroup(members: $0, links: $1) }
    doubtful = search.doubts.map { DoubtfulPair(link: DuplicateLink($0, records)) }
  }
}

/// Records that are one work.
public struct DuplicateGroup: Sendable, Hashable {
  /// The places of the records in the list, in its order.
  public let members: [Int]
  /// What joined them.
  public let links: [DuplicateLink]
}

/// Two records that may be one work, for a person to decide.
public struct DoubtfulPair: Sendable, Hashable {
  /// The records, and what speaks for and against.
  public let link: DuplicateLink
}

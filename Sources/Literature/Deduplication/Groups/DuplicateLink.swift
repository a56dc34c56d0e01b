/// Why two records are one work, or may be.
public struct DuplicateLink: Sendable, Hashable {
  /// The place of the first record in the list.
  public let first: Int
  /// The place of the second record in the list.
  public let second: Int
  /// What joined them.
  public let basis: Basis
  /// What agrees, in words.
  public let agreed: [String]
  /// What differs, in words.
  public let differed: [String]

  /// What a link rests on.
  public enum Basis: String, Sendable, Hashable {
    /// Every field is the same.
    case copy
    /// The fields, by the rules.
    case fields
    /// A person said so.
    case person
    /// The fields, but another record that belongs to one of the two contradicts.
    case contradicted
  }

  init(_ link: DuplicateSearch.FoundLink, _ records: [Record]) {
    first = link.pair.first
    second = link.pair.second
    agreed = []
    differed = []
    switch link.ground {
    case .copy: basis = .copy
    case .person: basis = .person
    case .evidence: basis = .fields
    case .contradicted: basis = .contradicted
    }
  }
}

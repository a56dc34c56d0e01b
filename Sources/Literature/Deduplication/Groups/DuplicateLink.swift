/// Why two records are one work, or may be.
public struct DuplicateLink: Sendable, Hashable {
  /// The place of the first record in the list.
  public let first: Int
  /// The place of the second record in the list.
  public let second: Int
  /// What joined them.
  public let basis: Basis
  /// What agrees, in words: "volume", "authors (5 of 6)".
  public let agreed: [String]
  /// What differs, in words, with what each says: "year (2003, 2002)".
  public let differed: [String]

  /// What a link rests on.
  public enum Basis: String, Sendable, Hashable, Codable {
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
    switch link.ground {
    case .copy, .person: (agreed, differed) = ([], [])
    case .evidence(let evidence), .contradicted(let evidence):
      let words = EvidenceWords(evidence, records[link.pair.first], records[link.pair.second])
      (agreed, differed) = (words.agreed, words.differed)
    }
    basis =
      switch link.ground {
      case .copy: .copy
      case .person: .person
      case .evidence: .fields
      case .contradicted: .contradicted
      }
  }

  /// The reason as a sentence.
  public var reason: String {
    switch basis {
    case .copy: return "Every field that is compared is the same."
    case .person: return "A person said that they are the same work."
    case .fields, .contradicted: break
    }
    var sentences: [String] = []
    if !agreed.isEmpty { sentences.append("The same: \(agreed.joined(separator: ", ")).") }
    if !differed.isEmpty { sentences.append("Different: \(differed.joined(separator: ", ")).") }
    if basis == .contradicted { sentences.append("Another record of the same group contradicts.") }
    return sentences.joined(separator: " ")
  }
}

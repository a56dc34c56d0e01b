/// The findings about a theory, grouped by kind in the order of gravity: what a command prints or writes as JSON.
public struct FindingReport: Sendable, Hashable {
  /// What stands under `format` in the JSON of this version.
  public static let format = "realist-findings/1"

  /// The findings of one kind; never none.
  public struct Group: Sendable, Hashable {
    /// The kind.
    public let kind: Finding.Kind
    /// Its findings, in the document's order.
    public let findings: [Finding]
  }

  /// The theory.
  public let theory: Theory.ID
  /// The version of its document.
  public let version: String
  /// The kinds that were found, the gravest first.
  public let groups: [Group]

  /// Every finding, in order.
  public var findings: [Finding] { groups.flatMap(\.findings) }
  /// How many there are.
  public var count: Int { groups.reduce(into: 0) { $0 += $1.findings.count } }

  /// Groups findings by kind, keeping their order within each.
  public init(theory: Theory.ID, version: String, findings: [Finding]) {
    self.theory = theory
    self.version = version
    let grouped = Dictionary(grouping: findings, by: \.kind)
    groups = Finding.Kind.allCases.compactMap { kind in
      grouped[kind].map { Group(kind: kind, findings: $0) }
    }
  }

  /// The findings of one kind.
  public subscript(kind: Finding.Kind) -> [Finding] { groups.first { $0.kind == kind }?.findings ?? [] }
}

extension Theory {
  /// What ``check()`` finds, grouped by kind.
  public var findingReport: FindingReport {
    FindingReport(theory: identity.id, version: identity.version, findings: check())
  }
}

extension FindingReport: Codable {
  private enum Key: String, CodingKey { case format, theory, version, count, counts, findings }

  private struct Count: Codable {
    let kind: Finding.Kind
    let count: Int
    let meaning: String
  }

  /// Encodes the format, the theory, how many there are of each kind and what the kind means, and the findings.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(Self.format, forKey: .format)
    try container.encode(theory, forKey: .theory)
    try container.encode(version, forKey: .version)
    try container.encode(count, forKey: .count)
    try container.encode(
      groups.map { Count(kind: $0.kind, count: $0.findings.count, meaning: $0.kind.meaning) }, forKey: .counts
    )
    try container.encode(findings, forKey: .findings)
  }

  /// Decodes what ``encode(to:)`` writes.
  ///
  /// - Throws: `DecodingError` where the format is another, or a part is missing or isn't what it should be.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    let format = try container.decode(String.self, forKey: .format)
    guard format == Self.format else {
      throw DecodingError.dataCorruptedError(
        forKey: .format, in: container, debugDescription: "\(format) isn't \(Self.format)")
    }
    self.init(
      theory: try container.decode(Theory.ID.self, forKey: .theory),
      version: try container.decode(String.self, forKey: .version),
      findings: try container.decode([Finding].self, forKey: .findings))
  }
}

extension DeduplicationReport: Encodable {
  private enum Key: String, CodingKey { case records, distinct, groups, doubtful, accuracy }

  /// Writes the report as data: all groups and pairs, by the names of their records, with every reason.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(deduplication.records.count, forKey: .records)
    try fields.encode(deduplication.records.count - deduplication.duplicateCount, forKey: .distinct)
    let merged = deduplication.mergedGroups
    try fields.encode(
      zip(deduplication.groups, merged).map { GroupFields($0, $1, names) }, forKey: .groups)
    try fields.encode(deduplication.doubtful.map { LinkFields($0.link, names) }, forKey: .doubtful)
    if let accuracy { try fields.encode(AccuracyFields(accuracy, names), forKey: .accuracy) }
  }

  private struct GroupFields: Encodable {
    let ids: [String]
    let links: [LinkFields]
    /// From which record each field of the merged one came, where not from the first.
    let taken: [String: String]

    init(_ group: DuplicateGroup, _ merged: MergedRecord, _ names: RecordNames) {
      ids = group.members.map { names.names[$0] }
      links = group.links.map { LinkFields($0, names) }
      taken = Dictionary(
        merged.sources.map { ($0.field, names.names[group.members[$0.member]]) },
        uniquingKeysWith: { first, _ in first })
    }
  }

  private struct LinkFields: Encodable {
    let ids: [String]
    let basis: String
    let same: [String]
    let different: [String]

    init(_ link: DuplicateLink, _ names: RecordNames) {
      ids = [names.names[link.first], names.names[link.second]]
      basis = link.basis.rawValue
      same = link.agreed
      different = link.differed
    }
  }

  private struct AccuracyFields: Encodable {
    let known: Int
    let found: Int
    let shared: Int
    let recall: Double
    let precision: Double
    let falseMerges: [[String]]
    let missed: [[String]]

    init(_ accuracy: DeduplicationAccuracy, _ names: RecordNames) {
      known = accuracy.knownPairs
      found = accuracy.foundPairs
      shared = accuracy.sharedPairs
      recall = accuracy.recall
      precision = accuracy.precision
      falseMerges = accuracy.falsePairs.map { $0.map { names.names[$0] } }
      missed = accuracy.missedPairs.map { $0.map { names.names[$0] } }
    }
  }
}

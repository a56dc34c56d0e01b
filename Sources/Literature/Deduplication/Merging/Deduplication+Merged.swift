extension Deduplication {
  /// Each group as one record, in the order of the groups.
  public var mergedGroups: [MergedRecord] {
    groups.compactMap { group in MergedRecord(group.members.map { records[$0] }) }
  }

  /// The records without duplicates: a group stands, merged, where its first member stood.
  public var distinctRecords: [Record] {
    var merged: [Int: Record] = [:]
    var gone: Set<Int> = []
    for (group, one) in zip(groups, mergedGroups) {
      merged[group.members[0]] = one.record
      gone.formUnion(group.members.dropFirst())
    }
    return records.indices.filter { !gone.contains($0) }.map { merged[$0] ?? records[$0] }
  }

  /// How many records fall away.
  public var duplicateCount: Int { groups.reduce(0) { $0 + $1.members.count - 1 } }
}

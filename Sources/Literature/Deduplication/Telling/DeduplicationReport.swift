import Bibliography

/// A deduplication with the names of its records, and how it compares with known groups, ready to be told.
public struct DeduplicationReport: Sendable {
  /// What was found.
  public let deduplication: Deduplication
  /// What the records are called.
  public let names: RecordNames
  /// How it compares with known groups, where these were given.
  public let accuracy: DeduplicationAccuracy?

  /// A report.
  ///
  /// - Parameters:
  ///   - deduplication: what was found.
  ///   - names: what the records are called.
  ///   - known: groups that are known to be one work, by the places of their records.
  public init(_ deduplication: Deduplication, names: RecordNames, known: [[Int]]? = nil) {
    self.deduplication = deduplication
    self.names = names
    accuracy = known.map { DeduplicationAccuracy(found: deduplication.groups.map(\.members), known: $0) }
  }

  /// A record in one line: its name, who, when, title.
  func line(_ place: Int) -> String {
    let record = deduplication.records[place]
    let name = PlainWords.clipped(names.names[place])
    let title = PlainWords.clipped(record.reference.title ?? "no title")
    let hasPeople = !record.reference.authors.isEmpty || !record.reference.editors.isEmpty
    let year = record.reference.issued.map { ", \($0.year)" } ?? ""
    return hasPeople
      ? "\(name): \(PlainWords.clipped(record.reference.shortCitation)), \(title)"
      : "\(name): \(title)\(year)"
  }
}

import Bibliography

/// A merge under way.
struct Merging {
  private(set) var record: Record
  private(set) var sources: [MergedRecord.FieldSource] = []
  private let members: [Record]

  init(_ first: Record, _ members: [Record]) {
    record = first
    self.members = members
  }

  /// Takes the value that is worth most; the earliest among equals.
  mutating func take(
    _ field: String, _ path: WritableKeyPath<Record, String?>, worth: (String) -> Int
  ) {
    var best = record[keyPath: path].map(worth) ?? 0
    var chosen = 0
    for (place, member) in members.enumerated().dropFirst() {
      guard let value = member[keyPath: path], worth(value) > best else { continue }
      (best, chosen) = (worth(value), place)
    }
    guard chosen > 0 else { return }
    record[keyPath: path] = members[chosen][keyPath: path]
    sources.append(MergedRecord.FieldSource(field: field, member: chosen))
  }

  mutating func takeAuthors() {
    let worth = { (record: Record) in
      record.reference.authors.reduce(0) { $0 + 1_000 + min(99, ($1.given ?? "").count) }
    }
    guard let chosen = members.indices.max(by: { (worth(members[$0]), -$0) < (worth(members[$1]), -$1) }),
      chosen > 0
    else { return }
    record.reference.authors = members[chosen].reference.authors
    sources.append(MergedRecord.FieldSource(field: "authors", member: chosen))
  }

  /// The most exact date of the latest year: what is printed follows what was online, and an update follows a review.
  mutating func takeDate() {
    let worth = { (record: Record) -> (Int, Int) in
      guard let date = record.reference.issued else { return (Int.min, 0) }
      return (date.year, (date.month == nil ? 0 : 1) + (date.day == nil ? 0 : 1))
    }
    guard
      let chosen = members.indices.max(by: { worth(members[$0]) < worth(members[$1]) }),
      worth(members[chosen]) > worth(members[0])
    else { return }
    // Among equals the earliest, as everywhere.
    let place = members.indices.first { worth(members[$0]) == worth(members[chosen]) } ?? chosen
    record.reference.issued = members[place].reference.issued
    sources.append(MergedRecord.FieldSource(field: "year", member: place))
  }

  /// What lists hold is kept of all members, each once, in their order.
  mutating func gatherLists() {
    record.keywords = Self.distinct(members.flatMap(\.keywords))
    record.identifiers = Self.distinct(members.flatMap(\.identifiers))
    record.notes = Self.distinct(members.flatMap(\.notes))
    record.labels = Self.distinct(members.flatMap(\.labels))
    record.raw = Self.distinct(members.flatMap(\.raw))
  }

  private static func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
    var seen: Set<Value> = []
    return values.filter { seen.insert($0).inserted }
  }

  // MARK: Worth

  /// A title in capitals alone, cut short, or with a database's note behind it is worth less than one that isn't; of two
  /// whole ones the first stays.
  static func titleWorth(_ title: String) -> Int {
    if title.isEmpty { return 0 }
    var worth = 4
    if title.contains(where: \.isLowercase) { worth += 2 }
    if title.hasSuffix("]") { worth -= 1 }
    if title.hasSuffix("...") || title.hasSuffix("…") { worth -= 3 }
    return worth
  }

  /// A range is worth more than a first page, and that more than what is broken; one that is written out ("288-297") is
  /// worth more than one that isn't ("288-97").
  static func pageWorth(_ page: String) -> Int {
    let pages = ComparedPages(page)
    if pages.isMissing { return 0 }
    guard pages.isRange, let last = pages.last else { return pages.isBroken ? 1 : 2 }
    return page.contains(String(last)) ? 4 : 3
  }
}

/// What each record of a list is called in groups: its own key where no other record has it, else its file and its place
/// there.
public struct RecordNames: Sendable, Hashable {
  /// The names, in the order of the records.
  public let names: [String]
  private let places: [String: Int]

  /// The names of records.
  public init(_ records: [Record]) {
    var counts: [String: Int] = [:]
    for record in records { counts[record.id, default: 0] += 1 }
    var taken: Set<String> = []
    names = records.enumerated().map { place, record in
      let isOwn = counts[record.id] == 1 && !record.id.isEmpty && !record.id.contains(GroupTable.separator)
      var name = isOwn ? record.id : Self.placeName(record, place)
      // Whatever files call themselves, no two records share a name.
      while !taken.insert(name).inserted { name += "'" }
      return name
    }
    places = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
  }

  /// The place of the record of a name.
  public func place(of name: String) -> Int? { places[name] }

  private static func placeName(_ record: Record, _ place: Int) -> String {
    guard let origin = record.origin else { return "record \(place + 1)" }
    return "\(origin.file):\(origin.position)".replacing(GroupTable.separator, with: ",")
  }
}

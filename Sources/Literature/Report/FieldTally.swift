/// How often fields of each name occurred, and where first.
public struct FieldTally: Hashable, Sendable, Codable {
  /// One name's count.
  public struct Entry: Hashable, Sendable, Codable {
    /// The field's name in its format.
    public let name: String
    /// How often it occurred.
    public internal(set) var count: Int
    /// The lines of the first that did, counted from 1.
    public internal(set) var lines: [Int]
  }

  /// As many lines of each name as are kept.
  public static let mostLines = 3
  /// What counts for all names beyond those that are counted apart.
  static let others = "(other names)"

  /// The names in the order in which they first occurred.
  public private(set) var entries: [Entry] = []
  private var places: [String: Int] = [:]
  private var mostNames = 4_096

  private enum CodingKeys: CodingKey { case entries }

  init(mostNames: Int) { self.mostNames = mostNames }

  /// The tally of some counts.
  init(_ entries: [Entry], mostNames: Int) {
    self.init(mostNames: mostNames)
    for entry in entries { count(entry.name, lines: entry.lines, times: min(entry.count, 1 << 40)) }
  }

  /// How many fields there were of any name.
  public var total: Int { entries.reduce(0) { $0 + $1.count } }

  /// The count of a name.
  public subscript(name: String) -> Int { places[name].map { entries[$0].count } ?? 0 }

  /// Counts one field, or several of one name.
  public mutating func count(_ name: String, line: Int?, times: Int = 1) {
    count(name, lines: line.map { [$0] } ?? [], times: times)
  }

  mutating func count(_ name: String, lines: [Int], times: Int) {
    guard times > 0 else { return }
    let place = place(of: name)
    entries[place].count += times
    let room = Self.mostLines - entries[place].lines.count
    if room > 0 { entries[place].lines += lines.prefix(room) }
  }

  private mutating func place(of name: String) -> Int {
    if let place = places[name] { return place }
    guard entries.count < mostNames || name == Self.others else { return place(of: Self.others) }
    places[name] = entries.count
    entries.append(Entry(name: name, count: 0, lines: []))
    return entries.count - 1
  }
}

import Bibliography
import TestSupport

/// One change to the structure of a document, such as a person, a converter or ill will may make.
struct StructuralMutation {
  private var random: SplitMix64

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  mutating func pick<Value>(_ values: [Value]) -> Value { random.pick(values) }

  /// The document with one value changed, and where that was.
  mutating func mutant(of document: JSONValue) -> (document: JSONValue, at: [Step]) {
    let places = document.places
    // Near the root there are few values, and they matter as much.
    let depth = random.pick([1, 2, 3, 9, 9, 9])
    let near = places.filter { $0.way.count <= depth }
    let place = random.pick(near)
    let value = changed(place.value)
    return (document.changed(at: place.way) { _ in value }, place.way)
  }

  private mutating func changed(_ value: JSONValue) -> JSONValue {
    if random.pick([true, false, false, false]) { return random.pick(Self.odd) }
    return switch value {
    case .object(let fields): object(fields)
    case .array(let items): array(items)
    case .string(let text): .string(string(text))
    case .number, .bool, .null: random.pick(Self.scalars)
    }
  }

  /// Spelled plainly: a schema can't tell 1e3 from 1000, and where words are asked for our reader takes the spelling.
  private static let scalars: [JSONValue] =
    [
      "0", "1", "2", "3", "5", "6", "-1", "0.2", "0.5", "1.5", "12", "13", "31", "120", "121", "1000",
      "1001", "2015", "10000", "10001", "1000000000", "1000000001", "-1000000", "2.0", "1e400",
    ].map(JSONValue.number) + [.bool(true), .bool(false), .null, .string("7"), .string("yes")]

  private static let odd: [JSONValue] = [
    .null, .bool(true), .bool(false), .number("7"), .number("2.5"), .number("-3"), .string(""), .string("  "),
    .string("null"), .string("word"), .array([]), .object([]), .array([.null]), .array([.array([])]),
    .array([.string("word")]), .array([.string("more know-how")]), .object([JSONField("is", .string("low"))]),
    .string("not known"), .string("not given"), .string("as linked"),
  ]

  private mutating func object(_ fields: [JSONField]) -> JSONValue {
    var fields = fields
    let index = fields.isEmpty ? 0 : random.pick(Array(fields.indices))
    switch random.pick([0, 0, 0, 1, 2, 3]) {
    case 0 where !fields.isEmpty: fields.remove(at: index)
    case 1 where !fields.isEmpty: fields[index].name = fields[index].name.uppercased()
    case 2 where !fields.isEmpty: return .array([.object(fields)])
    default:
      let known = ["note", "of", "towards", "source", "place", "sources", "title", "number", "nonsense", ""]
      let name = random.pick(known.filter { name in !fields.contains { $0.name == name } })
      fields.append(JSONField(name, random.pick(Self.odd)))
    }
    return .object(fields)
  }

  private mutating func array(_ items: [JSONValue]) -> JSONValue {
    guard !items.isEmpty else { return .array([random.pick(Self.odd)]) }
    var items = items
    let index = random.pick(Array(items.indices))
    switch random.pick([0, 1, 1, 2, 3, 4, 5]) {
    case 0: items = []
    case 1: items.remove(at: index)
    case 2: items.insert(items[index], at: index)
    case 3: items.insert(random.pick(Self.odd), at: index)
    case 4: items[index] = .array([items[index]])
    default:
      let count = random.pick([12, 13, 20, 21, 50, 51, 90, 91, 200, 201, 500, 501, 2_001])
      while items.count < count { items.append(items[items.count % max(1, index + 1)]) }
    }
    return .array(items)
  }

  private mutating func string(_ text: String) -> String {
    switch random.pick(Array(0..<12)) {
    case 0: text + " and more"
    case 1: text.uppercased()
    case 2: " " + text
    case 3: text + "-"
    case 4: text.replacing(" ", with: "  ")
    case 5: "much " + text
    case 6: String(repeating: "a", count: random.pick([79, 80, 81])) + "-" + text
    case 7: text.replacing("-", with: "--")
    case 8:
      random.pick([
        "2014", "2014-06", "2014-13", "2014-6", "14-06-01", "2015-02-29", "2016-02-29", "1900-02-29",
        "2014-04-31", "2014-12-31", "0001", "2014-06-03T00:00", "20140603", "99999",
      ])
    case 9: random.pick(["more know-how", "raises know-how", "buffers know-how", "less", "more a b"])
    case 10: String(repeating: "a", count: random.pick([80, 81]))
    default: random.pick(["word", "yes", "no", "true", "Yes", "low", "null", "é", "a-b", "a_b", "0", "-"])
    }
  }
}

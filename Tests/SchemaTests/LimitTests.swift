import Bibliography
import Documents
import Testing

extension JSONValue {
  /// The value without some keys that may be left out: the reader also bounds how much a whole document may hold.
  fileprivate var withoutExtras: JSONValue {
    guard case .object(let fields) = self else { return self }
    return .object(fields.filter { !["of", "towards", "source", "instrument", "note"].contains($0.name) })
  }
}

/// Limits are held against each other at their very edge, which changes by chance would mostly miss.
@Suite("Limits of the schemas")
struct LimitTests {
  /// What is tried at a place: the edges that the schema has there and, where it has none, what is far too much.
  private func edges(of value: JSONValue, _ limits: [String: Double]) -> [JSONValue] {
    switch value {
    case .array(let items):
      guard let short = items.first?.withoutExtras else { return [] }
      let least = limits["minItems"].map { [Int($0) - 1, Int($0)] } ?? [0]
      let lengths = least + (limits["maxItems"].map { [Int($0), Int($0) + 1] } ?? [100])
      return lengths.map { count in
        let more = [JSONValue](repeating: short, count: count)
        return .array(Array((items.count <= count ? items + more : more).prefix(count)))
      }
    case .number:
      let numbers = [limits["minimum"] ?? -1e12, limits["maximum"] ?? 1e12]
      return numbers.flatMap { [$0 - 0.001, $0, $0 + 0.001, $0 + 1] }.map(Self.number)
    case .string(let text):
      // Only names have an end.
      guard text.utf8.allSatisfy({ $0 == UInt8(ascii: "-") || (97...122).contains($0) }) else { return [] }
      return [80, 81].map { .string(String(repeating: "a", count: $0)) }
    case .object, .bool, .null: return []
    }
  }

  /// Whole numbers are spelled as such, since our reader takes words for words.
  private static func number(_ number: Double) -> JSONValue {
    .number(Int(exactly: number).map { "\($0)" } ?? "\(number)")
  }

  @Test("Every limit is the same for the schema and our reader", arguments: Kind.allCases)
  func limits(_ kind: Kind) throws {
    let places = try kind.places()
    let known = try Jury.known(
      at: places.map { .init(schema: kind.rawValue, document: $0.document, pointer: $0.way) })
    var edges: [(way: [Step], document: JSONValue)] = []
    for (place, known) in zip(places, known) {
      for edge in self.edges(of: place.value, known.limits) {
        edges.append((place.way, place.document.changed(at: place.way) { _ in edge }))
      }
    }
    #expect(edges.count > 100 && known.count { !$0.limits.isEmpty } > 10)
    let verdicts = try Jury.verdicts(on: edges.map { .init(schema: kind.rawValue, document: $0.document) })
    for (edge, verdict) in zip(edges, verdicts) {
      let fault = kind.faults(of: edge.document).first { !$0.isBetweenValues }
      #expect(
        (fault == nil) == (verdict == "accepted"),
        "at \(edge.way): the schema \(verdict); the reader: \(fault?.description ?? "accepts")")
    }
  }
}

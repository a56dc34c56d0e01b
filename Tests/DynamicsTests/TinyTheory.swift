import ProgrammeTheory

/// Small theories out of a few words.
///
/// A concept is written `a`, `a:partner` or `a:relation`, with `!` behind it where it can only be so or not. A claim is
/// `name: more a, less b / more m -> produced more x -> raises y, buffers z; turns`: context, conditions behind the slash
/// (alternatives parted by `|`), a mechanism that is `produced` or `chosen`, outcome; `turns` where it also holds turned
/// round. Mechanism or outcome may be left out.
enum TinyTheory {
  struct Unreadable: Error { let text: String }

  static func make(
    _ concepts: [String], _ claims: [String] = [], _ dynamics: [DynamicsBlock] = [], levers: [String] = [],
    rivals: [[String]] = []
  ) throws -> Theory {
    var theory = Theory(
      identity: Theory.Identity(
        id: try id("tiny"), title: "Tiny", version: "1", language: "en", summary: "For tests."))
    theory.concepts = try concepts.map(concept)
    theory.configurations = try claims.map(claim)
    theory.dynamics = dynamics
    theory.levers = try levers.map { text in
      let parts = text.split(separator: ":").map { String($0).trimmed }
      return Lever(id: try id(parts[0]), name: parts[0], moves: try list(parts[1]).map(effect))
    }
    theory.rivalries = try rivals.enumerated().map { index, names in
      Rivalry(
        id: try id("rivalry-\(index + 1)"), about: "which holds",
        readings: try names.map { name in
          Rivalry.Reading(
            name: name, configurations: try name.split(separator: "+").map { try id(String($0)) })
        })
    }
    return theory
  }

  static func id<Thing>(_ text: String) throws -> Identifier<Thing> {
    guard let id = Identifier<Thing>(text) else { throw Unreadable(text: text) }
    return id
  }

  static func range(_ from: Double, _ to: Double? = nil) throws -> DynamicsBlock.Range {
    guard let range = DynamicsBlock.Range(from: from, to: to ?? from, reason: "for a test") else {
      throw Unreadable(text: "\(from)")
    }
    return range
  }

  static func literal(_ text: String) throws -> Literal {
    guard let literal = Literal(text.trimmed) else { throw Unreadable(text: text) }
    return literal
  }

  private static func concept(_ text: String) throws -> Concept {
    let isBinary = text.hasSuffix("!")
    let parts = (isBinary ? String(text.dropLast()) : text).split(separator: ":").map(String.init)
    guard let scope = parts.count == 1 ? .collaboration : Concept.Scope(rawValue: parts[1]) else {
      throw Unreadable(text: text)
    }
    return Concept(
      id: try id(parts[0]), name: parts[0], definition: "", phrases: [], scope: scope,
      scale: isBinary ? .binary : .continuous,
      wording: Concept.Wording(low: "low", high: "high", falls: "falls", rises: "rises"), group: "g")
  }

  private static func claim(_ text: String) throws -> CMOConfiguration {
    let halves = text.split(separator: ";").map { String($0).trimmed }
    guard let colon = halves[0].firstIndex(of: ":") else { throw Unreadable(text: text) }
    let slots = halves[0][halves[0].index(after: colon)...].components("->")
    let first = slots[0].components("/")
    var (mechanism, outcome): (Mechanism?, [OutcomeEffect]) = (nil, [])
    for slot in slots.dropFirst() {
      if let origin = Mechanism.Origin.allCases.first(where: { slot.hasPrefix($0.rawValue) }) {
        let words = String(slot.dropFirst(origin.rawValue.count))
        mechanism = Mechanism(try list(words).map(literal), origin: origin)
      } else {
        outcome = try list(slot).map(effect)
      }
    }
    let conditions = try (first.count > 1 ? list(first[1]) : []).map { condition -> Condition in
      guard let condition = Condition(anyOf: try condition.components("|").map(literal)) else {
        throw Unreadable(text: condition)
      }
      return condition
    }
    return CMOConfiguration(
      id: try id(String(halves[0][..<colon])), context: try list(first[0]).map(literal),
      conditions: conditions,
      mechanism: mechanism, outcome: outcome,
      reversibility: Reversibility(isAllowed: halves.count > 1, reason: "for a test"), tellings: [])
  }

  private static func effect(_ text: String) throws -> OutcomeEffect {
    guard let effect = OutcomeEffect(text.trimmed) else { throw Unreadable(text: text) }
    return effect
  }

  private static func list(_ text: String) -> [String] { text.components(",").filter { !$0.isEmpty } }
}

extension StringProtocol {
  var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  func components(_ separator: String) -> [String] {
    String(self).split(separator: separator, omittingEmptySubsequences: false).map { String($0).trimmed }
  }
}

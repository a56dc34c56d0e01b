import ProgrammeTheory

/// A generator whose every draw follows from its seed (SplitMix64: Steele, Lea, Flood 2014, doi 10.1145/2714064.2660195).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(bitPattern: Int64(seed)) }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Small theories drawn at random: every kind of slot, one-sided or not, with conditions, buffers and far ends.
enum RandomTheory {
  /// A theory drawn from a seed.
  static func draw(seed: Int, concepts count: Int = 6, configurations: Int = 8) throws -> Theory {
    var generator = SeededGenerator(seed: seed)
    let names = (0..<count).map { "c\($0)" }
    let lines = (0..<configurations).map { line("k\($0)", names, &generator) }
    return try BakeryTheory.read(lines, concepts: names)
  }

  /// Facts about some of a theory's concepts, drawn from a seed.
  static func facts(of theory: Theory, seed: Int) -> Facts {
    var generator = SeededGenerator(seed: seed &+ 1_000_003)
    var facts: Facts = [:]
    for concept in theory.concepts where Int.random(in: 0..<10, using: &generator) < 4 {
      facts[concept.id] = fact(&generator)
    }
    return facts
  }

  private static func fact(_ generator: inout SeededGenerator) -> Fact {
    switch Int.random(in: 0..<12, using: &generator) {
    case 0: .neither
    case 1: .notApplicable
    case 2: .mixed
    case 3: .lies(.more, much: true)
    case 4: .lies(.less, much: true)
    case 5...8: .lies(.more, much: false)
    default: .lies(.less, much: false)
    }
  }

  private static func line(_ id: String, _ names: [String], _ generator: inout SeededGenerator) -> String {
    func literals(_ most: ClosedRange<Int>, _ generator: inout SeededGenerator) -> String {
      let count = Int.random(in: most, using: &generator)
      let chosen = names.shuffled(using: &generator).prefix(count)
      return chosen.map { name in
        let degree = Int.random(in: 0..<12, using: &generator) == 0 ? "much " : ""
        return degree + (Bool.random(using: &generator) ? "more " : "less ") + name
      }
      .joined(separator: ", ")
    }
    let change = Int.random(in: 0..<8, using: &generator) == 0 ? "buffers" : nil
    let outcomes = names.shuffled(using: &generator).prefix(Int.random(in: 1...2, using: &generator))
      .map { "\(change ?? (Bool.random(using: &generator) ? "raises" : "lowers")) \($0)" }
    var slots = ["id: \(id)"]
    let contexts = Int.random(in: 0..<3, using: &generator) == 0 ? 2 : 1
    slots.append("context: [\(literals(contexts...contexts, &generator))]")
    if Int.random(in: 0..<3, using: &generator) == 0 {
      let kind = Int.random(in: 0..<3, using: &generator) == 0 ? "chosen" : "produced"
      slots.append("mechanism: {is: [\(literals(1...1, &generator))], kind: \(kind)}")
    }
    switch Int.random(in: 0..<6, using: &generator) {
    case 0: slots.append("conditions: [\(literals(1...1, &generator))]")
    case 1: slots.append("conditions: [{any: [\(literals(2...2, &generator))]}]")
    default: break
    }
    slots.append("outcome: [\(outcomes.joined(separator: ", "))]")
    let answer = Int.random(in: 0..<3, using: &generator) == 0 ? "no" : "yes"
    slots.append("reverses: {answer: \(answer), because: drawn}")
    return slots.joined(separator: ", ")
  }
}

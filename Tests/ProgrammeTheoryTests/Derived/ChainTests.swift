import ProgrammeTheory
import Testing

@Suite("Ripple chains")
struct ChainTests {
  private func chains(
    _ lines: [String], from start: String, to end: String, atMost bound: Int = 4, most: Int = 50
  ) throws -> Chains {
    let theory = try BakeryTheory.read(lines)
    return theory.chains(from: try concept(start), to: try concept(end), atMost: bound, most: most)
  }

  private func told(_ chains: Chains) -> [String] {
    chains.chains.map { $0.configurations.map(\.text).joined(separator: " ") }
  }

  static let oven = [
    "id: k1, context: [more heat], outcome: [raises crust]",
    "id: k2, context: [more crust], outcome: [raises sales]",
    "id: k3, context: [more sales], outcome: [raises heat]",
    "id: k4, context: [less sales], outcome: [raises waste]",
    "id: k5, context: [more heat], outcome: [raises waste]",
  ]

  @Test("The shortest chain comes first, and a chain follows outcome by context")
  func shortestFirst() throws {
    let found = try chains(Self.oven, from: "heat", to: "waste")
    #expect(told(found) == ["k5", "k1 k2 k4"])
    #expect(found.chains.map(\.keepsDirection) == [true, false])
    #expect(found.areAllFound)
  }

  @Test("A chain and its mirror are one, told where fewer steps are reversed by rule")
  func mirrors() throws {
    let found = try chains(Self.oven, from: "crust", to: "waste")
    let chain = try #require(found.chains.first)
    // Both k2 as told, then k4 reversed; and k2 reversed, then k4 as told: one step by rule either way, more comes first.
    #expect(found.chains.count == 2)
    #expect(chain.literals.map(\.description) == ["more crust", "more sales", "less waste"])
    #expect(chain.stepsByRule == 1)
    let turned = try chains(
      ["id: k, context: [less heat], outcome: [lowers crust]"], from: "heat", to: "crust")
    #expect(turned.chains.map { $0.literals.map(\.description) } == [["less heat", "less crust"]])
    #expect(turned.chains.map(\.stepsByRule) == [0])
  }

  @Test(
    "The bound on configurations is kept", arguments: [(1, ["k5"]), (2, ["k5"]), (3, ["k5", "k1 k2 k4"])])
  func bound(bound: Int, expected: [String]) throws {
    #expect(told(try chains(Self.oven, from: "heat", to: "waste", atMost: bound)) == expected)
  }

  @Test("What is left out is counted", arguments: [(0, 2), (1, 1), (2, 0), (-1, 2)])
  func leftOut(most: Int, expected: Int) throws {
    let found = try chains(Self.oven, from: "heat", to: "waste", most: most)
    #expect(found.leftOut == expected)
    #expect(found.chains.count == 2 - expected)
  }

  @Test("A buffer may end a chain and never carries one on")
  func buffersEnd() throws {
    let lines = [
      "id: k1, context: [more heat], outcome: [buffers sales]",
      "id: k2, context: [more sales], outcome: [raises wages]",
    ]
    let found = try chains(lines, from: "heat", to: "sales")
    #expect(found.chains.map(\.isBuffer) == [true])
    #expect(try chains(lines, from: "heat", to: "wages").chains.isEmpty)
  }

  @Test("No concept stands twice, not even as a mechanism on the way")
  func mechanismOnTheWay() throws {
    let lines = [
      "id: k1, context: [more heat], mechanism: {is: [more crust], kind: produced}, outcome: [raises sales]",
      "id: k2, context: [more sales], mechanism: {is: [more crust], kind: produced}, outcome: [raises wages]",
      "id: k3, context: [more crust], outcome: [raises sales]",
    ]
    #expect(told(try chains(lines, from: "heat", to: "wages")).isEmpty)
    // From heat to its mechanism, and on from there by k3, is a chain of its own.
    #expect(told(try chains(lines, from: "heat", to: "sales")) == ["k1", "k1 k3"])
  }

  @Test("A mechanism that people bring starts a chain, in either context")
  func chosenStarts() throws {
    let found = try chains(
      ["id: k, context: [more heat], mechanism: {is: [more haste], kind: chosen}, outcome: [raises waste]"],
      from: "haste", to: "waste")
    #expect(
      found.chains.map { $0.literals.map(\.description) } == [
        ["more haste", "more waste"], ["more haste", "less waste"],
      ])
    #expect(
      found.chains.map { $0.steps.flatMap(\.together).map(\.description) } == [["more heat"], ["less heat"]])
  }

  @Test(
    "Chains of the same configurations by different outcomes keep one order, however often they are asked for"
  )
  func stableOrder() throws {
    let outcomes = (0..<8).map { "raises way\($0)" }.joined(separator: ", ")
    let contexts = (0..<8).map { "more way\($0)" }.joined(separator: ", ")
    let found = try chains(
      [
        "id: k1, context: [more heat], outcome: [\(outcomes)]",
        "id: k2, context: [\(contexts)], outcome: [raises sales]",
      ],
      from: "heat", to: "sales")
    #expect(found.chains.map { $0.literals[1].description } == (0..<8).map { "more way\($0)" })
  }

  @Test("A web too dense to walk to the end is cut short, and says so")
  func denseWeb() throws {
    let theory = try BakeryTheory.read(
      (0..<60).map { index in
        let outcome = (54...66).filter { $0 != 60 }.map { "raises c\((index + $0) % 60)" }.joined(
          separator: ", ")
        return "id: k\(index), context: [more c\(index)], outcome: [\(outcome)]"
      })
    let found = theory.chains(from: try concept("c0"), to: try concept("c1"), atMost: 6)
    #expect(!found.areAllFound)
    #expect(found.chains.first?.steps.count == 1)
  }

  @Test("The chains of a random theory are those that brute force finds", arguments: 0..<20)
  func bruteForce(seed: Int) throws {
    let theory = try RandomTheory.draw(seed: seed, concepts: 5, configurations: 7)
    for start in theory.concepts {
      for end in theory.concepts where end.id != start.id {
        let found = theory.chains(from: start.id, to: end.id, atMost: 3, most: .max)
        let expected = Self.bruteForce(theory, from: start.id, to: end.id, atMost: 3)
        #expect(Set(found.chains.map(Self.key)) == expected, "seed \(seed), \(start.id) to \(end.id)")
        #expect(found.chains.count == expected.count, "seed \(seed): a chain is counted with its mirror")
        #expect(found.chains.map(\.steps.count) == found.chains.map(\.steps.count).sorted())
      }
    }
  }

  /// A chain and its mirror have one key.
  private static func key(_ chain: Chain) -> String { key(chain.configurations, chain.literals) }

  private static func key(_ configurations: [CMOConfiguration.ID], _ literals: [Literal]) -> String {
    let plain = literals.map(\.plain)
    let both = [plain, plain.map(\.reversed)].map { $0.map(\.description).joined(separator: " ") }
    return configurations.map(\.text).joined(separator: " ") + ": " + (both.min() ?? "")
  }

  /// Every sequence of links up to a length, kept where it is a simple chain: slow and obvious.
  private static func bruteForce(
    _ theory: Theory, from start: Concept.ID, to end: Concept.ID, atMost bound: Int
  ) -> Set<String> {
    let links = theory.links
    var sequences: [[RippleLink]] = links.filter { $0.from.concept == start }.map { [$0] }
    var keys: Set<String> = []
    for _ in 0..<bound {
      for sequence in sequences where sequence.last?.to.concept == end && isSimple(sequence, start) {
        keys.insert(key(sequence.map(\.configuration), sequence.prefix(1).map(\.from) + sequence.map(\.to)))
      }
      sequences = sequences.flatMap { sequence in
        links.filter { $0.from.plain == sequence.last?.to.plain }.map { sequence + [$0] }
      }
    }
    return keys
  }

  private static func isSimple(_ links: [RippleLink], _ start: Concept.ID) -> Bool {
    let passed = [start] + links.flatMap { ($0.through + [$0.to]).map(\.concept) }
    return Set(passed).count == passed.count && links.dropLast().allSatisfy { !$0.isBuffer }
  }
}

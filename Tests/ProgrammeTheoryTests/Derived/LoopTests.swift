@testable import ProgrammeTheory
import Testing

@Suite("Loops")
struct LoopTests {
  private func told(_ loop: Loop) -> String {
    ([loop.hops.first?.from.description ?? ""] + loop.hops.map(\.to.description)).joined(separator: ", ")
  }

  @Test("A loop that reinforces runs both ways by reversal, and is one loop")
  func reinforcing() throws {
    let loops = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises sales]",
      "id: k2, context: [more sales], outcome: [raises heat]",
    ]).loops()
    #expect(loops.loops.map(told) == ["more heat, more sales, more heat"])
    #expect(loops.loops.map(\.sign) == [.reinforcing])
    #expect(loops.loops.map(\.runsBothWays) == [true])
    #expect(loops.leftOut == 0)
    #expect(loops.areAllFound)
  }

  @Test("A loop of one-sided claims runs one way")
  func oneWay() throws {
    let loops = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises sales]",
      "id: k2, context: [more sales], outcome: [raises heat], reverses: {answer: no, because: told so}",
    ]).loops()
    #expect(loops.loops.map(\.runsBothWays) == [false])
    #expect(loops.loops.first?.hops.map(\.isByRule) == [false, false])
  }

  @Test("A loop that comes back turned round balances")
  func balancing() throws {
    let loops = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises waste]",
      "id: k2, context: [more waste], outcome: [lowers heat]",
    ]).loops()
    #expect(loops.loops.map(told) == ["more heat, more waste, less heat"])
    #expect(loops.loops.map(\.sign) == [.balancing])
    #expect(loops.loops.map(\.runsBothWays) == [true])
  }

  @Test("A balancing loop of one-sided claims is found from whichever concept it runs round whole")
  func seam() throws {
    let theory = try BakeryTheory.read(
      [
        "id: k1, context: [more waste], outcome: [lowers heat], reverses: {answer: no, because: told so}",
        "id: k2, context: [less heat], outcome: [lowers waste], reverses: {answer: no, because: told so}",
      ], concepts: ["heat", "waste"])
    #expect(theory.loops().loops.map(told) == ["more waste, less heat, less waste"])
    #expect(theory.loops().loops.map(\.sign) == [.balancing])
    #expect(theory.loops().loops.map(\.runsBothWays) == [false])
  }

  @Test("A buffer closes no loop")
  func buffers() throws {
    let theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [buffers sales]",
      "id: k2, context: [more sales], outcome: [raises heat]",
    ])
    #expect(theory.loops().loops.isEmpty)
    #expect(theory.loops().stronglyConnected.isEmpty)
  }

  @Test("A step that several configurations make names each of them, those told before those by rule")
  func hops() throws {
    let loops = try BakeryTheory.read([
      "id: k1, context: [less heat], outcome: [lowers sales]",
      "id: k2, context: [more heat], outcome: [raises sales]",
      "id: k3, context: [less sales], outcome: [lowers heat]",
    ]).loops()
    #expect(loops.loops.map { $0.hops.map { $0.configurations.map(\.text) } } == [[["k2"], ["k3"]]])
    #expect(loops.loops.map { $0.hops.map(\.isByRule) } == [[false, true]])
  }

  @Test("What acts on a loop from outside and what leads out of it for good are told")
  func crossings() throws {
    let loop = try #require(
      try BakeryTheory.read([
        "id: k1, context: [more heat], outcome: [raises sales]",
        "id: k2, context: [more sales], outcome: [raises heat]",
        "id: in, context: [more flour], outcome: [raises heat]",
        "id: out, context: [more sales], outcome: [raises wages]",
        "id: cushion, context: [more sales], outcome: [buffers rent]",
        "id: detour, context: [more sales], outcome: [raises queue]",
        "id: back, context: [more queue], outcome: [raises heat]",
      ]).loops().loops.first)
    #expect(loop.concepts.map(\.text) == ["heat", "sales"])
    #expect(loop.exits.map(\.text) == ["out"])
    #expect(loop.entries.map(\.text) == ["in", "back"])
  }

  @Test("The number of loops left out is told", arguments: [(0, 0, 4), (3, 3, 1), (9, 4, 0), (-1, 0, 4)])
  func leftOut(most: Int, given: Int, left: Int) throws {
    let names = ["a", "b", "c", "d", "e"]
    let theory = try BakeryTheory.read(
      zip(names, names.dropFirst()).flatMap { one, other in
        [
          "id: \(one)-\(other), context: [more \(one)], outcome: [raises \(other)]",
          "id: \(other)-\(one), context: [more \(other)], outcome: [raises \(one)]",
        ]
      })
    let loops = theory.loops(atMost: 6, most: most)
    #expect(loops.loops.count == given)
    #expect(loops.leftOut == left)
  }

  @Test("A bound of no steps gives no loops", arguments: [-1, 0])
  func noBound(bound: Int) throws {
    let theory = try BakeryTheory.read(["id: k, context: [more heat], outcome: [raises heat]"])
    #expect(theory.loops(atMost: bound).loops.isEmpty)
    #expect(theory.loops(atMost: 1).loops.map(told) == ["more heat, more heat"])
  }

  @Test("A web too dense to walk to the end is cut short, and says so")
  func denseWeb() throws {
    let theory = try BakeryTheory.read(
      (0..<60).map { index in
        let outcome = (54...66).filter { $0 != 60 }.map { "raises c\((index + $0) % 60)" }.joined(
          separator: ", ")
        return "id: k\(index), context: [more c\(index)], outcome: [\(outcome)]"
      })
    let loops = theory.loops(atMost: 6)
    #expect(!loops.areAllFound)
    #expect(loops.loops.count == 200)
  }

  @Test("A short loop is found before a long one", arguments: 0..<20)
  func shortestFirst(seed: Int) throws {
    let lengths = try RandomTheory.draw(seed: seed).loops().loops.map(\.hops.count)
    #expect(lengths == lengths.sorted())
  }

  @Test("The loops of a random theory are those that brute force finds", arguments: 0..<40)
  func bruteForce(seed: Int) throws {
    let theory = try RandomTheory.draw(seed: seed, concepts: 5, configurations: 8)
    let brute = BruteForce(theory)
    for bound in [3, 5] {
      let found = theory.loops(atMost: bound, most: .max)
      let keys = found.loops.map(brute.key)
      #expect(Set(keys) == brute.loops(atMost: bound), "seed \(seed), bound \(bound)")
      #expect(Set(keys).count == keys.count, "seed \(seed): a loop is counted with its mirror")
    }
    for loop in theory.loops(atMost: 5, most: .max).loops {
      #expect(brute.walks(loop.hops.map { ($0.from, $0.to) }), "seed \(seed): \(told(loop))")
      let mirror = brute.walks(loop.hops.map { ($0.from.reversed, $0.to.reversed) })
      #expect(loop.runsBothWays == mirror, "seed \(seed): \(told(loop))")
    }
  }

  @Test("Strongly connected parts are where each concept reaches each other", arguments: 0..<40)
  func components(seed: Int) throws {
    let theory = try RandomTheory.draw(seed: seed, concepts: 8, configurations: 6)
    let links = theory.links.filter { !$0.isBuffer }
    func reached(from start: Concept.ID) -> Set<Concept.ID> {
      var reached: Set<Concept.ID> = []
      for _ in theory.concepts {
        for link in links where link.from.concept == start || reached.contains(link.from.concept) {
          reached.insert(link.to.concept)
        }
      }
      return reached
    }
    let reach = Dictionary(uniqueKeysWithValues: theory.concepts.map { ($0.id, reached(from: $0.id)) })
    let expected = Set(
      theory.concepts.map(\.id).map { one in
        Set(
          reach.keys.filter {
            $0 == one || (reach[one]?.contains($0) == true && reach[$0]?.contains(one) == true)
          })
      }.filter { $0.count > 1 })
    #expect(Set(theory.loops().stronglyConnected.map { Set($0) }) == expected, "seed \(seed)")
  }
}

/// Every round of distinct concepts with every choice of turning steps, kept where some concept and direction let one
/// walk it whole: slow and obvious.
private struct BruteForce {
  private let names: [Concept.ID]
  private let steps: Set<[Int]>

  init(_ theory: Theory) {
    let names = theory.concepts.map(\.id)
    self.names = names
    steps = Set(
      theory.links.filter { !$0.isBuffer }.compactMap { link in
        guard let from = names.firstIndex(of: link.from.concept),
          let to = names.firstIndex(of: link.to.concept)
        else { return nil }
        return [
          2 * from + (link.from.direction == .more ? 0 : 1), 2 * to + (link.to.direction == .more ? 0 : 1),
        ]
      })
  }

  func walks(_ hops: [(Literal, Literal)]) -> Bool {
    hops.allSatisfy { from, to in steps.contains([number(from), number(to)]) }
  }

  func key(_ loop: Loop) -> String {
    let places = loop.concepts.compactMap { names.firstIndex(of: $0) }
    let turns = loop.hops.map { $0.from.direction != $0.to.direction }
    return key(places, turns)
  }

  func loops(atMost bound: Int) -> Set<String> {
    var keys: Set<String> = []
    for places in rounds(atMost: bound) {
      for choice in 0..<(1 << places.count) {
        let turns = places.indices.map { choice >> $0 & 1 == 1 }
        if canBeWalked(places, turns) { keys.insert(key(places, turns)) }
      }
    }
    return keys
  }

  private func number(_ literal: Literal) -> Int {
    2 * (names.firstIndex(of: literal.concept) ?? -1) + (literal.direction == .more ? 0 : 1)
  }

  private func key(_ places: [Int], _ turns: [Bool]) -> String {
    let first = places.indices.min { places[$0] < places[$1] } ?? 0
    return places.indices.map { index in
      let at = (first + index) % places.count
      return "\(places[at])\(turns[at] ? "-" : "+")"
    }.joined()
  }

  /// Sequences of distinct concepts that begin with their first.
  private func rounds(atMost bound: Int) -> [[Int]] {
    var (all, last): ([[Int]], [[Int]]) = ([], names.indices.map { [$0] })
    for _ in 0..<bound {
      all += last
      last = last.flatMap { round in
        names.indices.filter { $0 > round[0] && !round.contains($0) }.map { round + [$0] }
      }
    }
    return all
  }

  private func canBeWalked(_ places: [Int], _ turns: [Bool]) -> Bool {
    places.indices.contains { start in
      [0, 1].contains { direction in
        var side = direction
        return places.indices.allSatisfy { hop in
          let (at, after) = ((start + hop) % places.count, (start + hop + 1) % places.count)
          let next = turns[at] ? 1 - side : side
          defer { side = next }
          return steps.contains([2 * places[at] + side, 2 * places[after] + next])
        }
      }
    }
  }
}

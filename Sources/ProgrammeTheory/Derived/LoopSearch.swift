import OrderedCollections

/// The search for the elementary loops of a web, shorter ones first, over literals by number: twice the concept's place
/// in the theory, plus one for less.
///
/// A loop that reinforces can be walked from any of its concepts. One that balances comes back turned round, and where
/// a step of it doesn't reverse it can only be walked whole from some of them: so it is looked for from each.
struct LoopSearch {
  /// A loop as it is walked: the literals, the last of which is of the first one's concept.
  struct Walk {
    let literals: [Int]
    var runsBothWays = false
  }

  /// The most steps that a search takes. A theory of the first bundled kind takes a hundredth of it; a web in which
  /// everything leads to everything has more loops than can be walked in a lifetime.
  static let mostSteps = 2_000_000

  /// Whether every loop up to the bound was found.
  private(set) var isComplete = true
  /// The loops, shorter ones first, then by the theory's order.
  var walks: [Walk] { Array(found.values) }

  /// What tells a loop from another: its concepts from the first in the theory's order on, and which of its steps turn
  /// more into less. A loop and its mirror are one.
  private struct Round: Hashable {
    let concepts: [Int]
    let turns: [Bool]

    init(_ walk: [Int]) {
      let places = walk.dropLast().map { $0 >> 1 }
      let signs = zip(walk, walk.dropFirst()).map { ($0 ^ $1) & 1 == 1 }
      let first = places.indices.min { places[$0] < places[$1] } ?? 0
      concepts = Array(places[first...] + places[..<first])
      turns = Array(signs[first...] + signs[..<first])
    }
  }

  private let next: [[Int]]
  private let part: [Int]
  private var found: OrderedDictionary<Round, Walk> = [:]
  private var path: [Int] = []
  private var isVisited: [Bool]
  private var steps = 0

  /// Searches a web.
  ///
  /// - Parameters:
  ///   - next: where each literal leads.
  ///   - part: the strongly connected part of each concept.
  ///   - bound: the most steps in a loop.
  init(next: [[Int]], part: [Int], atMost bound: Int) {
    self.next = next
    self.part = part
    isVisited = Array(repeating: false, count: part.count)
    for length in stride(from: 1, through: Swift.min(bound, part.count), by: 1) {
      for start in next.indices where isComplete {
        path = [start]
        isVisited[start >> 1] = true
        extend(to: length)
        isVisited[start >> 1] = false
      }
    }
  }

  private mutating func extend(to length: Int) {
    guard let start = path.first, let here = path.last else { return }
    for literal in next[here] {
      steps += 1
      guard steps <= Self.mostSteps else {
        isComplete = false
        return
      }
      let concept = literal >> 1
      if path.count == length {
        if concept == start >> 1 { keep(path + [literal]) }
      } else if part[concept] == part[start >> 1], !isVisited[concept] {
        path.append(literal)
        isVisited[concept] = true
        extend(to: length)
        isVisited[concept] = false
        path.removeLast()
      }
    }
  }

  /// Keeps a walk, unless the loop was found from an earlier concept. Walks come by the theory's order of their start,
  /// more before less.
  private mutating func keep(_ walk: [Int]) {
    let round = Round(walk)
    guard let known = found[round] else {
      found[round] = Walk(literals: walk)
      return
    }
    if known.literals.elementsEqual(walk, by: { $0 == $1 ^ 1 }) { found[round]?.runsBothWays = true }
  }
}

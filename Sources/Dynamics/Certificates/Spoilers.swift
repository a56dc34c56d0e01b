import BitCollections

/// The smallest set of sources without which no walk of the wrong sign is left, while the shortest of the right sign stays:
/// to leave out the action's own way would prove nothing of it.
///
/// Found by collecting walks and hitting all of them with as few sources as can be (implicit hitting sets; Moreno-Centeno
/// and Karp 2013): a set that hits those collected and leaves no other walk is smallest.
struct Spoilers {
  /// The smallest set that was found, by the numbers of the sources; `nil` where the way that stays is of both signs by
  /// itself.
  private(set) var set: Set<Int>?
  /// How many sources it takes at least.
  private(set) var atLeast: Int

  /// The most walks that are collected before the search settles for bounds.
  private static let mostWalks = 400

  init(
    _ graph: SignGraph, from start: Int, to goal: [Int: Ways], wrong: Ways, first: SignWalk,
    keeping right: SignWalk
  ) {
    let kept = right.sources
    var walks = [first.sources.subtracting(kept)]
    (set, atLeast) = (nil, 0)
    while walks.count <= Self.mostWalks {
      guard !walks.contains([]) else { return }
      var search = HittingSet(walks)
      let hitting = search.smallest()
      atLeast = max(atLeast, search.isProved ? hitting.count : search.bound)
      guard let walk = graph.walk(from: start, to: goal, ending: wrong, without: hitting) else {
        set = hitting
        return
      }
      walks.append(walk.sources.subtracting(kept))
    }
    // Too many: hit one walk after another until none is left, and keep the bound.
    set = Self.greedy(graph, start, goal, wrong, walks, kept)
  }

  private static func greedy(
    _ graph: SignGraph, _ start: Int, _ goal: [Int: Ways], _ wrong: Ways, _ walks: [Set<Int>],
    _ kept: Set<Int>
  ) -> Set<Int>? {
    var search = HittingSet(walks.filter { !$0.isEmpty })
    var set = search.smallest()
    while let walk = graph.walk(from: start, to: goal, ending: wrong, without: set) {
      let free = walk.sources.subtracting(kept)
      guard
        let most = free.max(by: { one, other in
          let (first, second) = (walks.count { $0.contains(one) }, walks.count { $0.contains(other) })
          return (first, -one) < (second, -other)
        })
      else { return nil }
      set.insert(most)
    }
    return set
  }
}

/// The smallest set of numbers that has one of each of some sets.
struct HittingSet {
  private let sets: [BitSet]
  private var best: [Int]
  private var visits = 0
  /// How many numbers it takes at least.
  let bound: Int

  /// The most branches that are looked at.
  private static let mostVisits = 20_000

  /// Whether the set that was found is proved to be smallest.
  var isProved: Bool { visits <= Self.mostVisits }

  init(_ sets: [Set<Int>]) {
    // A set that holds another is hit with it.
    let sorted = Set(sets).sorted { one, other in
      one.count != other.count
        ? one.count < other.count : one.sorted().lexicographicallyPrecedes(other.sorted())
    }
    var kept: [BitSet] = []
    for set in sorted.map({ BitSet($0) }) where !kept.contains(where: { $0.isSubset(of: set) }) {
      kept.append(set)
    }
    self.sets = kept
    bound = Self.disjoint(kept)
    best = Self.greedy(kept)
  }

  /// The smallest set that was found.
  mutating func smallest() -> Set<Int> {
    branch([], sets)
    return Set(best)
  }

  private mutating func branch(_ chosen: [Int], _ open: [BitSet]) {
    visits += 1
    guard visits <= Self.mostVisits else { return }
    guard let first = open.min(by: { $0.count < $1.count }) else {
      if chosen.count < best.count { best = chosen }
      return
    }
    guard chosen.count + Self.disjoint(open) < best.count else { return }
    // What hits most comes first; ties by number, so that the answer is always the same.
    let hits = Dictionary(uniqueKeysWithValues: first.map { number in (number, Self.hits(number, open)) })
    let candidates = first.sorted { one, other in
      let (mine, others) = (hits[one, default: 0], hits[other, default: 0])
      return mine != others ? mine > others : one < other
    }
    var forbidden: BitSet = []
    for candidate in candidates {
      let rest = open.filter { !$0.contains(candidate) }.map { $0.subtracting(forbidden) }
      if !rest.contains(where: \.isEmpty) { branch(chosen + [candidate], rest) }
      forbidden.insert(candidate)
    }
  }

  /// How many of some sets share nothing: each needs a number of its own.
  private static func disjoint(_ sets: [BitSet]) -> Int {
    var taken: BitSet = []
    var count = 0
    for set in sets where taken.isDisjoint(with: set) {
      taken.formUnion(set)
      count += 1
    }
    return count
  }

  /// How many of some sets have a number.
  private static func hits(_ number: Int, _ sets: [BitSet]) -> Int { sets.count { $0.contains(number) } }

  private static func greedy(_ sets: [BitSet]) -> [Int] {
    var (open, chosen): ([BitSet], [Int]) = (sets, [])
    while !open.isEmpty {
      let all = open.reduce(into: BitSet()) { $0.formUnion($1) }
      guard
        let most = all.max(by: { one, other in
          (hits(one, open), -one) < (hits(other, open), -other)
        })
      else { break }
      chosen.append(most)
      open.removeAll { $0.contains(most) }
    }
    return chosen
  }
}

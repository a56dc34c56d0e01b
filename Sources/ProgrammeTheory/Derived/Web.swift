import OrderedCollections

/// The links of a theory gathered by where they lead, for walks that ask which step is possible and not who says so.
struct Web {
  /// A step between two literals with the configurations that make it.
  struct Step {
    let to: Literal
    var told: OrderedSet<CMOConfiguration.ID> = []
    var byRule: OrderedSet<CMOConfiguration.ID> = []
  }

  /// A loop as it is walked: the literals, the last of which is of the first one's concept.
  struct Walk: Hashable {
    let literals: [Literal]
    var runsBothWays = false
  }

  /// Between which concepts a configuration works, whichever way.
  private struct Reach {
    struct End: Hashable {
      let from: Concept.ID
      let to: Concept.ID
      let isBuffer: Bool
    }
    let configuration: CMOConfiguration.ID
    let context: [Concept.ID]
    let ends: OrderedSet<End>

    init(_ configuration: CMOConfiguration) {
      self.configuration = configuration.id
      context = configuration.context.map(\.concept)
      ends = OrderedSet(
        configuration.links.map { End(from: $0.from.concept, to: $0.to.concept, isBuffer: $0.isBuffer) })
    }
  }

  let theory: Theory
  let steps: [Literal: [Step]]
  /// Strongly connected parts, larger first, each in the theory's order.
  let components: [[Concept.ID]]
  private let reaches: [Reach]
  private let part: [Concept.ID: Int]
  private let order: [Concept.ID: Int]

  /// - Parameters:
  ///   - links: the links that make the web; every link of the theory where none are given.
  ///   - kept: the concepts to which the web is confined; all where none are given.
  init(theory: Theory, links: [RippleLink]? = nil, within kept: Set<Concept.ID>? = nil) {
    self.theory = theory
    reaches = theory.configurations.map(Reach.init)
    var gathered: [Literal: OrderedDictionary<Literal, Step>] = [:]
    for link in links ?? theory.links where !link.isBuffer {
      let (from, to) = (link.from.plain, link.to.plain)
      if let kept, !kept.contains(from.concept) || !kept.contains(to.concept) { continue }
      var step = gathered[from]?[to] ?? Step(to: to)
      if link.form == .told {
        step.told.append(link.configuration)
      } else {
        step.byRule.append(link.configuration)
      }
      gathered[from, default: [:]][to] = step
    }
    steps = gathered.mapValues { Array($0.values) }
    let names = theory.concepts.map(\.id)
    order = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    components = Self.components(of: names, steps)
    part = Dictionary(
      components.enumerated().flatMap { index, members in members.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Every elementary loop up to a length, shortest first, then by the theory's order, and whether that is all of them
  /// (see ``LoopSearch``). A loop and its mirror are one.
  func loops(atMost bound: Int) -> (walks: [Walk], areAll: Bool) {
    let literals = theory.concepts.flatMap { concept in Direction.allCases.map { Literal($0, concept.id) } }
    let number = Dictionary(literals.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let search = LoopSearch(
      next: literals.map { literal in (steps[literal] ?? []).compactMap { number[$0.to] } },
      part: theory.concepts.map { part[$0.id] ?? -1 }, atMost: bound)
    let walks = search.walks.map { walk in
      Walk(literals: walk.literals.map { literals[$0] }, runsBothWays: walk.runsBothWays)
    }
    let ordered = walks.sorted { one, other in
      if one.literals.count != other.literals.count { return one.literals.count < other.literals.count }
      return one.literals.map(rank).lexicographicallyPrecedes(other.literals.map(rank))
    }
    return (ordered, search.isComplete)
  }

  private func rank(_ literal: Literal) -> Int {
    2 * (order[literal.concept] ?? 0) + (literal.direction == .more ? 0 : 1)
  }

  /// A walk with what makes each of its steps, and its ways in and out.
  func loop(_ walk: Walk) -> Loop {
    let hops = zip(walk.literals, walk.literals.dropFirst()).map { from, to in
      let step = (steps[from] ?? []).first { $0.to == to }
      let told = Array(step?.told ?? [])
      return Loop.Hop(
        from: from, to: to, configurations: told.isEmpty ? Array(step?.byRule ?? []) : told,
        isByRule: told.isEmpty)
    }
    let inside = Set(walk.literals.map(\.concept))
    return Loop(
      hops: hops, runsBothWays: walk.runsBothWays, exits: crossing(from: inside),
      entries: crossing(into: inside))
  }

  private func crossing(from inside: Set<Concept.ID>) -> [CMOConfiguration.ID] {
    let home = Set(inside.compactMap { part[$0] })
    return reaches.filter { reach in
      reach.ends.contains { end in
        inside.contains(end.from) && !inside.contains(end.to) && !end.isBuffer
          && !home.contains(part[end.to] ?? -1)
      }
    }.map(\.configuration)
  }

  private func crossing(into inside: Set<Concept.ID>) -> [CMOConfiguration.ID] {
    reaches.filter { reach in
      reach.ends.contains { !inside.contains($0.from) && inside.contains($0.to) }
        && inside.isDisjoint(with: reach.context)
    }.map(\.configuration)
  }
}

extension Web {
  /// Strongly connected parts by Tarjan's algorithm (SIAM J Comput 1972;1:146–160), with a stack of its own so that a
  /// long chain can't exhaust the thread's.
  private static func components(of names: [Concept.ID], _ steps: [Literal: [Step]]) -> [[Concept.ID]] {
    var next: [Concept.ID: [Concept.ID]] = [:]
    for name in names {
      let reached = Direction.allCases.flatMap { steps[Literal($0, name)] ?? [] }.map(\.to.concept)
      next[name] = Array(OrderedSet(reached))
    }
    var search = Tarjan(next: next)
    for name in names where search.index[name] == nil { search.visit(name) }
    let position = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let ordered = search.components.map { $0.sorted { (position[$0] ?? 0) < (position[$1] ?? 0) } }
    return ordered.sorted { one, other in
      if one.count != other.count { return one.count > other.count }
      return (one.first.flatMap { position[$0] } ?? 0) < (other.first.flatMap { position[$0] } ?? 0)
    }
  }

  private struct Tarjan {
    let next: [Concept.ID: [Concept.ID]]
    var index: [Concept.ID: Int] = [:]
    var low: [Concept.ID: Int] = [:]
    var stack: [Concept.ID] = []
    var components: [[Concept.ID]] = []

    init(next: [Concept.ID: [Concept.ID]]) { self.next = next }

    mutating func visit(_ root: Concept.ID) {
      var calls: [(name: Concept.ID, position: Int)] = [(root, 0)]
      open(root)
      while let call = calls.last {
        let reached = next[call.name] ?? []
        if call.position < reached.count {
          calls[calls.count - 1].position += 1
          let name = reached[call.position]
          if index[name] == nil {
            open(name)
            calls.append((name, 0))
          } else if stack.contains(name) {
            low[call.name] = Swift.min(low[call.name] ?? 0, index[name] ?? 0)
          }
        } else {
          calls.removeLast()
          if let parent = calls.last?.name {
            low[parent] = Swift.min(low[parent] ?? 0, low[call.name] ?? 0)
          }
          if low[call.name] == index[call.name] { close(call.name) }
        }
      }
    }

    private mutating func open(_ name: Concept.ID) {
      low[name] = index.count
      index[name] = index.count
      stack.append(name)
    }

    private mutating func close(_ name: Concept.ID) {
      guard let at = stack.lastIndex(of: name) else { return }
      components.append(Array(stack[at...]))
      stack.removeSubrange(at...)
    }
  }
}

import ProgrammeTheory

/// Which way each level, mechanism and action moves each other in one step, and by which source.
struct SignGraph: Sendable {
  /// One arrow.
  struct Edge: Sendable, Hashable {
    let to: Int
    let ways: Ways
    /// The number of what brings it about; `nil` for what no configuration does, such as a level's own inertia.
    let source: Int?
  }

  /// What can be left out: configurations, blends, attempts and actions, in the order in which they are met.
  private(set) var sources: [InfluenceSource] = []
  /// The arrows from each node: first the variables, then the inputs.
  private(set) var edges: [[Edge]]
  let names: [String]
  private let variables: Int

  init(_ model: Model, _ slopes: Slopes) {
    let program = model.program
    variables = program.variables.count
    names = program.variables.map(\.name) + program.inputs.map(\.name)
    edges = Array(repeating: [], count: names.count)
    var numbers: [InfluenceSource: Int] = [:]
    func number(_ source: InfluenceSource) -> Int {
      if let known = numbers[source] { return known }
      sources.append(source)
      numbers[source] = sources.count - 1
      return sources.count - 1
    }
    // What bears on a level goes with it: a level goes up with each of the strengths, and with what a cap allows.
    var explained: [[Mover: Ways]] = Array(repeating: [:], count: variables)
    func explain(_ to: Int, _ term: Term, by source: Int?) {
      for (mover, ways) in slopes[term].sorted(by: { $0.key < $1.key }) {
        add(mover, Edge(to: to, ways: ways, source: source))
        explained[to][mover, default: []].formUnion(ways)
      }
    }
    for (source, variable, strength) in model.strengths {
      explain(program[variable].number, strength, by: number(source))
    }
    for (variable, allowed) in model.caps { explain(program[variable].number, allowed, by: nil) }
    for (to, variable) in program.variables.enumerated() {
      let source = model.activations[to].map { number(.configuration($0)) }
      for (mover, ways) in slopes[variable.next].sorted(by: { $0.key < $1.key }) {
        let isOwn = mover == .variable(to)
        // Whatever isn't explained is nobody's, and can't be left out.
        let rest = ways.subtracting(explained[to][mover] ?? []).union(isOwn ? .up : [])
        if rest != [] { add(mover, Edge(to: to, ways: rest, source: isOwn ? nil : source)) }
      }
    }
  }

  private mutating func add(_ mover: Mover, _ edge: Edge) {
    let from = node(of: mover)
    if !edges[from].contains(edge) { edges[from].append(edge) }
  }

  /// The node of a variable or an input.
  func node(of mover: Mover) -> Int {
    switch mover {
    case .variable(let number): number
    case .input(let number): variables + number
    }
  }
}

/// A walk through a graph of signs: the arrows in their order, each with the node that it leads to.
struct SignWalk: Sendable, Hashable {
  /// Where it starts.
  let from: Int
  /// The nodes that it passes, each with the source of the arrow that leads there.
  let steps: [(to: Int, source: Int?)]

  static func == (one: SignWalk, other: SignWalk) -> Bool {
    one.from == other.from && one.steps.map(\.to) == other.steps.map(\.to)
      && one.steps.map(\.source) == other.steps.map(\.source)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(from)
    hasher.combine(steps.map(\.to))
  }

  /// What it passes through that can be left out.
  var sources: Set<Int> { Set(steps.compactMap(\.source)) }
}

extension SignGraph {
  /// The shortest walk from a node that ends in a goal one way, without some sources; `nil` where there is none.
  ///
  /// - Parameter goal: for each node, the ways in which what is asked about goes with it.
  func walk(from start: Int, to goal: [Int: Ways], ending way: Ways, without left: Set<Int>) -> SignWalk? {
    // Each node stands twice: reached going up, and reached going down.
    var cameFrom = Array(repeating: -1, count: 2 * edges.count)
    var by: [Int?] = Array(repeating: nil, count: 2 * edges.count)
    var queue = [2 * start]
    cameFrom[2 * start] = 2 * start
    var next = 0
    while next < queue.count {
      let state = queue[next]
      next += 1
      let (node, isDown) = (state / 2, state % 2 == 1)
      if let ways = goal[node], (isDown ? ways.turned : ways).isSuperset(of: way) {
        return trace(state, start, cameFrom, by)
      }
      for edge in edges[node] {
        if let source = edge.source, left.contains(source) { continue }
        let ways = isDown ? edge.ways.turned : edge.ways
        for (one, index) in [(Ways.up, 0), (Ways.down, 1)] where ways.contains(one) {
          let reached = 2 * edge.to + index
          guard cameFrom[reached] < 0 else { continue }
          cameFrom[reached] = state
          by[reached] = edge.source
          queue.append(reached)
        }
      }
    }
    return nil
  }

  private func trace(_ end: Int, _ start: Int, _ cameFrom: [Int], _ by: [Int?]) -> SignWalk {
    var steps: [(to: Int, source: Int?)] = []
    var state = end
    while state != 2 * start {
      steps.append((state / 2, by[state]))
      state = cameFrom[state]
    }
    return SignWalk(from: start, steps: steps.reversed())
  }
}

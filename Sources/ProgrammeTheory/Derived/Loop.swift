import OrderedCollections

/// A loop of the causal web: a chain that comes back to the concept it started from.
public struct Loop: Sendable, Hashable {
  /// One step of a loop, and every configuration that makes it.
  public struct Hop: Sendable, Hashable {
    /// Where the step starts.
    public let from: Literal
    /// Where it ends.
    public let to: Literal
    /// The configurations that make the step, as told or by rule.
    public let configurations: [CMOConfiguration.ID]
    /// Whether it is only made by configurations reversed by rule.
    public let isByRule: Bool
  }

  /// The steps, from the first concept in the theory's order from which the loop runs round whole. A loop that balances
  /// comes back to it turned round.
  public let hops: [Hop]
  /// Whether the loop also runs the other way round: each step turned, by reversal.
  public let runsBothWays: Bool
  /// The configurations by which the loop is left for something that never leads back.
  public let exits: [CMOConfiguration.ID]
  /// The configurations that act on the loop from outside it.
  public let entries: [CMOConfiguration.ID]

  /// The concepts of the loop, in order.
  public var concepts: [Concept.ID] { hops.map(\.from.concept) }
  /// Every configuration of the loop, in order, each once.
  public var configurations: [CMOConfiguration.ID] { Array(OrderedSet(hops.flatMap(\.configurations))) }
  /// Reinforcing when it comes back the way it started, balancing when it comes back turned round.
  public var sign: NamedPattern.Sign {
    hops.first?.from.direction == hops.last?.to.direction ? .reinforcing : .balancing
  }
}

/// The loops of a theory: the shortest, and how many more there are.
public struct Loops: Sendable, Hashable {
  /// The loops, shortest first.
  public let loops: [Loop]
  /// How many more loops were found up to the same length.
  public let leftOut: Int
  /// Whether every loop up to that length was found; `false` for a web so dense that the search was cut short.
  public let areAllFound: Bool
  /// The groups of concepts in which each leads to each other, larger groups first; loops lie within them.
  public let stronglyConnected: [[Concept.ID]]
}

extension Theory {
  /// The elementary loops of the web, shortest first: no concept twice, up to `bound` configurations.
  ///
  /// - Parameters:
  ///   - bound: the most configurations in a loop.
  ///   - most: the most loops to give; the number left out is told.
  public func loops(atMost bound: Int = 6, most: Int = 200) -> Loops {
    let web = Web(theory: self)
    let (walks, areAll) = web.loops(atMost: bound)
    return Loops(
      loops: walks.prefix(Swift.max(0, most)).map(web.loop),
      leftOut: Swift.max(0, walks.count - Swift.max(0, most)), areAllFound: areAll,
      stronglyConnected: web.components.filter { $0.count > 1 })
  }

  /// The arms of a loop that the authors name: every loop of the web that stays among the concepts of the pattern and
  /// passes through its first. Their signs tell whether the sign of the named loop is fixed.
  public func arms(of pattern: NamedPattern) -> [Loop] {
    guard case .loop(let through, _) = pattern.kind, let first = through.first else { return [] }
    let web = Web(theory: self, within: Set(through))
    return web.loops(atMost: through.count).walks.map(web.loop).filter { $0.concepts.contains(first) }
  }
}

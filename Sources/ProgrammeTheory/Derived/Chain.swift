/// A ripple chain: configurations one after another, each starting from what the one before brought about.
public struct Chain: Sendable, Hashable {
  /// One configuration of a chain.
  public struct Step: Sendable, Hashable {
    /// What it starts from.
    public let from: Literal
    /// What it brings about.
    public let to: Literal
    /// Whether it only makes a loss smaller.
    public let isBuffer: Bool
    /// The mechanism that it runs through.
    public let through: [Literal]
    /// What else has to hold.
    public let together: [Literal]
    /// The configuration.
    public let configuration: CMOConfiguration.ID
    /// As told, or reversed by rule.
    public let form: CMOConfiguration.Form

    init(_ link: RippleLink) {
      from = link.from
      to = link.to
      isBuffer = link.isBuffer
      through = link.through
      together = link.together
      configuration = link.configuration
      form = link.form
    }
  }

  /// The steps; never empty.
  public let steps: [Step]

  /// The configurations, in order.
  public var configurations: [CMOConfiguration.ID] { steps.map(\.configuration) }
  /// What the chain starts from, and what each step brings about.
  public var literals: [Literal] { steps.prefix(1).map(\.from) + steps.map(\.to) }
  /// Whether more at the start means more at the end.
  public var keepsDirection: Bool { steps.first?.from.direction == steps.last?.to.direction }
  /// How many of the steps are reversed by rule.
  public var stepsByRule: Int { steps.count { $0.form == .reversedByRule } }
  /// Whether the chain protects what it ends in, and doesn't move it.
  public var isBuffer: Bool { steps.last?.isBuffer ?? false }
}

/// The chains between two concepts, and whether some were left out.
public struct Chains: Sendable, Hashable {
  /// The chains, shortest first, those with the fewest reversed steps before others.
  public let chains: [Chain]
  /// How many more were found than are given.
  public let leftOut: Int
  /// Whether every chain up to the bound was found; `false` for a web so dense that the search was cut short.
  public let areAllFound: Bool
}

extension Theory {
  /// The simple chains from one concept to another: no concept twice, not even as a mechanism on the way.
  ///
  /// A chain and its mirror (the same configurations, all turned round) are one; it is given in the direction in which
  /// fewer of its steps are reversed by rule. A buffer ends a chain, since it moves nothing that could go on.
  ///
  /// - Parameters:
  ///   - start: where the chains start.
  ///   - end: where they end.
  ///   - bound: the most configurations that a chain may have.
  ///   - most: the most chains to give.
  public func chains(
    from start: Concept.ID, to end: Concept.ID, atMost bound: Int = 4, most: Int = 50
  ) -> Chains {
    var walk = ChainWalk(links: Dictionary(grouping: links, by: \.from.plain), end: end)
    for length in stride(from: 1, through: bound, by: 1) {
      for direction in Direction.allCases { walk.go(from: Literal(direction, start), length: length) }
    }
    let unique = walk.withoutMirrors()
    return Chains(
      chains: Array(unique.prefix(Swift.max(0, most))),
      leftOut: Swift.max(0, unique.count - Swift.max(0, most)),
      areAllFound: walk.isComplete)
  }
}

extension Literal {
  /// The literal without its degree, as which links are found.
  public var plain: Literal { Literal(direction, concept) }
}

/// The search for chains, shorter ones first.
private struct ChainWalk {
  /// The most links that a search looks at: many times what a theory of the first bundled kind takes, and few enough
  /// that a web in which everything leads to everything can't hold a person up.
  static let mostLinks = 500_000

  let links: [Literal: [RippleLink]]
  let end: Concept.ID
  /// Whether the search came to its end.
  private(set) var isComplete = true
  private var found: [Chain] = []
  private var path: [RippleLink] = []
  private var visited: Set<Concept.ID> = []
  private var looked = 0

  init(links: [Literal: [RippleLink]], end: Concept.ID) {
    self.links = links
    self.end = end
  }

  mutating func go(from literal: Literal, length: Int) {
    visited = [literal.concept]
    extend(literal, to: length)
  }

  private mutating func extend(_ literal: Literal, to length: Int) {
    for link in links[literal] ?? [] {
      looked += 1
      guard looked <= Self.mostLinks else {
        isComplete = false
        return
      }
      let isLast = path.count + 1 == length
      guard (link.to.concept == end) == isLast, isLast || !link.isBuffer else { continue }
      let passed = (link.through + [link.to]).map(\.concept)
      // A concept twice would be a loop, also where it is only a mechanism on the way.
      guard passed.allSatisfy({ !visited.contains($0) }), Set(passed).count == passed.count else { continue }
      guard !link.through.contains(where: { $0.concept == end }) else { continue }
      path.append(link)
      if isLast {
        found.append(Chain(steps: path.map(Chain.Step.init)))
      } else {
        visited.formUnion(passed)
        extend(link.to.plain, to: length)
        visited.subtract(passed)
      }
      path.removeLast()
    }
  }

  func withoutMirrors() -> [Chain] {
    struct Route: Hashable {
      let configurations: [CMOConfiguration.ID]
      let concepts: [Concept.ID]
      let keeps: Bool
    }
    var best: [Route: Chain] = [:]
    for chain in found {
      let route = Route(
        configurations: chain.configurations, concepts: chain.steps.map(\.to.concept),
        keeps: chain.keepsDirection)
      if let other = best[route], other.stepsByRule <= chain.stepsByRule { continue }
      best[route] = chain
    }
    return best.values.sorted { one, other in
      if one.steps.count != other.steps.count { return one.steps.count < other.steps.count }
      if one.stepsByRule != other.stepsByRule { return one.stepsByRule < other.stepsByRule }
      if one.configurations != other.configurations {
        return one.configurations.lexicographicallyPrecedes(other.configurations)
      }
      // The same configurations can be passed by different outcomes; the order has to be told then too.
      return one.literals.lexicographicallyPrecedes(other.literals)
    }
  }
}

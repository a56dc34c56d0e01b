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
    var walk = ChainWalk(links: Dictionary(grouping: links, by: \.from.plain), end: end, bound: bound)
    for direction in Direction.allCases { walk.go(from: Literal(direction, start)) }
    let unique = walk.withoutMirrors()
    return Chains(chains: Array(unique.prefix(most)), leftOut: Swift.max(0, unique.count - most))
  }
}

extension Literal {
  /// The literal without its degree, as which links are found.
  public var plain: Literal { Literal(direction, concept) }
}

private struct ChainWalk {
  let links: [Literal: [RippleLink]]
  let end: Concept.ID
  let bound: Int
  private var found: [Chain] = []
  private var path: [RippleLink] = []
  private var visited: Set<Concept.ID> = []

  init(links: [Literal: [RippleLink]], end: Concept.ID, bound: Int) {
    self.links = links
    self.end = end
    self.bound = bound
  }

  mutating func go(from literal: Literal) {
    visited = [literal.concept]
    extend(literal)
  }

  private mutating func extend(_ literal: Literal) {
    guard path.count < bound else { return }
    for link in links[literal] ?? [] {
      let passed = (link.through + [link.to]).map(\.concept)
      // A chosen mechanism may be where the chain itself starts from; anything else twice would be a loop.
      guard passed.allSatisfy({ !visited.contains($0) }), Set(passed).count == passed.count else { continue }
      guard !link.through.contains(where: { $0.concept == end }) else { continue }
      path.append(link)
      if link.to.concept == end {
        found.append(Chain(steps: path.map(Chain.Step.init)))
      } else if !link.isBuffer {
        visited.formUnion(passed)
        extend(link.to.plain)
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
      return one.configurations.lexicographicallyPrecedes(other.configurations)
    }
  }
}

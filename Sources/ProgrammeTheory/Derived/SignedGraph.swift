/// The causal web as a graph: concepts, and arrows with a sign. Its arrows come only from configurations, so a link
/// that is told twice is one arrow, and a graph can't hold what no configuration claims.
public struct SignedGraph: Sendable, Hashable, Codable {
  /// The signs of an arrow.
  public enum Sign: String, Sendable, Hashable, Codable, CaseIterable {
    /// More leads to more, and less to less.
    case same
    /// More leads to less, and less to more.
    case opposite
    /// It makes a loss smaller.
    case buffers
  }

  /// An arrow from one slot of a configuration to the next.
  public struct Arrow: Sendable, Hashable, Codable {
    /// Where it starts.
    public let from: Concept.ID
    /// Where it ends.
    public let to: Concept.ID
    /// Its sign.
    public let sign: Sign
    /// The configuration that makes it.
    public let configuration: CMOConfiguration.ID
    /// The direction of its start for which it is told; the other holds by reversal, if at all.
    public let told: Direction
    /// Whether it holds for that direction only: the configuration is one-sided, or the arrow starts from a mechanism
    /// that people bring. Such a mechanism stays when the configuration is reversed, so its lack leads nowhere.
    public let isOneSided: Bool
    /// Whether it applies only under conditions.
    public let isConditional: Bool
  }

  /// The concepts that an arrow touches, in the theory's order.
  public let concepts: [Concept.ID]
  /// The arrows, in the order of the configurations.
  public let arrows: [Arrow]

  /// The graph of a theory: an arrow from each context literal to each produced mechanism, from each mechanism to each
  /// outcome, and from context to outcome where no produced mechanism stands between them.
  public init(_ theory: Theory) {
    arrows = theory.configurations.flatMap(Self.arrows)
    let touched = Set(arrows.flatMap { [$0.from, $0.to] })
    concepts = theory.concepts.map(\.id).filter(touched.contains)
  }

  static func arrows(of configuration: CMOConfiguration) -> [Arrow] {
    func arrow(_ from: Literal, _ to: Literal, buffers: Bool = false, isChosen: Bool = false) -> Arrow {
      let sign: Sign = buffers ? .buffers : from.direction == to.direction ? .same : .opposite
      return Arrow(
        from: from.concept, to: to.concept, sign: sign, configuration: configuration.id, told: from.direction,
        isOneSided: isChosen || !configuration.reversibility.isAllowed,
        isConditional: !configuration.conditions.isEmpty)
    }
    let mechanisms = configuration.mechanism?.literals ?? []
    let isProduced = configuration.mechanism?.origin == .produced
    var arrows: [Arrow] = []
    for literal in configuration.context where isProduced {
      arrows += mechanisms.map { arrow(literal, $0) }
    }
    let isChosen = configuration.mechanism?.origin == .chosen
    let starts =
      (isProduced ? [] : configuration.context.map { ($0, false) }) + mechanisms.map { ($0, isChosen) }
    for (literal, isChosen) in starts {
      arrows += configuration.outcome.map {
        arrow(literal, $0.reached, buffers: $0.direction == nil, isChosen: isChosen)
      }
    }
    return arrows
  }
}

public import ProgrammeTheory

/// The arrows of one model with their strengths as drawn, for programs that read adjacency lists.
public struct Adjacency: Sendable {
  /// One arrow.
  public struct Arrow: Sendable, Hashable {
    /// The concept that it starts from.
    public let from: Concept.ID
    /// The concept that it moves.
    public let to: Concept.ID
    /// The configuration.
    public let configuration: CMOConfiguration.ID
    /// `mechanism` where the context sets it off, else the way of the outcome: `raises`, `lowers`, `buffers`, `exposes`.
    public let way: String
    /// Whether more of the first is more of the second: 1, or less of it: −1. A buffer counts as more.
    public let sign: Int
    /// The strength in this model, from 0 to 1; 0 where a rival reading holds.
    public let strength: Double
    /// Whether it works in both directions.
    public let isReversible: Bool
  }

  /// The arrows, in the order of the theory.
  public let arrows: [Arrow]

  /// The arrows of one model.
  ///
  /// - Parameters:
  ///   - theory: the theory.
  ///   - draw: the number of the model in the sequence.
  ///   - sequence: where its numbers come from.
  ///   - prior: how its strengths are drawn.
  public init(_ theory: Theory, draw: Int, of sequence: DrawSequence, prior: Prior) {
    func value(_ parameter: Parameter) -> Double {
      parameter.distribution.single
        ?? parameter.distribution.value(at: sequence.share(of: parameter.key, draw: draw), prior: prior)
    }
    arrows = theory.configurations.flatMap { configuration -> [Arrow] in
      let holds = theory.rivalries.allSatisfy { rivalry in
        let own = rivalry.readings.indices.filter {
          rivalry.readings[$0].configurations.contains(configuration.id)
        }
        return own.isEmpty || own.count == rivalry.readings.count
          || own.contains(Int(value(.reading(of: rivalry))))
      }
      return configuration.origins.flatMap { origin -> [Arrow] in
        let base = origin.direction == .more ? 1 : -1
        func arrow(_ to: Concept.ID, _ way: String, _ sign: Int, _ strength: Double) -> Arrow {
          Arrow(
            from: origin.concept, to: to, configuration: configuration.id, way: way, sign: base * sign,
            strength: holds ? strength : 0, isReversible: configuration.reversibility.isAllowed)
        }
        let mechanism = configuration.setsOff.map { literal in
          arrow(
            literal.concept, "mechanism", literal.direction == .more ? 1 : -1,
            value(.strength(ofMechanismOf: configuration)))
        }
        let outcome = configuration.outcome.map { effect in
          arrow(
            effect.concept, effect.change.rawValue,
            effect.change == .lowers || effect.change == .exposes ? -1 : 1,
            value(.strength(of: configuration, effect)))
        }
        return mechanism + outcome
      }
    }
  }
}

import OrderedCollections

/// Configurations that work by one mechanism: what a synthesis clusters contexts by, once its claims are formed.
public struct MechanismCluster: Sendable, Hashable {
  /// The concept of the mechanism; `nil` for claims without one.
  public let mechanism: Concept.ID?
  /// The configurations, in the document's order. One with two mechanisms stands in both clusters.
  public let configurations: [CMOConfiguration]

  /// The contexts from which it is set off, each once, in the document's order.
  public var contexts: [Literal] { Array(OrderedSet(configurations.flatMap(\.context))) }
  /// What it brings about, each once, in the document's order.
  public var outcomes: [OutcomeEffect] { Array(OrderedSet(configurations.flatMap(\.outcome))) }
}

extension Theory {
  /// The configurations by mechanism: the largest cluster first, those of one size in the order of concepts; claims without a
  /// mechanism last.
  public var mechanismClusters: [MechanismCluster] {
    let clusters = concepts.map { concept in
      MechanismCluster(mechanism: concept.id, configurations: configurations(whoseMechanism: concept.id))
    }.filter { !$0.configurations.isEmpty }
    let ordered = clusters.enumerated().sorted {
      ($1.element.configurations.count, $0.offset) < ($0.element.configurations.count, $1.offset)
    }
    let without = configurations.filter { $0.mechanism?.literals.isEmpty ?? true }
    return ordered.map(\.element)
      + (without.isEmpty ? [] : [MechanismCluster(mechanism: nil, configurations: without)])
  }
}

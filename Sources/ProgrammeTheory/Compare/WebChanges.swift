/// Where a concept stands in the configurations of a theory.
public enum ConfigurationSlot: String, Sendable, Hashable, Codable, CaseIterable {
  case context, condition, mechanism, outcome
}

/// A concept of both theories that doesn't stand in the same slots in both.
public struct Stance: Sendable, Hashable, Codable {
  /// The concept in the old theory.
  public let old: Concept.ID
  /// The concept in the new one.
  public let new: Concept.ID
  /// The slots in which it stands in the old theory.
  public let oldSlots: [ConfigurationSlot]
  /// The slots in which it stands in the new one.
  public let newSlots: [ConfigurationSlot]

  /// The slots in which it newly stands.
  public var gained: [ConfigurationSlot] { newSlots.filter { !oldSlots.contains($0) } }
  /// The slots in which it no longer stands.
  public var lost: [ConfigurationSlot] { oldSlots.filter { !newSlots.contains($0) } }
}

extension Stance: Swappable {
  var swapped: Stance { Stance(old: new, new: old, oldSlots: newSlots, newSlots: oldSlots) }
  var names: (old: [String], new: [String]) { ([old.text], [new.text]) }
}

/// An arrow of a causal web with all the claims that make it.
public struct ComparedArrow: Sendable, Hashable, Codable {
  /// Where it starts.
  public let from: Concept.ID
  /// Where it ends.
  public let to: Concept.ID
  /// Its sign.
  public let sign: SignedGraph.Sign
  /// The claims that make it, in their theory's order.
  public internal(set) var configurations: [CMOConfiguration.ID]
}

/// An arrow of the old theory and one of the new that belong together.
public struct ArrowPair: Sendable, Hashable, Codable {
  /// The arrow of the old theory.
  public let old: ComparedArrow
  /// The arrow of the new one.
  public let new: ComparedArrow
}

extension ArrowPair: Swappable {
  var swapped: ArrowPair { ArrowPair(old: new, new: old) }
  var names: (old: [String], new: [String]) { (old.name, new.name) }
}

extension ComparedArrow {
  fileprivate var name: [String] { [from.text, to.text, sign.rawValue] }
}

/// How the arrows of the two causal webs differ.
public struct ArrowChanges: Sendable, Hashable, Codable {
  /// The arrows of the old theory only, in the order of its claims.
  public internal(set) var lost: [ComparedArrow]
  /// The arrows of the new theory only, in the order of its claims.
  public internal(set) var gained: [ComparedArrow]
  /// The arrows between the same concepts whose sign is the other one.
  public internal(set) var turned: [ArrowPair]
  /// The arrows that run from or to a concept which takes over from another, where the other had the same arrow. They are
  /// among ``lost`` and ``gained`` too.
  public internal(set) var carried: [ArrowPair]

  var swapped: ArrowChanges {
    ArrowChanges(
      lost: gained, gained: lost, turned: turned.map(\.swapped).inOrder,
      carried: carried.map(\.swapped).inOrder)
  }
}

/// A way from one concept to another.
public struct CausalRoute: Sendable, Hashable, Codable {
  /// The concepts, the first and the last included: at least two.
  public let concepts: [Concept.ID]
  /// The claims that make each step, in their theory's order; where claims tell the whole way, those alone.
  public let steps: [[CMOConfiguration.ID]]

  /// What stands between the first concept and the last; nothing where one leads straight to the other.
  public var between: [Concept.ID] { Array(concepts.dropFirst().dropLast()) }
  /// The claims, each once, in the order of the steps.
  public var configurations: [CMOConfiguration.ID] {
    var seen: Set<CMOConfiguration.ID> = []
    return steps.flatMap(\.self).filter { seen.insert($0).inserted }
  }
}

/// How both theories lead from one concept to another, the same way in the end and by different steps.
public struct Rerouting: Sendable, Hashable, Codable {
  /// The kinds of difference.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The old theory leads straight there; in the new one something stands between.
    case putBetween
    /// In the old theory something stands between; the new one leads straight there.
    case takenOut
    /// Something else stands between.
    case explainedAnew
  }
  /// Whether more at the start leads to more at the end.
  public let sign: SignedGraph.Sign
  /// The routes of the old theory.
  public let old: [CausalRoute]
  /// The routes of the new one.
  public let new: [CausalRoute]

  /// What kind of difference it is.
  public var kind: Kind {
    if old.contains(where: \.between.isEmpty) { return .putBetween }
    return new.contains(where: \.between.isEmpty) ? .takenOut : .explainedAnew
  }
}

extension Rerouting: Swappable {
  var swapped: Rerouting { Rerouting(sign: sign, old: new, new: old) }
  var names: (old: [String], new: [String]) {
    func ends(_ routes: [CausalRoute]) -> [String] {
      routes.prefix(1).flatMap {
        [$0.concepts.first?.text ?? "", $0.concepts.last?.text ?? "", sign.rawValue]
      }
    }
    return (ends(old), ends(new))
  }
}

public import Bibliography
import OrderedCollections

/// What a configuration rests on, gathered from its tellings. Derived, never stored.
public struct Evidence: Sendable, Hashable {
  /// The works that support it, in the order of first mention.
  public let supporting: [Reference.ID]
  /// The works that speak against it.
  public let against: [Reference.ID]
  /// The works that looked for the effect and found little or none.
  public let null: [Reference.ID]
  /// Where it is told, the authors' own reversals included.
  public let places: [Place]
  /// Whether a telling gives no source.
  public let hasTellingWithoutSource: Bool
}

extension Theory {
  /// What a configuration rests on.
  ///
  /// A reversal that the authors spell out is told, and adds no work: it would count the same evidence twice. A table
  /// row whose sources are those of the prose adds none either.
  public func evidence(for id: CMOConfiguration.ID) -> Evidence {
    let tellings = configuration(id)?.tellings.compactMap(telling) ?? []
    func works(_ bearing: Bearing) -> [Reference.ID] {
      let own = tellings.filter { $0.bearing == bearing && $0.inverts == nil }
      return Array(OrderedSet(own.flatMap(works(of:))))
    }
    return Evidence(
      supporting: works(.supports), against: works(.against), null: works(.null),
      places: tellings.map(\.place),
      hasTellingWithoutSource: tellings.contains { $0.attribution == .notGiven })
  }

  /// The works of a telling: its own, or, where it says so, those of the tellings that tell the same.
  public func works(of telling: Telling) -> [Reference.ID] {
    switch telling.attribution {
    case .works(let works): works
    case .notGiven: []
    case .asLinked:
      Array(
        OrderedSet(
          linked(to: telling).flatMap { other -> [Reference.ID] in
            if case .works(let works) = other.attribution { works } else { [] }
          }))
    }
  }

  /// The other tellings of the same claim, by links made on either side.
  public func linked(to telling: Telling) -> [Telling] {
    tellings.filter {
      $0.id != telling.id && (telling.sameAs.contains($0.id) || $0.sameAs.contains(telling.id))
    }
  }
}

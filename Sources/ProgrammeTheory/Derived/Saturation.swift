public import Bibliography

/// What each further work adds to a theory: whether reading on still brings something new.
///
/// Saturation in a realist synthesis is judged by whether more works still change the theory, not by a number of works (Wong
/// et al. 2013, doi:10.1186/1741-7015-11-21, item 8). The curve helps to judge; it depends on the order of works, which is why
/// that is named.
public struct Saturation: Sendable, Hashable {
  /// In which order the works are taken.
  public enum Order: String, Sendable, Hashable, Codable, CaseIterable {
    /// In the order in which the document first tells something of them.
    case mention
    /// In the order in which they were published; those without a year last.
    case publication
  }

  /// What one work adds.
  public struct Step: Sendable, Hashable {
    /// The work.
    public let source: Reference.ID
    /// The concepts of which no earlier work tells.
    public let concepts: [Concept.ID]
    /// The configurations that no earlier work supports.
    public let configurations: [CMOConfiguration.ID]
    /// How many concepts are told of so far.
    public let conceptsSoFar: Int
    /// How many configurations are supported so far.
    public let configurationsSoFar: Int

    /// Whether the work adds anything.
    public var isNews: Bool { !concepts.isEmpty || !configurations.isEmpty }
  }

  /// In which order the works are taken.
  public let order: Order
  /// The works that tell something, in that order, and what each adds.
  public let steps: [Step]
  /// The concepts of which no work tells.
  public let untoldConcepts: [Concept.ID]
  /// The configurations that no work supports.
  public let unsupported: [CMOConfiguration.ID]

  /// How many works at the end add nothing new.
  public var quietAtEnd: Int { steps.count - ((steps.lastIndex { $0.isNews } ?? -1) + 1) }
}

extension Theory {
  /// What each further work adds.
  ///
  /// A work tells of a concept where a telling of it has the concept in any slot. It supports a configuration as
  /// ``evidence(for:)`` says: the authors' own reversals count nothing.
  ///
  /// - Parameter order: in which order the works are taken.
  public func saturation(in order: Saturation.Order) -> Saturation {
    var concepts: [Reference.ID: [Concept.ID]] = [:]
    var mentioned: [Reference.ID] = []
    for telling in tellings {
      for work in works(of: telling) {
        if concepts[work] == nil { mentioned.append(work) }
        concepts[work, default: []] += telling.concepts
      }
    }
    var claims: [Reference.ID: [CMOConfiguration.ID]] = [:]
    for configuration in configurations {
      for work in evidence(for: configuration.id).supporting {
        claims[work, default: []].append(configuration.id)
      }
    }
    var (knownConcepts, knownClaims): (Set<Concept.ID>, Set<CMOConfiguration.ID>) = ([], [])
    let steps = ordered(mentioned, order).map { work in
      let newConcepts = (concepts[work] ?? []).filter { knownConcepts.insert($0).inserted }
      let newClaims = (claims[work] ?? []).filter { knownClaims.insert($0).inserted }
      return Saturation.Step(
        source: work, concepts: newConcepts, configurations: newClaims, conceptsSoFar: knownConcepts.count,
        configurationsSoFar: knownClaims.count)
    }
    return Saturation(
      order: order, steps: steps,
      untoldConcepts: self.concepts.map(\.id).filter { !knownConcepts.contains($0) },
      unsupported: configurations.map(\.id).filter { !knownClaims.contains($0) })
  }

  private func ordered(_ works: [Reference.ID], _ order: Saturation.Order) -> [Reference.ID] {
    guard order == .publication else { return works }
    let years = Dictionary(references.map { ($0.id, $0.issued?.year ?? .max) }, uniquingKeysWith: min)
    return works.enumerated().sorted { one, other in
      (years[one.element] ?? .max, one.offset) < (years[other.element] ?? .max, other.offset)
    }.map(\.element)
  }
}

extension Telling {
  /// The concepts that stand in any of its slots, as they come.
  var concepts: [Concept.ID] {
    (context + conditions + mechanism).map(\.claim.concept) + outcome.map(\.claim.concept)
  }
}

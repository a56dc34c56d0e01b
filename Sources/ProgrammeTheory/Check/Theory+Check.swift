import Bibliography

extension Theory {
  /// Holds the theory against itself and gives everything that it shows: where its source contradicts itself, where
  /// numbers and references don't fit, where evidence is thin, and what the web of claims leaves open.
  ///
  /// None of it is a fault of the document, and nothing is resolved. The findings come in the order of gravity of their
  /// kinds and then in the document's order, the same on every run.
  ///
  /// - Complexity: linear in the document, but for tellings of one context and references of one year, each of which
  ///   are compared with each other.
  public func check() -> [Finding] {
    let check = TheoryCheck(of: self)
    let families: [[Finding]] = [
      check.contradictions(), check.drifts(), check.misleadingReferences(), check.statements(),
      check.citations(), check.evidence(), check.openClaims(), check.web(), check.loopExits(),
    ]
    let merged = families.joined().merged
    return Finding.Kind.allCases.flatMap { kind in merged.filter { $0.kind == kind } }
  }
}

extension Sequence<Finding> {
  /// What is found alike of one telling and of several others is one finding with all their places.
  fileprivate var merged: [Finding] {
    var merged: [Finding] = []
    for finding in self {
      let same = merged.firstIndex { known in
        known.kind == finding.kind && known.short == finding.short
          && known.subjects.contains { $0.sort == "telling" && finding.subjects.contains($0) }
      }
      if let same {
        merged[same] = merged[same].joined(with: finding)
      } else {
        merged.append(finding)
      }
    }
    return merged
  }
}

extension Finding {
  fileprivate func joined(with other: Finding) -> Finding {
    Finding(
      kind: kind, subjects: subjects + other.subjects.filter { !subjects.contains($0) },
      places: places + other.places.filter { !places.contains($0) }, sentence: sentence, short: short)
  }
}

/// A theory that is being checked, with what every rule looks up in it. Each family of rules is an extension.
struct TheoryCheck {
  let theory: Theory
  let concepts: [Concept.ID: Concept]
  let tellings: [Telling.ID: Telling]
  let references: [Reference.ID: Reference]
  let roles: [Reference.ID: Source.Role]
  /// Where a telling stands in the document.
  let position: [Telling.ID: Int]
  /// The configurations that a telling is given for, in the theory's order.
  let claims: [Telling.ID: [CMOConfiguration]]
  /// The tellings that are linked as the same, in the theory's order; those that are linked to none aren't here.
  let linked: [[Telling]]
  /// Pairs of references that are one work, in the order of the list.
  let sameWorks: [(one: Reference, other: Reference)]

  init(of theory: Theory) {
    self.theory = theory
    concepts = Self.table(theory.concepts)
    tellings = Self.table(theory.tellings)
    references = Self.table(theory.references)
    roles = Self.table(theory.sources).mapValues(\.role)
    position = Dictionary(
      theory.tellings.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    var claims: [Telling.ID: [CMOConfiguration]] = [:]
    for configuration in theory.configurations {
      for id in configuration.tellings { claims[id, default: []].append(configuration) }
    }
    self.claims = claims
    linked = Self.linked(theory.tellings)
    sameWorks = Self.sameWorks(theory.references)
  }

  private static func table<Part: Identifiable>(_ parts: [Part]) -> [Part.ID: Part] {
    Dictionary(parts.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// What `sameAs` links, in whichever of two tellings it is said, and over as many steps as it takes.
  private static func linked(_ tellings: [Telling]) -> [[Telling]] {
    var group: [Telling.ID: Telling.ID] = [:]
    func root(_ id: Telling.ID) -> Telling.ID {
      var id = id
      while let next = group[id] { id = next }
      return id
    }
    for telling in tellings {
      for other in telling.sameAs {
        let (one, other) = (root(telling.id), root(other))
        if one != other { group[other] = one }
      }
    }
    var members: [Telling.ID: [Telling]] = [:]
    for telling in tellings { members[root(telling.id), default: []].append(telling) }
    return tellings.compactMap { telling in
      members[root(telling.id)].flatMap { $0.count > 1 && $0.first?.id == telling.id ? $0 : nil }
    }
  }

  /// Two references can only be one work where they share their DOI or, lacking one of the two, their year; so only
  /// those are compared, since a comparison folds whole titles.
  private static func sameWorks(_ references: [Reference]) -> [(one: Reference, other: Reference)] {
    var ofKey: [String: [Int]] = [:]
    for (index, reference) in references.enumerated() {
      if let doi = reference.doi?.lowercased(), let start = doi.firstRange(of: "10.")?.lowerBound {
        ofKey["doi " + doi[start...].filter { !$0.isWhitespace }, default: []].append(index)
      }
      if let year = reference.issued?.year { ofKey["year \(year)", default: []].append(index) }
    }
    var pairs: Set<[Int]> = []
    for (key, indices) in ofKey {
      for (position, one) in indices.enumerated() {
        for other in indices[(position + 1)...] {
          let bothHaveDOI = references[one].doi != nil && references[other].doi != nil
          if bothHaveDOI && key.hasPrefix("year") { continue }
          pairs.insert([one, other])
        }
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }
      .map { (references[$0[0]], references[$0[1]]) }
      .filter { $0.one.sameWork(as: $0.other) }
  }
}

import Bibliography
import OrderedCollections

/// Where a theory rests on little, and what to look for next.
///
/// In a realist synthesis searching goes on while the theory grows: what is thin sends the team back to the literature (Wong
/// et al. 2013, doi:10.1186/1741-7015-11-21, item 8).
public struct Gap: Sendable, Hashable {
  /// What is missing.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A claim without a mechanism: it isn't said why.
    case noMechanism = "no mechanism"
    /// A claim for which no work is given.
    case noSource = "no source"
    /// A claim that middle-range theory alone supports.
    case middleRangeOnly = "middle-range theory only"
    /// A claim that one work alone supports.
    case singleSource = "single source"
    /// A concept of which one work alone tells.
    case conceptOfOneSource = "concept of one source"
    /// A context that is evidenced in one direction only.
    case oneDirectionOnly = "one direction only"
    /// A concept that nothing brings about.
    case unreachedConcept = "unreached concept"
    /// A form of what the theory is about that no included study covers.
    case arrangementWithoutEvidence = "arrangement without evidence"

    /// What it means, in plain words.
    public var meaning: String {
      switch self {
      case .conceptOfOneSource: "One work alone tells of it."
      default: finding?.meaning ?? ""
      }
    }

    /// The kind of finding that it is.
    var finding: Finding.Kind? { Finding.Kind(rawValue: rawValue) }
  }

  /// What is missing.
  public let kind: Kind
  /// What it is about.
  public let subject: Finding.Subject
  /// The same in a sentence.
  public let sentence: String
  /// What to search for: each group is alternatives, of which every group needs one. Empty where no phrase is known.
  public let terms: [[String]]

  /// The search as most databases take it: alternatives joined with OR, groups with AND, phrases in quotation marks.
  public var search: String {
    terms.map { group in
      let words = group.map { term in
        let plain = term.replacing("\"", with: " ")
        return plain.allSatisfy { $0.isLetter || $0.isNumber } ? plain : "\"\(plain)\""
      }
      return words.count == 1 ? words[0] : "(\(words.joined(separator: " OR ")))"
    }.joined(separator: " AND ")
  }
}

extension Theory {
  /// Where the theory rests on little: by kind, then in the document's order, each with the terms of the next search.
  public var gaps: [Gap] {
    let findings = check()
    return Gap.Kind.allCases.flatMap { kind in
      kind == .conceptOfOneSource
        ? conceptsOfOneSource
        : findings.filter { $0.kind == kind.finding }.compactMap { finding in
          finding.subjects.first.map {
            Gap(kind: kind, subject: $0, sentence: finding.sentence, terms: terms(for: $0))
          }
        }
    }
  }

  private var conceptsOfOneSource: [Gap] {
    var tellers: [Concept.ID: OrderedSet<Reference.ID>] = [:]
    for telling in tellings {
      for concept in telling.concepts { tellers[concept, default: []].formUnion(works(of: telling)) }
    }
    return concepts.compactMap { concept in
      guard let works = tellers[concept.id], works.count == 1, let work = works.first else { return nil }
      let citation = reference(work)?.shortCitation ?? work
      return Gap(
        kind: .conceptOfOneSource, subject: .concept(concept.id),
        sentence: "\(Self.capitalised(concept.name)): \(citation) [\(work)] alone tells of it.",
        terms: terms(for: .concept(concept.id)))
    }
  }

  // MARK: What to search for

  private func terms(for subject: Finding.Subject) -> [[String]] {
    switch subject {
    case .configuration(let id): configuration(id).map(terms) ?? []
    case .concept(let id): [phrases(of: [id]), phrases(of: neighbours(of: id))].filter { !$0.isEmpty }
    case .arrangement(let id):
      [arrangements.first { $0.id == id }?.name ?? ""].filter { !$0.isEmpty }.map { [$0] }
    default: []
    }
  }

  /// The context's phrases and those of what follows from it; where a mechanism is told, its own come between.
  private func terms(for configuration: CMOConfiguration) -> [[String]] {
    [
      phrases(of: configuration.context.map(\.concept)),
      phrases(of: configuration.mechanism?.literals.map(\.concept) ?? []),
      phrases(of: configuration.outcome.map(\.concept)),
    ].filter { !$0.isEmpty }
  }

  /// The concepts that a concept stands with in claims: those that it leads to, then those that lead to it.
  private func neighbours(of concept: Concept.ID) -> [Concept.ID] {
    var (after, before): (OrderedSet<Concept.ID>, OrderedSet<Concept.ID>) = ([], [])
    for configuration in configurations {
      let given = configuration.context.map(\.concept)
      let follows =
        (configuration.mechanism?.literals.map(\.concept) ?? []) + configuration.outcome.map(\.concept)
      if given.contains(concept) { after.formUnion(follows) }
      if follows.contains(concept) { before.formUnion(given) }
    }
    return Array((after.isEmpty ? before : after).filter { $0 != concept }.prefix(3))
  }

  /// At most six phrases, so that a database takes the search.
  private func phrases(of ids: [Concept.ID]) -> [String] {
    let known = OrderedSet(ids).compactMap(concept)
    let first = known.map(\.name)
    return Array(OrderedSet((first + known.flatMap(\.phrases)).map { $0.lowercased() }).prefix(6))
  }
}

public import ProgrammeTheory

/// A concept as it is formed from codes. Forming it again replaces it.
public struct ConceptFormation: Sendable, Hashable, Codable {
  /// The concept: its name, what is meant, its two ends, scope, scale, group, phrases.
  public var concept: Concept
  /// The codes that stand for it, each as it is or reversed.
  public var codes: [CodeUse]
  /// Single parts of codings that stand for it whatever their code does.
  public var parts: [PartUse]
  /// Why it is formed so.
  public var because: String?

  /// A concept formed from codes.
  public init(concept: Concept, codes: [CodeUse] = [], parts: [PartUse] = [], because: String? = nil) {
    (self.concept, self.codes, self.parts, self.because) = (concept, codes, parts, because)
  }
}

extension Concept {
  /// The same, with what coders are told to name instead under its new name; nothing, where that is this concept itself.
  func renaming(by merge: ConceptMerge) -> Concept {
    guard let coding, coding.exclude.contains(where: { $0.instead == merge.concept }) else { return self }
    let exclude = coding.exclude.map { exclusion in
      guard exclusion.instead == merge.concept else { return exclusion }
      return Coding.Exclusion(what: exclusion.what, instead: merge.into == id ? nil : merge.into)
    }
    return Concept(
      id: id, name: name, definition: definition, phrases: phrases, scope: scope, scale: scale,
      wording: wording, group: group, question: question, signs: signs,
      coding: Coding(include: coding.include, exclude: exclude), refines: refines)
  }
}

/// A concept that goes on as another. Its codes go there; candidates that speak of it speak of the other.
public struct ConceptMerge: Sendable, Hashable, Codable {
  /// The concept that ends.
  public var concept: Concept.ID
  /// The concept that takes its codes over.
  public var into: Concept.ID
  /// Whether it is the other end of that.
  public var isReversed: Bool
  /// Why.
  public var because: String

  /// A concept that goes on as another.
  public init(concept: Concept.ID, into: Concept.ID, isReversed: Bool = false, because: String) {
    (self.concept, self.into, self.isReversed, self.because) = (concept, into, isReversed, because)
  }
}

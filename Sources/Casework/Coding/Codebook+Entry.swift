import OrderedCollections
public import ProgrammeTheory

extension Codebook {
  /// How one concept is coded.
  public struct Entry: Sendable, Hashable, Codable {
    /// One of the words that a fact may write under `is`, and when.
    public struct Level: Sendable, Hashable, Codable {
      /// The word.
      public let level: StatedLevel
      /// When it is written, in the concept's own words; `nil` where the scale has no such level.
      public let means: String?
    }

    /// A phrase that also stands inside a longer one of another concept.
    public struct SharedPhrase: Sendable, Hashable, Codable {
      /// The phrase of this concept.
      public let phrase: String
      /// The phrase of the other, which holds it or equals it.
      public let inside: String
      /// The other concept.
      public let of: Concept.ID
    }

    /// A note of another concept that sends the coder here.
    public struct Arrival: Sendable, Hashable, Codable {
      /// The concept that sends.
      public let from: Concept.ID
      /// What it sends.
      public let what: String
    }

    /// The configurations in which it stands, by slot, as told.
    public struct Slots: Sendable, Hashable, Codable {
      /// Where it is a context, conditions included.
      public let context: [CMOConfiguration.ID]
      /// Where it is a mechanism.
      public let mechanism: [CMOConfiguration.ID]
      /// Where it is an outcome.
      public let outcome: [CMOConfiguration.ID]
    }

    /// The identifier.
    public let id: Concept.ID
    /// The name on screen.
    public let name: String
    /// What is meant.
    public let definition: String
    /// Where it has its levels.
    public let scope: Concept.Scope
    /// What kind of more and less it has.
    public let scale: Concept.Scale
    /// The levels, the highest first.
    public let levels: [Level]
    /// The source's phrases that stand for it.
    public let phrases: [String]
    /// What is coded as it, and what isn't.
    public let coding: Concept.Coding?
    /// What other concepts send here.
    public let arrivals: [Arrival]
    /// Its phrases that others share.
    public let sharedPhrases: [SharedPhrase]
    /// What to ask.
    public let question: Concept.Question?
    /// What one would see.
    public let signs: Concept.Signs?
    /// The fields of a case document that speak of it, so that a fact is needed only where a source says more.
    public let fields: [String]
    /// Where it stands in the theory.
    public let slots: Slots
    /// What the theory's readings of it contradict each other on.
    public let disputes: [String]

    init(_ concept: Concept, in theory: Theory) {
      (id, name, definition) = (concept.id, concept.name, concept.definition)
      (scope, scale, phrases) = (concept.scope, concept.scale, concept.phrases)
      (question, signs, coding) = (concept.question, concept.signs, concept.coding)
      levels = Self.levels(of: concept)
      arrivals = theory.concepts.flatMap { other in
        (other.coding?.exclude ?? []).filter { $0.instead == concept.id }
          .map { Arrival(from: other.id, what: $0.what) }
      }
      sharedPhrases = Self.sharedPhrases(of: concept, in: theory)
      fields = theory.fields(of: concept.id)
      slots = Slots(
        context: theory.configurations(whoseContext: concept.id).map(\.id),
        mechanism: theory.configurations(whoseMechanism: concept.id).map(\.id),
        outcome: theory.configurations(whoseOutcome: concept.id).map(\.id))
      let standsIn = Set(slots.context + slots.mechanism + slots.outcome)
      // A rivalry is about the concept only where every reading speaks of it.
      disputes = theory.rivalries.filter { rivalry in
        rivalry.readings.allSatisfy { !standsIn.isDisjoint(with: $0.configurations) }
      }.map(\.about)
    }
  }
}

extension Codebook.Entry {
  /// The five levels in the concept's own words. What is either so or not has no far ends.
  private static func levels(of concept: Concept) -> [Level] {
    let isBinary = concept.scale == .binary
    return [
      Level(level: .veryHigh, means: isBinary ? nil : concept.words(for: .veryHigh)),
      Level(level: .high, means: concept.words(for: .high)),
      Level(level: .neither, means: nil),
      Level(level: .low, means: concept.words(for: .low)),
      Level(level: .veryLow, means: isBinary ? nil : concept.words(for: .veryLow)),
    ]
  }

  /// Phrases that are found inside another concept's, where a search for them would lead astray. A phrase inside a
  /// longer one of the same concept leads nobody astray.
  private static func sharedPhrases(of concept: Concept, in theory: Theory) -> [SharedPhrase] {
    let others = theory.concepts.filter { $0.id != concept.id }
    return concept.phrases.flatMap { phrase -> [SharedPhrase] in
      let words = Self.words(of: phrase)
      guard !words.isEmpty else { return [] }
      return others.flatMap { other in
        other.phrases.filter { Self.words(of: $0).contains(words) }
          .map { SharedPhrase(phrase: phrase, inside: $0, of: other.id) }
      }
    }
  }

  private static func words(of phrase: String) -> [Substring] {
    phrase.lowercased().split { !($0.isLetter || $0.isNumber) }
  }
}

extension Theory {
  /// What in the fixed fields of a case document speaks of a concept.
  fileprivate func fields(of concept: Concept.ID) -> [String] {
    var fields: [String] = []
    if caseFields.mandated == concept { fields.append("mandated") }
    if caseFields.integration == concept { fields.append("arrangement") }
    if caseFields.ambition == concept { fields.append("ambition (of each aim)") }
    let entries = entryPoints.filter { $0.sets.contains { $0.concept == concept } }
    return fields + entries.map { "entryPoints: \($0.id)" }
  }
}

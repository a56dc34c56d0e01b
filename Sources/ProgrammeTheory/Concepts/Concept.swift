/// A factor that can be more or less. A concept has no role of its own: whether it is a context, a mechanism or an
/// outcome is said by the slot of a configuration in which it stands.
public struct Concept: Sendable, Hashable, Codable, Identifiable {
  /// What a concept is called by.
  public typealias ID = Identifier<Concept>

  /// Where a concept has its levels.
  public enum Scope: String, Sendable, Hashable, Codable, CaseIterable {
    /// One level for the collaboration as a whole.
    case collaboration
    /// One level for each partner.
    case partner
    /// One level for each ordered pair of partners: A's towards B isn't B's towards A.
    case relation
  }

  /// What kind of more and less a concept has.
  public enum Scale: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is so or it isn't.
    case binary
    /// Steps that can be put in order.
    case ordered
    /// A matter of degree.
    case continuous
  }

  /// How a concept is spoken of in sentences.
  public struct Wording: Sendable, Hashable, Codable {
    /// The low end as a noun phrase.
    public let low: String
    /// The high end as a noun phrase.
    public let high: String
    /// A clause with its verb that says that the concept becomes less.
    public let falls: String
    /// A clause with its verb that says that the concept becomes more.
    public let rises: String
    /// The far low end as a noun phrase, where it has a name of its own.
    public let veryLow: String?
    /// The far high end as a noun phrase, where it has a name of its own.
    public let veryHigh: String?

    /// Makes the wording out of its phrases.
    public init(
      low: String, high: String, falls: String, rises: String, veryLow: String? = nil, veryHigh: String? = nil
    ) {
      self.low = low
      self.high = high
      self.falls = falls
      self.rises = rises
      self.veryLow = veryLow
      self.veryHigh = veryHigh
    }

    /// The noun phrase of one end.
    public func end(_ direction: Direction) -> String { direction == .more ? high : low }
    /// The noun phrase of one far end: its own name, or "very" before a word of degree, or that degree after it.
    public func farEnd(_ direction: Direction) -> String {
      if let own = direction == .more ? veryHigh : veryLow { return own }
      let end = end(direction)
      let degrees = [
        "little", "much", "low", "high", "few", "many", "poor", "good", "strong", "slow", "quick",
      ]
      return degrees.contains { end.hasPrefix("\($0) ") } ? "very \(end)" : "\(end) to a high degree"
    }
    /// The clause of one change.
    public func change(_ direction: Direction) -> String { direction == .more ? rises : falls }
  }

  /// What to ask the people who run a collaboration, so that the concept becomes a known fact.
  public struct Question: Sendable, Hashable, Codable {
    /// The question in plain words, answered by one of the scale's ends.
    public let ask: String
    /// Why it is asked, in plain words; `nil` where the question speaks for itself.
    public let because: String?

    /// Makes a question.
    public init(ask: String, because: String?) {
      self.ask = ask
      self.because = because
    }
  }

  /// What one would see on the ground in the first three months if the concept moves.
  public struct Signs: Sendable, Hashable, Codable {
    /// Signs that it becomes more.
    public let more: [String]
    /// Signs that it becomes less.
    public let less: [String]

    /// Makes the signs.
    public init(more: [String], less: [String]) {
      self.more = more
      self.less = less
    }

    /// The signs of one direction.
    public func of(_ direction: Direction) -> [String] { direction == .more ? more : less }
  }

  /// How a coder tells whether something in a case is a fact about the concept, beyond its definition.
  ///
  /// Criteria of inclusion and exclusion are what makes a list of codes a codebook: MacQueen, McLellan, Kay and
  /// Milstein, "Codebook development for team-based qualitative analysis", CAM Journal 1998;10(2):31-36.
  public struct Coding: Sendable, Hashable, Codable {
    /// Something that looks like the concept and isn't it.
    public struct Exclusion: Sendable, Hashable, Codable {
      /// What isn't coded here.
      public let what: String
      /// The concept that it is coded as; `nil` where the theory has none for it.
      public let instead: ID?

      /// Makes an exclusion.
      public init(what: String, instead: ID?) {
        self.what = what
        self.instead = instead
      }
    }

    /// What is coded here, where the definition leaves doubt.
    public let include: [String]
    /// What isn't.
    public let exclude: [Exclusion]

    /// Makes the notes.
    public init(include: [String], exclude: [Exclusion]) {
      self.include = include
      self.exclude = exclude
    }
  }

  /// The identifier.
  public let id: ID
  /// The name on screen.
  public let name: String
  /// What is meant, and what isn't.
  public let definition: String
  /// The phrases of the source that stand for it.
  public let phrases: [String]
  /// Where it has its levels.
  public let scope: Scope
  /// What kind of more and less it has.
  public let scale: Scale
  /// How it is spoken of.
  public let wording: Wording
  /// The group under which it is listed.
  public let group: String
  /// What to ask, for concepts that a case can tell as a fact.
  public let question: Question?
  /// What one would see.
  public let signs: Signs?
  /// What is coded as it and what isn't, for concepts that are easily mixed up.
  public let coding: Coding?

  /// Makes a concept out of its parts.
  public init(
    id: ID, name: String, definition: String, phrases: [String], scope: Scope, scale: Scale, wording: Wording,
    group: String, question: Question? = nil, signs: Signs? = nil, coding: Coding? = nil
  ) {
    self.id = id
    self.name = name
    self.definition = definition
    self.phrases = phrases
    self.scope = scope
    self.scale = scale
    self.wording = wording
    self.group = group
    self.question = question
    self.signs = signs
    self.coding = coding
  }
}

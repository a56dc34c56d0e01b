/// What must hold for a configuration to apply: one of these literals (mostly there is only one).
public struct Condition: Sendable, Hashable, Codable {
  /// The literals, any of which suffices; never empty.
  public let anyOf: [Literal]

  /// A condition that any of several literals meets; `nil` without one.
  public init?(anyOf literals: [Literal]) {
    guard !literals.isEmpty else { return nil }
    anyOf = literals
  }
}

/// What brings an outcome about: a resource that the collaboration offers, and what people make of it.
public struct Mechanism: Sendable, Hashable, Codable {
  /// Where a mechanism comes from.
  public enum Origin: String, Sendable, Hashable, Codable, CaseIterable {
    /// The context sets it off.
    case produced
    /// People bring it (a style, a strategy); the context decides what it does.
    case chosen
  }

  /// The literals that say which way it works; never empty in a document that was read.
  public let literals: [Literal]
  /// Where it comes from.
  public let origin: Origin
  /// What the collaboration offers, in our words.
  public let resource: String?
  /// What people think or decide, in our words.
  public let reasoning: String?

  /// Makes a mechanism.
  public init(_ literals: [Literal], origin: Origin, resource: String? = nil, reasoning: String? = nil) {
    self.literals = literals
    self.origin = origin
    self.resource = resource
    self.reasoning = reasoning
  }
}

/// Whether a configuration also holds turned round, and why.
///
/// The authors of a theory may allow reversal in general; which configuration it fits is a judgement that carries its
/// reason. What is reversed is a hypothesis and is never counted as evidence.
public struct Reversibility: Sendable, Hashable, Codable {
  /// Whether the reverse is taken to hold.
  public let isAllowed: Bool
  /// Why, or why not.
  public let reason: String

  /// Makes the judgement.
  public init(isAllowed: Bool, reason: String) {
    self.isAllowed = isAllowed
    self.reason = reason
  }
}

/// A context-mechanism-outcome configuration (CMOC): a claim that one or more tellings make. Only configurations infer
/// and drive, so a claim that is told twice doesn't count twice.
public struct CMOConfiguration: Sendable, Hashable, Codable, Identifiable {
  /// What a configuration is called by.
  public typealias ID = Identifier<CMOConfiguration>

  /// The most literals that a slot of a document may hold.
  public static let mostLiterals = 12

  /// How well founded the claim is.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    /// Supported by the studies of the review.
    case supported
    /// Put forward by the authors, or resting on middle-range theory.
    case hypothesised
  }

  /// Whether a configuration is as the theory tells it, or was turned round by rule.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// As told.
    case told
    /// Reversed by rule, never evidence.
    case reversedByRule = "reversed by rule"
  }

  /// The identifier; a configuration keeps it when it is reversed.
  public let id: ID
  /// A short name, where it has one.
  public let title: String?
  /// What sets it off; all of these together.
  public let context: [Literal]
  /// What must hold for it to apply; all of these.
  public let conditions: [Condition]
  /// What brings the outcome about; `nil` in a dyad of context and outcome.
  public let mechanism: Mechanism?
  /// What comes about.
  public let outcome: [OutcomeEffect]
  /// Whether the reverse holds too.
  public let reversibility: Reversibility
  /// The phase of the life cycle that the source gives, where it gives one.
  public let phase: Phase.ID?
  /// How well founded it is.
  public let status: Status
  /// The tellings that make the claim; never empty in a document that was read.
  public let tellings: [Telling.ID]
  /// What a reader should know.
  public let note: String?
  /// The claims of the earlier theory (``Theory/Identity/refines``) on which this one builds.
  public let refines: [ID]
  /// As told, or reversed by rule. Documents only hold what is told.
  public let form: Form

  /// Makes a configuration out of its parts.
  public init(
    id: ID, title: String? = nil, context: [Literal], conditions: [Condition] = [], mechanism: Mechanism?,
    outcome: [OutcomeEffect], reversibility: Reversibility, phase: Phase.ID? = nil,
    status: Status = .supported,
    tellings: [Telling.ID], note: String? = nil, refines: [ID] = [], form: Form = .told
  ) {
    self.id = id
    self.title = title
    self.context = context
    self.conditions = conditions
    self.mechanism = mechanism
    self.outcome = outcome
    self.reversibility = reversibility
    self.phase = phase
    self.status = status
    self.tellings = tellings
    self.note = note
    self.refines = refines
    self.form = form
  }
}

/// Readings of a theory that contradict each other. Both stay: nothing is merged or resolved silently.
public struct Rivalry: Sendable, Hashable, Codable, Identifiable {
  /// What a rivalry is called by.
  public typealias ID = Identifier<Rivalry>

  /// One of the readings: the configurations that make it.
  public struct Reading: Sendable, Hashable, Codable {
    /// What the reading says, in a few words.
    public let name: String
    /// The configurations that hold under it.
    public let configurations: [CMOConfiguration.ID]

    /// Makes a reading.
    public init(name: String, configurations: [CMOConfiguration.ID]) {
      self.name = name
      self.configurations = configurations
    }
  }

  /// The identifier.
  public let id: ID
  /// What the readings differ on, in plain words.
  public let about: String
  /// The readings; at least two in a document that was read.
  public let readings: [Reading]

  /// Makes a rivalry.
  public init(id: ID, about: String, readings: [Reading]) {
    self.id = id
    self.about = about
    self.readings = readings
  }
}

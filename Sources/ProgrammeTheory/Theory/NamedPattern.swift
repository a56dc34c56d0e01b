public import Bibliography

/// A loop, a scale, a threshold or a shift that the authors name.
public struct NamedPattern: Sendable, Hashable, Codable, Identifiable {
  /// What a pattern is called by.
  public typealias ID = Identifier<NamedPattern>

  /// Whether a loop strengthens itself.
  public enum Sign: String, Sendable, Hashable, Codable, CaseIterable {
    /// What moves goes on moving the same way.
    case reinforcing
    /// What moves is brought back.
    case balancing
    /// It has arms of both kinds.
    case notFixed = "not fixed"
  }

  /// How firmly the authors put it.
  public enum Status: String, Sendable, Hashable, Codable, CaseIterable {
    /// They state it.
    case stated
    /// They call it possible.
    case possible
    /// They put it forward as a hypothesis.
    case hypothesised
  }

  /// The kinds of pattern.
  public enum Kind: Sendable, Hashable, Codable {
    /// A loop through these concepts.
    case loop(through: [Concept.ID], sign: Sign)
    /// A scale between two concepts.
    case scale(low: Concept.ID, high: Concept.ID)
    /// A level of one concept from which another follows.
    case threshold(of: Concept.ID, leads: Concept.ID)
    /// One concept takes over from others as further concepts grow.
    case shift(from: [Concept.ID], to: Concept.ID, along: [Concept.ID])
  }

  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  /// What it is.
  public let kind: Kind
  /// How firmly it is put.
  public let status: Status
  /// The works that it rests on.
  public let sources: [Reference.ID]
  /// Where it stands.
  public let place: Place?
  /// What a reader should know.
  public let note: String?

  /// Makes a pattern.
  public init(
    id: ID, name: String, kind: Kind, status: Status, sources: [Reference.ID] = [], place: Place? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.status = status
    self.sources = sources
    self.place = place
    self.note = note
  }
}

public import Bibliography

/// Something that a theory shows about itself and its source when it is held against itself: a contradiction, a drift
/// between two places, a number that doesn't fit, a thin place in the evidence.
///
/// A finding is no fault of the document. The document may be an exact record of a source that errs.
public struct Finding: Sendable, Hashable {
  /// A part of the theory that a finding is about.
  public enum Subject: Sendable, Hashable {
    /// What the source tells at one place.
    case telling(Telling.ID)
    /// A claim.
    case configuration(CMOConfiguration.ID)
    /// A pair of readings that both stay.
    case rivalry(Rivalry.ID)
    /// A factor.
    case concept(Concept.ID)
    /// A work.
    case source(Reference.ID)
    /// What the authors say of their own text.
    case statement(Statement.ID)
    /// A form of what the theory is about.
    case arrangement(Arrangement.ID)
    /// A loop that the authors name.
    case loop(NamedPattern.ID)
    /// A figure of the flow of documents.
    case flow(FlowStep.ID)
  }

  /// Where a finding can be looked up.
  public enum Spot: Sendable, Hashable {
    /// In the text of the theory's source.
    case text(Place)
    /// In the list of references.
    case reference(Reference.ID)

    /// The place in words.
    public var words: String {
      switch self {
      case .text(let place): place.words
      case .reference(let id): "reference \(id)"
      }
    }
  }

  /// Of which kind it is.
  public let kind: Kind
  /// What it is about, the most telling first.
  public let subjects: [Subject]
  /// Where it can be looked up: both places, where two are held against each other.
  public let places: [Spot]
  /// What was found, as one sentence in plain words.
  public let sentence: String
  /// The same in a few words, for lists.
  public let short: String

  /// Makes a finding out of its parts.
  public init(kind: Kind, subjects: [Subject], places: [Spot], sentence: String, short: String) {
    self.kind = kind
    self.subjects = subjects
    self.places = places
    self.sentence = sentence
    self.short = short
  }
}

extension Finding.Subject: CustomStringConvertible {
  /// Which sort of part it is, as it is printed and encoded.
  public var sort: String {
    switch self {
    case .telling: "telling"
    case .configuration: "configuration"
    case .rivalry: "rivalry"
    case .concept: "concept"
    case .source: "source"
    case .statement: "statement"
    case .arrangement: "arrangement"
    case .loop: "loop"
    case .flow: "flow"
    }
  }

  /// What the part is called by.
  public var id: String {
    switch self {
    case .telling(let id): id.text
    case .configuration(let id): id.text
    case .rivalry(let id): id.text
    case .concept(let id): id.text
    case .source(let id): id
    case .statement(let id): id.text
    case .arrangement(let id): id.text
    case .loop(let id): id.text
    case .flow(let id): id.text
    }
  }

  /// The sort and the identifier, such as `concept x`.
  public var description: String { "\(sort) \(id)" }

  /// Makes a subject out of what ``sort`` and ``id`` give; `nil` for anything else.
  public init?(sort: String, id: String) {
    switch sort {
    case "telling": self.init(id) { .telling($0) }
    case "configuration": self.init(id) { .configuration($0) }
    case "rivalry": self.init(id) { .rivalry($0) }
    case "concept": self.init(id) { .concept($0) }
    case "source": self = .source(id)
    case "statement": self.init(id) { .statement($0) }
    case "arrangement": self.init(id) { .arrangement($0) }
    case "loop": self.init(id) { .loop($0) }
    case "flow": self.init(id) { .flow($0) }
    default: return nil
    }
  }

  private init?<Owner>(_ id: String, _ subject: (Identifier<Owner>) -> Self) {
    guard let id = Identifier<Owner>(id) else { return nil }
    self = subject(id)
  }
}

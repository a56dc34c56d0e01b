public import Bibliography

/// A phase in the life of what a theory is about.
public struct Phase: Sendable, Hashable, Codable, Identifiable {
  /// What a phase is called by.
  public typealias ID = Identifier<Phase>
  /// The identifier.
  public let id: ID
  /// Its name on screen.
  public let name: String
  /// Makes a phase.
  public init(id: ID, name: String) {
    self.id = id
    self.name = name
  }
}

/// A group under which concepts are listed.
public struct ConceptGroup: Sendable, Hashable, Codable {
  /// The word that concepts give as their group.
  public let id: String
  /// Its name on screen.
  public let name: String
  /// Makes a group.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A point of entry: why partners come together.
public struct EntryPoint: Sendable, Hashable, Codable, Identifiable {
  /// What an entry point is called by.
  public typealias ID = Identifier<EntryPoint>
  /// The identifier.
  public let id: ID
  /// Its number in the source.
  public let number: Int?
  /// Its name.
  public let name: String
  /// What is meant.
  public let explanation: String
  /// The works in which it was found.
  public let sources: [Reference.ID]
  /// What follows from it about the start; empty where the theory says nothing.
  public let sets: [Literal]
  /// Where it stands.
  public let place: Place?
  /// What a reader should know.
  public let note: String?

  /// Makes an entry point.
  public init(
    id: ID, number: Int? = nil, name: String, explanation: String, sources: [Reference.ID], sets: [Literal],
    place: Place? = nil, note: String? = nil
  ) {
    self.id = id
    self.number = number
    self.name = name
    self.explanation = explanation
    self.sources = sources
    self.sets = sets
    self.place = place
    self.note = note
  }
}

/// A form that the collaboration may take.
public struct Arrangement: Sendable, Hashable, Codable, Identifiable {
  /// What an arrangement is called by.
  public typealias ID = Identifier<Arrangement>
  /// Whether its place on the spectrum is the source's or ours.
  public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source says it.
    case stated
    /// We put it there.
    case ours
  }
  /// The steps from the loosest form to the closest.
  public static let integrationSteps = 1...5

  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  /// How far structure and governance are one: 1, loosest, to 5, closest.
  public let integration: Int
  /// Whose judgement that is.
  public let basis: Basis
  /// The types of arrangement among the included studies that cover it.
  public let coveredBy: [String]
  /// Where it stands.
  public let place: Place?
  /// What a reader should know.
  public let note: String?

  /// Makes an arrangement.
  public init(
    id: ID, name: String, integration: Int, basis: Basis, coveredBy: [String] = [], place: Place? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.integration = integration
    self.basis = basis
    self.coveredBy = coveredBy
    self.place = place
    self.note = note
  }
}

/// An action, and the contexts that it moves.
public struct Lever: Sendable, Hashable, Codable, Identifiable {
  /// What a lever is called by.
  public typealias ID = Identifier<Lever>
  /// Whether the phase of an action is the source's or inferred.
  public enum PhaseBasis: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source gives it.
    case stated
    /// It is inferred.
    case inferred
  }
  /// The identifier.
  public let id: ID
  /// What to do, as an instruction.
  public let name: String
  /// What it moves.
  public let moves: [OutcomeEffect]
  /// When it is done.
  public let phase: Phase.ID?
  /// Whose judgement that is.
  public let phaseBasis: PhaseBasis
  /// Where the source speaks of it.
  public let place: Place?
  /// The works cited there.
  public let sources: [Reference.ID]
  /// What a reader should know.
  public let note: String?

  /// Makes a lever.
  public init(
    id: ID, name: String, moves: [OutcomeEffect], phase: Phase.ID? = nil, phaseBasis: PhaseBasis = .inferred,
    place: Place? = nil, sources: [Reference.ID] = [], note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.moves = moves
    self.phase = phase
    self.phaseBasis = phaseBasis
    self.place = place
    self.sources = sources
    self.note = note
  }
}

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

/// Something that an assessment tells about, and which way is wanted.
public struct Prospect: Sendable, Hashable, Codable {
  /// The concept.
  public let concept: Concept.ID
  /// Which way people want it to go; `nil` where neither end is wanted as such.
  public let wanted: Direction?
  /// Makes a prospect.
  public init(concept: Concept.ID, wanted: Direction?) {
    self.concept = concept
    self.wanted = wanted
  }
}

/// How the fixed fields of a case document speak of a theory's concepts.
public struct CaseFields: Sendable, Hashable, Codable {
  /// The concept that says whether an authority imposed the collaboration.
  public let mandated: Concept.ID?
  /// The concept that says how closely integrated the arrangement is.
  public let integration: Concept.ID?
  /// The concept that says how high the aims reach.
  public let ambition: Concept.ID?
  /// Makes the fields.
  public init(mandated: Concept.ID? = nil, integration: Concept.ID? = nil, ambition: Concept.ID? = nil) {
    self.mandated = mandated
    self.integration = integration
    self.ambition = ambition
  }
}

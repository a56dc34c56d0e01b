public import ProgrammeTheory

/// Where an influence comes from.
public enum InfluenceSource: Sendable, Hashable, Codable {
  /// A configuration of the theory.
  case configuration(CMOConfiguration.ID)
  /// A blend, by the concept that it drives.
  case blend(Concept.ID)
  /// What is tried each round, by the concept that success moves.
  case attempts(Concept.ID)
  /// An action.
  case lever(Lever.ID)
  /// The pull back to the rest point of a state.
  case rest(Concept.ID)

  /// How it is written in names and tables.
  public var name: String {
    switch self {
    case .configuration(let id): id.text
    case .blend(let id): "blend/\(id)"
    case .attempts(let id): "attempts/\(id)"
    case .lever(let id): "action/\(id)"
    case .rest(let id): "rest/\(id)"
    }
  }
}

/// What moves or buffers a concept, with how strongly it does so in each place where it fires.
struct Influence {
  /// What an influence does to a concept.
  enum Kind {
    /// It moves the concept: up where its strength is above 0, down where it is below.
    case moves
    /// It makes losses smaller where its strength is above 0, and larger where it is below.
    case buffers
  }

  let source: InfluenceSource
  let kind: Kind
  /// Whether it works only once an end has come.
  let isAftermath: Bool
  /// The strength, from −1 to 1.
  let strength: Field
}

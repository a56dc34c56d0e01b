public import Bibliography

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

public import Bibliography

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

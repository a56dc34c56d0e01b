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

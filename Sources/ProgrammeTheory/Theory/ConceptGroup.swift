/// A group under which concepts are listed.
public struct ConceptGroup: Sendable, Hashable, Codable, Identifiable {
  /// The word that concepts give as their group.
  public let id: String
  /// Its name on screen.
  public let name: String
  /// The phase of the life cycle in which people can tell most of it, and so are asked; `nil` where that isn't said.
  public let phase: Phase.ID?
  /// Makes a group.
  public init(id: String, name: String, phase: Phase.ID? = nil) {
    self.id = id
    self.name = name
    self.phase = phase
  }
}

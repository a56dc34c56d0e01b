/// A group under which concepts are listed.
public struct ConceptGroup: Sendable, Hashable, Codable, Identifiable {
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

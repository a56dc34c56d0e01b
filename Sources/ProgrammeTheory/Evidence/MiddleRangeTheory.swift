public import Bibliography

/// A theory of the middle range, brought in to explain how mechanisms work.
public struct MiddleRangeTheory: Sendable, Hashable, Codable, Identifiable {
  /// What it is called by.
  public typealias ID = Identifier<MiddleRangeTheory>
  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  /// What it says, in our words.
  public let about: String
  /// The works that give it.
  public let sources: [Reference.ID]
  /// The concepts that it explains.
  public let explains: [Concept.ID]
  /// Where the theory's source brings it in.
  public let place: Place?

  /// Makes a middle-range theory.
  public init(
    id: ID, name: String, about: String, sources: [Reference.ID], explains: [Concept.ID], place: Place? = nil
  ) {
    self.id = id
    self.name = name
    self.about = about
    self.sources = sources
    self.explains = explains
    self.place = place
  }
}

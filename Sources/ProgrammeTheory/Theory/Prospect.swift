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

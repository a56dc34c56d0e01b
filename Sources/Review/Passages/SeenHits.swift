/// Hits of a search in the texts that somebody has looked at: what a second pass by the terms of a mechanism keeps, so that
/// it can be taken up where it was left.
public struct SeenHits: Sendable, Hashable, Codable {
  /// The places of one text.
  public struct Places: Sendable, Hashable, Codable {
    /// The number of the text.
    public var text: Int
    /// Where the hits start, in code points, in their order.
    public var starts: [Int]

    /// Places.
    public init(text: Int, starts: [Int]) { (self.text, self.starts) = (text, starts) }
  }

  /// What was looked for, as it was typed.
  public var terms: String
  /// The hits, text by text.
  public var places: [Places]

  /// Hits that were seen.
  public init(terms: String, places: [Places]) { (self.terms, self.places) = (terms, places) }
}

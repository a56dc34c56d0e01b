public import Bibliography

/// The works that one paragraph of the source cites.
public struct Citation: Sendable, Hashable, Codable {
  /// The paragraph.
  public let place: Place
  /// The works, in the order cited.
  public let works: [Reference.ID]
  /// Whether the paragraph only lists the included studies, so that a work cited nowhere else isn't used.
  public let isListing: Bool

  /// Makes a citation.
  public init(place: Place, works: [Reference.ID], isListing: Bool = false) {
    self.place = place
    self.works = works
    self.isListing = isListing
  }
}

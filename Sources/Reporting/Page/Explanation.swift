/// Why a sentence may be said: a claim that a source makes, and its places.
public struct Explanation: Sendable, Hashable, Codable, Identifiable {
  /// The name by which sentences refer to it.
  public var id: String
  /// A few words.
  public var title: String
  /// The claim in one or more sentences.
  public var says: String
  /// Where it stands, and whose work is cited there.
  public var basis: [Basis]

  /// Makes an explanation.
  public init(id: String, title: String, says: String, basis: [Basis] = []) {
    self.id = id
    self.title = title
    self.says = says
    self.basis = basis
  }
}

/// One place that an explanation rests on.
public struct Basis: Sendable, Hashable, Codable {
  /// The place in words: section and paragraph, or table and row.
  public var place: String
  /// The sources that are cited at this place.
  public var sources: [SourceNote.ID]

  /// Makes a basis.
  public init(place: String, sources: [SourceNote.ID] = []) {
    self.place = place
    self.sources = sources
  }
}

/// A source as it is listed at the end of a page.
public struct SourceNote: Sendable, Hashable, Codable, Identifiable {
  /// The name by which a basis refers to it.
  public var id: String
  /// The reference in full.
  public var text: String
  /// Where it can be read: an address with `http`, `https` or `doi`. Others are printed but never linked.
  public var link: String?

  /// Makes a source.
  public init(id: String, text: String, link: String? = nil) {
    self.id = id
    self.text = text
    self.link = link
  }
}

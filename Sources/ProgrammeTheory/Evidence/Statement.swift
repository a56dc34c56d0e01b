public import Bibliography

/// What the authors say of their own text, kept so that the text can be held against it.
public struct Statement: Sendable, Hashable, Codable, Identifiable {
  /// What a statement is called by.
  public typealias ID = Identifier<Statement>

  /// The kinds of statement.
  public enum Kind: Sendable, Hashable, Codable {
    /// So many of something, with the works that are listed for it.
    case count(of: String, stated: Int, listed: [Reference.ID])
    /// So many sources with a characteristic.
    case tally(of: String, stated: Int, characteristic: String, value: String)
    /// A page of a work is cited.
    case page(work: Reference.ID, page: String)
    /// Works are called included studies.
    case included(of: String, works: [Reference.ID])
    /// A quotation is introduced as one work's and closed with another's number.
    case quotation(introduced: Reference.ID, closed: Reference.ID, page: String?)
    /// The text sends the reader from one telling to another, as if both said the same.
    case reference(from: Telling.ID, to: Telling.ID)
  }

  /// The identifier.
  public let id: ID
  /// What is said.
  public let kind: Kind
  /// Where.
  public let place: Place

  /// Makes a statement.
  public init(id: ID, kind: Kind, place: Place) {
    self.id = id
    self.kind = kind
    self.place = place
  }
}

public import Bibliography

/// The part that a reference plays in a theory.
public struct Source: Sendable, Hashable, Codable, Identifiable {
  /// The roles.
  public enum Role: String, Sendable, Hashable, Codable, CaseIterable {
    /// A study that the review included.
    case included
    /// A work that gives a middle-range theory.
    case middleRange = "middle-range"
    /// Any other reference.
    case other
  }

  /// A characteristic of a source, such as its research type.
  public struct Characteristic: Sendable, Hashable, Codable {
    /// What is characterised, such as `research type`.
    public let name: String
    /// What it is, such as `Case study`.
    public let value: String

    /// Makes a characteristic.
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The reference.
  public let id: Reference.ID
  /// Its role.
  public let role: Role
  /// Its characteristics, in the document's order.
  public let characteristics: [Characteristic]

  /// Makes a source.
  public init(id: Reference.ID, role: Role, characteristics: [Characteristic] = []) {
    self.id = id
    self.role = role
    self.characteristics = characteristics
  }

  /// The value of one characteristic.
  public func characteristic(_ name: String) -> String? {
    characteristics.first { $0.name == name }?.value
  }
}

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

/// One figure of the flow of documents through the review, as its authors report it.
public struct FlowStep: Sendable, Hashable, Codable, Identifiable {
  /// What a step is called by.
  public typealias ID = Identifier<FlowStep>
  /// The identifier.
  public let id: ID
  /// What is counted.
  public let what: String
  /// How many.
  public let count: Int
  /// The unit, such as `records` or `pages`.
  public let unit: String
  /// The steps that it comes from.
  public let from: [ID]
  /// Where it is reported.
  public let place: Place?

  /// Makes a step.
  public init(id: ID, what: String, count: Int, unit: String, from: [ID] = [], place: Place? = nil) {
    self.id = id
    self.what = what
    self.count = count
    self.unit = unit
    self.from = from
    self.place = place
  }
}

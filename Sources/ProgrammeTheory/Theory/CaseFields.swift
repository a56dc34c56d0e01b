/// How the fixed fields of a case document speak of a theory's concepts.
public struct CaseFields: Sendable, Hashable, Codable {
  /// The concept that says whether an authority imposed the collaboration.
  public let mandated: Concept.ID?
  /// The concept that says how closely integrated the arrangement is.
  public let integration: Concept.ID?
  /// The concept that says how high the aims reach.
  public let ambition: Concept.ID?
  /// Makes the fields.
  public init(mandated: Concept.ID? = nil, integration: Concept.ID? = nil, ambition: Concept.ID? = nil) {
    self.mandated = mandated
    self.integration = integration
    self.ambition = ambition
  }
}

/// A form that the collaboration may take.
public struct Arrangement: Sendable, Hashable, Codable, Identifiable {
  /// What an arrangement is called by.
  public typealias ID = Identifier<Arrangement>
  /// Whether its place on the spectrum is the source's or ours.
  public enum Basis: String, Sendable, Hashable, Codable, CaseIterable {
    /// The source says it.
    case stated
    /// We put it there.
    case ours
  }
  /// The steps from the loosest form to the closest.
  public static let integrationSteps = 1...5

  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  /// How far structure and governance are one: 1, loosest, to 5, closest.
  public let integration: Int
  /// Whose judgement that is.
  public let basis: Basis
  /// The types of arrangement among the included studies that cover it.
  public let coveredBy: [String]
  /// Where it stands.
  public let place: Place?
  /// What a reader should know.
  public let note: String?

  /// Makes an arrangement.
  public init(
    id: ID, name: String, integration: Int, basis: Basis, coveredBy: [String] = [], place: Place? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.name = name
    self.integration = integration
    self.basis = basis
    self.coveredBy = coveredBy
    self.place = place
    self.note = note
  }
}

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
  public static let integrationSteps = Step.loosest.rawValue...Step.closest.rawValue

  /// One of these steps: there are no others, however an arrangement is made.
  private enum Step: Int, Sendable, Hashable, Codable {
    case loosest = 1
    case loose, middle, close, closest
  }

  private enum CodingKeys: String, CodingKey {
    case id, name, basis, coveredBy, place, note
    case step = "integration"
  }

  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  private let step: Step
  /// Whose judgement that is.
  public let basis: Basis
  /// The types of arrangement among the included studies that cover it.
  public let coveredBy: [String]
  /// Where it stands.
  public let place: Place?
  /// What a reader should know.
  public let note: String?

  /// How far structure and governance are one: 1, loosest, to 5, closest.
  public var integration: Int { step.rawValue }

  /// Makes an arrangement. An integration below 1 or above 5 counts as the nearer of these ends.
  public init(
    id: ID, name: String, integration: Int, basis: Basis, coveredBy: [String] = [], place: Place? = nil,
    note: String? = nil
  ) {
    self.id = id
    self.name = name
    let steps = Self.integrationSteps
    step = Step(rawValue: min(max(integration, steps.lowerBound), steps.upperBound)) ?? .middle
    self.basis = basis
    self.coveredBy = coveredBy
    self.place = place
    self.note = note
  }
}

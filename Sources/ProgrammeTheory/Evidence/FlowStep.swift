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

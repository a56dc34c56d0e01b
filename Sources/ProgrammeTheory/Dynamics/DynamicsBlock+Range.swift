extension DynamicsBlock {
  /// An assumption about a number: it lies between two bounds, for a reason.
  public struct Range: Sendable, Hashable, Codable {
    /// The lower bound.
    public let from: Double
    /// The upper bound, no less than the lower one.
    public let to: Double
    /// Why the number is taken to lie there.
    public let reason: String

    /// Makes a range, or `nil` when the bounds aren't in order.
    public init?(from: Double, to: Double, reason: String) {
      guard from <= to else { return nil }
      self.from = from
      self.to = to
      self.reason = reason
    }
  }
}

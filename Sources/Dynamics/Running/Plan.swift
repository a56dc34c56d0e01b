public import ProgrammeTheory

/// Actions, and when each is under way.
public struct Plan: Sendable, Hashable, Codable {
  /// One action of a plan.
  public struct Step: Sendable, Hashable, Codable {
    /// The action.
    public let lever: Lever.ID
    /// The rounds in which it is under way, from 1.
    public let rounds: ClosedRange<Int>

    /// One action, from a round on for good unless it stops.
    public init(_ lever: Lever.ID, from round: Int = 1, through last: Int? = nil) {
      self.lever = lever
      let first = max(1, round)
      rounds = first...max(first, last ?? .max)
    }
  }

  /// The actions.
  public let steps: [Step]

  /// A plan; without actions, nothing more is done than is done already.
  public init(_ steps: [Step] = []) { self.steps = steps }

  /// Whether an action is under way in a round, from 1.
  public func isUnderWay(_ lever: String, in round: Int) -> Bool {
    steps.contains { $0.lever.text == lever && $0.rounds.contains(round) }
  }
}

extension DynamicsBlock {
  /// Concepts that together drive another, one taking over from the others as further concepts grow.
  public struct Blend: Sendable, Hashable, Codable {
    /// What drives at first.
    public let of: [Concept.ID]
    /// What takes over.
    public let and: Concept.ID
    /// What makes it take over, as it grows.
    public let by: [Concept.ID]
    /// What is driven.
    public let into: Concept.ID
    /// Why one takes over from the others.
    public let reason: String

    /// Makes a blend.
    public init(of: [Concept.ID], and: Concept.ID, by: [Concept.ID], into: Concept.ID, reason: String) {
      self.of = of
      self.and = and
      self.by = by
      self.into = into
      self.reason = reason
    }
  }

  /// What is tried each round, and what its success rests on.
  public struct Attempts: Sendable, Hashable, Codable {
    /// How high the aims reach in the end.
    public let ambition: Concept.ID
    /// How hard the next step towards them is, where the theory tells the two apart.
    public let steps: Concept.ID?
    /// How complex the work is.
    public let complexity: Concept.ID
    /// What helps it succeed.
    public let support: [Concept.ID]
    /// What takes effort before the aims get any, once there is more of it than neither more nor less.
    public let burden: [Concept.ID]
    /// What success moves.
    public let achieves: Concept.ID

    /// Makes what is tried.
    public init(
      ambition: Concept.ID, steps: Concept.ID? = nil, complexity: Concept.ID, support: [Concept.ID],
      burden: [Concept.ID] = [], achieves: Concept.ID
    ) {
      self.ambition = ambition
      self.steps = steps
      self.complexity = complexity
      self.support = support
      self.burden = burden
      self.achieves = achieves
    }
  }

  /// A concept that can't rise above what others allow: above `floor` only as far as the highest of `by` goes.
  public struct Cap: Sendable, Hashable, Codable {
    /// What is held down.
    public let of: Concept.ID
    /// What allows it to rise; the highest of them counts.
    public let by: [Concept.ID]
    /// The level that it can reach without any of them; from 0 to 1.
    public let floor: Range
    /// Why it is so.
    public let reason: String

    /// Makes a cap.
    public init(of: Concept.ID, by: [Concept.ID], floor: Range, reason: String) {
      self.of = of
      self.by = by
      self.floor = floor
      self.reason = reason
    }
  }
}

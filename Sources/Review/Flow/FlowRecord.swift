/// A flow as data for other programs. Its shape is versioned: `format` names it.
public struct FlowRecord: Sendable, Hashable, Codable {
  /// The name and version of this shape.
  public static let currentFormat = "realist-flow/1"

  /// Records that came in at one place by one way.
  public struct Arrival: Sendable, Hashable, Codable {
    /// The ways; several where nobody counted them apart.
    public let waves: [Wave]
    /// What each source brought.
    public let sources: [FoundCount]
    /// How many were found; left out where it isn't said.
    public let found: Int?
    /// How many of these were taken out before anybody read them.
    public let removed: Int
    /// How many came in; left out where it can't be told.
    public let entered: Int?
  }

  /// How many were taken out for a reason before anybody read them.
  public struct Removed: Sendable, Hashable, Codable {
    /// Why.
    public let reason: RemovedCount.Reason
    /// How many.
    public let count: Int
  }

  /// A stage.
  public struct Stage: Sendable, Hashable, Codable {
    /// The stage.
    public let stage: ScreeningStage
    /// How many came from the stage before; left out for the first.
    public let fromBefore: Int?
    /// What joined here; at the first stage, all that was found.
    public let arrivals: [Arrival]
    /// What was taken out before this stage.
    public let removed: [Removed]
    /// How many were screened.
    public let screened: Int
    /// How many were kept.
    public let kept: Int
    /// How many were left out, by reason.
    public let excluded: [ScreenedCount.Exclusion]
    /// How many reports could not be had.
    public let notRetrieved: Int
    /// How many wait for a decision.
    public let awaiting: Int
    /// How many of those screened nothing is said of.
    public let left: Int
    /// By how many more is told of than was screened.
    public let surplus: Int
  }

  /// The name and version of this shape.
  public let format: String
  /// The program that made it.
  public let madeBy: String
  /// The stages, in their order.
  public let stages: [Stage]
  /// What joined after the last stage.
  public let joined: [Arrival]
  /// What was taken out of those.
  public let joinedRemoved: [Removed]
  /// How many documents are included.
  public let included: Int
  /// What can't be right, in sentences.
  public let contradictions: [String]

  /// The record of a flow.
  ///
  /// - Parameters:
  ///   - flow: the flow.
  ///   - program: name and version of the program.
  public init(_ flow: Flow, madeBy program: String) {
    (format, madeBy, included) = (Self.currentFormat, program, flow.included)
    stages = flow.stages.map(Stage.init)
    joined = flow.joined.arrivals.map(Arrival.init)
    joinedRemoved = Removed.all(of: flow.joined)
    contradictions = flow.contradictions.map(FlowWords.contradiction)
  }
}

extension FlowRecord.Arrival {
  init(_ arrival: Flow.Arrival) {
    (waves, sources, found) = (arrival.waves, arrival.sources, arrival.found)
    (removed, entered) = (arrival.removed, arrival.entered)
  }
}

extension FlowRecord.Removed {
  static func all(of gate: Flow.Gate) -> [Self] {
    RemovedCount.Reason.allCases.compactMap { reason in
      gate.removed[reason].map { Self(reason: reason, count: $0) }
    }
  }
}

extension FlowRecord.Stage {
  init(_ stage: Flow.Stage) {
    (self.stage, fromBefore) = (stage.stage, stage.fromBefore)
    arrivals = stage.gate.arrivals.map(FlowRecord.Arrival.init)
    removed = FlowRecord.Removed.all(of: stage.gate)
    (screened, kept, excluded) = (stage.screened, stage.kept, stage.excluded)
    (notRetrieved, awaiting, left, surplus) = (stage.notRetrieved, stage.awaiting, stage.left, stage.surplus)
  }
}

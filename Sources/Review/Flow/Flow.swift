/// How records came into a review and what became of them: computed from entries, never drawn by hand.
///
/// Records are found, screened in stages, and the kept go on; others join on the way, as searching in a realist review goes on
/// while the theory grows. It is the flow of PRISMA 2020 (Page MJ and others. The PRISMA 2020 statement. BMJ 2021;372:n71) with
/// the boxes that a realist review adds: the relevance stage, reference scanning and citation tracking, purposive searches.
///
/// No count is negative and none is made to fit. What the entries leave open is ``Stage/left``; what they can't all mean is a
/// ``Contradiction``.
public struct Flow: Sendable, Hashable {
  /// Records that came in at one place by one way, or by ways that nobody counted apart.
  public struct Arrival: Sendable, Hashable {
    /// The ways.
    public let waves: [Wave]
    /// What each source brought.
    public let sources: [FoundCount]
    /// How many were found; `nil` where a source doesn't say.
    public let found: Int?
    /// How many of these were taken out before anybody read them.
    public let removed: Int
    /// How many came in: found less removed, or what is left of those screened where nobody says how many were found; `nil`
    /// where that can't be told either.
    public internal(set) var entered: Int?
  }

  /// All that came in at one place.
  public struct Gate: Sendable, Hashable {
    /// The ways, in the order in which the entries first name them.
    public let arrivals: [Arrival]
    /// What was taken out before anybody read it, by reason.
    public let removed: [RemovedCount.Reason: Int]
    /// How many were found; `nil` where a source doesn't say, or there is none.
    public let found: Int?
    /// How many came in; `nil` where that can't be told.
    public let entered: Int?

    /// How many were taken out in all.
    public var removedInAll: Int { removed.values.reduce(0, +) }
  }

  /// What became of records at a stage.
  ///
  /// ``screened`` and ``surplus`` together are what the entries tell of: ``kept``, all in ``excluded``, ``notRetrieved``,
  /// ``awaiting`` and ``left``.
  public struct Stage: Sendable, Hashable {
    /// The stage.
    public let stage: ScreeningStage
    /// How many came from the stage before; `nil` for the first.
    public let fromBefore: Int?
    /// What joined here.
    public let gate: Gate
    /// How many were screened.
    public let screened: Int
    /// How many were kept.
    public let kept: Int
    /// How many were left out, by reason, in the order in which the entries first give the reasons.
    public let excluded: [ScreenedCount.Exclusion]
    /// How many reports could not be had.
    public let notRetrieved: Int
    /// How many wait for a decision.
    public let awaiting: Int
    /// How many of those screened no entry tells of: nobody says whether or why they were left out.
    public let left: Int
    /// By how many the entries tell of more than were screened.
    public let surplus: Int

    /// How many were left out for a reason that is given.
    public var excludedInAll: Int { excluded.reduce(0) { $0 + $1.count } }
  }

  /// Counts that can't all be right.
  public enum Contradiction: Sendable, Hashable {
    /// More records were taken out than were found.
    case moreRemovedThanFound(FlowPlace, found: Int, removed: Int)
    /// The entries tell of more records than were screened.
    case moreToldThanScreened(ScreeningStage, screened: Int, told: Int)
    /// Fewer were screened than came to the stage.
    case fewerScreenedThanCame(ScreeningStage, came: Int, screened: Int)
    /// More were screened than came to the stage.
    case moreScreenedThanCame(ScreeningStage, came: Int, screened: Int)
  }

  /// The stages that the entries name, in their order.
  public let stages: [Stage]
  /// What joined after the last stage.
  public let joined: Gate
  /// Counts that can't all be right, in the order of the flow.
  public let contradictions: [Contradiction]

  /// How many documents are included: those that the last stage kept, and those that joined after it.
  public var included: Int { (stages.last?.kept ?? 0) + (joined.entered ?? 0) }
  /// How many records wait at some stage; while there are any, ``included`` is a number so far.
  public var awaiting: Int { stages.reduce(0) { $0 + $1.awaiting } }

  /// The flow of some entries. The order of the entries matters only for the order in which ways and reasons are told.
  public init(_ entries: [FlowEntry]) {
    let ledger = FlowLedger(entries)
    var (stages, contradictions, before) = ([Stage](), [Contradiction](), Int?.none)
    for stage in ScreeningStage.allCases where ledger.tells(of: stage) {
      let account = StageAccount(stage, fromBefore: before, in: ledger)
      stages.append(account.stage)
      contradictions += account.contradictions
      before = account.stage.kept
    }
    let last = ledger.gate(at: .included)
    contradictions += last.contradictions(at: .included)
    (self.stages, self.contradictions, joined) = (stages, contradictions, last)
  }
}

extension Flow.Gate {
  /// What can't be right about what came in here.
  func contradictions(at place: FlowPlace) -> [Flow.Contradiction] {
    guard let found, removedInAll > found else { return [] }
    return [.moreRemovedThanFound(place, found: found, removed: removedInAll)]
  }
}

/// One thing that happened to records on their way into a review, with its counts: a ``Flow`` is computed from these and
/// from nothing else.
///
/// A review file counts them from its records and decisions; where only a report is at hand they are noted by hand, and a
/// count that the report doesn't give stays `nil`. It is never guessed: a flow says what is left.
public enum FlowEntry: Sendable, Hashable {
  /// A source brought records.
  case found(FoundCount)
  /// Records were taken out before anybody read them.
  case removed(RemovedCount)
  /// Records were screened at a stage.
  case screened(ScreenedCount)

  /// The most that a count may be; more is taken for this much, so that no sum can overflow.
  public static let most = 1_000_000_000_000

  /// A count within what can be.
  static func held(_ count: Int) -> Int { min(max(count, 0), most) }
}

/// Where counts come from.
public enum FlowBasis: String, Sendable, Hashable, Codable, CaseIterable {
  /// Counted from the records and decisions of the review file.
  case records
  /// Noted by hand, from a report or a list: what doesn't add up is the source's.
  case noted
}

/// Where records come into the flow.
public enum FlowPlace: Sendable, Hashable {
  /// They are screened at this stage first.
  case stage(ScreeningStage)
  /// They join what is included, after the last stage.
  case included
}

/// What a source brought.
public struct FoundCount: Sendable, Hashable, Encodable {
  /// The ways by which it was found; several where nobody counted them apart (“reference scanning and citation tracking”).
  public let waves: [Wave]
  /// The source in words: a database, a list of references, a colleague.
  public let source: String
  /// How many records came in; `nil` where the source of the count doesn't say.
  public let count: Int?
  /// How many hits the search had, where only a part of them was read: 426,000.
  public let hits: Int?
  /// Which part of the hits was read, in words: “first 40 pages”.
  public let read: String?
  /// Where the records come in.
  public let entering: FlowPlace
  /// Where the counts come from.
  public let basis: FlowBasis

  /// What a source brought. Counts are brought into the range from 0 to ``FlowEntry/most``.
  public init(
    waves: [Wave], source: String, count: Int?, hits: Int? = nil, read: String? = nil,
    entering: FlowPlace = .stage(.titleAndAbstract), basis: FlowBasis = .records
  ) {
    (self.waves, self.source, self.read) = (waves, source, read)
    (self.count, self.hits) = (count.map(FlowEntry.held), hits.map(FlowEntry.held))
    (self.entering, self.basis) = (entering, basis)
  }
}

/// What was taken out before anybody read it (PRISMA 2020, “records removed before screening”).
public struct RemovedCount: Sendable, Hashable, Encodable {
  /// Why.
  public enum Reason: String, Sendable, Hashable, Codable, CaseIterable {
    /// The same work was there already.
    case duplicate
    /// A program marked it as not eligible.
    case automation
    /// Any other reason.
    case other

    /// The reason in words, as a box names it.
    public var name: String {
      switch self {
      case .duplicate: "duplicates"
      case .automation: "marked as not eligible by a program"
      case .other: "removed for other reasons"
      }
    }
  }

  /// The ways by which the records were found; none where that isn't told apart.
  public let waves: [Wave]
  /// Why they were taken out.
  public let reason: Reason
  /// How many.
  public let count: Int
  /// Where they would have come in.
  public let entering: FlowPlace
  /// Where the count comes from.
  public let basis: FlowBasis

  /// What was taken out. The count is brought into the range from 0 to ``FlowEntry/most``.
  public init(
    waves: [Wave] = [], reason: Reason = .duplicate, count: Int,
    entering: FlowPlace = .stage(.titleAndAbstract), basis: FlowBasis = .records
  ) {
    (self.waves, self.reason, self.count) = (waves, reason, FlowEntry.held(count))
    (self.entering, self.basis) = (entering, basis)
  }
}

/// What became of records at a stage.
public struct ScreenedCount: Sendable, Hashable, Encodable {
  /// How many were left out for a reason.
  public struct Exclusion: Sendable, Hashable, Codable {
    /// The reason in words; empty where none is given.
    public let reason: String
    /// How many.
    public let count: Int

    /// An exclusion. The count is brought into the range from 0 to ``FlowEntry/most``.
    public init(reason: String, count: Int) { (self.reason, self.count) = (reason, FlowEntry.held(count)) }
  }

  /// The stage.
  public let stage: ScreeningStage
  /// The ways by which these records were found; none where that isn't told apart.
  public let waves: [Wave]
  /// How many came to the stage; `nil` for all that the flow brings there.
  public let screened: Int?
  /// How many were kept; `nil` for all that weren't left out and don't wait.
  public let kept: Int?
  /// How many were left out, by reason, in the order in which the protocol has the reasons.
  public let excluded: [Exclusion]
  /// How many reports could not be had.
  public let notRetrieved: Int
  /// How many wait: nobody has decided, the reviewers disagree, or they are unsure.
  public let awaiting: Int
  /// Where the counts come from.
  public let basis: FlowBasis

  /// What became of records. Counts are brought into the range from 0 to ``FlowEntry/most``.
  public init(
    stage: ScreeningStage, waves: [Wave] = [], screened: Int? = nil, kept: Int?, excluded: [Exclusion] = [],
    notRetrieved: Int = 0, awaiting: Int = 0, basis: FlowBasis = .records
  ) {
    (self.stage, self.waves, self.excluded) = (stage, waves, excluded)
    (self.screened, self.kept) = (screened.map(FlowEntry.held), kept.map(FlowEntry.held))
    (self.notRetrieved, self.awaiting) = (FlowEntry.held(notRetrieved), FlowEntry.held(awaiting))
    self.basis = basis
  }
}

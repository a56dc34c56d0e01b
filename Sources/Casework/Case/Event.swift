public import Bibliography
public import ProgrammeTheory

/// Something that happened, with the concepts that it moved.
public struct Event: Sendable, Hashable, Identifiable {
  /// What an event is called by.
  public typealias ID = Identifier<Event>

  /// The kinds of event.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// A task was achieved.
    case taskAchieved = "task achieved"
    /// A task failed.
    case taskFailed = "task failed"
    /// A conflict broke out.
    case conflict
    /// A conflict was settled.
    case settlement
    /// A leader came.
    case leaderComes = "leader comes"
    /// A leader left.
    case leaderLeaves = "leader leaves"
    /// A regulator or other authority acted.
    case authorityActs = "authority acts"
    /// A contract or agreement was signed.
    case contractSigned = "contract signed"
    /// A contract or agreement was ended.
    case contractEnded = "contract ended"
    /// Means were given or withdrawn.
    case resources
    /// A partner came or left.
    case partners
    /// People, or how they work, changed.
    case staff
    /// Anything else.
    case other
  }

  /// The identifier.
  public let id: ID
  /// When.
  public let date: PartialDate
  /// What kind.
  public let kind: Kind
  /// What happened.
  public let what: String
  /// What it moved.
  public let moves: [OutcomeEffect]
  /// Where it can be read.
  public let source: String?

  /// Makes an event.
  public init(
    id: ID, date: PartialDate, kind: Kind, what: String, moves: [OutcomeEffect] = [], source: String? = nil
  ) {
    self.id = id
    self.date = date
    self.kind = kind
    self.what = what
    self.moves = moves
    self.source = source
  }
}

public import Bibliography
public import ProgrammeTheory

/// A real collaboration as people describe it: what was known at the start, what happened, what was observed, and,
/// kept apart so that no forecast can see it, how it ended.
public struct Case: Sendable, Hashable, Identifiable {
  /// What a case is called by.
  public typealias ID = Identifier<Case>

  /// Whether a case happened.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// It happened, or is happening.
    case real
    /// It shows how something works; nobody lived it.
    case illustration
  }

  /// The identifier.
  public let id: ID
  /// Its title.
  public let title: String
  /// What it is about, in a few sentences.
  public let summary: String
  /// Whether it happened.
  public let kind: Kind
  /// The theory that it was written for; `nil` where it names none.
  public let theory: Theory.ID?
  /// Whether it is among the studies that the theory was made from, so that it can't test the theory.
  public let fedTheory: Bool
  /// Cases to set beside it.
  public let beside: [ID]
  /// When the collaboration started; what became known later is no start fact.
  public let start: PartialDate?
  /// How many months one round of work takes here; `nil` when that isn't known.
  public let roundMonths: Double?
  /// The arrangement, as the theory calls it.
  public let arrangement: String?
  /// The points of entry, as the theory calls them.
  public let entryPoints: [String]
  /// Whether an authority imposed it; `nil` when that isn't known.
  public let mandated: Bool?
  /// The organisations.
  public let partners: [Partner]
  /// What is known, and what is known not to be known.
  public let facts: [StatedFact]
  /// The aims.
  public let aims: [Aim]
  /// What happened, by date.
  public let events: [Event]
  /// What was measured.
  public let observations: [Observation]
  /// What matters here and isn't put in terms of the theory.
  public let further: [Remark]
  /// How it ended, or stands.
  public let end: End?
}

/// An organisation in a collaboration.
public struct Partner: Sendable, Hashable, Identifiable {
  /// What a partner is called by.
  public typealias ID = Identifier<Partner>
  /// The identifier.
  public let id: ID
  /// Its name.
  public let name: String
  /// What it is.
  public let about: String?
}

/// How a concept lies, as somebody says.
public enum StatedLevel: String, Sendable, Hashable, Codable, CaseIterable {
  /// At the far low end.
  case veryLow = "very low"
  /// At the low end.
  case low
  /// Neither high nor low.
  case neither
  /// At the high end.
  case high
  /// At the far high end.
  case veryHigh = "very high"
  /// It was asked, and isn't known.
  case notKnown = "not known"
  /// It can't be asked here.
  case notApplicable = "not applicable"
}

/// A fact of a case: a concept, how it lies, who says so, and since when that could be known.
public struct StatedFact: Sendable, Hashable {
  /// The concept.
  public let concept: Concept.ID
  /// How it lies.
  public let level: StatedLevel
  /// The partner that it is said of; `nil` for all.
  public let of: Partner.ID?
  /// The other partner, for what lies between two.
  public let towards: Partner.ID?
  /// Who says so, such as leaders or staff.
  public let saidBy: String?
  /// Where it can be read.
  public let source: String?
  /// Since when it could be known; `nil` where it was known at the start.
  public let since: PartialDate?
  /// What a reader should know.
  public let note: String?
}

/// An aim of a collaboration.
public struct Aim: Sendable, Hashable {
  /// What is aimed at.
  public let what: String
  /// How high it reaches, seen against what the partners can do.
  public let ambition: StatedLevel
  /// Where it can be read.
  public let source: String?
}

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
}

/// Something that was measured.
public struct Observation: Sendable, Hashable {
  /// When.
  public let date: PartialDate
  /// The concept.
  public let concept: Concept.ID
  /// The partner whose it is.
  public let of: Partner.ID?
  /// The other partner, for what lies between two.
  public let towards: Partner.ID?
  /// The score.
  public let score: Double
  /// The lowest score possible.
  public let lowest: Double
  /// The highest score possible.
  public let highest: Double
  /// How it was measured.
  public let instrument: String?
  /// Where it can be read.
  public let source: String?
}

/// Something that matters in a case and isn't put in terms of a theory.
public struct Remark: Sendable, Hashable {
  /// What.
  public let what: String
  /// Where it can be read.
  public let source: String?
}

/// How a case ended, or stands.
public struct End: Sendable, Hashable {
  /// The ends that real collaborations have: more than success and failure.
  public enum Outcome: String, Sendable, Hashable, Codable, CaseIterable {
    /// A regulator blocked it.
    case blockedByRegulator = "blocked by regulator"
    /// It was given up while it was planned.
    case abandonedInPlanning = "abandoned in planning"
    /// The partners declined to go deeper.
    case declinedToDeepen = "declined to deepen"
    /// Its aims were narrowed, and then it worked.
    case narrowedThenWorked = "narrowed then worked"
    /// It improved what it was for.
    case improved
    /// It improved, and fell back.
    case improvedThenRegressed = "improved then regressed"
    /// The partners went deeper.
    case deepened
    /// It goes on.
    case sustained
    /// It ended by leaving the contract.
    case endedByContractExit = "ended by contract exit"
    /// An authority ended it.
    case endedByAuthority = "ended by authority"
    /// A partner left.
    case dissolvedByPartner = "dissolved by a partner"
    /// Some of it worked.
    case mixed
  }

  /// The outcome.
  public let outcome: Outcome
  /// When; `nil` where that isn't known.
  public let date: PartialDate?
  /// What happened.
  public let what: String
  /// Where it can be read.
  public let source: String?
}

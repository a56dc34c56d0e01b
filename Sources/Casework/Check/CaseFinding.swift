public import ProgrammeTheory

/// Something about a case that whoever wrote it may want to look at. None makes the case unfit to be assessed.
public enum CaseFinding: Sendable, Hashable {
  /// The case was written for a theory that isn't the one it is held against, or that nobody knows.
  case otherTheory(named: Theory.ID)
  /// A concept, arrangement or point of entry that the theory hasn't got.
  case unknownToTheory(what: Named, name: String, nearest: String?)
  /// A fact became known after the start, so it counts only from then on.
  case hindsight(Concept.ID, since: String)
  /// A fact says since when it was known, and the case has no start to compare with.
  case sinceWithoutStart(Concept.ID, since: String)
  /// An event lies before the start.
  case eventBeforeStart(Event.ID, date: String)
  /// The end lies before the start.
  case endBeforeStart(date: String)
  /// An event moves nothing, so no assessment takes notice of it.
  case eventMovesNothing(Event.ID)
  /// An event moves something with which the theory ends, and which it should be left to infer.
  case eventMovesAnEnd(Event.ID, Concept.ID)
  /// Facts about one concept lie at both ends.
  case disagreement(Concept.ID, high: [String], low: [String])
  /// A real case isn't marked as one that the theory was made from, and names a study that it was made from.
  case namesIncludedStudy(doi: String, reference: String)
  /// Nothing is told of a partner, while something is told of others.
  case silentPartner(Partner.ID)
  /// A fact has no source.
  case noSource(Concept.ID, of: Partner.ID?)
  /// Nobody is named who says so.
  case nobodySaysSo(Concept.ID, of: Partner.ID?)
  /// Nothing is known of a concept on which much hangs: as many configurations wait for it.
  case weightyUnknown(Concept.ID, awaitedBy: Int)

  /// What a theory may lack.
  public enum Named: String, Sendable, Hashable, Codable, CaseIterable {
    case concept, arrangement
    case entryPoint = "point of entry"
  }

  /// The kinds of finding, the gravest first.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case otherTheory = "other theory"
    case unknownToTheory = "unknown to the theory"
    case hindsight
    case sinceWithoutStart = "since without start"
    case eventBeforeStart = "event before the start"
    case endBeforeStart = "end before the start"
    case eventMovesNothing = "event that moves nothing"
    case eventMovesAnEnd = "event that moves an end"
    case disagreement
    case namesIncludedStudy = "study that fed the theory"
    case silentPartner = "partner of whom nothing is told"
    case noSource = "no source"
    case nobodySaysSo = "nobody says so"
    case weightyUnknown = "much hangs on it"
  }

  /// The kind.
  public var kind: Kind {
    switch self {
    case .otherTheory: .otherTheory
    case .unknownToTheory: .unknownToTheory
    case .hindsight: .hindsight
    case .sinceWithoutStart: .sinceWithoutStart
    case .eventBeforeStart: .eventBeforeStart
    case .endBeforeStart: .endBeforeStart
    case .eventMovesNothing: .eventMovesNothing
    case .eventMovesAnEnd: .eventMovesAnEnd
    case .disagreement: .disagreement
    case .namesIncludedStudy: .namesIncludedStudy
    case .silentPartner: .silentPartner
    case .noSource: .noSource
    case .nobodySaysSo: .nobodySaysSo
    case .weightyUnknown: .weightyUnknown
    }
  }
}

extension CaseFinding.Kind {
  /// What a finding of the kind means, and what to do about it.
  public var meaning: String {
    switch self {
    case .otherTheory: "The case was written for another theory. What it tells may have no place in this one."
    case .unknownToTheory:
      "The theory is silent on this. Mend the name, or leave it: that a theory has no word for something is a finding too."
    case .hindsight: "What became known after the start counts from its date on, and never at the start."
    case .sinceWithoutStart: "Without a start, every fact counts as known at the start. Give the start."
    case .eventBeforeStart:
      "What happened before the start is a fact of the start. Tell it there, or check the date."
    case .endBeforeStart: "A collaboration can't end before it starts. Check the dates."
    case .eventMovesNothing: "It is told, and changes nothing. Say what it was seen to change, if anything."
    case .eventMovesAnEnd:
      "What came of it all belongs under “end”. Otherwise the theory is held against itself."
    case .disagreement:
      "Both count, and the concept is mixed. That may be so; check that it isn't a slip."
    case .namesIncludedStudy:
      "A case that the theory was made from can't test it. If it is that study, write fedTheory: yes."
    case .silentPartner: "Something is told of others and not of this one. Ask there too."
    case .noSource: "Nobody can look it up. Say where it can be read."
    case .nobodySaysSo: "Leaders and staff often see the same thing differently. Say who says so."
    case .weightyUnknown:
      "Much of what the theory could say waits for these; the number says how many configurations. Find them out first."
    }
  }
}

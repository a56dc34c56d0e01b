/// Where one reviewer screens the records of one stage, one after another: what a screen needs, and no more.
///
/// A review file implements it, and so does whatever stands in for one in a test. A decision has been kept when the call
/// returns; what takes longer, such as ranking anew, goes on behind it.
public protocol ScreeningDesk: Sendable {
  /// The stage, and by what it is screened.
  ///
  /// - Throws: an error in words for the person.
  func brief() async throws -> ScreeningBrief

  /// The record to be read next; `nil` where none is left.
  ///
  /// - Parameter skipped: the identifiers of records that the person has put off in this sitting.
  /// - Throws: an error in words for the person.
  func next(skipping skipped: Set<ScreeningCard.ID>) async throws -> ScreeningCard?

  /// Keeps a decision.
  ///
  /// - Parameters:
  ///   - verdict: the verdict.
  ///   - reason: the code of the reason for which the record is left out, or words of one's own; `nil` where none was given.
  ///   - card: the record.
  /// - Throws: an error in words for the person; nothing is kept then.
  func decide(_ verdict: Verdict, reason: String?, on card: ScreeningCard.ID) async throws

  /// Takes back the last decision of this reviewer at this stage.
  ///
  /// - Returns: the record that is open again; `nil` where there is nothing to take back.
  /// - Throws: an error in words for the person.
  func undo() async throws -> ScreeningCard?

  /// Keeps a note to a record.
  ///
  /// - Parameters:
  ///   - note: the note, on one line; without words, the one that is there goes.
  ///   - card: the record.
  /// - Throws: an error in words for the person; nothing is kept then.
  func note(_ note: String, on card: ScreeningCard.ID) async throws

  /// How far the stage has come.
  ///
  /// - Throws: an error in words for the person.
  func progress() async throws -> ScreeningProgress
}

/// By what a stage is screened.
public struct ScreeningBrief: Sendable, Hashable {
  /// The stage.
  public var stage: ScreeningStage
  /// Who screens.
  public var reviewer: String
  /// The criteria that are shown beside each record, in their order.
  public var criteria: [Criterion]
  /// The reasons for which a record may be left out, in their order: a person chooses by their number, from 1.
  public var reasons: [ExclusionReason]
  /// Whether a record can't be left out without one of the reasons (PRISMA 2020 asks for them at full text).
  public var needsReason: Bool
  /// Whether a reason may be typed in words, since the protocol has no criteria for the stage.
  public var takesOwnWords: Bool
  /// Words that are marked. One that ends in `*` stands for all that begin so.
  public var highlights: Highlights

  /// By what a stage is screened.
  public init(
    stage: ScreeningStage, reviewer: String, criteria: [Criterion] = [], reasons: [ExclusionReason] = [],
    needsReason: Bool = false, takesOwnWords: Bool = false, highlights: Highlights = Highlights()
  ) {
    (self.stage, self.reviewer, self.criteria) = (stage, reviewer, criteria)
    (self.reasons, self.needsReason, self.takesOwnWords) = (reasons, needsReason, takesOwnWords)
    self.highlights = highlights
  }
}

/// A record as it is read.
public struct ScreeningCard: Sendable, Hashable, Identifiable {
  /// The record's number in the file.
  public let id: Int
  /// Its title.
  public var title: String
  /// Who wrote it, when, and where it was published, in a line.
  public var citation: String
  /// Its abstract.
  public var abstract: String?
  /// What else is known of it, in lines: keywords, DOI, remarks of databases.
  public var more: [String]
  /// This reviewer's note to it.
  public var note: String?
  /// This reviewer's verdict, where there is one already.
  public var verdict: Verdict?

  /// A record.
  public init(
    id: Int, title: String, citation: String = "", abstract: String? = nil, more: [String] = [],
    note: String? = nil, verdict: Verdict? = nil
  ) {
    (self.id, self.title, self.citation, self.abstract) = (id, title, citation, abstract)
    (self.more, self.note, self.verdict) = (more, note, verdict)
  }
}

/// How far a stage has come, for one reviewer.
public struct ScreeningProgress: Sendable, Hashable {
  /// How many records this reviewer has decided on.
  public var decided: Int
  /// How many there are for this reviewer, those decided included.
  public var total: Int
  /// On how many the verdict was to include.
  public var included: Int
  /// What is estimated of stopping, in a sentence that names the method; `nil` where nothing is.
  public var stopping: String?

  /// How far a stage has come.
  public init(decided: Int, total: Int, included: Int, stopping: String? = nil) {
    (self.decided, self.total, self.included, self.stopping) = (decided, total, included, stopping)
  }
}

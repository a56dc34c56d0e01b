public import Literature

/// How a review began.
public struct Beginning: Sendable, Hashable, Codable {
  /// The title of the review.
  public var title: String

  /// A beginning.
  public init(title: String) { self.title = title }
}

/// A protocol as it was set, and why.
public struct ProtocolChange: Sendable, Hashable, Codable {
  /// The whole protocol, as it holds from now on.
  public var document: ReviewProtocol
  /// Why it was changed; `nil` for the first.
  public var because: String?

  /// A change.
  public init(document: ReviewProtocol, because: String? = nil) {
    (self.document, self.because) = (document, because)
  }
}

/// A search that was made, verbatim, so that it can be made again (PRISMA-S, Rethlefsen et al. 2021,
/// doi:10.1186/s13643-020-01542-z).
public struct Search: Sendable, Hashable, Codable {
  /// Where: a database, Google Scholar, a list of references.
  public var source: String
  /// As part of which way of finding records.
  public var wave: Wave
  /// The strategy as it was typed.
  public var strategy: String?
  /// When, as exact as it is known: `2020-02`, `2020-02-20`, or a span `2020-02-20/2020-03-04`.
  public var date: String?
  /// Limits, in words: “1990 onwards”.
  public var limits: String?
  /// How many hits it had.
  public var hits: Int?
  /// Which part of the hits was read, in words: “first 40 pages”.
  public var read: String?

  /// A search.
  public init(
    source: String, wave: Wave, strategy: String? = nil, date: String? = nil, limits: String? = nil,
    hits: Int? = nil, read: String? = nil
  ) {
    (self.source, self.wave, self.strategy, self.date) = (source, wave, strategy, date)
    (self.limits, self.hits, self.read) = (limits, hits, read)
  }
}

/// A file of records that came in.
public struct ImportedFile: Sendable, Hashable, Codable {
  /// The file's name, without its folders.
  public var file: String
  /// In which format it was read.
  public var format: RecordFormat
  /// SHA-256 of its bytes, in hexadecimal digits.
  public var checksum: String
  /// The number of its first record; the others follow it.
  public var first: Int
  /// How many records it brought.
  public var count: Int
  /// By which way they were found.
  public var wave: Wave
  /// The source in words.
  public var source: String
  /// The act that notes the search; `nil` where none does.
  public var search: Int?
  /// Where the records come in.
  public var entering: FlowPlace
  /// What became of everything in the file.
  public var report: LossReport

  /// The numbers of its records.
  public var records: Range<Int> {
    // An archive from outside may say anything.
    let (first, count) = (min(max(first, 0), 1 << 40), min(max(count, 0), 1 << 40))
    return first..<(first + count)
  }
}

/// Groups of records, each of which is one work.
public struct Merge: Sendable, Hashable, Codable {
  /// The records of each group, in their order.
  public var groups: [[Int]]
  /// Whether a person said so, or the rules of `Literature` did.
  public var isByPerson: Bool

  /// A merge.
  public init(groups: [[Int]], isByPerson: Bool) { (self.groups, self.isByPerson) = (groups, isByPerson) }
}

/// Records of which no two are one work.
public struct KeptApart: Sendable, Hashable, Codable {
  /// The records.
  public var records: [Int]

  /// Records that are kept apart.
  public init(records: [Int]) { self.records = records }
}

/// Records drawn at random for a second reviewer.
public struct SampleDraw: Sendable, Hashable, Codable {
  /// The stage at which they are screened twice.
  public var stage: ScreeningStage
  /// How many of a hundred were asked for.
  public var percent: Double
  /// What they were drawn by.
  public var seed: UInt64
  /// Out of how many.
  public var from: Int
  /// For whom; `nil` for any second reviewer.
  public var reviewer: String?
  /// The records, in their order.
  public var records: [Int]
}

/// What a reviewer decided about a record at a stage.
public struct Decision: Sendable, Hashable, Codable {
  /// The record.
  public var record: Int
  /// The stage.
  public var stage: ScreeningStage
  /// The verdict.
  public var verdict: Verdict
  /// Why, for an exclusion.
  public var reason: ExclusionReason?
  /// A remark.
  public var note: String?

  /// A decision.
  public init(
    record: Int, stage: ScreeningStage, verdict: Verdict, reason: ExclusionReason? = nil, note: String? = nil
  ) {
    (self.record, self.stage, self.verdict, self.reason, self.note) = (record, stage, verdict, reason, note)
  }
}

/// Why a record was left out.
public struct ExclusionReason: Sendable, Hashable, Codable {
  /// What stands for the criterion in the protocol: `E1` for the first to exclude by, `I2` for the second to include by,
  /// which isn't met; ``notRetrieved``; `nil` for words of the reviewer's own.
  public var code: String?
  /// The reason in words, as the protocol had it at the time.
  public var words: String

  /// A reason.
  public init(code: String?, words: String) { (self.code, self.words) = (code, words) }

  /// The report could not be had.
  public static let notRetrieved = ExclusionReason(code: "not-retrieved", words: "report not retrieved")
}

/// What was decided where reviewers disagreed or were unsure.
public struct Resolution: Sendable, Hashable, Codable {
  /// The record.
  public var record: Int
  /// The stage.
  public var stage: ScreeningStage
  /// The verdict: to include or to exclude.
  public var verdict: Verdict
  /// Why it is left out.
  public var reason: ExclusionReason?
  /// Why it was resolved so.
  public var because: String

  /// A resolution.
  public init(
    record: Int, stage: ScreeningStage, verdict: Verdict, reason: ExclusionReason? = nil, because: String
  ) {
    (self.record, self.stage, self.verdict) = (record, stage, verdict)
    (self.reason, self.because) = (reason, because)
  }
}

/// A remark on a record.
public struct RecordNote: Sendable, Hashable, Codable {
  /// The record.
  public var record: Int
  /// The remark.
  public var text: String

  /// A remark.
  public init(record: Int, text: String) { (self.record, self.text) = (record, text) }
}

/// Counts that were noted by hand.
public struct CountsNote: Sendable, Hashable, Codable {
  /// The counts.
  public var entries: [FlowEntry]

  /// Counts.
  public init(entries: [FlowEntry]) { self.entries = entries }
}

/// The taking back of an act.
public struct Undoing: Sendable, Hashable, Codable {
  /// The number of the act.
  public var act: Int

  /// A taking back.
  public init(act: Int) { self.act = act }
}

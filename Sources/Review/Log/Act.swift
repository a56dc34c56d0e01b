/// One change of a review. The acts, in their order, are the review: every table of the file but the records themselves can
/// be made anew from them.
public enum Act: Sendable, Hashable {
  /// The review began.
  case began(Beginning)
  /// The protocol was set, or changed for a reason.
  case protocolSet(ProtocolChange)
  /// A search was made.
  case searchNoted(Search)
  /// A file of records came in.
  case imported(ImportedFile)
  /// Records were found to be one work.
  case merged(Merge)
  /// Records were found to be works of their own.
  case keptApart(KeptApart)
  /// Some records were drawn for a second reviewer.
  case sampleDrawn(SampleDraw)
  /// A reviewer decided on a record.
  case decided(Decision)
  /// A conflict between reviewers was resolved.
  case resolved(Resolution)
  /// Something was remarked on a record.
  case noted(RecordNote)
  /// Counts were noted by hand, without records.
  case countsNoted(CountsNote)
  /// A text was taken from a file.
  case textAdded(AddedText)
  /// A text was taken anew, in place of a former taking.
  case textReplaced(TextReplacement)
  /// A work was named as a source of the synthesis, or described anew.
  case sourceDescribed(ReviewSource)
  /// A source was judged.
  case sourceAppraised(Appraisal)
  /// A passage of a text was marked.
  case passageMarked(Passage)
  /// Hits in the texts were looked at.
  case hitsSeen(SeenHits)
  /// An earlier act was taken back.
  case undone(Undoing)

  /// The kinds of act, as the log names them.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case began
    case protocolSet = "protocol-set"
    case searchNoted = "search-noted"
    case imported, merged
    case keptApart = "kept-apart"
    case sampleDrawn = "sample-drawn"
    case decided, resolved, noted
    case countsNoted = "counts-noted"
    case textAdded = "text-added"
    case textReplaced = "text-replaced"
    case sourceDescribed = "source-described"
    case sourceAppraised = "source-appraised"
    case passageMarked = "passage-marked"
    case hitsSeen = "hits-seen"
    case undone

    /// Whether an act of this kind may be taken back.
    public var isUndoable: Bool {
      switch self {
      case .merged, .keptApart, .sampleDrawn, .decided, .resolved, .noted, .countsNoted: true
      case .sourceDescribed, .sourceAppraised, .passageMarked, .hitsSeen: true
      case .began, .protocolSet, .searchNoted, .imported, .undone: false
      case .textAdded, .textReplaced: false
      }
    }
  }

  /// Which kind it is.
  public var kind: Kind {
    switch self {
    case .began: .began
    case .protocolSet: .protocolSet
    case .searchNoted: .searchNoted
    case .imported: .imported
    case .merged: .merged
    case .keptApart: .keptApart
    case .sampleDrawn: .sampleDrawn
    case .decided: .decided
    case .resolved: .resolved
    case .noted: .noted
    case .countsNoted: .countsNoted
    case .textAdded: .textAdded
    case .textReplaced: .textReplaced
    case .sourceDescribed: .sourceDescribed
    case .sourceAppraised: .sourceAppraised
    case .passageMarked: .passageMarked
    case .hitsSeen: .hitsSeen
    case .undone: .undone
    }
  }
}

/// An act as it stands in the log.
public struct LoggedAct: Sendable, Hashable {
  /// Its number: 1 for the first, without gaps.
  public let number: Int
  /// When, in UTC, after ISO 8601: `2026-11-29T02:00:00Z`.
  public let at: String
  /// Who.
  public let by: String
  /// What.
  public let act: Act

  /// An act of the log.
  public init(number: Int, at: String, by: String, act: Act) {
    (self.number, self.at, self.by, self.act) = (number, at, by, act)
  }
}

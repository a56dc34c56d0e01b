public import ProgrammeTheory

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
  /// A passage or place was coded.
  case coded(Coding)
  /// Codes came in from a codebook.
  case codesBrought(CodesBrought)
  /// Codes were put together, or one was renamed.
  case codesMerged(CodeMerge)
  /// Parts of codings were put under another code.
  case codeSplit(CodeSplit)
  /// A concept was formed from codes, or formed anew.
  case conceptFormed(ConceptFormation)
  /// A concept went on as another.
  case conceptsMerged(ConceptMerge)
  /// A configuration was drafted, or drafted anew.
  case candidateDrafted(CandidateDraft)
  /// A step of synthesis was made from candidates to candidates.
  case synthesised(SynthesisStep)
  /// A candidate was kept, dropped or merged.
  case candidateJudged(CandidateJudgement)
  /// Readings that contradict each other were noted.
  case rivalsNoted(Rivalry)
  /// All of the theory that doesn't come from codings was set.
  case theoryFramed(TheoryFrame)
  /// A form for what is taken from each source was defined, or defined anew.
  case formDefined(ExtractionForm)
  /// A form was filled for a source.
  case formFilled(FilledForm)
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
    case coded
    case codesBrought = "codes-brought"
    case codesMerged = "codes-merged"
    case codeSplit = "code-split"
    case conceptFormed = "concept-formed"
    case conceptsMerged = "concepts-merged"
    case candidateDrafted = "candidate-drafted"
    case synthesised
    case candidateJudged = "candidate-judged"
    case rivalsNoted = "rivals-noted"
    case theoryFramed = "theory-framed"
    case formDefined = "form-defined"
    case formFilled = "form-filled"
    case undone

    /// Whether an act of this kind may be taken back.
    public var isUndoable: Bool {
      switch self {
      case .merged, .keptApart, .sampleDrawn, .decided, .resolved, .noted, .countsNoted: true
      case .sourceDescribed, .sourceAppraised, .passageMarked, .hitsSeen: true
      case .coded, .codesBrought, .codesMerged, .codeSplit, .conceptFormed, .conceptsMerged: true
      case .candidateDrafted, .synthesised, .candidateJudged, .rivalsNoted, .theoryFramed: true
      case .formDefined, .formFilled: true
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
    case .coded: .coded
    case .codesBrought: .codesBrought
    case .codesMerged: .codesMerged
    case .codeSplit: .codeSplit
    case .conceptFormed: .conceptFormed
    case .conceptsMerged: .conceptsMerged
    case .candidateDrafted: .candidateDrafted
    case .synthesised: .synthesised
    case .candidateJudged: .candidateJudged
    case .rivalsNoted: .rivalsNoted
    case .theoryFramed: .theoryFramed
    case .formDefined: .formDefined
    case .formFilled: .formFilled
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

extension Finding {
  /// What a theory may show about itself. The kinds stand in the order of gravity: first where the source contradicts
  /// itself, then where its numbers and references don't fit, then where the evidence is thin, then what the web of
  /// claims leaves open.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// From the same context, a concept rises in one place and falls in another.
    case polarityContradiction = "polarity contradiction"
    /// A concept stands in different slots in two tellings of one claim.
    case roleShift = "role shift"
    /// One telling of a claim says that something grows, another only that a loss of it is smaller.
    case gainOrSmallerLoss = "gain or smaller loss"
    /// Two tellings of one claim have different mechanisms.
    case mechanismDrift = "mechanism drift"
    /// Two tellings of one claim have different outcomes.
    case outcomeDrift = "outcome drift"
    /// Two tellings of one claim start from different contexts.
    case contextDrift = "context drift"
    /// The text sends the reader to a place that says something else.
    case misleadingReference = "misleading cross-reference"
    /// A quotation is introduced as one work's and closed with another's number.
    case quotationOfTwoWorks = "quotation of two works"
    /// A cited page lies outside the pages of its work.
    case pageOutsideRange = "page outside the work"
    /// A stated number differs from what is listed for it.
    case countMismatch = "count mismatch"
    /// A stated number differs from the sources that have the characteristic.
    case tallyMismatch = "tally mismatch"
    /// A step of the flow of documents holds more than the steps that it comes from.
    case flowMismatch = "flow mismatch"
    /// The text calls a work an included study, and it isn't listed as one.
    case calledIncludedButNotListed = "called included, not listed"
    /// An included study is cited in no paragraph but lists of the included.
    case includedButNeverCited = "included, never cited"
    /// Two references are one work.
    case sameWorkTwice = "same work twice"
    /// A work was found to speak against a claim, or to show no effect.
    case evidenceAgainst = "evidence against"
    /// A claim for which no work is given.
    case noSource = "no source"
    /// A claim that only works of middle-range theory support.
    case middleRangeOnly = "middle-range theory only"
    /// A claim that one work alone supports.
    case singleSource = "single source"
    /// A form of what the theory is about that no included study covers.
    case arrangementWithoutEvidence = "arrangement without evidence"
    /// A claim that goes from context to outcome without a mechanism.
    case noMechanism = "no mechanism"
    /// A telling that no claim takes up.
    case tellingInNoConfiguration = "telling in no configuration"
    /// A loop out of which nothing leads.
    case loopWithoutExit = "loop without exit"
    /// A loop that nothing from outside moves.
    case loopThatNothingMoves = "loop that nothing moves"
    /// A concept that nothing brings about, no action moves and no case can tell.
    case unreachedConcept = "unreached concept"
    /// A concept that leads to nothing, and that no assessment tells about.
    case deadEndConcept = "dead-end concept"
    /// A concept that stands in no claim.
    case unusedConcept = "unused concept"
    /// A context that is evidenced in one direction only.
    case oneDirectionOnly = "one direction only"
  }
}

extension Finding.Kind: Comparable {
  /// The graver kind comes first.
  public static func < (one: Self, other: Self) -> Bool { one.gravity < other.gravity }

  /// The place in the order of gravity, from 0, the gravest.
  public var gravity: Int { Self.allCases.firstIndex(of: self) ?? Self.allCases.count }

  /// Whether a list gives only the identifiers, since there may be many and each says little by itself.
  public var isListedById: Bool {
    switch self {
    case .calledIncludedButNotListed, .includedButNeverCited, .noSource, .middleRangeOnly, .singleSource,
      .arrangementWithoutEvidence, .noMechanism, .tellingInNoConfiguration, .unreachedConcept,
      .deadEndConcept,
      .unusedConcept, .oneDirectionOnly:
      true
    default: false
    }
  }

  /// What a finding of this kind means, in plain words.
  public var meaning: String {
    switch self {
    case .polarityContradiction: "From the same context, something grows in one place and shrinks in another."
    case .roleShift: "The same claim is told twice, with a concept in another slot."
    case .gainOrSmallerLoss: "One telling says that something grows, the other that less of it is lost."
    case .mechanismDrift: "The same claim is told twice, with different mechanisms."
    case .outcomeDrift: "The same claim is told twice, with different outcomes."
    case .contextDrift: "The same claim is told twice, from different contexts."
    case .misleadingReference: "The text points to a place that says something else."
    case .quotationOfTwoWorks: "A quotation is announced as one work's and carries another's number."
    case .pageOutsideRange: "The page cited isn't among the pages of the work."
    case .countMismatch: "The text states a number and lists another."
    case .tallyMismatch: "The text states a number, and its own table gives another."
    case .flowMismatch: "More documents come out of a step than went in."
    case .calledIncludedButNotListed: "The text calls a work an included study; its list lacks it."
    case .includedButNeverCited: "The list of included studies has it; the text never uses it."
    case .sameWorkTwice: "Two references lead to one work."
    case .evidenceAgainst: "A work looked for the effect and found the opposite, or none."
    case .noSource: "No work is given for the claim."
    case .middleRangeOnly: "Only general theory supports the claim, no study of the review."
    case .singleSource: "One work alone supports the claim."
    case .arrangementWithoutEvidence: "No included study is about this form."
    case .noMechanism: "The claim says what follows from what, and not why."
    case .tellingInNoConfiguration: "The source tells it, and no claim takes it up."
    case .loopWithoutExit: "Once in this loop, nothing in the theory leads out of it."
    case .loopThatNothingMoves: "Nothing outside this loop acts on it, and no action does."
    case .unreachedConcept: "Nothing brings it about, no action moves it, and no case can tell it."
    case .deadEndConcept: "It leads to nothing, and no assessment tells about it."
    case .unusedConcept: "It is defined, and no claim speaks of it."
    case .oneDirectionOnly: "The evidence shows one direction; the other holds only by rule, if at all."
    }
  }
}

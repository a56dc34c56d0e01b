public import Bibliography

/// How a slot of a telling is known.
public enum Inference: String, Sendable, Hashable, Codable, CaseIterable {
  /// The source says it in so many words.
  case stated
  /// The source says it between the lines.
  case implied
  /// The authors reasoned back from an outcome to what must have brought it about.
  case retroduced
  /// It comes from a middle-range theory.
  case fromMiddleRangeTheory = "from-mrt"
}

/// What a piece of evidence does to a claim.
public enum Bearing: String, Sendable, Hashable, Codable, CaseIterable {
  /// It speaks for the claim.
  case supports
  /// It speaks against it.
  case against
  /// It looked for the effect and found little or none.
  case null
}

/// One slot of a telling: a literal or an effect, our short words for what the source says, and how it is known.
public struct Told<Claim: Sendable & Hashable & Codable>: Sendable, Hashable, Codable {
  /// The literal, or the effect.
  public let claim: Claim
  /// What the source says, in short words of ours.
  public let words: String?
  /// How it is known.
  public let inference: Inference

  /// Makes one slot.
  public init(_ claim: Claim, words: String? = nil, inference: Inference = .stated) {
    self.claim = claim
    self.words = words
    self.inference = inference
  }
}

/// What the source reports, at one place: a context, a mechanism and an outcome as it tells them.
///
/// A telling infers nothing. Several tellings may tell one claim, which is a ``CMOConfiguration``.
public struct Telling: Sendable, Hashable, Codable, Identifiable {
  /// What a telling is called by.
  public typealias ID = Identifier<Telling>

  /// In which form the source tells it.
  public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
    /// As a configuration set out in the prose.
    case prose
    /// As a row of a table.
    case table
    /// As a claim of the prose that isn't set out as a configuration.
    case argued
  }

  /// Where the telling says that it comes from.
  public enum Attribution: Sendable, Hashable, Codable {
    /// These works.
    case works([Reference.ID])
    /// The works of the tellings that tell the same.
    case asLinked
    /// The source gives none.
    case notGiven
  }

  /// The identifier.
  public let id: ID
  /// In which form it is told.
  public let form: Form
  /// Where it stands.
  public let place: Place
  /// The very words on which it rests, where the document keeps them.
  public let passage: Quotation?
  /// The context slot.
  public let context: [Told<Literal>]
  /// What must hold, as this place tells it.
  public let conditions: [Told<Literal>]
  /// The mechanism slot.
  public let mechanism: [Told<Literal>]
  /// The outcome slot.
  public let outcome: [Told<OutcomeEffect>]
  /// Where it says that it comes from.
  public let attribution: Attribution
  /// What the cited works do to the claim.
  public let bearing: Bearing
  /// Other tellings of the same claim.
  public let sameAs: [ID]
  /// The telling of which this is the authors' own reversal: told, but no further evidence.
  public let inverts: ID?
  /// Other tellings to which the text sends the reader from here.
  public let refersTo: [ID]
  /// What a reader should know about the coding.
  public let note: String?

  /// Makes a telling out of its parts.
  public init(
    id: ID, form: Form, place: Place, passage: Quotation? = nil, context: [Told<Literal>] = [],
    conditions: [Told<Literal>] = [], mechanism: [Told<Literal>] = [],
    outcome: [Told<OutcomeEffect>] = [], attribution: Attribution,
    bearing: Bearing = .supports, sameAs: [ID] = [], inverts: ID? = nil, refersTo: [ID] = [],
    note: String? = nil
  ) {
    self.id = id
    self.form = form
    self.place = place
    self.passage = passage
    self.context = context
    self.conditions = conditions
    self.mechanism = mechanism
    self.outcome = outcome
    self.attribution = attribution
    self.bearing = bearing
    self.sameAs = sameAs
    self.inverts = inverts
    self.refersTo = refersTo
    self.note = note
  }
}

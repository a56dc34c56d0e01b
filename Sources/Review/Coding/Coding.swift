public import ProgrammeTheory

/// What a coding stands on.
public enum CodingGround: Sendable, Hashable, Codable {
  /// A passage of a text of this review, by the number of the act that marked it.
  case passage(Int)
  /// A place in a source whose text isn't in the file, such as a paper that may not be copied.
  case place(source: String, Place)
}

/// In which slot of a context-mechanism-outcome configuration something is coded.
public enum CodingSlot: String, Sendable, Hashable, Codable, CaseIterable {
  /// What is so when it works, or doesn't.
  case context
  /// What must hold for the rest to apply.
  case condition
  /// What brings the outcome about, where resource and reasoning aren't told apart.
  case mechanism
  /// What is offered or taken away (Pawson & Tilley 1997; Dalkin et al. 2015, doi:10.1186/s13012-015-0237-x).
  case mechanismResource = "mechanism-resource"
  /// What people make of it.
  case mechanismReasoning = "mechanism-reasoning"
  /// What comes about.
  case outcome
  /// Why partners come together.
  case entryPoint = "entry-point"
  /// What stays thematic: told, but no part of a configuration.
  case theme

  /// Whether it is one of the slots of mechanism.
  public var isMechanism: Bool { [.mechanism, .mechanismResource, .mechanismReasoning].contains(self) }

  /// Whether what stands in it stays thematic: it is no part of a configuration.
  public var isThematic: Bool { self == .theme || self == .entryPoint }

  /// The ways that something in this slot may go: outcomes have no far ends, and are alone in being buffered.
  var directions: [CodedDirection] {
    self == .outcome
      ? [.more, .less, .buffers, .exposes, .none] : [.more, .less, .muchMore, .muchLess, .none]
  }
}

/// Which way something moves or lies.
public enum CodedDirection: String, Sendable, Hashable, Codable, CaseIterable {
  /// There is more of it; as an outcome it is raised.
  case more
  /// There is less of it; as an outcome it is lowered.
  case less
  /// The far high end, where the source insists on it.
  case muchMore = "much more"
  /// The far low end.
  case muchLess = "much less"
  /// A loss of it is made smaller. Outcomes alone are buffered.
  case buffers
  /// A loss of it is left unprotected, the reverse of a buffer.
  case exposes
  /// The source doesn't say.
  case none
}

/// One thing that a passage says: a code in a slot.
public struct CodedPart: Sendable, Hashable, Codable {
  /// The code, a free label as the coder words it.
  public var code: String
  /// The slot.
  public var slot: CodingSlot
  /// Which way.
  public var direction: CodedDirection
  /// What the source says, in short words; where there are none, the code stands for them.
  public var words: String?
  /// How it is known.
  public var inference: Inference

  /// One thing that a passage says.
  public init(
    code: String, slot: CodingSlot, direction: CodedDirection = .none, words: String? = nil,
    inference: Inference = .stated
  ) {
    (self.code, self.slot, self.direction, self.words) = (code, slot, direction, words)
    self.inference = inference
  }
}

/// How much of a configuration one coding links (Jackson & Kolla 2012, doi:10.1177/1098214012440030).
public enum CodingForm: String, Sendable, Hashable, Codable, CaseIterable {
  /// Nothing is linked: one of the three slots, or a theme.
  case oneSlot = "one slot"
  /// Two of context, mechanism and outcome.
  case dyad
  /// All three.
  case triad
}

/// How a source refers from the passage to other places and works; what a theory document keeps of a telling beside what is
/// told.
public struct CodingLinks: Sendable, Hashable, Codable {
  /// In which form the source tells it.
  public var form: Telling.Form
  /// Whose finding the source says it is; `nil` for its own.
  public var cites: Telling.Attribution?
  /// The names of other codings that tell the same.
  public var sameAs: [String]
  /// The name of the coding of which this is the source's own reversal: told, but no further evidence.
  public var inverts: String?
  /// The names of codings to which the text sends the reader.
  public var refersTo: [String]

  /// How a source refers to other places.
  public init(
    form: Telling.Form = .prose, cites: Telling.Attribution? = nil, sameAs: [String] = [],
    inverts: String? = nil, refersTo: [String] = []
  ) {
    (self.form, self.cites, self.sameAs, self.inverts) = (form, cites, sameAs, inverts)
    self.refersTo = refersTo
  }
}

/// What a coder takes a passage to say: one or more parts that the passage links. The coder is whoever did the act.
public struct Coding: Sendable, Hashable, Codable {
  /// What it is called by, where it has a name of its own (an identifier); without one it is called by the number of its
  /// act.
  public var name: String?
  /// What it stands on.
  public var ground: CodingGround
  /// What the passage says, in the order in which it is read; never empty.
  public var parts: [CodedPart]
  /// What the passage does to the claim.
  public var bearing: Bearing
  /// The passage as an if-then sentence.
  public var ifThen: String?
  /// What the coder thinks.
  public var memo: String?
  /// How the source refers to other places and works.
  public var links: CodingLinks
  /// The words that are quoted, where the text itself isn't in the file.
  public var quotation: Quotation?

  /// A coding.
  public init(
    name: String? = nil, ground: CodingGround, parts: [CodedPart], bearing: Bearing = .supports,
    ifThen: String? = nil, memo: String? = nil, links: CodingLinks = CodingLinks(),
    quotation: Quotation? = nil
  ) {
    (self.name, self.ground, self.parts, self.bearing) = (name, ground, parts, bearing)
    (self.ifThen, self.memo, self.links, self.quotation) = (ifThen, memo, links, quotation)
  }

  /// How much of a configuration it links.
  public var form: CodingForm {
    let slots = [
      parts.contains { $0.slot == .context }, parts.contains { $0.slot.isMechanism },
      parts.contains { $0.slot == .outcome },
    ]
    switch slots.count(where: { $0 }) {
    case 3: return .triad
    case 2: return .dyad
    default: return .oneSlot
    }
  }
}

public import Bibliography
public import ProgrammeTheory

/// One question of an interview: what is asked, why, and what may be answered.
public struct InterviewQuestion: Sendable, Hashable, Identifiable {
  /// What a question is about.
  public enum ID: Sendable, Hashable {
    case kind, title, summary, start, partners, arrangement, entryPoints, mandated, aims
    /// Who says what follows.
    case speaker
    /// Where what follows can be read.
    case source
    /// A concept of the theory: for all alike, or for one partner, or for one partner towards another.
    case concept(Concept.ID, of: Partner.ID? = nil, towards: Partner.ID? = nil)
    case events, end
  }

  /// The stretches of an interview, in order.
  public enum Round: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// What the collaboration is.
    case frame
    /// The concepts on which most hangs. After it, an assessment has something to go by.
    case short
    /// All other concepts, by group.
    case full
    /// What has happened since, and how it ended.
    case since

    /// Earlier rounds come first.
    public static func < (one: Round, other: Round) -> Bool { one.rawValue < other.rawValue }
  }

  /// One answer that may be chosen.
  public struct Choice: Sendable, Hashable {
    /// What stands in the document.
    public let value: String
    /// What is shown.
    public let words: String
  }

  /// One level that may be chosen, in the words of the concept's own scale.
  public struct LevelChoice: Sendable, Hashable {
    /// The level.
    public let level: StatedLevel
    /// What is shown.
    public let words: String
  }

  /// How a question is answered.
  public enum Form: Sendable, Hashable {
    /// In words, of at most this many signs.
    case text(most: Int)
    /// In words, or not at all.
    case optionalText
    /// With a date.
    case date
    /// With one of these.
    case choice([Choice])
    /// With any number of these.
    case choices([Choice])
    /// With one of these levels; where it may differ, also with ``InterviewAnswer/differs``.
    case level([LevelChoice], mayDiffer: Bool)
    /// With the names of the partners.
    case partners
    /// With aims, and how high each reaches; no levels where the theory doesn't ask for that.
    case aims([LevelChoice])
    /// With what happened, and when.
    case events
    /// With how it ended.
    case end
  }

  /// What it is about.
  public let id: ID
  /// The stretch of the interview that it belongs to.
  public let round: Round
  /// The heading that it stands under.
  public let section: String
  /// The question.
  public let ask: String
  /// Why it is asked; `nil` where it speaks for itself.
  public let because: String?
  /// What to keep in mind when answering.
  public let hint: String?
  /// How it is answered.
  public let form: Form

  /// Whether it may be answered with ``InterviewAnswer/notKnown``.
  public var mayBeNotKnown: Bool {
    switch form {
    case .date, .level, .end: true
    case .choice: id != .kind
    case .text, .optionalText, .choices, .partners, .aims, .events: false
    }
  }

  /// Whether it may be answered with ``InterviewAnswer/nothing``: not applicable, or none.
  public var mayBeNothing: Bool {
    switch form {
    case .level, .optionalText, .choices, .partners, .aims, .events: true
    case .text, .date, .choice, .end: false
    }
  }
}

/// An answer to a question of an interview.
public enum InterviewAnswer: Sendable, Hashable {
  /// Words.
  case text(String)
  /// A date.
  case date(PartialDate)
  /// The value of one choice.
  case choice(String)
  /// The values of the choices that hold; at least one.
  case choices([String])
  /// How a concept lies; where that can be read, and the fact in words, where they are told.
  case level(StatedLevel, source: String? = nil, note: String? = nil)
  /// It differs between the partners: each is asked for.
  case differs
  /// The names of the partners; at least one.
  case partners([String])
  /// The aims; at least one.
  case aims([Aim])
  /// The events; at least one.
  case events([Event])
  /// How it ended, or stands.
  case end(End)
  /// It was asked, and isn't known.
  case notKnown
  /// There is none, or it can't be asked here.
  case nothing
}

/// Why an answer can't be taken, in words for the person who gave it.
public struct AnswerRefusal: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong, and what to do.
  public let description: String
  /// In which field of a form it is wrong, where that is known.
  public let field: String?

  /// Refuses an answer.
  public init(_ description: String, in field: String? = nil) {
    self.description = description
    self.field = field
  }
}

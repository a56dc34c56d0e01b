public import Bibliography

/// A programme theory as a value: what its document holds, checked, and nothing that can be derived from it.
///
/// A theory that was read from a document is whole: every identifier that one part names is defined by another, every
/// configuration has at least two slots and a telling, and no identifier stands twice.
public struct Theory: Sendable, Hashable {
  /// What a theory is called by.
  public typealias ID = Identifier<Theory>

  /// The most concepts that a theory may have: chaining lives by a short list.
  public static let mostConcepts = 90

  /// Who and what the theory is.
  public struct Identity: Sendable, Hashable, Codable {
    /// The identifier.
    public let id: ID
    /// Its title.
    public let title: String
    /// The version of the document.
    public let version: String
    /// The language of its words, as a BCP 47 tag.
    public let language: String
    /// What it says, in a few sentences.
    public let summary: String
    /// What the theory is about, and what it isn't: the line that every page made from it carries.
    public let notice: String?
    /// The work that it encodes.
    public let citation: Reference.ID?
    /// Under which terms the document may be used.
    public let licence: String?
    /// What a reader of the document must know.
    public let notes: [String]

    /// Makes an identity.
    public init(
      id: ID, title: String, version: String, language: String, summary: String, notice: String? = nil,
      citation: Reference.ID? = nil,
      licence: String? = nil, notes: [String] = []
    ) {
      self.id = id
      self.title = title
      self.version = version
      self.language = language
      self.summary = summary
      self.notice = notice
      self.citation = citation
      self.licence = licence
      self.notes = notes
    }
  }

  /// Who and what the theory is.
  public var identity: Identity
  /// The references, in the order of their list.
  public var references: [Reference] = []
  /// The phases of the life cycle, in order.
  public var phases: [Phase] = []
  /// The groups of concepts, in order.
  public var groups: [ConceptGroup] = []
  /// The concepts.
  public var concepts: [Concept] = []
  /// The tellings.
  public var tellings: [Telling] = []
  /// The configurations, as told.
  public var configurations: [CMOConfiguration] = []
  /// Readings that contradict each other.
  public var rivalries: [Rivalry] = []
  /// The roles of the references.
  public var sources: [Source] = []
  /// The theories of the middle range.
  public var middleRangeTheories: [MiddleRangeTheory] = []
  /// The points of entry.
  public var entryPoints: [EntryPoint] = []
  /// The forms that a collaboration may take.
  public var arrangements: [Arrangement] = []
  /// The flow of documents.
  public var flow: [FlowStep] = []
  /// What the authors say of their own text.
  public var statements: [Statement] = []
  /// What each paragraph cites.
  public var citations: [Citation] = []
  /// The loops, scales, thresholds and shifts that the authors name.
  public var patterns: [NamedPattern] = []
  /// Actions.
  public var levers: [Lever] = []
  /// What an assessment tells about.
  public var outlook: [Prospect] = []
  /// How case documents speak of the concepts.
  public var caseFields = CaseFields()
  /// How the theory moves in time.
  public var dynamics: [DynamicsBlock] = []

  /// A theory with an identity and nothing else yet.
  public init(identity: Identity) {
    self.identity = identity
  }
}

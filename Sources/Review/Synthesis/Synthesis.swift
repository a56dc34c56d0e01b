public import ProgrammeTheory

/// What has been made of the texts: codings, codes, concepts, candidates, steps, as it follows from the standing acts.
///
/// It is a value: the same acts give the same synthesis, of the whole log or of its beginning.
public struct Synthesis: Sendable, Hashable {
  /// Sources, texts and passages.
  public internal(set) var material = ReviewMaterial()
  /// The codings, in the order in which they were made.
  public internal(set) var codings: [MadeCoding] = []
  /// Codebooks that came in.
  public internal(set) var brought: [CodesBrought] = []
  /// The concepts, in the order in which they were first formed.
  public internal(set) var concepts: [FormedConcept] = []
  /// The candidates, in the order in which they were first drafted.
  public internal(set) var candidates: [Candidate] = []
  /// The steps of synthesis, in their order.
  public internal(set) var steps: [MadeStep] = []
  /// Readings that contradict each other, in the order in which they were first noted.
  public internal(set) var rivalries: [Rivalry] = []
  /// All of the theory that doesn't come from codings.
  public internal(set) var frame: TheoryFrame?
  /// The forms for what is taken from each source.
  public internal(set) var forms: [ExtractionForm] = []
  /// What was taken from sources by forms.
  public internal(set) var filledForms: [FilledForm] = []
  /// Which other concept a concept went on as.
  public internal(set) var mergedConcepts: [ConceptMerge] = []
  /// Judgements of what isn't drafted. Acts are refused that would leave one, so there is mostly none.
  var strayJudgements: [LooseEnd] = []
  /// On which node of ``codeNames`` a part of a coding stands, and whether as its other end.
  struct PartNode: Hashable {
    let node: Int
    let isReversed: Bool
  }

  var codeNames = CodeNames()
  /// On what the parts of the codings stand, coding by coding.
  var partNodes: [[PartNode]] = []
  /// Whether the codings have the codes as they count now; several merges are brought to them at once.
  var isSettled = true
  /// The places of the codings that say of a name that they tell the same.
  var tellingSame: [String: [Int]] = [:]
  /// The places of the candidates that go on in each.
  var mergedFrom: [CandidateDraft.ID: Set<Int>] = [:]
  var codingPlaces: [Int: Int] = [:]
  var codingNames: [String: Int] = [:]
  var conceptPlaces: [Concept.ID: Int] = [:]
  var candidatePlaces: [CandidateDraft.ID: Int] = [:]

  /// The kinds of act that it follows from.
  public static let kinds: [Act.Kind] =
    ReviewMaterial.kinds + [
      .coded, .codesBrought, .codesMerged, .codeSplit, .conceptFormed, .conceptsMerged, .candidateDrafted,
      .synthesised, .candidateJudged, .rivalsNoted, .theoryFramed, .formDefined, .formFilled,
    ]

  /// Nothing yet.
  public init() {}

  /// What follows from acts.
  ///
  /// - Parameter acts: the standing acts, in their order; those of other kinds are passed over.
  public init(acts: some Sequence<LoggedAct>) {
    for logged in acts { applyUnsettled(logged) }
    settle()
  }

  // MARK: Looking up

  /// The coding of an act; `nil` where there is none.
  public func coding(_ number: Int) -> MadeCoding? { codingPlaces[number].map { codings[$0] } }

  /// The coding of a name, its own or `coding-12`; `nil` where there is none.
  public func coding(named name: String) -> MadeCoding? { codingNames[name].flatMap(coding) }

  /// The codings of a passage, by the number of the act that marked it.
  public func codings(onPassage act: Int) -> [MadeCoding] {
    codings.filter { $0.coding.ground == .passage(act) }
  }

  /// A concept; `nil` where it isn't formed, or went on as another.
  public func concept(_ id: Concept.ID) -> FormedConcept? { conceptPlaces[id].map { concepts[$0] } }

  /// A candidate; `nil` where it isn't drafted.
  public func candidate(_ id: CandidateDraft.ID) -> Candidate? { candidatePlaces[id].map { candidates[$0] } }

  /// The key of the source that something coded is of; `nil` where its passage or text isn't there.
  public func source(of ground: CodingGround) -> String? {
    switch ground {
    case .passage(let act): material.passage(act).flatMap { material.source(of: $0.passage) }
    case .place(let source, _): source
    }
  }

  /// Those who have coded, in the order in which they first did.
  public var coders: [String] { codings.map(\.by).once }

  /// The codings that tell a candidate, those of candidates that were merged into it after its own.
  public func codings(of candidate: Candidate) -> [MadeCoding] {
    var seen: Set<CandidateDraft.ID> = []
    var (numbers, known): ([Int], Set<Int>) = ([], [])
    var open = [candidate]
    while let next = open.popLast() {
      guard seen.insert(next.id).inserted else { continue }
      numbers += next.draft.codings.filter { known.insert($0).inserted }
      open += (mergedFrom[next.id] ?? []).sorted(by: >).map { candidates[$0] }
    }
    return numbers.compactMap(coding)
  }
}

/// A coding as it stands now.
public struct MadeCoding: Sendable, Hashable, Identifiable {
  /// The number of the act that made it.
  public let act: Int
  /// The coder.
  public let by: String
  /// When it was made.
  public let at: String
  /// The coding as it was made.
  public let coding: Coding
  /// What each of its parts counts as, after codes were merged, renamed and split.
  public internal(set) var codes: [CodeUse]

  /// The number of the act that made it.
  public var id: Int { act }
  /// What it is called by: its own name, or `coding-12`.
  public var name: String { Self.name(coding, act) }

  /// What a coding of an act is called by.
  static func name(_ coding: Coding, _ act: Int) -> String { coding.name ?? "coding-\(act)" }
}

/// A concept as it stands now.
public struct FormedConcept: Sendable, Hashable, Identifiable {
  /// The number of the act that last formed it.
  public let act: Int
  /// What it is formed of; codes of concepts that went on as it are among its own.
  public internal(set) var formation: ConceptFormation

  /// The concept's identifier.
  public var id: Concept.ID { formation.concept.id }
}

/// A candidate as it stands now.
public struct Candidate: Sendable, Hashable, Identifiable {
  /// The number of the act that last drafted it.
  public let act: Int
  /// The draft, with concepts that went on as others under their new names.
  public internal(set) var draft: CandidateDraft
  /// What was judged of it since; `nil` where nothing was.
  public internal(set) var judgement: CandidateJudgement?
  /// The number of the act that judged it.
  public internal(set) var judged: Int?

  /// The candidate's identifier.
  public var id: CandidateDraft.ID { draft.id }
  /// Whether it comes into the theory.
  public var isKept: Bool { judgement?.fate == .kept }
  /// The candidate in which it goes on; `nil` where it doesn't.
  public var mergedInto: CandidateDraft.ID? {
    if case .merged(let into) = judgement?.fate { into } else { nil }
  }
}

/// A step of synthesis with its act.
public struct MadeStep: Sendable, Hashable, Identifiable {
  /// The number of its act.
  public let act: Int
  /// The step.
  public let step: SynthesisStep

  /// The number of its act.
  public var id: Int { act }
}

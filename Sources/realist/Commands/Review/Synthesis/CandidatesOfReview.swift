import ArgumentParser
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import Review

struct CandidatesOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "candidates", abstract: "The candidate configurations, with rigour and judgement.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  private struct Fields: Encodable {
    let draft: CandidateDraft
    let judgement: CandidateJudgement?
    let rigour: Rigour
    let rule: CMOConfiguration.Status
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let synthesis = try file.use { try $0.synthesis() }
    let teller = ReviewTeller()
    try printing.take(teller.candidates(synthesis), asDocument: teller.candidateTable(synthesis)) {
      try Console.json(
        synthesis.candidates.map {
          let rigour = synthesis.rigour(of: $0)
          return Fields(draft: $0.draft, judgement: $0.judgement, rigour: rigour, rule: rigour.status)
        })
    }
  }
}

struct DraftCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Draft a candidate configuration on concepts, or draft it anew.",
    discussion: """
      Of a candidate that is there, what isn't given stays as it was, and it has to be judged anew. Slots, conditions and \
      codings that are given take the place of the former ones; '' takes conditions, codings, refined claims, a title, phase, note, resource or reasoning away.

        realist review draft mine.realist silence-breeds-quarrels \\
          --context 'less open-talk' --mechanism 'less goodwill' \\
          --outcome 'raises quarrels' --coding c-talk --coding 14 \\
          --reverses 'the context is a matter of degree'
        realist review draft mine.realist rules-help \\
          --condition 'more goodwill or less distance' --within lee2020
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The candidate's identifier.") var candidate: String
  @Option(help: ArgumentHelp("What sets it off, such as 'less open-talk'.", valueName: "literal"))
  var context: [String] = []
  @Option(
    help: ArgumentHelp(
      "What must hold; with “ or ” between those of which one will do.", valueName: "literals"))
  var condition: [String] = []
  @Option(help: ArgumentHelp("What brings the outcome about.", valueName: "literal")) var mechanism:
    [String] = []
  @Option(help: "Whether the context sets it off or people bring it: produced or chosen.")
  var kind: Mechanism.Origin?
  @Option(help: "What the collaboration offers.") var resource: String?
  @Option(help: "What people make of it.") var reasoning: String?
  @Option(help: ArgumentHelp("What comes about, such as 'raises quarrels'.", valueName: "effect"))
  var outcome: [String] = []
  @Option(help: ArgumentHelp("It also holds reversed, and why.", valueName: "why")) var reverses: String?
  @Option(help: ArgumentHelp("It doesn't hold reversed, and why.", valueName: "why")) var oneSided: String?
  @Option(help: ArgumentHelp("A coding that tells it, by its number or name.", valueName: "coding"))
  var coding: [String] = []
  @Option(help: ArgumentHelp("The one source within which it is drafted.", valueName: "source")) var within:
    String?
  @Flag(help: "It is drafted across sources.") var across = false
  @Option(help: "A short name.") var title: String?
  @Option(help: "The phase of the life cycle.") var phase: String?
  @Option(help: "What a reader should know.") var note: String?
  @Option(help: ArgumentHelp("A claim of an earlier theory on which it builds.", valueName: "claim"))
  var refines: [String] = []
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func validate() throws {
    guard reverses == nil || oneSided == nil else {
      throw ValidationError("It either holds reversed or not. Give --reverses or --one-sided.")
    }
    guard within == nil || !across else { throw ValidationError("Give --within or --across, not both.") }
  }

  func run() throws {
    let id: CandidateDraft.ID = try Identifier.read(candidate)
    let logged = try file.append(by: author) { synthesis in
      .candidateDrafted(try drafted(id, synthesis.candidate(id)?.draft, synthesis))
    }
    try printing.tell(logged)
  }

  private func drafted(
    _ id: CandidateDraft.ID, _ former: CandidateDraft?, _ synthesis: Synthesis
  ) throws(Complaint) -> CandidateDraft {
    guard let reversibility = reversibility ?? former?.reversibility else {
      throw Complaint("Say whether it also holds reversed: --reverses WHY, or --one-sided WHY.")
    }
    let contexts = try context.map(Literal.read)
    let outcomes = try outcome.map(OutcomeEffect.read)
    let codings = try coding.inPlace(of: former?.codings) { name throws(Complaint) in
      try synthesis.number(ofCoding: name)
    }
    return CandidateDraft(
      id: id, title: Self.said(title, former?.title),
      context: contexts.isEmpty ? former?.context ?? [] : contexts,
      conditions: try condition.inPlace(of: former?.conditions, Condition.read),
      mechanism: try mechanism(after: former?.mechanism),
      outcome: outcomes.isEmpty ? former?.outcome ?? [] : outcomes, reversibility: reversibility,
      phase: try Self.said(phase, former?.phase?.text).map(Identifier.read),
      codings: codings,
      within: across ? nil : within ?? former?.within, note: Self.said(note, former?.note),
      refines: try refines.inPlace(of: former?.refines, Identifier.read))
  }

  /// What is given, or was before; nothing where nothing but white space is given.
  private static func said(_ given: String?, _ former: String?) -> String? {
    guard let given else { return former }
    return given.isBlank ? nil : given
  }

  private var reversibility: Reversibility? {
    reverses.map { Reversibility(isAllowed: true, reason: $0) }
      ?? oneSided.map { Reversibility(isAllowed: false, reason: $0) }
  }

  private func mechanism(after former: Mechanism?) throws(Complaint) -> Mechanism? {
    let literals = try mechanism.map(Literal.read)
    guard !literals.isEmpty || former != nil || resource != nil || reasoning != nil || kind != nil else {
      return nil
    }
    return Mechanism(
      literals.isEmpty ? former?.literals ?? [] : literals,
      origin: kind ?? former?.origin ?? .produced,
      resource: Self.said(resource, former?.resource), reasoning: Self.said(reasoning, former?.reasoning))
  }
}

struct JudgeCandidate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "judge", abstract: "Keep, drop or merge a candidate, and say why.",
    discussion: """
        realist review judge mine.realist talk-builds-goodwill keep --because 'three sources say it'
        realist review judge mine.realist talk-2 merge --into talk-builds-goodwill --because 'the same claim'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The candidate.") var candidate: String
  enum Fate: String, ExpressibleByArgument, CaseIterable { case keep, drop, merge }
  @Argument(help: "keep, drop or merge.") var fate: Fate
  @Option(help: ArgumentHelp("The candidate in which it goes on.", valueName: "candidate")) var into: String?
  @Option(help: "Why.") var because: String
  @Option(help: "For what is kept: supported or hypothesised; without it, what the rule of rigour gives.")
  var status: CMOConfiguration.Status?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let judgement = CandidateJudgement(
      candidate: try Identifier.read(candidate), fate: try told(), because: because, status: status)
    try printing.tell(try file.append(.candidateJudged(judgement), by: author))
  }

  private func told() throws(Complaint) -> CandidateJudgement.Fate {
    switch (fate, into) {
    case (.keep, nil): return .kept
    case (.drop, nil): return .dropped
    case (.merge, let into?): return .merged(into: try Identifier.read(into))
    case (.merge, nil): throw Complaint("Say into which candidate: --into ID")
    default: throw Complaint("--into goes with merge only.")
    }
  }
}

struct StepOfSynthesis: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "step",
    abstract: "Note a step of synthesis: juxtapose, reconcile, adjudicate, consolidate or situate.",
    discussion: """
        realist review step mine.realist consolidate --from talk-a --from talk-b --to talk --memo 'parts of one claim'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "juxtapose, reconcile, adjudicate, consolidate or situate.") var kind: SynthesisStep.Kind
  @Option(help: ArgumentHelp("From which candidate.", valueName: "candidate")) var from: [String]
  @Option(help: ArgumentHelp("To which candidate.", valueName: "candidate")) var to: [String] = []
  @Option(help: "How one came to the other.") var memo: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let step = SynthesisStep(
      kind: kind, from: try from.map { try Identifier.read($0) },
      to: try to.map { try Identifier.read($0) },
      memo: memo)
    try printing.tell(try file.append(.synthesised(step), by: author))
  }
}

struct NoteRivals: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rivals", abstract: "Note readings that contradict each other; both stay.",
    discussion: """
      Each reading has a name, a colon, and the candidates that hold under it. Noting again replaces it.

        realist review rivals mine.realist rules --about 'what rules do' \\
          --reading 'they help: rules-help' --reading 'they harm: rules-harm, rules-chill'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The identifier of what they differ on.") var rivalry: String
  @Option(help: "What they differ on, in plain words.") var about: String
  @Option(help: ArgumentHelp("A reading: its name, a colon, its candidates.", valueName: "reading"))
  var reading: [String]
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let readings = try reading.map { text throws(Complaint) in try Self.read(text) }
    let rivalry = Rivalry(id: try Identifier.read(rivalry), about: about, readings: readings)
    try printing.tell(try file.append(.rivalsNoted(rivalry), by: author))
  }

  /// A reading as it is typed; its name may have colons itself, identifiers have none.
  private static func read(_ text: String) throws(Complaint) -> Rivalry.Reading {
    guard let colon = text.lastIndex(of: ":") else {
      throw Complaint(
        "“\(text.onOneLine)” names no candidates. Write them after a colon: 'they help: rules-help'")
    }
    let names = text[text.index(after: colon)...].split(separator: ",").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    let ids: [CandidateDraft.ID] = try names.map { name throws(Complaint) in try Identifier.read(name) }
    return Rivalry.Reading(name: String(text[..<colon]), configurations: ids)
  }
}

import ArgumentParser
import Documents
import ProgrammeTheory
import Reporting
import Review

struct SynthesiseReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "synthesise",
    abstract: "Take codings, concepts, candidates, steps and judgements from a document, all or nothing.",
    discussion: """
      The document is YAML or JSON; docs/synthesis-document.md describes it. Every fault is told at once, with line and \
      field, and nothing is written then.

        realist review synthesise mine.realist codings.yaml --by 'Ann Lee'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("The document.", valueName: "file"), completion: .file()) var document: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let by = try author.name()
    let document = try DocumentFile(path: document)
    let acts = try file.use { try $0.take(document, by: by) }
    switch printing.format {
    case .json: Console.print(try Console.json(acts))
    case .text:
      let numbers = (acts.prefix(1) + acts.dropFirst().suffix(1)).map { String($0.number) }
      Console.print(
        "Took in \(acts.made): act\(acts.count == 1 ? "" : "s") \(numbers.joined(separator: " to ")).")
    }
  }
}

struct FrameTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "frame", abstract: "Set all of the theory that doesn't come from codings.",
    discussion: """
      The frame is written as a theory document is, without concepts, tellings, configurations and rivals: who and what \
      the theory is, phases, groups, theories of the middle range, levers, dynamics. Without one, a small one is made.

        realist review frame mine.realist frame.yaml --by 'Ann Lee'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: ArgumentHelp("The frame: a file or a folder.", valueName: "path"), completion: .file())
  var frame: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let frame = try TheoryFrame(path: frame)
    try printing.tell(try file.append(.theoryFramed(frame), by: author))
  }
}

struct TheoryOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "theory",
    abstract: "Write the theory that follows from the codings and the kept candidates.",
    discussion: """
      It is a theory document as theory check, assess and forecast take it; each telling carries its passage. What isn't in \
      it is told, and why.

        realist review theory mine.realist --output theory
        realist assess --theory theory case.yaml
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("The folder to write; a theory that is there is replaced.", valueName: "folder"))
  var output: String

  func run() throws {
    let outcome = try file.use { try $0.theory() }
    try TheoryDocument.write(outcome.theory, to: output)
    let theory = outcome.theory
    Console.print(
      "Wrote \(output): \(theory.concepts.count) concepts, \(theory.tellings.count) tellings, "
        + "\(theory.configurations.count) configurations.")
    for sentence in outcome.leftOut { Console.print("Left out: \(sentence.onOneLine)") }
  }
}

struct BeginReviewFromTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "begin-from", abstract: "Begin a review from a theory document.",
    discussion: """
      Its tellings become codings over the places that it names, its concepts concepts with their codes, its \
      configurations kept candidates, all else the frame. Its theory is the same theory again.

        realist review begin-from aunger-2021 mine.realist --by 'Ann Lee'
      """)
  @Argument(help: "A bundled theory, or the path of one.", completion: .theories) var theory: String
  @Argument(help: ArgumentHelp("The file to make.", valueName: "review")) var review: String
  @OptionGroup var author: Author

  func run() throws {
    let by = try author.name()
    let theory = try Shelf().theoryOrFirst(theory)
    try Review.begin(review, from: theory, by: by).close()
    Console.print(
      "Began “\(theory.identity.title.onOneLine)” in \(review): \(theory.tellings.count) codings, "
        + "\(theory.concepts.count) concepts, \(theory.configurations.count) candidates.")
  }
}

struct ConceptsOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concepts", abstract: "The concepts, and the codes that each is formed from.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    let synthesis = try file.use { try $0.synthesis() }
    try printing.take(ReviewTeller().concepts(synthesis)) {
      try Console.json(synthesis.concepts.map(\.formation))
    }
  }
}

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
      candidate: try Self.id(candidate), fate: try told(), because: because, status: status)
    try printing.tell(try file.append(.candidateJudged(judgement), by: author))
  }

  private func told() throws(Complaint) -> CandidateJudgement.Fate {
    switch (fate, into) {
    case (.keep, nil): return .kept
    case (.drop, nil): return .dropped
    case (.merge, let into?): return .merged(into: try Self.id(into))
    case (.merge, nil): throw Complaint("Say into which candidate: --into ID")
    default: throw Complaint("--into goes with merge only.")
    }
  }

  static func id<Owner>(_ text: String) throws(Complaint) -> Identifier<Owner> {
    guard let id = Identifier<Owner>(text) else {
      throw Complaint("“\(text.onOneLine)” is no identifier: lower-case letters, digits and single hyphens.")
    }
    return id
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
      kind: kind, from: try from.map { try JudgeCandidate.id($0) },
      to: try to.map { try JudgeCandidate.id($0) },
      memo: memo)
    try printing.tell(try file.append(.synthesised(step), by: author))
  }
}

struct MergeConcepts: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-concepts", abstract: "Let a concept go on as another.",
    discussion:
      "  realist review merge-concepts mine.realist secrecy open-talk --reversed --because 'its other end'")
  @OptionGroup var file: ReviewFile
  @Argument(help: "The concept that ends.") var concept: String
  @Argument(help: "The concept that takes its codes over.") var into: String
  @Flag(help: "It is the other end of that.") var reversed = false
  @Option(help: "Why.") var because: String
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let merge = ConceptMerge(
      concept: try JudgeCandidate.id(concept), into: try JudgeCandidate.id(into), isReversed: reversed,
      because: because)
    try printing.tell(try file.append(.conceptsMerged(merge), by: author))
  }
}

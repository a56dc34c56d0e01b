import ArgumentParser
import Documents
import ProgrammeTheory
import Reporting
import Review

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

/// What is said of a concept, and what it is formed from.
struct ConceptOptions: ParsableArguments {
  @Option(help: "What is meant.") var definition: String?
  @Option(help: "Its name on screen; without one, its identifier.") var name: String?
  @Option(help: ArgumentHelp("A code that stands for it.", valueName: "code")) var code: [String] = []
  @Option(
    help: ArgumentHelp("A single part of a coding that stands for it, such as 12.1.", valueName: "part"))
  var part: [String] = []
  @Option(help: ArgumentHelp("A phrase of the sources that stands for it.", valueName: "phrase"))
  var phrase: [String] = []
  @Option(help: "What there is at its low end, such as 'little goodwill'.") var low: String?
  @Option(help: "What there is at its high end.") var high: String?
  @Option(help: "A clause that says it becomes less, such as 'goodwill falls'.") var falls: String?
  @Option(help: "A clause that says it becomes more.") var rises: String?
  @Option(help: "Where it has its levels: collaboration, partner or relation.") var scope: Concept.Scope?
  @Option(help: "Its kind of more and less: binary, ordered or continuous.") var scale: Concept.Scale?
  @Option(help: "The group under which it is listed.") var group: String?
  @Option(help: "Why it is formed so.") var because: String?

  /// The concept, with what isn't given as it was.
  ///
  /// - Throws: ``Complaint`` where it isn't said what is meant, or a part is none.
  func formation(_ id: Concept.ID, formerly former: ConceptFormation?) throws(Complaint) -> ConceptFormation {
    var words = ConceptWords()
    (words.name, words.definition) = (name, definition)
    words.phrases = phrase.isEmpty ? nil : try phrase.inPlace(of: former?.concept.phrases) { $0 }
    (words.low, words.high, words.falls, words.rises) = (low, high, falls, rises)
    (words.scope, words.scale, words.group) = (scope, scale, group)
    guard let concept = words.concept(id, formerly: former?.concept) else {
      throw Complaint("Say what is meant by \(id): --definition \"…\"")
    }
    return ConceptFormation(
      concept: concept, codes: try code.inPlace(of: former?.codes, CodeUse.read),
      parts: try part.inPlace(of: former?.parts, PartUse.read), because: because)
  }
}

extension CodeUse {
  /// A code as a person writes it.
  ///
  /// - Throws: ``Complaint`` where there are no words.
  static func read(_ text: String) throws(Complaint) -> CodeUse {
    guard let use = CodeUse(written: text) else {
      throw Complaint("A code is empty. Give one, such as 'open talk' or 'reversed secrecy'.")
    }
    return use
  }
}

extension PartUse {
  /// A part as a person writes it.
  ///
  /// - Throws: ``Complaint`` where it is none.
  static func read(_ text: String) throws(Complaint) -> PartUse {
    guard let use = PartUse(written: text) else {
      throw Complaint(
        "“\(text.onOneLine)” is no part. Write the number of a coding and of its part, such as 12.1.")
    }
    return use
  }
}

struct FormConcept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form-concept", abstract: "Form a concept from codes, or form it anew.",
    discussion: """
      A code with “reversed ” before it is the concept's other end: barriers are mostly success factors reversed. Of a \
      concept that is there, what isn't given stays as it was; codes, parts and phrases that are given take the place of the \
      former ones, and '' takes them away.

        realist review form-concept mine.realist open-talk \\
          --definition 'How openly partners talk.' --code 'open talk' \\
          --code 'reversed keeping quiet' --because 'two ends of one thing'
        realist review form-concept mine.realist open-talk --low silence
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The concept's identifier.") var concept: String
  @OptionGroup var options: ConceptOptions
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let id: Concept.ID = try Identifier.read(concept)
    let logged = try file.append(by: author) { synthesis in
      .conceptFormed(try options.formation(id, formerly: synthesis.formation(of: id)))
    }
    try printing.tell(logged)
  }
}

struct SplitConcept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split-concept",
    abstract: "Take codes or parts of codings out of a concept, and form another from them.",
    discussion: """
      Candidates go on speaking of the former concept; draft those anew that mean the other.

        realist review split-concept mine.realist open-talk --into meetings \\
          --definition 'How often they meet.' --code 'regular meetings' \\
          --because 'meeting is not yet talking'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The concept that loses them.") var concept: String
  @Option(help: ArgumentHelp("The identifier of the one that is formed.", valueName: "concept")) var into:
    String
  @OptionGroup var options: ConceptOptions
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let by = try author.name()
    let id: Concept.ID = try Identifier.read(concept)
    let formation = try options.formation(try Identifier.read(into), formerly: nil)
    for logged in try file.use({ try $0.split(id, into: formation, by: by) }) { try printing.tell(logged) }
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
      concept: try Identifier.read(concept), into: try Identifier.read(into), isReversed: reversed,
      because: because)
    try printing.tell(try file.append(.conceptsMerged(merge), by: author))
  }
}

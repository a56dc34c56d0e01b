import ArgumentParser
import ProgrammeTheory
import Reporting
import Review

struct CodeInReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "code", abstract: "Code a passage, or a place in a source whose text isn't here.",
    discussion: """
      Each slot takes which way and a code: “less open talk”, “raises goodwill”, “buffers loss of staff”; or a code alone. \
      Many codings at once come in by realist review synthesise.

        realist review code mine.realist --passage p12 --context 'less open talk' --outcome 'lowers goodwill'
        realist review code mine.realist --source lee2001 --section Results --paragraph 4 --theme 'money'
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: "The passage, such as p12.") var passage: String?
  @Option(help: "The key of the source, where its text isn't here.") var source: String?
  @Option(help: "The heading of the section.") var section: String?
  @Option(help: "The paragraph of the section, from 1.") var paragraph: Int?
  @Option(help: "The number of the table.") var table: String?
  @Option(help: "The first cell of the table's row.") var row: String?
  @Option(help: ArgumentHelp("What is so.", valueName: "code")) var context: [String] = []
  @Option(help: ArgumentHelp("What must hold.", valueName: "code")) var condition: [String] = []
  @Option(help: ArgumentHelp("What brings it about.", valueName: "code")) var mechanism: [String] = []
  @Option(help: ArgumentHelp("What is offered.", valueName: "code")) var resource: [String] = []
  @Option(help: ArgumentHelp("What people make of it.", valueName: "code")) var reasoning: [String] = []
  @Option(help: ArgumentHelp("What comes about.", valueName: "code")) var outcome: [String] = []
  @Option(help: ArgumentHelp("Why partners come together.", valueName: "code")) var entryPoint: [String] = []
  @Option(help: ArgumentHelp("What stays thematic.", valueName: "code")) var theme: [String] = []
  @Option(help: "How it is known: stated, implied, retroduced or from-mrt.") var inference: Inference =
    .stated
  @Option(help: "What it does to the claim: supports, against or null.") var bearing: Bearing = .supports
  @Option(help: "The passage as an if-then sentence.") var ifThen: String?
  @Option(help: "What you think.") var memo: String?
  @Option(help: "A name for the coding.") var name: String?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let coding = Coding(
      name: name, ground: try ground(), parts: try parts(), bearing: bearing, ifThen: ifThen, memo: memo)
    try printing.tell(try file.append(.coded(coding), by: author))
  }

  private func parts() throws(Complaint) -> [CodedPart] {
    let slots: [(CodingSlot, [String])] = [
      (.context, context), (.condition, condition), (.mechanism, mechanism), (.mechanismResource, resource),
      (.mechanismReasoning, reasoning), (.outcome, outcome), (.entryPoint, entryPoint), (.theme, theme),
    ]
    var parts: [CodedPart] = []
    for (slot, texts) in slots {
      for text in texts {
        guard let part = CodedPart(text, slot: slot, inference: inference) else {
          throw Complaint("--\(slot.rawValue) is empty. Give a code, such as 'less open talk'.")
        }
        parts.append(part)
      }
    }
    guard !parts.isEmpty else {
      throw Complaint("Nothing is coded. Give a slot, such as --context 'less open talk'.")
    }
    return parts
  }

  private func ground() throws(Complaint) -> CodingGround {
    if let passage {
      guard source == nil, let act = MarkedPassage.act(named: passage) else {
        throw Complaint("--passage takes the name of a passage, such as p12, and goes without --source.")
      }
      return .passage(act)
    }
    guard let source else {
      throw Complaint("Say what is coded: --passage p12, or --source KEY with a place in it.")
    }
    if let section, let paragraph, (1...10_000).contains(paragraph), table == nil, row == nil {
      return .place(source: source, .paragraph(paragraph, section: section))
    }
    if let table, let row, section == nil, paragraph == nil {
      return .place(source: source, .row(row, table: table, heading: nil, number: nil))
    }
    throw Complaint("Say where in \(source): --section and --paragraph (from 1), or --table and --row.")
  }
}

struct CodingsOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codings", abstract: "The codings: who coded what, where, in which slots.")
  @OptionGroup var file: ReviewFile
  @Option(help: "Those of this coder alone.") var coder: String?
  @Option(help: "Those of this source alone.") var source: String?
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    let synthesis = try file.use { try $0.synthesis() }
    let shown = synthesis.codings.filter { made in
      (coder.map { $0 == made.by } ?? true)
        && (source.map { $0 == synthesis.source(of: made.coding.ground) } ?? true)
    }
    let teller = ReviewTeller()
    try printing.take(teller.codings(shown), asDocument: teller.codingTable(shown)) {
      try Console.json(shown.map { LoggedAct(number: $0.act, at: $0.at, by: $0.by, act: .coded($0.coding)) })
    }
  }
}

struct CodesOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes", abstract: "The codes: how often, in which slots, and what each stands for.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  private struct Fields: Encodable {
    let code: String
    let uses: Int
    let sources: [String]
    let slots: [CodingSlot]
    let concept: String?
    let isReversed: Bool?
  }

  func run() throws {
    try printing.refuse(over: [file.review])
    let synthesis = try file.use { try $0.synthesis() }
    try printing.take(ReviewTeller().codes(synthesis)) {
      try Console.json(
        synthesis.codesInUse.map {
          Fields(
            code: $0.code, uses: $0.parts, sources: $0.sources, slots: $0.slots,
            concept: $0.meaning?.concept.text,
            isReversed: $0.meaning?.isReversed)
        })
    }
  }
}

struct MergeCodes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-codes", abstract: "Put codes together under one, or rename one.",
    discussion: """
      A code with “reversed ” before it is the other end: barriers are mostly success factors reversed.

        realist review merge-codes mine.realist --into 'open talk' 'talking' 'reversed secrecy' --because 'the same'
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The codes.") var codes: [String]
  @Option(help: "The code that stands for all of them.") var into: String
  @Option(help: "Why.") var because: String?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let uses = try codes.map { text in
      guard let use = CodeUse(written: text) else {
        throw Complaint("One of the codes is empty. Name the codes that are put together.")
      }
      return use
    }
    let merge = CodeMerge(codes: uses, into: into, because: because)
    try printing.tell(try file.append(.codesMerged(merge), by: author))
  }
}

struct SplitCode: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split-code", abstract: "Put single parts of codings under another code.",
    discussion: "  realist review split-code mine.realist 12.1 15.2 --into 'talk with managers'")
  @OptionGroup var file: ReviewFile
  @Argument(help: "The parts: the number of a coding and of its part, such as 12.1.") var parts: [String]
  @Option(help: "The code under which they stand from now on.") var into: String
  @Option(help: "Why.") var because: String?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func run() throws {
    let uses = try parts.map { text throws(Complaint) in try PartUse.read(text) }
    let split = CodeSplit(parts: uses, into: into, because: because)
    try printing.tell(try file.append(.codeSplit(split), by: author))
  }
}

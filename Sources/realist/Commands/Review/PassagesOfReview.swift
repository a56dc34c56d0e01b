import Documents
import ArgumentParser
import Reporting
import Review

struct PassagesOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passages", abstract: "Passages of texts: mark, list, show, check.",
    discussion: """
        realist review passages mark mine.realist 1 'doubts went once both sides had met'
        realist review passages show mine.realist p12
        realist review passages check mine.realist
      """,
    subcommands: [MarkPassage.self, ListPassages.self, ShowPassage.self, CheckPassages.self])
}

struct MarkPassage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Mark a passage by its words, or by its place.",
    discussion: """
      The words may be broken or set otherwise than in the text: its own are kept. Where they stand at several places, say which.

        realist review passages mark mine.realist 1 'doubts went once both sides had met'
        realist review passages mark mine.realist 1 'doubts went' --page 3 --prefix 'Over the years, '
        realist review passages mark mine.realist 1 --from 1200 --to 1260
      """)
  @OptionGroup var file: ReviewFile
  @Argument(help: "The text's number.") var text: Int
  @Argument(help: "The words.") var words: String?
  @Option(help: ArgumentHelp("What stands right before the words.", valueName: "words")) var prefix: String =
    ""
  @Option(help: ArgumentHelp("What stands right after the words.", valueName: "words")) var suffix: String =
    ""
  @Option(help: "On which page they stand.") var page: String?
  @Option(help: ArgumentHelp("Where it starts, in signs (code points) from 0.", valueName: "place")) var from:
    Int?
  @Option(help: ArgumentHelp("Where it ends: the first place that is no part of it.", valueName: "place"))
  var to: Int?
  @OptionGroup var author: Author
  @OptionGroup var printing: ActPrinting

  func validate() throws {
    guard (words != nil) != (from != nil && to != nil), (from == nil) == (to == nil) else {
      throw ValidationError("Name a passage by its words, or by --from and --to.")
    }
  }

  func run() throws {
    let name = try author.name()
    try file.use { review in
      let logged =
        if let from, let to {
          try review.mark(PositionSelector(start: from, end: to), in: text, by: name)
        } else {
          try review.mark(
            QuoteSelector(exact: words ?? "", prefix: prefix, suffix: suffix), in: text, page: page, by: name)
        }
      try printing.tell(logged, "Passage p\(logged.number), \(logged.by): \(logged.act.told)".withFullStop)
    }
  }
}

struct ListPassages: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "The passages.")
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("Those of this source alone.", valueName: "key")) var source: String?
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let material = try review.material()
      if let source, material.source(source) == nil {
        throw Complaint(
          "There is no source \(source.onOneLine). See them: realist review sources \(file.review)")
      }
      let passages = material.passages.filter { source == nil || material.source(of: $0.passage) == source }
      try printing.take(ReviewTeller().passages(passages, material)) {
        try Console.json(passages.map { PassageFields($0, material) })
      }
    }
  }
}

struct ShowPassage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Open a passage, held against its text once more, with what was coded on it.")
  @OptionGroup var file: ReviewFile
  @Argument(help: "Its name, such as p12.") var passage: PassageName
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let (marked, isVerified) = try review.passage(passage.act)
      let synthesis = try review.synthesis()
      let (material, codings) = (synthesis.material, synthesis.codings(onPassage: passage.act))
      try printing.take(
        ReviewTeller().passage(marked, isVerified: isVerified, material, codings: codings)
      ) {
        try Console.json(
          PassageFields(marked, material, isVerified: isVerified, codings: codings.map(\.name)))
      }
    }
  }
}

struct CheckPassages: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Hold every passage against its text, and every text against its checksum.",
    discussion: "It ends with 1 where something isn't as it was.")
  @OptionGroup var file: ReviewFile
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    let check = try file.use { try $0.checkPassages() }
    try printing.take(ReviewTeller().check(check)) { try Console.json(Fields(check)) }
    guard check.faults.isEmpty else { throw ExitCode(1) }
  }

  private struct Fields: Encodable {
    let passages: Int
    let texts: Int
    let lost: [String]
    let faults: [Fault]

    struct Fault: Encodable {
      let subject: String
      let words: String
    }

    init(_ check: PassageCheck) {
      (passages, texts, lost) = (check.passages, check.texts, check.lost)
      faults = check.faults.map { Fault(subject: $0.subject, words: $0.words) }
    }
  }
}

/// The name of a passage, as a person types it: `p12`, or `12`.
struct PassageName: ExpressibleByArgument {
  let act: Int

  init?(argument: String) {
    guard let act = MarkedPassage.act(named: argument) else { return nil }
    self.act = act
  }
}

/// A passage, as data.
struct PassageFields: Encodable {
  let passage: String
  let source: String?
  let selectors: Passage
  let by: String
  let isLost: Bool
  let isVerified: Bool?
  let codings: [String]?

  init(
    _ marked: MarkedPassage, _ material: ReviewMaterial, isVerified: Bool? = nil, codings: [String]? = nil
  ) {
    (passage, source, selectors) = (marked.name, material.source(of: marked.passage), marked.passage)
    (by, isLost, self.isVerified, self.codings) = (marked.by, marked.isLost, isVerified, codings)
  }
}

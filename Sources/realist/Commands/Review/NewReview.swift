import ArgumentParser
import Documents
import Reporting
import Review

struct NewReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new", abstract: "Begin a review in a new file.",
    discussion: "  realist review new mine.realist --title 'How mergers of hospitals work' --by 'Ann Lee'")
  @Argument(help: ArgumentHelp("The file to make.", valueName: "review")) var review: String
  @Option(help: "The review's title.") var title: String
  @OptionGroup var author: Author

  func run() throws {
    let made = try Review.create(review, title: title, by: try author.name())
    made.close()
    Console.print(
      "Began “\(title.onOneLine)” in \(review). Next: realist review protocol \(review) --set protocol.yaml")
  }
}

struct StatusOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Where the works of a review stand, now or after an earlier act.")
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("As it was after this act.", valueName: "act")) var asOf: Int?
  @OptionGroup var printing: RecordsPrinting

  func run() throws {
    try printing.refuse(over: [file.review])
    try file.use { review in
      let shown = try asOf.map { try review.state(asOf: $0) } ?? review
      let counts = try shown.counts()
      let page = ReviewTeller().status(counts, title: try review.title(), asOf: asOf)
      try printing.take(page) { try Console.json(counts) }
    }
  }
}

struct ProtocolOfReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protocol", abstract: "Set, change or show the protocol.",
    discussion: """
      The protocol is a small YAML document: question, criteria for each stage, who screens. A change of it keeps its \
      reason.

        realist review protocol mine.realist --set protocol.yaml --by 'Ann Lee'
        realist review protocol mine.realist --set new.yaml --because 'pilot: too narrow'
        realist review protocol mine.realist --format yaml > protocol.yaml
      """)
  @OptionGroup var file: ReviewFile
  @Option(help: ArgumentHelp("Take the protocol from this document.", valueName: "file"), completion: .file())
  var set: String?
  @Option(help: ArgumentHelp("Why the protocol changes.", valueName: "reason")) var because: String?
  @OptionGroup var author: Author
  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, json, yaml }
  @Option(help: "What to print: text, markdown, json or yaml.") var format: Format = .text
  @OptionGroup var options: TheoryOptions

  func run() throws {
    if let set { return try change(set) }
    if because != nil {
      throw Complaint("--because says why --set changes the protocol. Name a document with --set.")
    }
    try file.use { review in
      guard let plan = try review.reviewProtocol() else {
        throw Complaint(
          "\(file.review): no protocol is set yet. Set one: realist review protocol \(file.review) --set FILE"
        )
      }
      let page = ReviewTeller().plan(
        plan, changes: try review.acts([.protocolSet]), searches: try review.acts([.searchNoted]))
      switch format {
      case .text: options.print(page)
      case .markdown: Console.print(MarkdownRenderer().render(page))
      case .json: Console.print(try Console.json(plan))
      case .yaml: Console.print(ProtocolDocument.write(plan).text)
      }
    }
  }

  private func change(_ path: String) throws {
    let plan = try ProtocolDocument.read(path: path)
    let name = try author.name()
    try file.use { review in
      let logged = try review.append(.protocolSet(ProtocolChange(document: plan, because: because)), by: name)
      let stages = plan.usedStages.map(\.name).joined(separator: ", ")
      Console.print("Set the protocol (act \(logged.number)). Stages: \(stages).")
    }
  }
}

public import ArgumentParser
public import Casework
import ProgrammeTheory
import Reporting

struct ExportTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract:
      "Write a theory for another program: Graphviz, networkx, Gephi, Mermaid, Kumu, a word processor.",
    discussion: """
        realist theory export --to graphml --as configurations > theory.graphml
        realist theory export my-theory/ --to kumu --output theory.json
        realist theory export --to markdown | pandoc -o theory.docx

      As concepts, an edge is an arrow of one configuration. As configurations, these are nodes too, and an \
      edge is one literal of a slot, so that nothing of a configuration is lost. json is the whole document. \
      For tables see realist theory table, for references realist sources.
      """)
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case dot, graphml, mermaid, kumu, markdown, json
  }
  enum View: String, ExpressibleByArgument, CaseIterable { case concepts, configurations }

  @Option(help: "What to write: dot, graphml, mermaid, kumu, markdown or json.")
  var to: Format
  @Option(
    name: .customLong("as"),
    help: "For graphml and kumu, what the nodes are: concepts, or configurations as well.")
  var view: View?

  func validate() throws {
    guard view == nil || to == .graphml || to == .kumu else {
      throw ValidationError("--as goes with --to graphml and --to kumu only.")
    }
  }

  func run() throws {
    try destination.take(try text(of: try Shelf().theoryOrFirst(theory)), madeFrom: theory)
  }

  private func text(of theory: Theory) throws -> String {
    let graph = { ExportedGraph(theory, as: view == .configurations ? .configurations : .concepts) }
    return switch to {
    case .dot: SignedGraph(theory).dot(naming: theory)
    case .graphml: graph().graphML
    case .mermaid: SignedGraph(theory).mermaid(naming: theory)
    case .kumu: graph().kumu
    case .markdown: MarkdownRenderer().render(TheoryTeller(theory).document)
    case .json: try TheoryDocument.json(theory)
    }
  }
}

struct TableOfTheory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "table",
    abstract: "One of a theory's tables: studies, entry points, rows that are told, configurations.",
    discussion: """
        realist theory table studies
        realist theory table told --format markdown
        realist theory table configurations my-theory/ --format csv > cmocs.csv
        realist theory table cmocs my-theory/ --format docx --output table3.docx

      studies: the included studies and their characteristics. entry-points: with the works in which they were \
      found. middle-range-theories: with what they explain. told: what the source tells in rows of tables, in its \
      order. configurations: one a row, with all that is known. cmocs: the same as a paper prints them.
      """)
  @OptionGroup var options: TheoryOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: ArgumentHelp(
      "Which one: studies, entry-points, middle-range-theories, told, configurations or cmocs.",
      valueName: "table"))
  var which: TheoryTable
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, csv, docx }
  @Option(help: "What to write: text, markdown, csv or docx.") var format: Format = .text

  func validate() throws {
    guard format != .docx || destination.output != nil else {
      throw ValidationError("--format docx needs a file: --output FILE.docx")
    }
  }

  func run() async throws {
    let teller = TheoryTeller(try Shelf().theoryOrFirst(theory))
    if format == .docx, let output = destination.output {
      try destination.refuse(output, madeFrom: theory)
      return try await Console.saveWord(teller.page(of: which), to: output)
    }
    let text =
      switch format {
      case .text: options.text(teller.page(of: which), toFile: destination.output != nil)
      case .markdown: MarkdownRenderer().render(teller.page(of: which))
      case .csv: CSVRenderer().render(teller.table(which))
      case .docx: ""
      }
    try destination.take(text, madeFrom: theory)
  }
}

extension TheoryTable: ExpressibleByArgument {}

/// Where a command puts what it writes.
struct Destination: ParsableArguments {
  @Option(help: ArgumentHelp("Write to this file instead of the screen.", valueName: "file")) var output:
    String?

  /// Prints a text, or writes the whole of it to the file that was named.
  ///
  /// - Parameters:
  ///   - text: what to write.
  ///   - theory: the theory as the person named it, whose own files are not written over.
  /// - Throws: ``Complaint`` when the file is a document, or can't be written.
  func take(_ text: String, madeFrom theory: String?) throws(Complaint) {
    guard let output else { return Console.print(text) }
    try refuse(output, madeFrom: theory)
    try Console.save(text, to: output)
  }

  /// Refuses to write over the theory's own files.
  ///
  /// - Throws: ``Complaint`` when the file is a document.
  func refuse(_ output: String, madeFrom theory: String?) throws(Complaint) {
    try Console.refuse(toWrite: output, over: Console.documents(of: theory))
  }
}

extension Console {
  /// The files of a theory as the person named it, which nothing is written over.
  static func documents(of theory: String?) -> [String] {
    theory.map { [$0, "\($0)/\(TheoryDocument.referencesFile)"] } ?? []
  }
}

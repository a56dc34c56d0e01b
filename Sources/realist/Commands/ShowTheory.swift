import ArgumentParser
import Casework
import ProgrammeTheory
import Reporting

struct ShowTheory: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "What a theory holds.")
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  @Option(help: "What to print: text, or json (the whole document).") var format: TextOrJSON = .text

  func run() throws {
    let theory = try Shelf().theoryOrFirst(theory)
    switch format {
    case .text: options.print(TheoryTeller(theory).overview)
    case .json: Console.print(try TheoryDocument.json(theory))
    }
  }
}

struct GraphOfTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "graph",
    abstract: "The causal web of a theory: every arrow, with the configuration that makes it.")
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, dot }
  @Option(help: "What to print: text, json, or dot for Graphviz.") var format: Format = .text

  func run() throws {
    let theory = try Shelf().theoryOrFirst(theory)
    switch format {
    case .text: options.print(TheoryTeller(theory).graph)
    case .json: Console.print(try Console.json(SignedGraph(theory)))
    case .dot: Console.print(SignedGraph(theory).dot(naming: theory))
    }
  }
}

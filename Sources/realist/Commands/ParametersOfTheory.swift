import ArgumentParser
import Casework
import ProgrammeTheory
import Reporting

struct ParametersOfTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parameters",
    abstract: "Every number that the models of a theory draw: its range, whose it is, and why.",
    discussion: """
        realist theory parameters aunger-2021
        realist theory parameters --format csv > parameters.csv

      The theory gives directions and no sizes. These are the assumptions that a run rests on.
      """)
  @OptionGroup var options: TheoryOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, csv, json }
  @Option(help: "What to write: text, markdown, csv or json.") var format: Format = .text

  func run() throws {
    let teller = ParameterTeller(of: try Shelf().theoryOrFirst(theory), madeBy: RealistProgram.nameAndVersion)
    let text =
      switch format {
      case .text: options.text(teller.page, toFile: destination.output != nil)
      case .markdown: MarkdownRenderer().render(teller.page)
      case .csv: CSVRenderer().render(teller.table)
      case .json: try Console.json(teller.parameters)
      }
    try destination.take(text, madeFrom: theory)
  }
}

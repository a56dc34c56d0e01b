import ArgumentParser
import ProgrammeTheory

struct CheckTheory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Where a theory contradicts itself, and what it says of itself that doesn't hold.",
    discussion: """
      Findings are about the theory, and don't make the command fail; faults of the document do (exit code 2).

        realist theory check aunger-2021
        realist theory check my-theory --full
        realist theory check aunger-2021 --format json | jq '.findings[].kind'
      """)
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?
  @Option(help: "What to print: text or json.") var format: TextOrJSON = .text
  @Flag(help: "Print every finding with its places, and not only an overview.") var full = false

  func run() throws {
    let report = try Shelf().theoryOrFirst(theory).findingReport
    switch format {
    case .text:
      Console.print(
        report.lines(columns: options.width, detail: full ? .full : .overview).joined(separator: "\n"))
    case .json: Console.print(try Console.json(report))
    }
  }
}

import ArgumentParser
import Casework
import ProgrammeTheory

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "The works that a theory rests on, and how much each supports.",
    discussion: """
        realist sources
        realist sources aunger-2021 --role included
      """)
  @OptionGroup var options: TheoryOptions
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Role: String, ExpressibleByArgument, CaseIterable {
    case included
    case middleRange = "middle-range"
    case other
  }

  @Option(help: "Only those of this role: included, middle-range or other.") var role: Role?

  func run() throws {
    options.print(
      TheoryTeller(try Shelf().theoryOrFirst(theory)).sources(
        of: role.flatMap { Source.Role(rawValue: $0.rawValue) }))
  }
}

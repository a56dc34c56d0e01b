import ArgumentParser
import Bibliography
import Casework
import ProgrammeTheory

struct SourcesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources", abstract: "The works that a theory rests on, and how much each supports.",
    discussion: """
        realist sources
        realist sources aunger-2021 --role included
        realist sources --format ris --output sources.ris
      """)
  @OptionGroup var options: TheoryOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  @Option(help: "Only those of this role: included, middle-range or other.") var role: Source.Role?

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, ris, bibtex
    case cslJSON = "csl-json"
  }

  @Option(help: "What to write: text, ris, bibtex or csl-json.") var format: Format = .text

  func run() throws {
    let theory = try Shelf().theoryOrFirst(self.theory)
    let references = theory.references.filter { role == nil || theory.role(of: $0.id) == role }
    let list = try ReferenceList(references)
    let text =
      switch format {
      case .text: options.text(TheoryTeller(theory).sources(of: role), toFile: destination.output != nil)
      case .ris: list.ris(keywords: theory.sourceKeywords)
      case .bibtex: list.bibtex(keywords: theory.sourceKeywords)
      case .cslJSON: list.csl
      }
    try destination.take(text, madeFrom: self.theory)
  }
}

import ArgumentParser
import Casework
import Documents
import ProgrammeTheory
import Reporting

struct CheckCase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Look a case through: what is missing, came late, has no source, or has no place in the theory.",
    discussion: """
      Findings are for whoever writes the case, and don't make the command fail; faults of the document do (exit \
      code 2).

        realist case check mine.yaml
        realist case check mine.yaml --format json | jq '.findings[].kind'
      """)
  @OptionGroup var options: TheoryOptions

  @Argument(help: ArgumentHelp("A bundled case, or the path of a case document.", valueName: "case"))
  var subject: String

  @Option(help: "A bundled theory, or the path of one. Without it, the theory that the case names.")
  var theory: String?

  @Option(help: "What to print: text or json.") var format: TextOrJSON = .text

  func run() throws {
    let shelf = Shelf()
    let subject = try shelf.caseDocument(subject)
    let theory = try theory(for: subject, from: shelf)
    let check = CaseCheck(of: subject, by: theory)
    switch format {
    case .text: options.print(check.page(of: subject, by: theory, madeBy: RealistProgram.nameAndVersion))
    case .json: Console.print(try Console.json(check))
    }
  }

  /// The theory that was asked for or that the case names; `nil` where the case names one that isn't bundled, which is a
  /// finding. A theory that is there and faulty is a fault.
  private func theory(for subject: Case, from shelf: Shelf) throws -> Theory? {
    do {
      return try shelf.theory(theory, for: subject)
    } catch let complaint as Complaint where theory == nil && subject.theory != nil && complaint.code == 2 {
      return nil
    }
  }
}

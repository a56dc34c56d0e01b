import ArgumentParser
import Foundation

/// The command; thin: it finds documents, asks the libraries, and prints what they say.
struct RealistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "realist",
    abstract: "Hold a real collaboration against a programme theory.",
    discussion: """
      A programme theory says how collaborations work, for whom and why, as \
      context-mechanism-outcome configurations. Describe yours in a case document, and ask what the theory says of it:

        realist list                            what is bundled
        realist assess enforced-merger          what a theory says of a case
        realist assess mine.yaml --html a.html  the same as a page to print
        realist serve                           all of this in a browser
        realist case new mine.yaml              describe a case, question by question
        realist theory show                     what a theory holds
        realist theory paths FROM TO            how one concept leads to another
        realist theory why CONCEPT              what brings a concept about
        realist theory check aunger-2021        where it contradicts itself
        realist forecast enforced-merger        what may come of a case
        realist advise enforced-merger          what helps, and when
        realist run aunger-2021                 run the models that a theory allows
        realist records read export.ris         what an export of records holds
        realist review new mine.realist         a review in one file

      Exit codes: 0 done; 1 something failed that isn't your doing; 2 what was given can't be used, and \
      nothing was written; 130 interrupted.
      """,
    version: RealistProgram.version,
    subcommands: [
      AssessCommand.self, CaseCommand.self, TheoryCommand.self, SourcesCommand.self, ListCommand.self,
      SchemaCommand.self, ForecastCommand.self, AdviseCommand.self, ComparePlansCommand.self, RunCommand.self,
      ModelCommand.self, RecordsCommand.self, ReviewCommand.self, ServeCommand.self, BackupCommand.self,
      RestoreCommand.self,
    ])
}

/// Who this program is.
enum RealistProgram {
  static let version = "0.1.0"
  static let nameAndVersion = "realist \(version)"
}

@main
enum Main {
  /// Runs the command and turns whatever comes of it into one of the documented exit codes.
  static func main() async {
    QuickBuild.handOver()
    do {
      var command = try RealistCommand.parseAsRoot()
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      leave(with: error)
    }
  }

  private static func leave(with error: any Error) -> Never {
    let message = RealistCommand.fullMessage(for: error)
    switch RealistCommand.exitCode(for: error) {
    case .success:
      Console.print(message)
      exit(0)
    case .validationFailure:
      Console.complain(message)
      exit(2)
    default:
      let complaint = Complaint(of: error)
      Console.complain(complaint.message)
      exit(complaint.code)
    }
  }
}

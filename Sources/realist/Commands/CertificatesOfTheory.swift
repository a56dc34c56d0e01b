import ArgumentParser
import Casework
import Dynamics
import ProgrammeTheory
import Reporting

struct CertificatesOfTheory: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates",
    abstract: "What is certain of each action whatever the strengths, and what keeps the other signs open.",
    discussion: """
        realist theory certificates aunger-2021
        realist theory certificates --fact 'more CONCEPT' --do ACTION
        realist theory certificates --draws 25000

      Proved from signs, for what is known. With --draws each proof is held against so many models for each way \
      of drawing strengths, with the action and without it; that proves nothing, and would find a fault.
      """)
  @OptionGroup var options: TheoryOptions
  @OptionGroup var start: StartOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?
  @Option(help: "How many models each proof is held against, for each way of drawing strengths.") var draws:
    Int?
  @Option(help: "How many rounds of work, from 1 to 100, with --draws.") var rounds: Int = 20
  @Option(help: "What everything is drawn from, with --draws.") var seed: UInt64 = 1

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, csv }
  @Option(help: "What to write: text, markdown or csv.") var format: Format = .text

  func validate() throws {
    guard EnsembleSettings.possibleRounds.contains(rounds) else {
      throw ValidationError("--rounds takes a number from 1 to 100.")
    }
    guard (1...DrawSequence.most).contains(draws ?? 1) else {
      throw ValidationError("--draws takes a number from 1 to \(DrawSequence.most).")
    }
  }

  func run() async throws {
    let theory = try Shelf().theoryOrFirst(theory)
    var from = try start.start(of: theory)
    if from.levers.isEmpty { from.levers = theory.levers.map(\.id) }
    let certificates = Certificates(theory, from)
    var trial: CertificateTrial?
    if let draws {
      let progress = Progress("actions")
      defer { progress.finish() }
      trial = try await CertificateTrial(
        of: certificates, from.levers, on: theory.concepts.map(\.id),
        EnsembleSettings(rounds: rounds, draws: draws, seed: seed), threads: RunWork.processors,
        progress: progress.tell)
    }
    let teller = CertificateTeller(
      of: certificates, theory, heldAgainst: trial, madeBy: RealistProgram.nameAndVersion)
    let text =
      switch format {
      case .text: options.text(teller.page, toFile: destination.output != nil)
      case .markdown: MarkdownRenderer().render(teller.page)
      case .csv: CSVRenderer().render(teller.table)
      }
    try destination.take(text, madeFrom: self.theory)
    if let trial, trial.contradictions > 0 {
      throw Complaint(
        "\(trial.contradictions) comparisons contradict what is proved. Please report it.", code: 1)
    }
  }
}

import ArgumentParser
import Casework
import Dynamics
import ProgrammeTheory
import Reporting

struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the models that a theory allows, and tell what they have in common.",
    discussion: """
        realist run aunger-2021 --rounds 20 --draws 10000 --seed 1
        realist run --fact 'less CONCEPT' --do ACTION@3 --format csv > run.csv
        realist run --draws 100000 --shard 1/4 --output part1   (then 2/4 and so on)
        realist run --draws 100000 --merge part1 --merge part2 --merge part3 --merge part4

      For modellers. What is certain whatever the strengths comes first, then what was seen always or never, \
      then shares of models with their range. The same theory, seed and version give the same bytes, whatever \
      the number of threads and parts. realist theory show lists concepts; realist theory parameters lists \
      the numbers that are drawn.
      """)
  @OptionGroup var options: TheoryOptions
  @OptionGroup var start: StartOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  @Option(help: "How many rounds of work, from 1 to 100.") var rounds: Int = 20
  @Option(help: "How many models for each way of drawing strengths, from 1 to 100000000.") var draws: Int =
    10_000
  @Option(help: "What everything is drawn from.") var seed: UInt64 = 1
  @Option(help: "How many threads share the work, from 1 to 256. Without it, as many as the machine has.")
  var threads: Int?
  @Option(
    help: ArgumentHelp(
      "Run only a part, such as 1/4, and write what was counted with --output.", valueName: "part/parts"))
  var shard: String?
  @Option(
    help: ArgumentHelp(
      "Add up a part that was run with --shard. Give it again for each part.", valueName: "file"))
  var merge: [String] = []
  @Flag(help: "Leave out the statements of order, which take longest.") var noOrders = false
  @Flag(help: "Work the statements of order out anew, and don't keep them.") var noCache = false
  @Flag(help: "Run in single precision, which is quicker and has 7 digits.") var single = false

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, markdown, csv, json }
  @Option(help: "What to write: text, markdown, csv or json.") var format: Format = .text

  func validate() throws {
    guard EnsembleSettings.possibleRounds.contains(rounds) else {
      throw ValidationError("--rounds takes a number from 1 to 100.")
    }
    guard (1...DrawSequence.most).contains(draws) else {
      throw ValidationError("--draws takes a number from 1 to \(DrawSequence.most).")
    }
    guard (1...256).contains(threads ?? 1) else {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
    _ = try part()
    guard shard == nil || merge.isEmpty else {
      throw ValidationError("--shard and --merge don't go together.")
    }
    guard shard == nil || destination.output != nil else {
      throw ValidationError("--shard writes a file of counts: say which with --output.")
    }
  }

  private func part() throws -> Shard {
    guard let shard else { return .whole }
    let numbers = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard numbers.count == 2, let part = Shard(numbers[0], of: numbers[1]) else {
      throw ValidationError("--shard takes a part of so many, such as 1/4.")
    }
    return part
  }

  func run() async throws {
    let theory = try Shelf().theoryOrFirst(theory)
    let settings = EnsembleSettings(rounds: rounds, draws: draws, seed: seed, isSingle: single)
    let work = RunWork(
      theory: theory, start: try start.start(of: theory), plan: try start.plan(of: theory),
      settings: settings,
      threads: threads ?? RunWork.processors, tryOrders: !noOrders, keepsOrders: !noCache)
    if let output = destination.output, shard != nil {
      return try PartFile.write(try await work.part(try part()), to: output)
    }
    let parts = try merge.map { try PartFile.read($0) }
    let run = try await work.run(adding: parts)
    try destination.take(try text(of: run), madeFrom: self.theory)
  }

  private func text(of run: ModelRun) throws -> String {
    let program = RealistProgram.nameAndVersion
    return switch format {
    case .text: options.text(ModelRunTeller(of: run, madeBy: program).page, toFile: destination.output != nil)
    case .markdown: MarkdownRenderer().render(ModelRunTeller(of: run, madeBy: program).page)
    case .csv: CSVRenderer().render(ModelRunRecord(run, madeBy: program).table)
    case .json: try Console.json(ModelRunRecord(run, madeBy: program))
    }
  }
}

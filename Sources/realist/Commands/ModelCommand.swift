import ArgumentParser
import Casework
import Dynamics
import ProgrammeTheory
import Reporting

struct ModelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "model",
    abstract: "Write one of the models that a theory allows, for another simulator.",
    discussion: """
        realist model aunger-2021 --to xmile --draw 7 --output model.stmx
        realist model --to adjacency > arrows.csv
        realist model --to trace --count 10 > courses.json

      xmile: the whole model (XMILE 1.0), without luck. adjacency: its arrows with their strengths as drawn. \
      trace: what every variable holds at every step, as JSON, for as many models as --count says, with the \
      parameters of each, by the names that they have in the XMILE document.
      """)
  @OptionGroup var start: StartOptions
  @OptionGroup var destination: Destination
  @Argument(
    help: "A bundled theory, or the path of one. Without it, the first that is bundled.",
    completion: .theories)
  var theory: String?

  enum Format: String, ExpressibleByArgument, CaseIterable { case xmile, adjacency, trace }
  @Option(help: "What to write: xmile, adjacency or trace.") var to: Format
  @Option(help: "Which model, from 0.") var draw: Int = 0
  @Option(help: "How many models there are in all, as in realist run.") var draws: Int = 10_000
  @Option(help: "What everything is drawn from.") var seed: UInt64 = 1
  @Option(help: "How many rounds of work, from 1 to 100.") var rounds: Int = 20
  @Option(help: "How many models a trace tells, from --draw on.") var count: Int = 1
  @Option(help: "How strengths are drawn: log-uniform, uniform, mostly-weak or mostly-strong.")
  var prior: Way = .logUniform

  /// A way of drawing strengths, as a word without spaces.
  enum Way: String, ExpressibleByArgument, CaseIterable {
    case logUniform = "log-uniform"
    case uniform
    case mostlyWeak = "mostly-weak"
    case mostlyStrong = "mostly-strong"

    var prior: Prior {
      switch self {
      case .logUniform: .logUniform
      case .uniform: .uniform
      case .mostlyWeak: .mostlyWeak
      case .mostlyStrong: .mostlyStrong
      }
    }
  }

  func validate() throws {
    guard EnsembleSettings.possibleRounds.contains(rounds) else {
      throw ValidationError("--rounds takes a number from 1 to 100.")
    }
    guard (1...DrawSequence.most).contains(draws) else {
      throw ValidationError("--draws takes a number from 1 to \(DrawSequence.most).")
    }
    guard (0..<draws).contains(draw) else {
      throw ValidationError("--draw takes a number from 0 to \(draws - 1).")
    }
    guard (1...1000).contains(count), draw + count <= draws else {
      throw ValidationError("--count takes a number from 1 to 1000, and no more than there are models.")
    }
    guard count == 1 || to == .trace else { throw ValidationError("--count goes with --to trace only.") }
  }

  func run() throws {
    let theory = try Shelf().theoryOrFirst(theory)
    let sequence = DrawSequence(seed: seed, count: draws)
    let plan = try start.plan(of: theory)
    let model = Model(theory, try start.start(of: theory))
    let text: String
    switch to {
    case .xmile:
      text =
        XMILE(
          model, title: theory.identity.title, draw: draw, of: sequence, prior: prior.prior, rounds: rounds,
          plan: plan
        ).document
    case .adjacency:
      text = CSVRenderer().render(Adjacency(theory, draw: draw, of: sequence, prior: prior.prior).table)
    case .trace:
      let record = TraceRecord(
        model, draws: draw..<draw + count, of: sequence, prior: prior.prior, rounds: rounds, plan: plan)
      text = try Console.json(record, isPretty: false)
    }
    try destination.take(text, madeFrom: self.theory)
  }
}

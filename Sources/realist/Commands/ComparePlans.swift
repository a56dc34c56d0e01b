import ArgumentParser
import Casework
import ProgrammeTheory
import Reporting

struct ComparePlansCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare-plans",
    abstract: "Set plans for a case side by side, on the same models.",
    discussion: """
      A plan is a YAML file that names actions of the theory and when each begins. Every plan is run beside doing \
      nothing more and beside every other.

        realist compare-plans my-case.yaml --plan first.yaml --plan second.yaml

        format: realist-plan/1
        id: agree-first
        title: Agree first
        actions:
          - {do: ACTION, from: 1}
          - {do: ACTION, from: 4, until: 8}
      """)

  @OptionGroup var of: CaseOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var printing: PagePrinting

  @Option(
    help: "How many models in all, from 4 up; each of the 4 ways of drawing strengths has its equal part.")
  var draws: Int = 10_000

  @Option(name: .customLong("plan"), help: ArgumentHelp("A plan. Give it again for each.", valueName: "file"))
  var plans: [String] = []

  func validate() throws {
    try ModelOptions.check(draws: draws)
    guard (1...PlanComparison.most).contains(plans.count) else {
      throw ValidationError("Give from 1 to \(PlanComparison.most) plans, each with --plan.")
    }
  }

  func run() async throws {
    let work = try CaseWork(of, beside: nil)
    try printing.refuse(over: work.paths + plans)
    let setting = PlanComparison.setting(
      of: work.subject, by: work.theory, asOf: of.date, rounds: models.rounds)
    let plans = try plans.map { try PlanDocument.read(path: $0, for: setting) }
    let progress = Progress()
    defer { progress.finish() }
    let comparison = try await PlanComparison(
      of: plans, for: work.subject, by: work.theory, asOf: of.date, models.settings(models: draws),
      progress: progress.tell)
    progress.finish()
    let program = RealistProgram.nameAndVersion
    try await printing.take({ _ in PlanTeller(of: comparison, madeBy: program).page }) {
      try Console.json(PlanRecord(comparison, madeBy: program))
    }
  }
}

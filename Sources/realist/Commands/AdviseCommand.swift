import ArgumentParser
import Casework
import Documents
import Dynamics
import ProgrammeTheory
import Reporting

struct AdviseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "Say which actions help in a case, when, and on what that hangs.",
    discussion: """
      Runs every action of the theory beside doing nothing more, on the same models, and tells in how many it ends \
      better or worse, and when it can still begin; then pairs and triples. Doing nothing more, a looser \
      arrangement and not to collaborate are always among the options.

        realist advise enforced-merger
        realist advise my-case.yaml --levers ACTION,ACTION --most 2
        realist advise my-case.yaml --html advice.html

      realist theory show --format json lists the actions.
      """)

  @OptionGroup var of: CaseOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var printing: PagePrinting

  @Option(
    help: "How many models in all, from 4 up; each of the 4 ways of drawing strengths has its equal part.")
  var draws: Int = 2_000

  @Option(
    help: ArgumentHelp(
      "The actions that are thought of, with commas between. All pairs of them are run. Without it, all that the theory has.",
      valueName: "actions"))
  var levers: String?

  @Option(help: "How many actions are put together at most: 1, 2 or 3.") var most: Int = 3

  /// All pairs of as many actions still run in seconds.
  private static let mostLevers = 20

  func validate() throws {
    try ModelOptions.check(draws: draws)
    guard (1...3).contains(most) else { throw ValidationError("--most takes 1, 2 or 3.") }
  }

  func run() async throws {
    let work = try CaseWork(of, beside: nil)
    try printing.refuse(over: work.paths)
    let levers = try levers(in: work.theory)
    let progress = Progress()
    defer { progress.finish() }
    let advice = try await Advice(
      of: work.subject, by: work.theory, asOf: of.date, levers: levers, most: most,
      models.settings(models: draws), progress: progress.tell)
    progress.finish()
    let program = RealistProgram.nameAndVersion
    try await printing.take({ AdviceTeller(of: advice, madeBy: program, detail: $0).page }) {
      try Console.json(AdviceRecord(advice, madeBy: program))
    }
  }

  private func levers(in theory: Theory) throws -> [Lever.ID]? {
    guard let levers else {
      guard theory.levers.isEmpty else { return nil }
      throw Complaint("The theory \(theory.identity.id) names no actions, so there is nothing to advise.")
    }
    let words = levers.split(separator: ",").map { String($0.drop { $0 == " " }) }
    guard !words.isEmpty, words.count <= Self.mostLevers else {
      throw Complaint("--levers takes from 1 to \(Self.mostLevers) actions, with commas between.")
    }
    return try words.map { try theory.leverNamed($0) }
  }
}

extension Theory {
  /// The action of an identifier that a person typed.
  ///
  /// - Throws: ``Complaint`` when the theory has no such action.
  func leverNamed(_ word: String) throws(Complaint) -> Lever.ID {
    if let id = Lever.ID(word), levers.contains(where: { $0.id == id }) { return id }
    let nearest = word.nearest(among: levers.map(\.id.text)).map { " Did you mean \($0)?" } ?? ""
    throw Complaint(
      "The theory has no action “\(word)”.\(nearest) See them all with: realist theory show \(identity.id) --format json"
    )
  }
}

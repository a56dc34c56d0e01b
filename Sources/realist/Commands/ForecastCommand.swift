import ArgumentParser
import Casework
import Dynamics
import ProgrammeTheory
import Reporting

struct ForecastCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forecast",
    abstract: "Say what a theory implies for a case over the next rounds of work.",
    discussion: """
      Runs many models that the theory allows, from what is known of the case, and tells what they have in common: \
      what is certain whatever the strengths, what comes always, never or in some, and what it hinges on. Shares of \
      models are told as ranges and are no probabilities.

        realist forecast enforced-merger
        realist forecast access-aco --as-of 2015
        realist forecast my-case.yaml --html forecast.html
        realist forecast my-case.yaml --shard 1/4 --output part-1

      What happened starts the forecast again from its date; --as-of gives back what could be forecast then.
      """)

  @OptionGroup var of: CaseOptions
  @OptionGroup var models: ModelOptions
  @OptionGroup var sharing: ShardOptions
  @OptionGroup var printing: PagePrinting

  @Option(
    help: "How many models in all, from 4 up; each of the 4 ways of drawing strengths has its equal part.")
  var draws: Int = 10_000

  @Option(help: "Set another case beside this one. May be given several times.", completion: .cases)
  var beside: [String] = []

  func validate() throws {
    try ModelOptions.check(draws: draws)
    guard sharing.shard == nil || printing.output != nil else {
      throw ValidationError("--shard writes a file of counts: say which with --output.")
    }
  }

  func run() async throws {
    let work = try CaseWork(of, beside: beside)
    let settings = models.settings(models: draws)
    let orders = models.orders(of: work.theory)
    if sharing.shard != nil, let output = printing.output {
      return try PartFile.write(try await part(work, settings, orders), to: output)
    }
    let whole = try sharing.whole(
      of: Forecast.model(of: work.subject, by: work.theory, asOf: of.date), settings.ensemble)
    try printing.refuse(over: work.paths)
    let progress = Progress()
    defer { progress.finish() }
    let forecast = try await Forecast(
      of: work.subject, by: work.theory, asOf: of.date, beside: work.others, settings, adding: whole,
      orders: orders, progress: progress.tell)
    progress.finish()
    let program = RealistProgram.nameAndVersion
    try await printing.take({ ForecastTeller(of: forecast, madeBy: program, detail: $0).page }) {
      try Console.json(ForecastRecord(forecast, madeBy: program))
    }
  }

  private func part(
    _ work: CaseWork, _ settings: ForecastSettings, _ orders: Forecast.OrderSource
  ) async throws -> EnsemblePart {
    let model = Forecast.model(of: work.subject, by: work.theory, asOf: of.date)
    let trials = try await orders(model.start.partners, settings.ends)
    let (progress, shard) = (Progress("models"), try sharing.part())
    defer { progress.finish() }
    return EnsemblePart(
      try await Ensemble(
        running: model, settings.ensemble, orders: trials, shard: shard, threads: settings.threads,
        progress: progress.tell), shard)
  }
}

/// A case with its theory and the cases that are set beside it.
struct CaseWork {
  let subject: Case
  let theory: Theory
  let others: [Case]
  /// Where the documents stand that are read.
  let paths: [String]

  /// - Parameter beside: the cases that are set beside it; an empty list takes those that the case names, `nil` none.
  init(_ options: CaseOptions, beside: [String]?) throws {
    let shelf = Shelf()
    let path = try shelf.casePath(options.subject)
    let subject = try CaseDocument.read(path: path)
    let others =
      beside == []
      ? try subject.beside.map { try shelf.casePath($0, from: path) }
      : try (beside ?? []).map { try shelf.casePath($0) }
    self.subject = subject
    theory = try shelf.theory(options.theory, for: subject)
    self.others = try others.map { try CaseDocument.read(path: $0) }
    paths = [path] + others
  }
}

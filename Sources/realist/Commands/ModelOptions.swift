import ArgumentParser
import Bibliography
import Casework
import Dynamics
import ProgrammeTheory

/// How many models are run for a case, for how long, on how many threads.
struct ModelOptions: ParsableArguments {
  @Option(help: "How many rounds of work, from 1 to 100.") var rounds: Int = 20
  @Option(help: "What everything is drawn from.") var seed: UInt64 = 1
  @Option(help: "How many threads share the work. Without it, as many as the machine has.") var threads: Int?
  @Flag(help: "Leave out the theory's statements of order, which take longest the first time.")
  var noOrders = false
  @Flag(help: "Work the statements of order out anew, and don't keep them.") var noCache = false

  func validate() throws {
    guard EnsembleSettings.possibleRounds.contains(rounds) else {
      throw ValidationError("--rounds takes a number from 1 to 100.")
    }
    guard (1...256).contains(threads ?? 1) else {
      throw ValidationError("--threads takes a number from 1 to 256.")
    }
  }

  /// The settings for a number of models.
  func settings(models: Int) -> ForecastSettings {
    ForecastSettings(
      rounds: rounds, models: models, seed: seed, threads: threads ?? RunWork.processors)
  }

  /// Where the statements of order come from.
  func orders(of theory: Theory) -> Forecast.OrderSource {
    let (leavesOut, keeps, threads) = (noOrders, !noCache, threads ?? RunWork.processors)
    return { partners, settings in
      if leavesOut { return nil }
      return try await OrderShelf.orders(of: theory, partners, settings, threads: threads, keeps: keeps)
    }
  }

  /// Checks how many models are asked for.
  static func check(draws: Int) throws {
    guard ForecastSettings.possibleModels.contains(draws) else {
      throw ValidationError(
        "--draws takes a number from \(ForecastSettings.possibleModels.lowerBound) to \(ForecastSettings.possibleModels.upperBound)."
      )
    }
  }
}

/// A part of the work, such as 1/4.
struct ShardOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Run only a part, such as 1/4, and write what was counted with --output.", valueName: "part/parts"))
  var shard: String?
  @Option(
    help: ArgumentHelp(
      "Add up a part that was run with --shard. Give it again for each part.", valueName: "file"))
  var merge: [String] = []

  func validate() throws {
    _ = try part()
    guard shard == nil || merge.isEmpty else {
      throw ValidationError("--shard and --merge don't go together.")
    }
  }

  /// The part; the whole where none is named.
  func part() throws -> Shard {
    guard let shard else { return .whole }
    let numbers = shard.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard numbers.count == 2, let part = Shard(numbers[0], of: numbers[1]) else {
      throw ValidationError("--shard takes a part of so many, such as 1/4.")
    }
    return part
  }

  /// The parts that were run, added up; `nil` where none is named.
  func whole(of model: @autoclosure () -> Model, _ settings: EnsembleSettings) throws -> Ensemble? {
    let parts = try merge.map { try PartFile.read($0) }
    guard var sum = parts.first else { return nil }
    do {
      for part in parts.dropFirst() { try sum.add(part) }
      return try sum.ensemble(of: model(), settings)
    } catch { throw Complaint("\(error)") }
  }
}

/// The case that is asked about, and as of when.
struct CaseOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("A bundled case, or the path of a case document.", valueName: "case"),
    completion: .cases)
  var subject: String

  @Option(
    help: "A bundled theory, or the path of one. Without it, the theory that the case names.",
    completion: .theories)
  var theory: String?

  @Option(help: "Leave out what happened or became known after this date (2016, 2016-06, 2016-06-30).")
  var asOf: String?

  func validate() throws {
    if let asOf, PartialDate(iso: asOf) == nil {
      throw ValidationError("--as-of “\(asOf)” is no date. Write it as 2016, 2016-06 or 2016-06-30.")
    }
  }

  /// The date, where one is given.
  var date: PartialDate? { asOf.flatMap { PartialDate(iso: $0) } }
}

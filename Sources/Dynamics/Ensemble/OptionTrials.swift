/// Several things that could be done, or several starts, run on the same models: in how many of them one ends better than
/// another.
///
/// A model keeps its strengths, its luck and its unknowns whatever is done, since each number is drawn by its name. So
/// what differs between two ends is due to what was done (common random numbers; Lempert, Popper and Bankes 2003 compare
/// policies so over many futures).
public struct OptionTrials: Sendable {
  /// One of the things compared.
  public struct Option: Sendable, Hashable {
    /// Which of the models it starts from, by number.
    public let model: Int
    /// What is done.
    public let plan: Plan
    /// With which option it is compared, by number.
    public let against: Int

    /// An option; without a plan, nothing more is done.
    public init(model: Int = 0, _ plan: Plan = Plan(), against: Int = 0) {
      self.model = model
      self.plan = plan
      self.against = against
    }
  }

  /// What was compiled.
  public let models: [Model]
  /// What is compared.
  public let options: [Option]
  /// How it was run.
  public let settings: EnsembleSettings
  /// Where lines of the last model lie with nothing done; `nil` where none were asked for.
  public let courses: Courses?
  /// Numbers of the first model on which what helps may hang: what isn't known, and which reading holds.
  public let hinges: [Parameter]
  private var tallies: [[Int64]]
  private let layout: OptionLayout

  /// Runs the options.
  ///
  /// - Parameters:
  ///   - models: what the options start from.
  ///   - options: what is compared; those that name no model or option that there is are taken to mean the first.
  ///   - settings: how many models, for how long, drawn how.
  ///   - terms: lines of the last model of which it is kept where they lie with nothing done, from 0 to 1.
  ///   - keepsHinges: whether it is kept on what it hangs that an option helps.
  ///   - threads: how many tasks share the work, from 1.
  ///   - progress: called now and then with how many models have been run of how many.
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  public init(
    of models: [Model], _ options: [Option], _ settings: EnsembleSettings, coursesOf terms: [Term] = [],
    keepsHinges: Bool = false, threads: Int = 1,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws {
    let options = options.map { option in
      Option(
        model: models.indices.contains(option.model) ? option.model : 0, option.plan,
        against: options.indices.contains(option.against) ? option.against : 0)
    }
    self.models = models
    self.options = models.isEmpty ? [] : options
    self.settings = settings
    let hinges =
      keepsHinges ? (models.first?.program.parameters ?? []).filter { OptionLayout.isHinge($0) } : []
    self.hinges = hinges
    layout = OptionLayout(options: self.options.count, hinges: hinges.count)
    tallies = []
    let tapes = models.enumerated().map { number, model in
      let read = number == models.count - 1 ? terms : []
      return Tape(model.program, reporting: model.labels.map(\.holds) + read)
    }
    var courses: [CourseCounts] = []
    for prior in settings.priors.indices {
      let (tally, course) = try await Self.tally(
        Array(zip(models, tapes)), self.options, settings, prior: prior, hinges, layout, threads: threads
      ) { progress(prior * $1 + $0, settings.priors.count * $1) }
      tallies.append(tally)
      courses.append(course)
    }
    self.courses = terms.isEmpty ? nil : Courses(courses, settings)
  }

  private static func tally(
    _ models: [(Model, Tape)], _ options: [Option], _ settings: EnsembleSettings, prior: Int,
    _ hinges: [Parameter], _ layout: OptionLayout, threads: Int,
    _ progress: @escaping @Sendable (Int, Int) -> Void
  ) async throws -> (ends: [Int64], courses: CourseCounts) {
    func tally<Scalar: LaneScalar>(_: Scalar.Type) async throws -> (ends: [Int64], courses: CourseCounts) {
      let blocks = DrawBlocks(draws: settings.draws, width: Lanes<Scalar>.width, threads: threads)
      let runs = try await blocks.carryOut(progress: progress) {
        OptionRun<Scalar>(models, options, settings, prior: settings.priors[prior], hinges, layout)
      } work: { run, draws in
        run.run(draws)
      }
      var sum = Array(repeating: Int64(0), count: layout.count)
      for run in runs { for index in sum.indices { sum[index] &+= run.counts[index] } }
      var courses = CourseCounts(lines: runs.first?.courses.lines ?? 0..<0, rounds: settings.rounds)
      for run in runs { courses.add(run.courses) }
      return (sum, courses)
    }
    return settings.isSingle ? try await tally(Float.self) : try await tally(Double.self)
  }

  // MARK: Results

  /// How many models were run, by prior.
  public var runs: [Int] { tallies.map { _ in settings.draws } }

  private func share(_ place: Int) -> ModelShare {
    ModelShare(counts: tallies.map { Int($0[place]) }, models: runs)
  }

  /// In how many models an option ends better than the one that it is compared with.
  public func better(_ option: Int) -> ModelShare { share(layout.better(option)) }

  /// In how many models an option ends worse than the one that it is compared with.
  public func worse(_ option: Int) -> ModelShare { share(layout.worse(option)) }

  /// In how many models it makes no difference to the end.
  public func same(_ option: Int) -> ModelShare {
    let (better, worse) = (better(option), worse(option))
    return ModelShare(
      counts: runs.indices.map { runs[$0] - better.counts[$0] - worse.counts[$0] }, models: runs)
  }

  /// In how many models an option ends with a rank.
  public func ends(_ option: Int, _ rank: ModelEnd.Rank) -> ModelShare { share(layout.rank(option, rank)) }

  /// In how many models what it is compared with ends with one rank, and the option with another.
  public func turns(_ option: Int, from: ModelEnd.Rank, to: ModelEnd.Rank) -> ModelShare {
    share(layout.turn(option, from, to))
  }

  /// In how many models another option would have ended with a better rank: how often one would regret this one.
  public func regret(_ option: Int) -> ModelShare { share(layout.regret(option)) }

  /// Where in its range a number lies.
  public enum Part: Int, Sendable, Hashable, Codable, CaseIterable { case low, middle, high }

  /// In how many of the models in which a hinge lies in a part of its range an option ends better, and in how many worse;
  /// of readings, `low` is the first, `middle` the second and `high` the third.
  public func effect(
    _ option: Int, where hinge: Int, lies part: Part
  ) -> (better: ModelShare, worse: ModelShare) {
    let place = layout.hinge(option, hinge, part.rawValue)
    let models = tallies.map { Int($0[layout.lying(hinge, part.rawValue)]) }
    func share(_ offset: Int) -> ModelShare {
      ModelShare(counts: tallies.map { Int($0[place + offset]) }, models: models)
    }
    return (share(0), share(1))
  }
}

/// Where each count of options' ends stands.
struct OptionLayout: Sendable {
  let options: Int
  let hinges: Int

  private static let ranks = ModelEnd.Rank.allCases.count
  private static let parts = OptionTrials.Part.allCases.count
  private var perOption: Int { 3 + Self.ranks + Self.ranks * Self.ranks + hinges * Self.parts * 2 }

  func better(_ option: Int) -> Int { option * perOption }
  func worse(_ option: Int) -> Int { better(option) + 1 }
  func regret(_ option: Int) -> Int { better(option) + 2 }
  func rank(_ option: Int, _ rank: ModelEnd.Rank) -> Int { better(option) + 3 + rank.rawValue }
  func turn(_ option: Int, _ from: ModelEnd.Rank, _ to: ModelEnd.Rank) -> Int {
    better(option) + 3 + Self.ranks * (1 + from.rawValue) + to.rawValue
  }
  /// Two counts: better, and worse.
  func hinge(_ option: Int, _ hinge: Int, _ part: Int) -> Int {
    better(option) + 3 + Self.ranks * (1 + Self.ranks) + (hinge * Self.parts + part) * 2
  }
  /// Models whose hinge lies in a part.
  func lying(_ hinge: Int, _ part: Int) -> Int { options * perOption + hinge * Self.parts + part }
  var count: Int { lying(hinges, 0) }

  /// Whether what helps may hang on a number in a way that a person can find out or decide.
  static func isHinge(_ parameter: Parameter) -> Bool {
    parameter.isOpenFact || (parameter.kind == .reading && parameter.distribution.single == nil)
  }

  /// The part in which a number lies.
  static func part(of parameter: Parameter, share: Double) -> Int {
    if case .choice(let count) = parameter.distribution {
      // What can only be so or not has no middle.
      let choice = min(Int(share * Double(count)), parts - 1)
      return parameter.kind == .unknown && choice == 1 ? parts - 1 : choice
    }
    return min(Int(share * Double(parts)), parts - 1)
  }
}

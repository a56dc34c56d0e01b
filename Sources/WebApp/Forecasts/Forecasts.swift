import Synchronization

/// Answers questions to models: works on a few at once, lets the others wait in a fair line, and keeps what was answered.
///
/// A question is answered stage by stage, first from few models. Each stage waits for its turn anew, so a first answer never
/// waits behind the last stages of others.
actor Forecasts {
  /// How much is done at once, and how much is kept.
  struct Limits: Sendable, Hashable {
    /// How many stages run at once.
    var running = WorkThreads.shared.count
    /// How many more run at once where they are first answers, so that none waits for a long stage of somebody else to end.
    var spare = WorkThreads.spare.count
    /// How many wait at most, and how many of one owner.
    var waiting = 200
    var waitingOfOne = 40
    /// For how long something is worked on when nobody listens or asks.
    var patience = Duration.seconds(30)
    /// How many bytes of answers are kept.
    var answerBytes = 64 << 20
    /// How many jobs can be asked after when they are over.
    var jobsKept = 500
    /// How many models are run, stage by stage.
    var stages = [200, 1_000, 5_000, 10_000]
    /// The same for an advice: it runs every action by itself, in every round and in sets, so as many models take much
    /// longer there.
    var adviceStages = [200, 800, 2_000]

    /// The stages of a kind of question.
    func stages(of kind: ForecastQuestion.Kind) -> [Int] {
      if case .advice = kind { adviceStages } else { stages }
    }
  }

  /// Works out an answer: the question, how many models, on how many threads, and whom to tell how far it is.
  typealias Work =
    @Sendable (ForecastQuestion, Int, Int, @escaping ForecastWork.Progress) async throws -> ForecastAnswer

  nonisolated let answers: AnswerShelf
  private let limits: Limits
  private let threads: WorkThreads
  private let spare: WorkThreads
  private let work: Work
  private let now: @Sendable () -> ContinuousClock.Instant

  private var queue = FairQueue<ForecastJob>()
  private var running = 0
  /// How many threads those take that run, but for the spare ones.
  private var taken = 0
  /// How many of those that run are on the spare threads.
  private var sparing = 0
  private var jobs: [String: ForecastJob] = [:]
  private var order: [String] = []

  /// - Parameters:
  ///   - limits: the limits.
  ///   - threads: where the work is done.
  ///   - spare: where first answers are worked out while all of these are busy.
  ///   - now: the time.
  ///   - work: what is done.
  init(
    _ limits: Limits = Limits(), threads: WorkThreads = .shared, spare: WorkThreads = .spare,
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }, work: @escaping Work
  ) {
    (self.limits, self.threads, self.spare, self.now, self.work) = (limits, threads, spare, now, work)
    answers = AnswerShelf(mostBytes: limits.answerBytes)
  }

  /// The best answer that is kept.
  nonisolated func best(_ question: ForecastQuestion) -> ForecastAnswer? {
    question.stages.reversed().lazy.compactMap { [answers] in
      answers[ForecastAnswer.ID(question: question.key, models: $0)]
    }.first
  }

  // MARK: Asking

  /// Has a question worked on, up to a stage.
  ///
  /// - Parameters:
  ///   - question: the question.
  ///   - owner: who asks; owners take turns.
  ///   - models: up to how many models.
  /// - Returns: the job; the one that is there, where the owner asks again.
  /// - Throws: ``PageError/busy`` when too much waits already.
  func ask(_ question: ForecastQuestion, owner: String, upTo models: Int) throws(PageError) -> ForecastJob {
    let best = best(question)?.models
    if let job = jobs.values.first(where: {
      // Programs ask for a number of models, and get the answer from as many.
      $0.owner == owner && $0.question.key == question.key && $0.question.stages == question.stages
        && !$0.isBroken
    }) {
      job.ask()
      job.update { $0.wanted = max($0.wanted, models) }
      if job.standing.phase == .done {
        // What was answered may have made room for other answers since.
        job.update { $0.answered = best }
        if job.nextStage != nil { try enqueue(job) }
      }
      return job
    }
    let job = ForecastJob(
      id: Store.newIdentifier(), owner: owner, question, wanted: models, patience: limits.patience, now: now)
    job.update { $0.answered = best }
    if job.nextStage == nil { job.update { $0.phase = .done } } else { try enqueue(job) }
    remember(job)
    return job
  }

  /// A job that is worked on, or was not long ago.
  func job(_ id: String) -> ForecastJob? { jobs[id] }

  /// How many wait, and how many run.
  var load: (waiting: Int, running: Int) { (queue.count, running) }

  /// Stops a job. What was answered stays.
  func cancel(_ job: ForecastJob) {
    queue.removeAll { $0.id == job.id }
    job.update { if !$0.phase.isOver { $0.phase = .cancelled } }
    job.cancelTask()
  }

  private func enqueue(_ job: ForecastJob) throws(PageError) {
    if queue.count >= limits.waiting || queue.count(of: job.owner) >= limits.waitingOfOne {
      dropUnwanted()
      guard queue.count < limits.waiting, queue.count(of: job.owner) < limits.waitingOfOne else {
        throw .busy
      }
    }
    line(up: job)
    startNext()
  }

  private func line(up job: ForecastJob) {
    job.update {
      $0.phase = .waiting
      $0.progress = nil
    }
    queue.add(job, of: job.owner, rank: job.nextStage ?? 0)
  }

  private func dropUnwanted() {
    queue.removeAll { job in
      guard !job.isWanted || job.nextStage == nil else { return false }
      job.update { $0.phase = $0.answered.map { _ in .done } ?? .cancelled }
      return true
    }
  }

  private func remember(_ job: ForecastJob) {
    jobs[job.id] = job
    order.append(job.id)
    guard order.count > limits.jobsKept else { return }
    let over = order.filter { jobs[$0]?.standing.phase.isOver ?? true }
    let gone = Set(over.prefix(order.count - limits.jobsKept))
    for id in gone { jobs[id] = nil }
    order.removeAll { gone.contains($0) }
  }

  // MARK: Working

  private func startNext() {
    // What nobody waits for any more costs its owner no turn.
    dropUnwanted()
    while taken < limits.running, let job = queue.next() { start(job, isSparing: false) }
    let most = limits.stages.first ?? 0
    let isShort: (ForecastJob) -> Bool = { $0.isAtFirstStage(of: most) }
    while sparing < limits.spare, let job = queue.next(where: isShort) {
      start(job, isSparing: true)
    }
  }

  private func start(_ job: ForecastJob, isSparing: Bool) {
    guard let models = job.nextStage else {
      queue.ended(of: job.owner)
      return job.update { $0.phase = .done }
    }
    running += 1
    job.update { $0.phase = .running }
    // Alone, a question has all threads, and who comes meanwhile a spare one; others take theirs from the next stage on.
    let count = running == 1 && queue.count == 0 && !isSparing ? threads.count : 1
    if isSparing { sparing += 1 } else { taken += count }
    // Detached, and told of from another task: this actor never runs on the threads of the work, where it would have to wait.
    let task = Task.detached(executorPreference: isSparing ? spare : threads, priority: .utility) { [work] in
      try await work(job.question, models, count) { job.note($0) }
    }
    job.take(task)
    Task { finish(job, await task.result, isSparing ? nil : count) }
  }

  /// - Parameter count: how many threads it took; `nil` for a spare one.
  private func finish(_ job: ForecastJob, _ result: Result<ForecastAnswer, any Error>, _ count: Int?) {
    running -= 1
    queue.ended(of: job.owner)
    if let count { taken -= count } else { sparing -= 1 }
    switch result {
    case .success(let answer):
      answers.keep(answer, as: ForecastAnswer.ID(question: job.question.key, models: answer.models))
      job.update {
        $0.answered = answer.models
        $0.progress = nil
        guard $0.phase == .running else { return }
        $0.phase = job.question.nextStage($0) == nil ? .done : .waiting
      }
      if job.standing.phase == .waiting { line(up: job) }
    case .failure(let error):
      let isStopped = error is CancellationError
      job.update {
        if !$0.phase.isOver { $0.phase = isStopped ? .cancelled : .failed(ErrorPages.fault(of: error).what) }
      }
    }
    startNext()
  }
}

extension ForecastJob {
  /// Whether nothing is answered yet, and a first answer takes few models.
  func isAtFirstStage(of most: Int) -> Bool {
    nextStage == question.stages.first && (nextStage ?? 0) <= most
  }

  /// Whether it ended without what was wanted, so that asking again begins anew.
  var isBroken: Bool {
    switch standing.phase {
    case .failed, .cancelled: true
    case .waiting, .running, .done: false
    }
  }
}

extension PageError {
  static let busy = PageError(
    503, "Many forecasts are being worked out",
    "The machine works on a few at a time, and the line is full. Nothing was lost.",
    "Wait a few seconds, then load the page again.")
}

import Synchronization

/// A question that is being worked on for somebody, stage by stage. It is safe to look at from anywhere.
final class ForecastJob: Sendable, Identifiable {
  enum Phase: Sendable, Hashable {
    /// It waits for its turn.
    case waiting
    case running
    /// All that was asked for so far is there.
    case done
    case failed(String)
    case cancelled

    var isOver: Bool {
      switch self {
      case .waiting, .running: false
      case .done, .failed, .cancelled: true
      }
    }
  }

  /// How far a stage is: what is being run, and how many models of how many.
  struct Progress: Sendable, Hashable {
    let what: String
    let done: Int
    let of: Int
  }

  /// How it stands.
  struct Standing: Sendable, Hashable {
    var phase = Phase.waiting
    /// How many models the best answer so far is from.
    var answered: Int?
    /// How many models are wanted.
    var wanted: Int
    var progress: Progress?
  }

  private struct State {
    var standing: Standing
    var task: Task<ForecastAnswer, any Error>?
    var listeners: [Int: AsyncStream<Standing>.Continuation] = [:]
    var nextListener = 0
    var lastAsked: ContinuousClock.Instant
  }

  let id: String
  let owner: String
  let question: ForecastQuestion
  private let patience: Duration
  private let now: @Sendable () -> ContinuousClock.Instant
  private let state: Mutex<State>

  /// - Parameters:
  ///   - patience: for how long it is worked on when nobody listens or asks.
  ///   - now: the time.
  init(
    id: String, owner: String, _ question: ForecastQuestion, wanted: Int, patience: Duration,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    (self.id, self.owner, self.question, self.patience, self.now) = (id, owner, question, patience, now)
    state = Mutex(State(standing: Standing(wanted: wanted), lastAsked: now()))
  }

  var standing: Standing { state.withLock(\.standing) }

  /// Whether anybody listens, or asked not long ago.
  var isWanted: Bool {
    state.withLock { !$0.listeners.isEmpty || now() - $0.lastAsked < patience }
  }

  /// Notes that somebody asked.
  func ask() { state.withLock { $0.lastAsked = now() } }

  /// The next stage to be run; `nil` where all that is wanted is there.
  var nextStage: Int? { question.nextStage(standing) }

  /// Changes how it stands, and tells whoever listens.
  func update(_ change: (inout Standing) -> Void) {
    // Told under the lock, so that nobody hears the older of two last.
    state.withLock { state in
      change(&state.standing)
      for listener in state.listeners.values { listener.yield(state.standing) }
    }
  }

  /// Notes how far it is; stops it where nobody wants it any more.
  func note(_ progress: Progress) {
    guard isWanted else { return cancelTask() }
    update { $0.progress = progress }
  }

  func take(_ task: Task<ForecastAnswer, any Error>) { state.withLock { $0.task = task } }

  func cancelTask() { state.withLock { $0.task }?.cancel() }

  /// How it stands, now and whenever that changes; whoever is slow sees the last only. It counts as listening until the
  /// stream is dropped.
  ///
  /// - Parameter grace: how long it goes on when the last listener has left, and nobody else asks; `nil` as long as after a
  ///   question.
  func changes(grace: Duration? = nil) -> AsyncStream<Standing> {
    let (stream, continuation) = AsyncStream.makeStream(
      of: Standing.self, bufferingPolicy: .bufferingNewest(1))
    let number = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      continuation.yield(state.standing)
      return state.nextListener
    }
    continuation.onTermination = { [weak self] _ in self?.leave(number, grace: grace) }
    return stream
  }

  private func leave(_ number: Int, grace: Duration?) {
    state.withLock { state in
      state.listeners[number] = nil
      state.lastAsked = now() - (grace.map { max(.zero, patience - $0) } ?? .zero)
    }
  }

  /// Tells whoever listens again how it stands.
  func repeatStanding() { update { _ in } }
}

extension ForecastQuestion {
  /// The next stage to be run; `nil` where all that is wanted is there.
  func nextStage(_ standing: ForecastJob.Standing) -> Int? {
    stages.first { $0 > standing.answered ?? 0 && $0 <= standing.wanted }
  }
}

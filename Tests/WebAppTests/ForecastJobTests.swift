import Casework
import Documents
import Foundation
import ProgrammeTheory
import Synchronization
import TestSupport
import Testing

@testable import WebApp

/// Jobs that do as they are told, in place of models.
private final class Workshop: Sendable {
  struct Broken: Error {}

  private let state = Mutex<(order: [String], isOpen: Bool, most: Int, now: Int)>(([], false, 0, 0))
  let clock = Mutex(ContinuousClock.now)

  var order: [String] { state.withLock(\.order) }
  /// How many ran at once at most.
  var most: Int { state.withLock(\.most) }

  func open() { state.withLock { $0.isOpen = true } }
  func shut() { state.withLock { $0.isOpen = false } }
  func pass(_ time: Duration) { clock.withLock { $0 += time } }

  func forecasts(_ limits: Forecasts.Limits) -> Forecasts {
    Forecasts(limits, now: { self.clock.withLock { $0 } }) { question, models, _, progress in
      let name = "\(question.seed)/\(models)"
      self.state.withLock { state in
        state.order.append(name)
        state.now += 1
        state.most = max(state.most, state.now)
      }
      defer { self.state.withLock { $0.now -= 1 } }
      while !self.state.withLock(\.isOpen) {
        progress(ForecastJob.Progress(what: "models", done: 1, of: 2))
        try await Task.sleep(for: .milliseconds(2))
      }
      if question.seed == 666 { throw Broken() }
      return ForecastAnswer(models: models, content: .record(String(repeating: "x", count: 1_000)))
    }
  }

  private static let subject = Result {
    let path = Fixture.folder.appendingPathComponent("garden-cases/mill-lane.yaml").path
    return Subject(
      base: "/cases/mill-lane", subject: try CaseDocument.read(path: path), theory: try Fixture.gardens(),
      stored: nil)
  }

  static func question(_ seed: UInt64, stages: [Int] = [4]) throws -> ForecastQuestion {
    let subject = try subject.get()
    return try ForecastQuestion(
      .course, of: subject, form: .record, seed: seed, stages: stages, program: "realist 0.0.0")
  }

  /// Waits until a job is over.
  static func end(of job: ForecastJob) async -> ForecastJob.Phase {
    for await standing in job.changes() where standing.phase.isOver { return standing.phase }
    return job.standing.phase
  }

  /// Waits until something holds, for 10 seconds at most.
  static func until(_ holds: () async -> Bool) async throws {
    for _ in 0..<12_000 {
      if await holds() { return }
      try await Task.sleep(for: .milliseconds(5))
    }
    Issue.record("It didn't come to hold.")
  }
}

@Suite("The line of forecasts")
struct ForecastJobTests {
  private func limits(running: Int = 1) -> Forecasts.Limits {
    var limits = Forecasts.Limits()
    (limits.running, limits.spare) = (running, 0)
    return limits
  }

  @Test("Owners take turns, and what one has waiting goes by rank and then by order", arguments: [1, 7, 30])
  func turns(_ seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var queue = FairQueue<(owner: Int, rank: Int, number: Int)>()
    for number in 0..<60 {
      let (owner, rank) = (Int.random(in: 0..<4, using: &random), Int.random(in: 0..<3, using: &random))
      queue.add((owner, rank, number), of: "\(owner)", rank: rank)
    }
    #expect(queue.count == 60)
    var taken: [(owner: Int, rank: Int, number: Int)] = []
    while let item = queue.next() {
      taken.append(item)
      queue.ended(of: "\(item.owner)")
    }
    #expect(taken.count == 60 && queue.count == 0)
    for owner in 0..<4 {
      let own = taken.filter { $0.owner == owner }.map { [$0.rank, $0.number] }
      #expect(own == own.sorted { $0.lexicographicallyPrecedes($1) })
    }
    // Between two of one owner's, every other that still has something waiting gets exactly one.
    for (index, item) in taken.enumerated() {
      guard let next = taken[(index + 1)...].firstIndex(where: { $0.owner == item.owner }) else { continue }
      let between = taken[(index + 1)..<next].map(\.owner)
      #expect(Set(between).count == between.count)
    }
  }

  @Test("A collaboration with 20 questions doesn't keep another from its first answer")
  func fairness() async throws {
    let workshop = Workshop()
    let forecasts = workshop.forecasts(limits())
    var jobs: [ForecastJob] = []
    for seed in 1...20 {
      let question = try Workshop.question(UInt64(seed), stages: [4, 8])
      jobs.append(try await forecasts.ask(question, owner: "greedy", upTo: 8))
    }
    jobs.append(
      try await forecasts.ask(try Workshop.question(100, stages: [4, 8]), owner: "modest", upTo: 8))
    workshop.open()
    for job in jobs { #expect(await Workshop.end(of: job) == .done) }
    let order = workshop.order
    #expect(order.count == 42)
    #expect(try #require(order.firstIndex(of: "100/4")) <= 2, "\(order)")
    #expect(try #require(order.firstIndex(of: "100/8")) <= 4, "\(order)")
    // First answers of the greedy one come before its last ones.
    let greedy = order.filter { !$0.hasPrefix("100/") }
    #expect(greedy.prefix(20).allSatisfy { $0.hasSuffix("/4") }, "\(order)")
    #expect(workshop.most == 1)
  }

  @Test("A second question doesn't go before the first ones of others, also where it was asked first")
  func noOvertaking() {
    var queue = FairQueue<String>()
    queue.add("a1", of: "a", rank: 1)
    #expect(queue.next() == "a1")
    queue.add("a2", of: "a", rank: 1)
    queue.add("b1", of: "b", rank: 1)
    queue.add("c1", of: "c", rank: 1)
    queue.ended(of: "a")
    #expect([queue.next(), queue.next(), queue.next()] == ["b1", "c1", "a2"])
  }

  @Test(
    "A second question waits for the first ones of others, however many are worked on at once",
    arguments: 1...6)
  func noOvertakingOfMany(_ workers: Int) {
    var queue = FairQueue<String>()
    // As many come one by one as are worked on at once, and nobody is done.
    for number in 0..<workers {
      queue.add("first \(number)", of: "\(number)", rank: 1)
      #expect(queue.next() == "first \(number)")
    }
    queue.add("new a", of: "a", rank: 1)
    queue.add("second", of: "0", rank: 1)
    for owner in ["b", "c", "d"] { queue.add("new \(owner)", of: owner, rank: 1) }
    #expect((0..<5).map { _ in queue.next() } == ["new a", "new b", "new c", "new d", "second"])
  }

  @Test(
    "Who is still being served comes after those who weren't, also where another was served twice meanwhile")
  func stillServed() {
    var queue = FairQueue<String>()
    queue.add("x1", of: "x", rank: 1)
    #expect(queue.next() == "x1")
    queue.add("a1", of: "a", rank: 1)
    #expect(queue.next() == "a1")
    queue.ended(of: "x")
    queue.add("x2", of: "x", rank: 2)
    #expect(queue.next() == "x2")
    queue.add("a2", of: "a", rank: 1)
    queue.add("c1", of: "c", rank: 1)
    #expect(queue.next() == "c1")
    #expect(queue.next() == "a2")
  }

  @Test("Newcomers without end keep nobody waiting for ever")
  func noStarving() {
    var queue = FairQueue<Int>()
    queue.add(-1, of: "old", rank: 1)
    #expect(queue.next() == -1)
    queue.add(-2, of: "old", rank: 1)
    var taken: [Int] = []
    for number in 0..<50 {
      queue.add(number, of: "new \(number)", rank: 1)
      queue.add(number + 1_000, of: "newer \(number)", rank: 1)
      if let next = queue.next() { taken.append(next) }
      if number > 3 { queue.ended(of: "new \(number - 3)") }
    }
    #expect(taken.contains(-2), "\(taken)")
  }

  @Test("A first answer doesn't wait for a long stage of somebody else; a second one does")
  func spare() async throws {
    let workshop = Workshop()
    var limits = limits()
    limits.spare = 1
    let forecasts = workshop.forecasts(limits)
    workshop.open()
    let first = try await forecasts.ask(try Workshop.question(1, stages: [4, 8]), owner: "one", upTo: 4)
    #expect(await Workshop.end(of: first) == .done)
    workshop.shut()
    let long = try await forecasts.ask(try Workshop.question(1, stages: [4, 8]), owner: "one", upTo: 8)
    let other = try await forecasts.ask(try Workshop.question(2, stages: [4, 8]), owner: "two", upTo: 4)
    let third = try await forecasts.ask(try Workshop.question(3, stages: [4, 8]), owner: "three", upTo: 4)
    try await Workshop.until { workshop.order.count == 3 }
    // Those two run side by side, so either may be noted first.
    #expect(workshop.order.first == "1/4" && Set(workshop.order.dropFirst()) == ["1/8", "2/4"])
    #expect(await forecasts.load == (1, 2))
    workshop.open()
    for job in [long, other, third] { #expect(await Workshop.end(of: job) == .done) }
  }

  @Test("No more run at once than may", arguments: [1, 3])
  func bounded(_ running: Int) async throws {
    let workshop = Workshop()
    let forecasts = workshop.forecasts(limits(running: running))
    var jobs: [ForecastJob] = []
    for seed in 1...20 {
      jobs.append(try await forecasts.ask(try Workshop.question(UInt64(seed)), owner: "\(seed)", upTo: 4))
    }
    #expect(await forecasts.load.running == running)
    workshop.open()
    for job in jobs { #expect(await Workshop.end(of: job) == .done) }
    #expect(workshop.most <= running)
    #expect(await forecasts.load == (0, 0))
  }

  @Test("A full line is refused in plain words, and takes more when it has moved on")
  func full() async throws {
    let workshop = Workshop()
    var limits = limits()
    (limits.waiting, limits.waitingOfOne) = (5, 3)
    let forecasts = workshop.forecasts(limits)
    for seed in 1...4 {
      _ = try await forecasts.ask(try Workshop.question(UInt64(seed)), owner: "one", upTo: 4)
    }
    await #expect(throws: PageError.busy) {
      try await forecasts.ask(try Workshop.question(5), owner: "one", upTo: 4)
    }
    for seed in 6...7 {
      _ = try await forecasts.ask(try Workshop.question(UInt64(seed)), owner: "two", upTo: 4)
    }
    await #expect(throws: PageError.busy) {
      try await forecasts.ask(try Workshop.question(8), owner: "three", upTo: 4)
    }
    // Nobody has asked after those for a minute: they make room.
    workshop.pass(.seconds(60))
    let late = try await forecasts.ask(try Workshop.question(8), owner: "three", upTo: 4)
    workshop.open()
    #expect(await Workshop.end(of: late) == .done)
    #expect(!workshop.order.contains("7/4"))
  }

  @Test("Asking twice makes one job, and what was answered is answered at once")
  func once() async throws {
    let workshop = Workshop()
    let forecasts = workshop.forecasts(limits())
    let question = try Workshop.question(1, stages: [4, 8])
    let one = try await forecasts.ask(question, owner: "one", upTo: 4)
    let two = try await forecasts.ask(question, owner: "one", upTo: 8)
    #expect(one.id == two.id)
    workshop.open()
    #expect(await Workshop.end(of: one) == .done)
    let three = try await forecasts.ask(question, owner: "another", upTo: 8)
    #expect(three.standing.phase == .done && three.id != one.id)
    #expect(workshop.order == ["1/4", "1/8"])
    #expect(forecasts.best(question)?.models == 8)
  }

  @Test("A stopped job stops, whether it waits or runs, and the next one begins")
  func stopped() async throws {
    let workshop = Workshop()
    let forecasts = workshop.forecasts(limits())
    let running = try await forecasts.ask(try Workshop.question(1), owner: "one", upTo: 4)
    let waiting = try await forecasts.ask(try Workshop.question(2), owner: "one", upTo: 4)
    let last = try await forecasts.ask(try Workshop.question(3), owner: "one", upTo: 4)
    await forecasts.cancel(waiting)
    await forecasts.cancel(running)
    #expect(running.standing.phase == .cancelled && waiting.standing.phase == .cancelled)
    try await Workshop.until { workshop.order.contains("3/4") }
    workshop.open()
    #expect(await Workshop.end(of: last) == .done)
    #expect(!workshop.order.contains("2/4"))
    // What was stopped can be asked again.
    let again = try await forecasts.ask(try Workshop.question(2), owner: "one", upTo: 4)
    #expect(await Workshop.end(of: again) == .done)
  }

  @Test("What nobody listens to or asks after is stopped; what somebody listens to goes on")
  func unheard() async throws {
    let workshop = Workshop()
    let forecasts = workshop.forecasts(limits(running: 2))
    let left = try await forecasts.ask(try Workshop.question(1), owner: "one", upTo: 4)
    let heard = try await forecasts.ask(try Workshop.question(2), owner: "one", upTo: 4)
    let listening = Task { await Workshop.end(of: heard) }
    try await Workshop.until { workshop.order.count == 2 }
    try await Task.sleep(for: .milliseconds(20))
    workshop.pass(.seconds(31))
    // Looked at without listening, which would keep it going.
    try await Workshop.until { left.standing.phase == .cancelled }
    #expect(heard.standing.phase == .running)
    workshop.open()
    #expect(await listening.value == .done)
  }

  @Test("What fails is told as a message, and can be asked again")
  func failure() async throws {
    let workshop = Workshop()
    let forecasts = workshop.forecasts(limits())
    workshop.open()
    let job = try await forecasts.ask(try Workshop.question(666), owner: "one", upTo: 4)
    guard case .failed(let what) = await Workshop.end(of: job) else {
      Issue.record("It didn't fail.")
      return
    }
    #expect(what.contains("could not be made") && !what.contains("Broken"))
    #expect(try await forecasts.ask(try Workshop.question(666), owner: "one", upTo: 4).id != job.id)
    let next = try await forecasts.ask(try Workshop.question(1), owner: "one", upTo: 4)
    #expect(await Workshop.end(of: next) == .done)
  }

  @Test("Answers are kept up to so many bytes, those asked for last; jobs up to a number")
  func memory() async throws {
    let workshop = Workshop()
    var limits = limits()
    (limits.answerBytes, limits.jobsKept) = (10_000, 20)
    let forecasts = workshop.forecasts(limits)
    workshop.open()
    var first: ForecastJob?
    for seed in 1...100 {
      let job = try await forecasts.ask(try Workshop.question(UInt64(seed)), owner: "one", upTo: 4)
      if seed == 1 { first = job }
      #expect(await Workshop.end(of: job) == .done)
      // This one is asked for again and again, so it stays.
      #expect(forecasts.best(try Workshop.question(1)) != nil)
    }
    #expect(forecasts.answers.bytes <= 10_000 && forecasts.answers.count == 10)
    #expect(forecasts.best(try Workshop.question(50)) == nil)
    #expect(await forecasts.job(try #require(first?.id)) == nil)
    let huge = ForecastAnswer(models: 4, content: .record(String(repeating: "x", count: 20_000)))
    forecasts.answers.keep(huge, as: .init(question: "huge", models: 4))
    #expect(forecasts.answers.bytes <= 10_000)
  }

  @Test("Different questions are kept apart")
  func keys() throws {
    let path = Fixture.folder.appendingPathComponent("garden-cases/mill-lane.yaml").path
    let theory = try Fixture.gardens()
    let subject = Subject(
      base: "", subject: try CaseDocument.read(path: path), theory: theory, stored: nil)
    func key(
      _ kind: ForecastQuestion.Kind, form: ForecastQuestion.Form = .page, rounds: Int = 20, seed: UInt64 = 1,
      program: String = "1"
    ) throws -> String {
      try ForecastQuestion(
        kind, of: subject, form: form, rounds: rounds, seed: seed, stages: [4], program: program
      ).key
    }
    var draft = PlanDraft()
    draft.title = "A plan"
    draft.steps = [.init(action: try #require(theory.levers.first).id.text)]
    let plan = try draft.plan(for: subject).plan
    draft.steps[0].from = "3"
    let late = try draft.plan(for: subject).plan
    let keys = [
      try key(.course), try key(.findOut), try key(.course, form: .record), try key(.course, rounds: 19),
      try key(.course, seed: 2), try key(.course, program: "2"), try key(.advice(levers: nil, most: 3)),
      try key(.advice(levers: nil, most: 2)), try key(.advice(levers: [theory.levers[0].id], most: 3)),
      try key(.plans([plan])), try key(.plans([late])), try key(.plans([plan, late])),
      try key(.plans([late, plan])),
    ]
    #expect(Set(keys).count == keys.count)
    #expect(try key(.plans([plan])) == keys[9])
  }
}

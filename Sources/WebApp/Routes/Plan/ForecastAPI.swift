import Bibliography
import Casework
import Documents
import Dynamics
import Foundation
import HTTPTypes
import Hummingbird
import ProgrammeTheory

/// Forecasts for programs, below /api/v1/forecasts: a question is posted, asked after, listened to, and stopped. The result has
/// the same bytes as the command's with `--format json`, for the same seed and as many models.
struct ForecastAPISection: Section {
  /// How many models may be asked for: more are for the command, which has the machine to itself.
  static let possibleModels = 4...20_000
  /// How many models are run where nobody says.
  static let usualModels = 1_000
  private static let path = "/api/v1/forecasts"

  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    router.post(RouterPath(Self.path), use: ask)
    router.get(RouterPath(Self.path + "/{job}")) { _, context in
      try response(.ok, of: await job(context))
    }
    router.get(RouterPath(Self.path + "/{job}/result")) { _, context in
      let job = try await job(context)
      let id = ForecastAnswer.ID(question: job.question.key, models: job.standing.wanted)
      if let record = site.forecasts.answers[id]?.record { return Self.json(.ok, record) }
      throw Self.absent(job.standing.phase)
    }
    router.get(RouterPath(Self.path + "/{job}/events")) { _, context in
      ForecastStream(try await job(context), have: nil, site: site).response
    }
    router.delete(RouterPath(Self.path + "/{job}")) { _, context in
      await site.forecasts.cancel(try await job(context))
      return Response(status: .noContent)
    }
  }

  private func job(_ context: PageContext) async throws -> ForecastJob {
    guard let job = await site.forecasts.job(try context.parameters.require("job")),
      job.question.form == .record
    else { throw PageError.noJob }
    job.ask()
    return job
  }

  @Sendable private func ask(_ request: Request, _ context: PageContext) async throws -> Response {
    guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
      throw PageError.notJSON
    }
    let bytes = try await request.bytes(upTo: site.settings.limits.formBytes)
    let asked = try PostedQuestion.read(bytes)
    let subject = try await subject(asked)
    let kind = try asked.kind(for: subject)
    let question = try ForecastQuestion(
      kind, of: subject, form: .record, asOf: try asked.date(), rounds: try asked.checkedRounds(),
      seed: asked.seed ?? ForecastQuestion.usualSeed, stages: [try asked.checkedModels()],
      program: site.settings.program)
    let job = try await site.forecasts.ask(
      question, owner: subject.stored?.id ?? context.session, upTo: question.stages[0])
    var response = try response(.accepted, of: job)
    response.headers[.location] = Self.path + "/" + job.id
    return response
  }

  private func subject(_ asked: PostedQuestion) async throws -> Subject {
    switch (asked.case, asked.collaboration) {
    case (let id?, nil): return try site.bundledCase(id)
    case (nil, let id?): return try await site.collaboration(id)
    default:
      throw PageError.badQuestion(
        "Name a bundled case under “case”, or a collaboration under “collaboration”.")
    }
  }

  // MARK: Answers

  private struct Told: Encodable {
    struct Progress: Encodable {
      let what: String
      let done: Int
      let of: Int
    }

    let id: String
    let phase: String
    let models: Int
    let isAnswered: Bool
    let progress: Progress?
    let problem: String?
    let address: String
    let result: String
    let events: String
  }

  private func response(_ status: HTTPResponse.Status, of job: ForecastJob) throws -> Response {
    let standing = job.standing
    let address = Self.path + "/" + job.id
    let told = Told(
      id: job.id, phase: standing.phase.word, models: standing.wanted,
      isAnswered: standing.answered == standing.wanted,
      progress: standing.progress.map { .init(what: $0.what, done: $0.done, of: $0.of) },
      problem: standing.phase.problem, address: address, result: address + "/result",
      events: address + "/events")
    return Self.json(status, try RecordJSON.text(told))
  }

  private static func json(_ status: HTTPResponse.Status, _ text: String) -> Response {
    Response(
      status: status, headers: [.contentType: "application/json; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text + "\n")))
  }

  private static func absent(_ phase: ForecastJob.Phase) -> PageError {
    switch phase {
    case .waiting, .running:
      PageError(409, "Not ready", "The forecast is still being worked out.", "Ask again in a second.")
    case .failed(let what):
      PageError(
        422, "Not worked out", "The forecast could not be worked out. \(what)", "Change what you ask.")
    case .cancelled: PageError(410, "Stopped", "The forecast was stopped.", "Post the question again.")
    case .done: PageError(410, "Gone", "The result is no longer kept.", "Post the question again.")
    }
  }
}

extension ForecastJob.Phase {
  fileprivate var word: String {
    switch self {
    case .waiting: "waiting"
    case .running: "running"
    case .done: "done"
    case .failed: "failed"
    case .cancelled: "stopped"
    }
  }

  fileprivate var problem: String? { if case .failed(let what) = self { what } else { nil } }
}

/// A question as a program posts it.
private struct PostedQuestion: Decodable {
  enum Question: String, Decodable { case forecast, advice, plans }

  /// A round or a date.
  enum Moment: Decodable {
    case words(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let round = try? container.decode(Int.self) {
        self = .words("\(round)")
      } else {
        self = .words(try container.decode(String.self))
      }
    }

    var text: String {
      switch self {
      case .words(let text): text
      }
    }
  }

  struct Action: Decodable {
    let `do`: String
    let from: Moment?
    let until: Moment?
  }

  struct PostedPlan: Decodable {
    let id: String?
    let title: String
    let arrangement: String?
    let actions: [Action]?
  }

  let question: Question
  let `case`: String?
  let collaboration: String?
  let rounds: Int?
  let draws: Int?
  let seed: UInt64?
  let asOf: String?
  let plans: [PostedPlan]?
  let actions: [String]?
  let most: Int?

  static func read(_ bytes: [UInt8]) throws(PageError) -> PostedQuestion {
    do {
      return try JSONDecoder().decode(PostedQuestion.self, from: Foundation.Data(bytes))
    } catch let error as DecodingError {
      throw .badQuestion(error.place)
    } catch {
      throw .badQuestion("It is no JSON.")
    }
  }

  func checkedRounds() throws(PageError) -> Int {
    let rounds = rounds ?? ForecastQuestion.usualRounds
    guard EnsembleSettings.possibleRounds.contains(rounds) else { throw .badRounds }
    return rounds
  }

  func checkedModels() throws(PageError) -> Int {
    let models = draws ?? ForecastAPISection.usualModels
    guard ForecastAPISection.possibleModels.contains(models) else {
      let range = ForecastAPISection.possibleModels
      throw .badQuestion("“draws” takes a number from \(range.lowerBound) to \(range.upperBound).")
    }
    return models
  }

  func date() throws(PageError) -> PartialDate? {
    guard let asOf else { return nil }
    guard let date = PartialDate(iso: asOf) else { throw .badDate }
    return date
  }

  func kind(for subject: Subject) throws(PageError) -> ForecastQuestion.Kind {
    switch question {
    case .forecast: return .course
    case .advice:
      guard (1...3).contains(most ?? 3) else { throw .badQuestion("“most” takes 1, 2 or 3.") }
      return .advice(levers: try levers(of: subject.theory), most: most ?? 3)
    case .plans: return .plans(try actionPlans(for: subject))
    }
  }

  private func levers(of theory: Theory) throws(PageError) -> [Lever.ID]? {
    guard let actions else { return nil }
    guard (1...20).contains(actions.count) else {
      throw .badQuestion("“actions” takes from 1 to 20 actions.")
    }
    let known = actions.compactMap { word in theory.levers.first { $0.id.text == word }?.id }
    guard known.count == actions.count else {
      throw .badQuestion("The theory has no such action as one of those under “actions”.")
    }
    return known
  }

  private func actionPlans(for subject: Subject) throws(PageError) -> [ActionPlan] {
    let posted = plans ?? []
    guard (1...PlanComparison.most).contains(posted.count) else {
      throw .badQuestion("“plans” takes from 1 to \(PlanComparison.most) plans.")
    }
    var made: [ActionPlan] = []
    for plan in posted {
      var draft = PlanDraft()
      draft.title = plan.title
      draft.rounds = "\(try checkedRounds())"
      draft.arrangement = plan.arrangement ?? ""
      draft.steps = (plan.actions ?? []).map {
        PlanDraft.Step(action: $0.do, from: $0.from?.text ?? "", until: $0.until?.text ?? "")
      }
      do {
        let taken = Set(made.map(\.id.text))
        made.append(try draft.plan(for: subject, named: plan.id, unlike: taken).plan)
      } catch {
        throw .badQuestion(error.troubles.map(\.words).joined(separator: " "))
      }
    }
    return made
  }
}

extension DecodingError {
  /// What is wrong where, without the program's own types.
  fileprivate var place: String {
    let (context, what): (Context, String) =
      switch self {
      case .keyNotFound(let key, let context): (context, "“\(key.stringValue)” is missing.")
      case .typeMismatch(_, let context): (context, "It is of another kind than is taken here.")
      case .valueNotFound(_, let context): (context, "It is empty.")
      case .dataCorrupted(let context):
        (context, "It isn’t one of the values that are taken here, or no JSON.")
      @unknown default: (Context(codingPath: [], debugDescription: ""), "It can’t be read.")
      }
    let path = context.codingPath.map { $0.intValue.map(String.init) ?? $0.stringValue }
    return (path.isEmpty ? "" : "At \(path.joined(separator: ".")): ") + what
  }
}

extension PageError {
  static let noJob = PageError(
    404, "Forecast not found", "No forecast that was asked for here has this name.",
    "It may be long over. Post the question again.")
  static let notJSON = PageError(
    415, "No JSON", "A question is taken as JSON.", "Send it with “Content-Type: application/json”.")

  static func badQuestion(_ what: String) -> PageError {
    PageError(
      422, "The question can’t be used", String(what.prefix(2_000)),
      "Mend it, and post it again. The OpenAPI document says what is taken.")
  }
}

import Casework
import Documents
import HTTPTypes
import Hummingbird

/// Forecasts for programs: a question is posted, asked after, listened to, and stopped. The result has the same bytes as the
/// command's with `--format json`, for the same seed and as many models.
enum ForecastOperations {
  static let all = [ask, one, result, events, stop]
  private static let path = "/forecasts"

  private static let ask = APIOperation(
    method: .post, path: path, id: "createForecast",
    summary: "Has a question to the models worked on: a forecast, an advice, or a comparison of plans.",
    body: .question,
    answer: .init(
      status: 202, about: "It is worked on.", schema: APISchemas.named("Forecast"),
      headers: ["Location": "Where the forecast is."]),
    problems: [404]
  ) { call in
    guard call.contentType == APICall.json else { throw PageError.notJSON }
    let asked = try PostedQuestion.read(await call.request.bytes(upTo: call.site.settings.limits.formBytes))
    let subject = try await subject(asked, call)
    let question = try ForecastQuestion(
      asked.kind(for: subject), of: subject, form: .record, asOf: asked.date(), rounds: asked.usedRounds,
      seed: asked.seed ?? ForecastQuestion.usualSeed, stages: [asked.draws ?? PostedQuestion.usualModels],
      program: call.site.settings.program)
    let job = try await call.site.forecasts.ask(
      question, owner: subject.stored?.id ?? call.context.session, upTo: question.stages[0])
    return try told(job, call, headers: [.location: address(of: job)])
  }

  private static let one = APIOperation(
    method: .get, path: path + "/{forecast}", id: "getForecast",
    summary: "How far the work on a question is.",
    answer: .init(about: "How far it is.", schema: APISchemas.named("Forecast"))
  ) { call in try told(await job(call), call) }

  private static let result = APIOperation(
    method: .get, path: path + "/{forecast}/result", id: "getForecastResult",
    summary: "The answer to a question, as the command gives it with --format json.",
    answer: .init(about: "The answer.", schema: ["type": "object"]), problems: [409, 410, 422]
  ) { call in
    let job = try await job(call)
    let id = ForecastAnswer.ID(question: job.question.key, models: job.standing.wanted)
    guard let record = call.site.forecasts.answers[id]?.record else { throw absent(job.standing.phase) }
    return call.answer(bytes: Array((record + "\n").utf8))
  }

  private static let events = APIOperation(
    method: .get, path: path + "/{forecast}/events", id: "listenToForecast",
    summary: "What becomes of a question, until it is over: server-sent events.",
    answer: .init(
      about: "The events “job” and “progress”, and at the end one of “done”, “failed” and “stopped”.",
      schema: ["type": "string"], types: ["text/event-stream"])
  ) { call in ForecastStream(try await job(call), have: nil, site: call.site).response }

  private static let stop = APIOperation(
    method: .delete, path: path + "/{forecast}", id: "stopForecast", summary: "Stops the work on a question.",
    answer: .init(status: 204, about: "It is stopped.", schema: nil)
  ) { call in
    await call.site.forecasts.cancel(try await job(call))
    return Response(status: .noContent, headers: [.cacheControl: "no-store"])
  }

  // MARK: What is asked about

  private static func job(_ call: APICall) async throws -> ForecastJob {
    guard let job = await call.site.forecasts.job(try call.segment("forecast")), job.question.form == .record
    else { throw PageError.noJob }
    job.ask()
    return job
  }

  private static func subject(_ asked: PostedQuestion, _ call: APICall) async throws -> Subject {
    switch (asked.case, asked.collaboration) {
    case (let id?, nil): try call.site.bundledCase(id)
    case (nil, let id?): try await call.site.collaboration(id)
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

  static let schema = APISchemas.object(
    [
      "id": APISchemas.text, "phase": APISchemas.words(["waiting", "running", "done", "failed", "stopped"]),
      "models": APISchemas.count, "isAnswered": APISchemas.flag, "address": APISchemas.text,
      "result": APISchemas.text, "events": APISchemas.text,
    ],
    optional: [
      "problem": APISchemas.text,
      "progress": APISchemas.object([
        "what": APISchemas.text, "done": APISchemas.count, "of": APISchemas.count,
      ]),
    ])

  private static func address(of job: ForecastJob) -> String { "\(APISection.base)\(path)/\(job.id)" }

  private static func told(_ job: ForecastJob, _ call: APICall, headers: HTTPFields = [:]) throws -> Response
  {
    let standing = job.standing
    let address = address(of: job)
    let told = Told(
      id: job.id, phase: standing.phase.word, models: standing.wanted,
      isAnswered: standing.answered == standing.wanted,
      progress: standing.progress.map { .init(what: $0.what, done: $0.done, of: $0.of) },
      problem: standing.phase.problem, address: address, result: address + "/result",
      events: address + "/events")
    return call.answer(bytes: Array((try RecordJSON.text(told) + "\n").utf8), headers: headers)
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

extension PageError {
  static let noJob = PageError(
    404, "Forecast not found", "No forecast that was asked for here has this name.",
    "It may be long over. Post the question again.")
  static let notJSON = PageError(
    415, "No JSON", "A question is taken as JSON.", "Send it with “Content-Type: application/json”.")
}

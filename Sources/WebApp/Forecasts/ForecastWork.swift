import Casework
import Documents
import Dynamics
import ProgrammeTheory
import Reporting

/// Works out answers.
struct ForecastWork: Sendable {
  /// Told how far it is.
  typealias Progress = @Sendable (ForecastJob.Progress) -> Void

  let program: String
  let orders = OrderMemory()

  /// What is told while the statements of order are worked out.
  static let orderWords = "what the theory says of order is tried on them, once for all cases alike"

  /// Works out ahead what first answers of a theory's cases stand on, for collaborations of so many partners.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  func prepare(for theory: Theory, partners: Partners, models: Int) async throws {
    let settings = ForecastSettings(
      rounds: ForecastQuestion.usualRounds, models: models, seed: ForecastQuestion.usualSeed)
    _ = try await orders.trials(of: theory, partners, settings.ends, threads: 1) { _, _ in }
  }

  /// The answer to a question, from so many models.
  ///
  /// - Throws: `CancellationError` as soon as the task is cancelled.
  func answer(
    _ question: ForecastQuestion, models: Int, threads: Int, progress: @escaping Progress
  ) async throws -> ForecastAnswer {
    let settings = ForecastSettings(
      rounds: question.rounds, models: models, seed: question.seed, threads: threads)
    let tell: Forecast.Progress = { progress(ForecastJob.Progress(what: $0, done: $1, of: $2)) }
    let result = try await result(question, settings, tell)
    try Task.checkCancellation()
    guard question.form == .page else {
      return ForecastAnswer(models: models, content: .record(try result.record(program)))
    }
    let page = result.page(program)
    let pictures = await PictureStudio().draw(page)
    let fragments = HTMLRenderer().fragments(
      of: page, pictures: pictures, address: Studies.address(in: question.theory))
    return ForecastAnswer(
      models: models,
      content: .told(
        ForecastAnswer.Told(
          title: page.title, about: page.subtitle, notice: page.notice, colophon: page.colophon,
          contents: ContentsList(fragments),
          pieces: fragments.inOrder(story: true))))
  }

  private func result(
    _ question: ForecastQuestion, _ settings: ForecastSettings, _ tell: @escaping Forecast.Progress
  ) async throws -> ForecastResult {
    let (subject, theory, date) = (question.subject, question.theory, question.asOf)
    switch question.kind {
    case .course, .findOut:
      let orders = orders
      let forecast = try await Forecast(
        of: subject, by: theory, asOf: date, beside: question.beside, settings,
        orders: {
          try await orders.trials(of: theory, $0, $1, threads: settings.threads) { done, all in
            tell(Self.orderWords, done, all)
          }
        },
        progress: tell)
      return question.kind == .course ? .course(forecast) : .findOut(forecast)
    case .advice(let levers, let most):
      return .advice(
        try await Advice(
          of: subject, by: theory, asOf: date, levers: levers, most: most, settings, progress: tell))
    case .plans(let plans):
      return .plans(
        try await PlanComparison(of: plans, for: subject, by: theory, asOf: date, settings, progress: tell))
    }
  }
}

/// What the models gave.
private enum ForecastResult {
  case course(Forecast)
  case findOut(Forecast)
  case advice(Advice)
  case plans(PlanComparison)

  func page(_ program: String) -> Page {
    switch self {
    case .course(let forecast): ForecastTeller(of: forecast, madeBy: program).page
    case .findOut(let forecast): Self.findOut(ForecastTeller(of: forecast, madeBy: program).page)
    case .advice(let advice): AdviceTeller(of: advice, madeBy: program).page
    case .plans(let plans): PlanTeller(of: plans, madeBy: program).page
    }
  }

  func record(_ program: String) throws -> String {
    switch self {
    case .course(let forecast), .findOut(let forecast):
      try RecordJSON.text(ForecastRecord(forecast, madeBy: program))
    case .advice(let advice): try RecordJSON.text(AdviceRecord(advice, madeBy: program))
    case .plans(let plans): try RecordJSON.text(PlanRecord(plans, madeBy: program))
    }
  }

  /// Of a forecast, what it hinges on.
  private static func findOut(_ whole: Page) -> Page {
    var page = whole
    page.title = "What to find out next"
    page.story = [
      Sentence(
        "What nobody knows makes the answer wide. These are the open facts by how much the end hangs on them: in how many models they are together and not badly, if the answer lies low, and if it lies high."
      )
    ]
    page.parts = whole.parts.filter { ["hinges", "making"].contains($0.id) }
    if !page.parts.contains(where: { $0.id == "hinges" }) {
      page.story.append(
        Sentence("On these models the end hangs on no open fact in a way that can be told from chance."))
    }
    return page
  }
}

import Bibliography
import Casework
import HTTPTypes
import Hummingbird

/// A question to the models, as a page asks it.
struct AskedForecast: Sendable {
  /// What happened by which dates, to forecast from.
  struct Dates: Sendable, Hashable {
    struct Choice: Sendable, Hashable {
      let value: String
      let words: String
      let isChosen: Bool
    }

    let choices: [Choice]

    /// The dates of a case's events, the last ones; `nil` where nothing has happened.
    init?(of subject: Case, chosen: PartialDate?) {
      guard !subject.events.isEmpty else { return nil }
      var seen: Set<String> = []
      let dated = subject.events.reversed().filter { seen.insert($0.date.description).inserted }.prefix(40)
      var choices = [Choice(value: "", words: "now, with all that happened", isChosen: chosen == nil)]
      choices += dated.map {
        Choice(value: $0.date.description, words: "\($0.date): \($0.what.brief)", isChosen: $0.date == chosen)
      }
      if let start = subject.start, seen.insert(start.description).inserted {
        choices.append(
          Choice(value: start.description, words: "\(start): the start", isChosen: start == chosen))
      }
      if let chosen, !choices.contains(where: \.isChosen) {
        choices.append(Choice(value: chosen.description, words: chosen.description, isChosen: true))
      }
      self.choices = choices
    }
  }

  let subject: Subject
  let question: ForecastQuestion
  let title: String
  /// Where it is asked.
  let address: String
  /// Dates to choose from.
  var dates: Dates?
  /// Where the plan is changed.
  var change: PageHead.Link?

  /// Where so many models are asked for.
  func address(models: Int) -> String { address + (address.contains("?") ? "&" : "?") + "models=\(models)" }
}

extension String {
  /// The first words, where there are many.
  fileprivate var brief: String { count > 80 ? prefix(79) + "…" : self }
}

extension Site {
  /// How long a page waits for an answer that isn't there yet.
  static let patience = Duration.seconds(1)

  /// Answers a question: as a page, with the best answer that is there within a second; or, for a script that listens, with
  /// every answer as it comes.
  func answer(_ asked: AskedForecast, _ request: Request, _ context: PageContext) async throws -> Response {
    let question = asked.question
    let owner = asked.subject.stored?.id ?? context.session
    if request.headers[.accept]?.contains("text/event-stream") == true {
      let job = try await forecasts.ask(question, owner: owner, upTo: question.stages.last ?? 0)
      return ForecastStream(
        job, have: try request.fields.text("have").flatMap(Int.init), site: self
      ).response
    }
    let first = question.stages.first ?? 0
    let wanted = try request.fields.text("models").flatMap(Int.init).flatMap { models in
      question.stages.contains(models) ? models : nil
    }
    var job: ForecastJob?
    if (forecasts.best(question)?.models ?? 0) < wanted ?? first {
      let asked = try await forecasts.ask(question, owner: owner, upTo: wanted ?? first)
      await asked.wait(for: wanted ?? first, atMost: Self.patience)
      job = asked
    }
    let best = forecasts.best(question)
    let page = ForecastPage(
      asked, best?.models, job: job, wanted: wanted ?? first, formToken: context.formToken)
    let shown = try best.map(answerMarkup) ?? []
    return try render(
      page, in: context, fragments: shown + [try templates.render(page, "forecast-end")])
  }

  /// An answer as it stands on its page.
  func answerMarkup(_ answer: ForecastAnswer) throws -> [Markup] {
    guard let told = answer.told else { return [] }
    var pieces = told.pieces
    pieces.insert(try templates.render(told.contents, "contents"), at: min(1, pieces.count))
    return [try templates.render(told, "forecast-answer")] + pieces
  }
}

extension ForecastJob {
  /// Waits until an answer from so many models is there, or there will be none, but not longer than so long.
  func wait(for models: Int, atMost most: Duration) async {
    let changes = changes()
    await withTaskGroup(of: Void.self) { group in
      group.addTask {
        for await standing in changes where standing.phase.isOver || (standing.answered ?? 0) >= models {
          return
        }
      }
      group.addTask { try? await Task.sleep(for: most) }
      await group.next()
      group.cancelAll()
    }
  }
}

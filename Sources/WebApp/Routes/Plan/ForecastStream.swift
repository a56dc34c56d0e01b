import Documents
import HTTPTypes
import Hummingbird
import ServiceLifecycle

/// What a job does, told to a browser that listens: server-sent events (WHATWG HTML Standard, section 9.2).
///
/// Events are `job` (by what it is stopped), `progress` (JSON: what is being run, done of so many), `answer` (a fragment of HTML, everything in it
/// escaped), and at the end one of `done`, `failed` and `stopped` (words).
struct ForecastStream: Sendable {
  /// After how long without news a line is sent that says nothing, so that a browser that has gone is noticed.
  static let heartbeat = Duration.seconds(5)
  /// For how long a forecast goes on when its listener has left: a page that is loaded again finds it.
  static let grace = Duration.seconds(3)

  private let job: ForecastJob
  private let have: Int?
  private let site: Site

  /// - Parameter have: from how many models the answer is that the listener has already.
  init(_ job: ForecastJob, have: Int?, site: Site) { (self.job, self.have, self.site) = (job, have, site) }

  var response: Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store", .vary: "Accept",
      ],
      body: ResponseBody { writer in
        let changes = job.changes(grace: Self.grace)
        let pulse = Task {
          while !Task.isCancelled {
            try await Task.sleep(for: Self.heartbeat)
            job.repeatStanding()
          }
        }
        defer { pulse.cancel() }
        try await writer.write(ByteBuffer(string: ForecastEvents.event("job", job.id)))
        var teller = ForecastEvents(job, have: have, site: site)
        for await standing in changes.cancelOnGracefulShutdown() {
          try await writer.write(ByteBuffer(string: teller.events(standing)))
          if standing.phase.isOver { break }
        }
        try await writer.finish(nil)
      })
  }
}

/// Turns how a job stands into events: each thing once.
struct ForecastEvents {
  private let job: ForecastJob
  private let site: Site
  private var told: Int?
  private var last: ForecastJob.Standing?

  init(_ job: ForecastJob, have: Int? = nil, site: Site) { (self.job, told, self.site) = (job, have, site) }

  /// What is new, as events; a comment where nothing is.
  mutating func events(_ standing: ForecastJob.Standing) -> String {
    defer { last = standing }
    var text = ""
    if let models = standing.answered, models != told {
      told = models
      text += answer(models)
    }
    switch standing.phase {
    case .waiting where last?.phase != .waiting:
      text += progress("It waits for its turn.", 0, 0)
    case .running where standing.progress != last?.progress || last?.phase != .running:
      let models = job.nextStage ?? standing.wanted
      if let progress = standing.progress {
        text += self.progress(ForecastWords.words(progress, models: models), progress.done, progress.of)
      } else {
        text += progress("Working on \(ForecastWords.count(models)) models.", 0, 0)
      }
    case .done:
      let words = ForecastWords.status(answered: standing.answered, next: nil, phase: nil, wanted: nil)
      text += Self.event("done", words)
    case .failed(let what): text += Self.event("failed", "This could not be worked out. \(what)")
    case .cancelled: text += Self.event("stopped", "It was stopped.")
    case .waiting, .running: break
    }
    return text.isEmpty ? ": nothing new\n\n" : text
  }

  private func answer(_ models: Int) -> String {
    let id = ForecastAnswer.ID(question: job.question.key, models: models)
    guard let answer = site.forecasts.answers[id], let pieces = try? site.answerMarkup(answer) else {
      return ""
    }
    let next = job.question.stages.first { $0 > models }
    let words = ForecastWords.status(answered: models, next: next, phase: nil, wanted: nil)
    return Self.event("answer", pieces.map(\.html).joined()) + Self.event("status", words)
  }

  private func progress(_ words: String, _ done: Int, _ of: Int) -> String {
    struct Told: Encodable {
      let words: String
      let done: Int
      let of: Int
    }
    let text = try? RecordJSON.text(Told(words: words, done: done, of: of), isPretty: false)
    return Self.event("progress", text ?? "{}")
  }

  /// One event. Every kind of line end parts lines, and each line stands behind a field's name.
  static func event(_ name: String, _ data: String) -> String {
    // By scalars: to Swift, CR and LF are one character, and a mark joins the sign before it.
    let plain = data.replacing("\r\n", with: "\n").unicodeScalars
    let lines = plain.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r" }
    return "event: \(name)\n" + lines.map { "data: \(String($0))\n" }.joined() + "\n"
  }
}

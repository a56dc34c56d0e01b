/// What stands around the answer to a question.
struct ForecastPage: PageModel {
  static let template = "forecast"

  /// What can be done about an answer that is still being worked on.
  struct Stop: Sendable, Hashable {
    let job: String
    let address: String
    let formToken: String
  }

  let head: PageHead
  let formToken: String
  let title: String
  let asked: String
  /// How the answer stands, in words.
  let status: String
  let hasAnswer: Bool
  /// Whether something went wrong.
  let hasFailed: Bool
  /// Where a more exact answer is.
  let more: String?
  /// Where to look again, while nothing is there.
  let again: String?
  /// Where a script listens for more exact answers.
  let listen: String?
  let models: Int
  let dates: AskedForecast.Dates?
  let change: PageHead.Link?
  let stop: Stop?

  init(_ asked: AskedForecast, _ models: Int?, job: ForecastJob?, wanted: Int, formToken: String) {
    var head = PageHead(
      title: asked.title, of: asked.subject, at: .plan, scripts: AssessmentSection.scripts + ["plan.js"])
    head.back = .init(words: "Back to planning", address: "\(asked.subject.base)/plan")
    self.head = head
    self.formToken = formToken
    title = asked.title
    self.asked = asked.address
    (dates, change) = (asked.dates, asked.change)
    hasAnswer = models != nil
    self.models = models ?? 0
    let phase = job?.standing.phase
    let next = asked.question.stages.first { $0 > models ?? 0 }
    listen = next == nil ? nil : asked.address
    more = models == nil ? nil : next.map { asked.address(models: $0) }
    let isAtWork = phase == .waiting || phase == .running
    again = models == nil || (models ?? 0) < wanted ? asked.address(models: wanted) : nil
    stop = isAtWork ? job.map { Stop(job: $0.id, address: asked.address, formToken: formToken) } : nil
    if case .failed(let what) = phase {
      (status, hasFailed) = ("This could not be worked out. \(what)", true)
    } else {
      (status, hasFailed) = (
        ForecastWords.status(
          answered: models, next: next, phase: phase, wanted: (models ?? 0) < wanted ? wanted : nil)
          + (isAtWork ? job.flatMap(ForecastWords.soFar).map { " \($0)" } ?? "" : ""), false
      )
    }
  }
}

/// How an answer stands, in words.
enum ForecastWords {
  /// - Parameters:
  ///   - models: how many models the answer is from.
  ///   - next: how many models a more exact one would be from.
  ///   - phase: what is being done about it.
  ///   - wanted: how many models were asked for that aren't there yet.
  static func status(answered models: Int?, next: Int?, phase: ForecastJob.Phase?, wanted: Int?) -> String {
    let work: String =
      switch phase {
      case .waiting: " It waits for its turn."
      case .running: " It is being worked out."
      case .cancelled: " It was stopped."
      case .failed, .done, nil: ""
      }
    guard let models else { return "There is no answer yet." + work }
    let own = "This answer is from \(count(models)) models."
    if let wanted { return "\(own) A more exact one, from \(count(wanted)), isn’t there yet.\(work)" }
    return next == nil
      ? "\(own) It is the most exact one given here." : "\(own) More models make it more exact."
  }

  /// A number with a comma between thousands.
  static func count(_ number: Int) -> String {
    var digits = String(number)
    var parts: [Substring] = []
    while digits.count > 3 {
      parts.insert(digits.suffix(3), at: 0)
      digits = String(digits.dropLast(3))
    }
    return ([Substring(digits)] + parts).joined(separator: ",")
  }

  /// How far the work on a question is, where that is known.
  static func soFar(_ job: ForecastJob) -> String? {
    guard let progress = job.standing.progress, let models = job.nextStage else { return nil }
    let part = progress.of > 1 ? " \(count(progress.done)) of \(count(progress.of)) parts are done." : ""
    return words(progress, models: models) + part
  }

  /// What is being run, for people.
  static func words(_ progress: ForecastJob.Progress, models: Int) -> String {
    "Working on \(count(models)) models: \(progress.what)."
  }
}

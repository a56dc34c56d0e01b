import Casework
import ProgrammeTheory

/// A case's own page: what has been told, group by group, and what can be done with it.
struct CollaborationPage: PageModel {
  static let template = "collaboration"

  /// A group of questions as a task.
  struct Task: Sendable, Hashable {
    let title: String
    let address: String
    let status: String
    let isDone: Bool
    let hint: String?
  }

  let head: PageHead
  let formToken: String
  let base: String
  let title: String
  let summary: String?
  let isBundled: Bool
  let isExample: Bool
  /// What was just done.
  let done: String?
  let tasks: [Task]
  let progress: String
  let next: String?
  let changed: String?

  init(_ subject: Subject, done: String?, formToken: String) {
    head = PageHead(title: subject.title, of: subject, at: .overview)
    self.formToken = formToken
    base = subject.base
    title = subject.title
    summary = subject.subject.summary == CaseInterview.unwritten ? nil : subject.subject.summary
    isBundled = subject.isBundled
    isExample = subject.subject.kind == .illustration
    let interview = subject.interview
    let groups = interview.groups
    self.done = groups.first { $0.id == done }.map {
      "“\($0.title)” is done, as far as you know it. "
        + ($0.id == "frame"
          ? "Ten questions on what matters most come next."
          : "The assessment goes by all that you have told.")
    }
    tasks = groups.map { Self.task($0, of: interview, in: subject) }
    let (answered, count) = interview.progress
    progress = "\(answered) of \(count) questions have an answer."
    next = interview.nextByGroup().map { "\(subject.base)/questions/\($0.id.text)" }
    changed = subject.stored.map { "Last changed \(Moment(seconds: $0.changed).words)" }
  }

  private static func task(_ group: QuestionGroup, of interview: CaseInterview, in subject: Subject) -> Task {
    let answered = group.questions.filter { interview.isAnswered($0.id) }.count
    let isDone = answered == group.questions.count
    let first = group.questions.first { !interview.isAnswered($0.id) } ?? group.questions.first
    let address =
      subject.isBundled
      ? "\(subject.base)/answers#\(group.id)"
      : first.map { "\(subject.base)/questions/\($0.id.text)" } ?? subject.base
    return Task(
      title: group.title, address: address,
      status: isDone
        ? "Done"
        : answered == 0
          ? subject.isBundled ? "Not told" : "Not started" : "\(answered) of \(group.questions.count)",
      isDone: isDone,
      hint: group.id == "short" && !subject.isBundled
        ? "About ten minutes. After it the assessment has something to go by." : nil)
  }
}

/// Every answer on one page, to be checked.
struct AnswersPage: PageModel {
  static let template = "answers"

  struct Group: Sendable, Hashable {
    let id: String
    let title: String
    let answers: [Answer]
  }

  struct Answer: Sendable, Hashable {
    let ask: String
    let words: String
    let isOpen: Bool
    /// Where it is changed; `nil` for a bundled case.
    let change: String?
  }

  let head: PageHead
  let title: String
  let base: String
  let lead: String
  let groups: [Group]

  /// - Parameter revision: the earlier state that is shown; without it, what stands now.
  init(_ subject: Subject, asOf revision: Int? = nil) {
    let isFixed = subject.isBundled || revision != nil
    title = revision.map { "State \($0)" } ?? (subject.isBundled ? "What is told" : "Check your answers")
    head = PageHead(title: title, of: subject, at: revision == nil ? .overview : .watch)
    base = subject.base
    let interview = subject.interview
    let open = interview.open.count
    lead =
      open == 0
      ? "Every question has an answer."
      : "\(open) questions are open. What isn’t known is never guessed: it leaves the result wider."
    groups = interview.groups.map { group in
      Group(
        id: group.id, title: group.title,
        answers: group.questions.map { question in
          let words = interview.words(ofAnswerTo: question)
          return Answer(
            ask: question.ask, words: words ?? "No answer yet", isOpen: words == nil,
            change: isFixed ? nil : "\(subject.base)/questions/\(question.id.text)?from=answers")
        })
    }
  }
}

extension Subject {
  /// The interview about it, where its last sitting left it.
  var interview: CaseInterview {
    CaseInterview(theory: theory, draft: subject, resuming: stored?.sitting ?? InterviewSitting())
  }
}

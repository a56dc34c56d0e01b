import Bibliography
import Casework

/// One question on a page of its own.
struct QuestionPage: PageModel {
  static let template = "question"

  /// One answer to choose.
  struct Option: Sendable, Hashable {
    let id: String
    let value: String
    let words: String
    let isChosen: Bool
    /// Whether it stands apart from the question's own answers, behind “or”.
    let isFirstApart: Bool
  }

  /// A set of answers to choose from.
  struct Choice: Sendable, Hashable {
    /// `radio` or `checkbox`.
    let type: String
    let options: [Option]
  }

  /// A field to write in.
  struct Field: Sendable, Hashable {
    let id: String
    let label: String
    let value: String
    let isLong: Bool
  }

  /// A row for an aim.
  struct AimRow: Sendable, Hashable {
    let number: Int
    let index: Int
    let what: String
    let source: String
    let hasLevels: Bool
    let levels: [Option]
  }

  let head: PageHead
  let formToken: String
  let action: String
  let revision: Int
  /// Such as “What it is: question 2 of 11”.
  let progress: String
  let ask: String
  let because: String?
  let hint: String?
  let refusal: String?
  /// The field that a link from the summary of what is wrong leads to.
  let firstField: String
  let choice: Choice?
  let text: Field?
  let date: Field?
  let source: Field?
  let note: Field?
  let aims: [AimRow]
  let events: EventList?
  let isRadio: Bool
  /// What is written on the button that says that nobody knows; `nil` where that is one of the answers to choose.
  let unknown: String?
  /// What is written on the button that says that there is none.
  let none: String?

  init(
    _ question: InterviewQuestion, of interview: CaseInterview, in subject: Subject, form: QuestionForm,
    refusal: String? = nil, query: String = "", formToken: String
  ) {
    let group = interview.groups.first { $0.questions.contains { $0.id == question.id } }
    let number = (group?.questions.firstIndex { $0.id == question.id } ?? 0) + 1
    progress = "\(group?.title ?? question.section): question \(number) of \(group?.questions.count ?? 1)"
    let previous = interview.previousByGroup(before: question.id)
    head = PageHead(
      step: question.ask, of: subject,
      back: previous.map { "\(subject.base)/questions/\($0.id.text)" } ?? subject.base,
      isRefused: refusal != nil)
    self.formToken = formToken
    self.refusal = refusal
    action = "\(subject.base)/questions/\(question.id.text)\(query)"
    revision = subject.stored?.revision ?? 0
    ask = question.ask
    because = question.because
    hint = question.hint
    choice = Self.choice(of: question, form)
    isRadio = choice?.type == "radio"
    let fields = Self.fields(of: question, form)
    (text, date, source, note) = (fields.text, fields.date, fields.source, fields.note)
    aims = Self.aims(of: question, form)
    firstField = aims.isEmpty ? "answer" : "aim-0"
    events = question.id == .events ? EventList(subject) : nil
    unknown =
      isRadio
      ? nil : question.mayBeNotKnown || !question.mayBeNothing ? "I do not know" : "I do not know of any"
    none = Self.none(of: question)
  }

  private static func none(of question: InterviewQuestion) -> String? {
    switch question.form {
    case .optionalText: "Nobody in particular, or nowhere"
    case .events: "Nothing yet"
    case .choices, .partners, .aims: "There is none"
    default: nil
    }
  }
}

extension QuestionPage {
  private static func choice(of question: InterviewQuestion, _ form: QuestionForm) -> Choice? {
    var answers: [(String, String)]
    var apart: [(String, String)] = []
    switch question.form {
    case .choice(let choices): answers = choices.map { ($0.value, $0.words) }
    case .choices(let choices):
      return Choice(type: "checkbox", options: options(choices.map { ($0.value, $0.words) }, [], form))
    case .level(let levels, let mayDiffer):
      answers = levels.map { ($0.level.rawValue, $0.words) }
      if mayDiffer { apart.append((QuestionForm.Special.differs, "It differs between the partners")) }
    case .end: answers = End.Outcome.allCases.map { ($0.rawValue, $0.rawValue) }
    default: return nil
    }
    apart.append((QuestionForm.Special.unknown, "I do not know"))
    if case .level = question.form { apart.append((QuestionForm.Special.none, "This can’t be asked here")) }
    return Choice(type: "radio", options: options(answers, apart, form))
  }

  private static func options(
    _ answers: [(String, String)], _ apart: [(String, String)], _ form: QuestionForm
  ) -> [Option] {
    (answers + apart).enumerated().map { index, answer in
      Option(
        id: index == 0 ? "answer" : "answer-\(index + 1)", value: answer.0,
        words: answer.1.prefix(1).uppercased() + answer.1.dropFirst(),
        isChosen: form.chosen.contains(answer.0),
        isFirstApart: index == answers.count && !answers.isEmpty)
    }
  }

  private typealias Fields = (text: Field?, date: Field?, source: Field?, note: Field?)

  private static func fields(of question: InterviewQuestion, _ form: QuestionForm) -> Fields {
    func field(_ label: String, _ value: String, id: String = "answer", isLong: Bool = false) -> Field {
      Field(id: id, label: label, value: value, isLong: isLong)
    }
    let place = field("Where can it be read? (optional)", form.source, id: "source")
    return switch question.form {
    case .text(let most): (field("Your answer", form.text, isLong: most > 300), nil, nil, nil)
    case .optionalText: (field("Your answer", form.text), nil, nil, nil)
    case .date: (nil, field("Date", form.date), nil, nil)
    case .partners: (field("Partners, one on each line", form.text, isLong: true), nil, nil, nil)
    case .level:
      (nil, nil, place, field("The fact in your own words (optional)", form.note, id: "note", isLong: true))
    case .end:
      (
        field("What happened, in a sentence or two", form.text, id: "text", isLong: true),
        field("When (optional)", form.date, id: "date"), place, nil
      )
    case .choice, .choices, .aims, .events: (nil, nil, nil, nil)
    }
  }

  private static func aims(of question: InterviewQuestion, _ form: QuestionForm) -> [AimRow] {
    guard case .aims(let levels) = question.form else { return [] }
    let rows = form.aims + Array(repeating: QuestionForm.AimRow(), count: max(2, 4 - form.aims.count))
    return rows.enumerated().map { index, row in
      let chosen = row.ambition.isEmpty ? QuestionForm.Special.unknown : row.ambition
      let words =
        levels.map { ($0.level.rawValue, $0.words) } + [(QuestionForm.Special.unknown, "I do not know")]
      return AimRow(
        number: index + 1, index: index, what: row.what, source: row.source, hasLevels: !levels.isEmpty,
        levels: words.map {
          Option(id: "", value: $0.0, words: $0.1, isChosen: $0.0 == chosen, isFirstApart: false)
        })
    }
  }
}

/// What happened, as it is listed.
struct EventList: Sendable, Hashable {
  struct Entry: Sendable, Hashable {
    let date: String
    let what: String
    let kind: String
  }

  let entries: [Entry]
  let isEmpty: Bool
  /// Where one is added.
  let address: String

  init(_ subject: Subject) {
    entries = subject.subject.events.map {
      Entry(date: $0.date.description, what: $0.what, kind: $0.kind.rawValue)
    }
    isEmpty = entries.isEmpty
    address = "\(subject.base)/events/new"
  }
}

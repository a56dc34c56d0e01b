import Bibliography
import Casework
import ProgrammeTheory
import Reporting

/// What stands on the screen.
extension TerminalInterview {
  static let help = [
    Sentence("Type the number of an answer, or its words."),
    Sentence("Behind a number you may say where it can be read: 2 board paper of May."),
    Sentence("And behind a stroke the fact in your own words: 2 board paper of May | they had met once."),
    Sentence("? means that it isn't known, and - that it can't be asked here, or that there is none."),
    Sentence("Enter leaves a question open. w says why it is asked. b goes back. q leaves; all is saved."),
  ]

  func show(_ sentences: [Sentence]) { show(.paragraph(sentences)) }

  /// A headline, and sentences that stand on lines of their own, since some hold a command to copy.
  func show(lines: [Sentence]) {
    show(.paragraph(Array(lines.prefix(1))), .list(Array(lines.dropFirst())))
  }

  func say(_ words: String) { show([Sentence(words)]) }

  func show(choices: [String]) { show(.list(choices.map { Sentence($0) }, ordered: true)) }

  private func show(_ blocks: Block...) {
    Console.print(TerminalRenderer(width: width, colour: Console.wantsColour).render(blocks))
  }

  func show(_ question: InterviewQuestion) {
    let number = interview.number(of: question.id).map { ", \($0) of \(interview.questions.count)" } ?? ""
    show(.paragraph([Sentence("── \(question.section)\(number) ──", emphasis: .muted)]))
    show(.paragraph([Sentence(question.ask, emphasis: .strong)] + hints(of: question)))
    switch question.form {
    case .choice(let choices), .choices(let choices): show(choices: choices.map(\.words))
    case .level(let levels, _): show(choices: levels.map(\.words))
    case .end: show(choices: End.Outcome.allCases.map(\.rawValue))
    case .text, .optionalText, .date, .partners, .aims, .events: break
    }
    if let words = interview.words(ofAnswerTo: question) {
      say("Your answer so far: \(words)")
    }
    show(.paragraph([Sentence(keys(of: question), emphasis: .muted)]))
  }

  private func hints(of question: InterviewQuestion) -> [Sentence] {
    var hints = [question.hint].compactMap(\.self)
    if question.id == .source, let last = interview.lastSource { hints.append("= stands for: \(last).") }
    return hints.map { Sentence($0) }
  }

  /// What can be typed, in a line.
  private func keys(of question: InterviewQuestion) -> String {
    var keys: [String] = []
    if case .level(_, mayDiffer: true) = question.form { keys.append("d it differs between partners") }
    if question.mayBeNotKnown { keys.append("? not known") }
    if question.form.isLevel, levelsAsked > 3 {
      return "\(question.form.key), or: \((keys + ["Enter later", "h help"]).joined(separator: " · "))"
    }
    if interview.count(of: question) > 0 {
      keys.append("- take the last one out")
    } else if question.mayBeNothing {
      keys.append(question.form.isLevel ? "- can't be asked here" : "- none")
    }
    keys.append(interview.isAnswered(question.id) ? "Enter keep it" : "Enter later")
    keys += ["w why", "b back", "h help", "q leave"]
    return "\(question.form.key), or: \(keys.joined(separator: " · "))"
  }
}

extension InterviewQuestion.Form {
  /// Whether it is answered in several parts, each asked for.
  var hasParts: Bool {
    switch self {
    case .aims, .events, .end: true
    default: false
    }
  }

  /// Whether several things are told, one after another.
  var takesSeveral: Bool {
    switch self {
    case .partners, .aims, .events: true
    default: false
    }
  }

  var isLevel: Bool { if case .level = self { true } else { false } }

  /// What to type first.
  var key: String {
    switch self {
    case .text, .optionalText: "Type a few words"
    case .date: "Type a date"
    case .choice, .level, .end: "Type a number"
    case .choices: "Type the numbers that hold, such as 1 3"
    case .partners: "Type a name"
    case .aims: "Type an aim"
    case .events: "Type when it happened, such as 2015-06"
    }
  }
}

extension CaseInterview {
  /// How many things have been told one after another; 0 for questions that take one answer.
  func count(of question: InterviewQuestion) -> Int {
    switch answer(to: question.id) {
    case .partners(let names): names.count
    case .aims(let aims): aims.count
    case .events(let events): events.count
    default: 0
    }
  }

  /// The answer without what was told last.
  func answerWithoutLast(of question: InterviewQuestion) -> InterviewAnswer {
    switch answer(to: question.id) {
    case .partners(let names) where names.count > 1: .partners(names.dropLast())
    case .aims(let aims) where aims.count > 1: .aims(aims.dropLast())
    case .events(let events) where events.count > 1: .events(events.dropLast())
    default: .nothing
    }
  }
}

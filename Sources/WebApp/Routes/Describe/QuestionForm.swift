import Bibliography
import Casework
import ProgrammeTheory

/// What stands in the fields of a question's form: taken from the case's answer, or as it was sent.
struct QuestionForm: Sendable, Hashable {
  /// An aim as it is typed.
  struct AimRow: Sendable, Hashable {
    var what = ""
    var ambition = ""
    var source = ""
    var isBlank: Bool { what.isEmpty && source.isEmpty }
  }

  /// Values of choices that stand for no choice of the question's own.
  enum Special {
    static let unknown = "not known"
    static let none = "not applicable"
    static let differs = "differs"
  }

  var chosen: [String] = []
  var text = ""
  var date = ""
  var source = ""
  var note = ""
  var aims: [AimRow] = []

  /// The form with the answer that a case holds.
  init(_ answer: InterviewAnswer?) {
    switch answer {
    case .text(let text): self.text = text
    case .date(let date): self.date = date.description
    case .choice(let value): chosen = [value]
    case .choices(let values): chosen = values
    case .level(let level, let source, let note):
      chosen = [level.rawValue]
      self.source = source ?? ""
      self.note = note ?? ""
    case .differs: chosen = [Special.differs]
    case .partners(let names): text = names.joined(separator: "\n")
    case .aims(let aims):
      self.aims = aims.map { AimRow(what: $0.what, ambition: $0.ambition.rawValue, source: $0.source ?? "") }
    case .end(let end):
      chosen = [end.outcome.rawValue]
      text = end.what
      date = end.date?.description ?? ""
      source = end.source ?? ""
    case .notKnown: chosen = [Special.unknown]
    case .nothing: chosen = [Special.none]
    case .events, nil: break
    }
  }

  /// The form as it was sent.
  init(_ fields: FormFields) {
    chosen = fields.all("answer")
    text = fields.text("text") ?? ""
    date = fields.text("date") ?? ""
    source = fields.text("source") ?? ""
    note = fields.text("note") ?? ""
    aims = (0..<200).compactMap { index in
      let row = AimRow(
        what: fields.text("aim-\(index)") ?? "", ambition: fields.text("ambition-\(index)") ?? "",
        source: fields.text("aim-source-\(index)") ?? "")
      return row.isBlank ? nil : row
    }
  }

  /// What the form answers.
  ///
  /// - Throws: ``AnswerRefusal`` when nothing was chosen or written, or when it is no answer to the question.
  func answer(to question: InterviewQuestion) throws(AnswerRefusal) -> InterviewAnswer {
    switch question.form {
    case .text, .optionalText: return .text(try needed(text, "Write a few words, or choose “I do not know”."))
    case .date: return .date(try Self.date(try needed(date, "Write a date, or choose “I do not know”.")))
    case .choice: return try choice()
    case .choices:
      guard !chosen.isEmpty else { throw AnswerRefusal("Choose all that hold, or “I do not know”.") }
      return .choices(chosen)
    case .level: return try level()
    case .partners:
      let names = text.split(separator: "\n").map(String.init).filter { !$0.allSatisfy(\.isWhitespace) }
      guard !names.isEmpty else {
        throw AnswerRefusal("Name the partners, one on each line, or choose “I do not know”.")
      }
      return .partners(names)
    case .aims(let levels): return try aims(levels)
    case .events: throw AnswerRefusal("Add what happened, or choose “Nothing yet”.")
    case .end: return try end()
    }
  }

  private func needed(_ text: String, _ remedy: String) throws(AnswerRefusal) -> String {
    guard !text.isEmpty else { throw AnswerRefusal(remedy) }
    return text
  }

  /// A date as it is typed.
  static func date(_ text: String) throws(AnswerRefusal) -> PartialDate {
    guard let date = PartialDate(typed: text) else {
      throw AnswerRefusal(
        "“\(text.prefix(40))” is no date. Write a year, a month or a day: 2014, 2014-06 or 2014-06-03.",
        in: "date")
    }
    return date
  }

  private func choice() throws(AnswerRefusal) -> InterviewAnswer {
    guard let value = chosen.first else { throw AnswerRefusal("Choose an answer, or “I do not know”.") }
    return value == Special.unknown ? .notKnown : .choice(value)
  }

  private func level() throws(AnswerRefusal) -> InterviewAnswer {
    guard let value = chosen.first else { throw AnswerRefusal("Choose an answer, or “I do not know”.") }
    if value == Special.differs { return .differs }
    guard let level = StatedLevel(rawValue: value) else {
      throw AnswerRefusal("Choose one of the answers shown.")
    }
    return .level(level, source: source.isEmpty ? nil : source, note: note.isEmpty ? nil : note)
  }

  private func aims(_ levels: [InterviewQuestion.LevelChoice]) throws(AnswerRefusal) -> InterviewAnswer {
    guard !aims.isEmpty else { throw AnswerRefusal("Write an aim or more, or choose “I do not know”.") }
    var told: [Aim] = []
    for row in aims {
      let what = try needed(row.what, "Say what is aimed at in each row that you fill in.")
      let ambition = StatedLevel(rawValue: row.ambition) ?? .notKnown
      told.append(Aim(what: what, ambition: ambition, source: row.source.isEmpty ? nil : row.source))
    }
    return .aims(told)
  }

  private func end() throws(AnswerRefusal) -> InterviewAnswer {
    guard let value = chosen.first else { throw AnswerRefusal("Choose how it stands, or “I do not know”.") }
    if value == Special.unknown { return .notKnown }
    guard let outcome = End.Outcome(rawValue: value) else {
      throw AnswerRefusal("Choose one of the answers shown.")
    }
    let what = try needed(text, "Say in a sentence or two what happened.")
    return .end(
      End(
        outcome: outcome, date: date.isEmpty ? nil : try Self.date(date), what: what,
        source: source.isEmpty ? nil : source))
  }
}

import Bibliography
import ProgrammeTheory

extension CaseInterview {
  /// The answer to a question as a person reads it; `nil` while it is open.
  public func words(ofAnswerTo question: InterviewQuestion) -> String? {
    switch answer(to: question.id) {
    case nil: nil
    case .text(let text): text
    case .date(let date): date.description
    case .choice(let value): question.words(of: [value])
    case .choices(let values): question.words(of: values)
    case .level(let level, let source, let note):
      [question.words(of: level) + (source.map { " (\($0))" } ?? ""), note].compactMap(\.self)
        .joined(separator: ". ")
    case .differs: "it differs between the partners"
    case .partners(let names): names.joined(separator: "; ")
    case .aims(let aims): aims.map { "\($0.what) (\($0.ambition.rawValue))" }.joined(separator: "; ")
    case .events(let events): events.map { "\($0.date) \($0.what)" }.joined(separator: "; ")
    case .end(let end): "\(end.outcome.rawValue): \(end.what)"
    case .notKnown: "not known"
    case .nothing: question.isOfLevel ? "not applicable" : "none"
    }
  }
}

extension InterviewQuestion {
  fileprivate var isOfLevel: Bool { if case .level = form { true } else { false } }

  fileprivate func words(of values: [String]) -> String {
    switch form {
    case .choice(let choices), .choices(let choices):
      values.map { value in choices.first { $0.value == value }?.words ?? value }.joined(separator: "; ")
    default: values.joined(separator: "; ")
    }
  }

  fileprivate func words(of level: StatedLevel) -> String {
    guard case .level(let levels, _) = form, let choice = levels.first(where: { $0.level == level }) else {
      return level.rawValue
    }
    return choice.words
  }
}

import Bibliography
import Casework
import Foundation
import ProgrammeTheory
import Reporting

/// Asks the questions of an interview on a terminal, one at a time, and saves after each answer.
struct TerminalInterview {
  /// Somebody wants to leave.
  struct Leaving: Error {}

  var interview: CaseInterview
  var file: CaseFile
  var lines = LineReader()
  let width: Int
  /// What is typed behind `realist assess`, to get the same theory.
  let theoryOption: String?
  var current: InterviewQuestion?
  var hasPaused = false
  /// How many concepts were asked for in this sitting: the keys are told in full only for the first few.
  var levelsAsked = 0

  init(_ interview: CaseInterview, file: CaseFile, width: Int, theoryOption: String?) {
    self.interview = interview
    self.file = file
    self.width = width
    self.theoryOption = theoryOption
    current = interview.next()
    // Who takes it up after the short round has been told already that it can be assessed.
    hasPaused = !interview.open.contains { $0.round <= .short && ![.speaker, .source].contains($0.id) }
  }

  /// Asks until all is asked, or the person leaves.
  mutating func run() {
    welcome()
    do {
      while true {
        guard let question = current else {
          try close()
          continue
        }
        if question.round > .short, !hasPaused {
          try pause()
        } else {
          try ask(question)
        }
      }
    } catch {
      farewell()
    }
  }

  // MARK: One question

  private mutating func ask(_ question: InterviewQuestion) throws(Leaving) {
    if question.form.isLevel { levelsAsked += 1 }
    show(question)
    while let words = try words(for: question) {
      guard let answer = try answer(to: question, from: words), take(answer, to: question) else { continue }
      guard question.form.takesSeveral else {
        current = interview.next(after: question.id)
        return
      }
      say("Type another, or press Enter if that is all.")
    }
  }

  /// What is typed under a question; `nil` where it leads to another one. Whatever else is typed is dealt with here.
  private mutating func words(for question: InterviewQuestion) throws(Leaving) -> String? {
    while true {
      let line = try line()
      switch question.reply(to: line) {
      case .skip:
        current = interview.next(after: question.id)
        Console.print("")
        return nil
      case .back:
        Console.print("")
        if let before = interview.previous(before: question.id) {
          current = before
          return nil
        }
        say("This is the first question.")
      case .leave: throw Leaving()
      case .why:
        say(question.because ?? "Nobody has written down why. The theory has a place for the answer.")
      case .help: show(lines: Self.help)
      case .misunderstood(let words) where !question.form.hasParts: say(words)
      case .answer(.nothing) where interview.count(of: question) > 0:
        if take(interview.answerWithoutLast(of: question), to: question) { show(question) }
      case .answer(.notKnown), .answer(.nothing):
        if take(line.contains("?") ? .notKnown : .nothing, to: question) {
          current = interview.next(after: question.id)
          return nil
        }
      case .answer, .misunderstood: return line
      }
    }
  }

  /// The answer that begins with some words; `nil` where they are taken back or can't be understood.
  private mutating func answer(to question: InterviewQuestion, from words: String) throws(Leaving)
    -> InterviewAnswer?
  {
    switch question.form {
    case .aims(let levels): return try aims(from: words, levels)
    case .events: return try events(from: words)
    case .end: return try end(from: words)
    case .optionalText where words == "=" && question.id == .source:
      return interview.lastSource.map { .text($0) }
    case .partners:
      guard case .answer(.partners(let names)) = question.reply(to: words) else { return nil }
      return .partners(interview.draft.partners.map(\.name) + names)
    default:
      guard case .answer(let answer) = question.reply(to: words) else { return nil }
      return answer
    }
  }

  /// Takes an answer and saves it; says why where it can't be taken.
  private mutating func take(_ answer: InterviewAnswer, to question: InterviewQuestion) -> Bool {
    do {
      let next = try interview.answering(question.id, answer)
      if let copy = try file.save(next.draft) {
        say("The file as it was before, with its comments, is kept as \(copy).")
      }
      interview = next
      acknowledge(question)
      return true
    } catch let refusal as AnswerRefusal {
      say(refusal.description)
    } catch {
      say("This answer isn't saved. " + Complaint(of: error).message)
    }
    return false
  }

  /// Shows what was chosen; words that were typed stand there already.
  private func acknowledge(_ question: InterviewQuestion) {
    switch question.form {
    case .text, .optionalText: Console.print("")
    default:
      guard let words = interview.words(ofAnswerTo: question) else { return }
      show([Sentence("Noted: \(words)", emphasis: .muted)])
    }
  }
}

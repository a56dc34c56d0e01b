import Casework
import Documents
import ProgrammeTheory
import Reporting

/// What is said before, between and after the questions.
extension TerminalInterview {
  mutating func welcome() {
    let (answered, count) = interview.progress
    if answered == 0 {
      show(lines: [
        Sentence("Describe a collaboration, one question at a time.", emphasis: .strong),
        Sentence("The questions come from “\(interview.theory.identity.title)”."),
        Sentence("Answer what you can; a question that you leave open does no harm."),
        Sentence("Each answer is saved at once in \(file.path)."),
        Sentence("Leave whenever you like with q, and go on later with the same command."),
      ])
      return
    }
    show([
      Sentence("Going on with “\(interview.draft.title)”.", emphasis: .strong),
      Sentence("\(answered) of \(count) questions have an answer."),
    ])
    if let speaker = interview.voice.saidBy { say("Your answers count as said by: \(speaker).") }
    if file.isHandwritten {
      say(
        "The file has comments, or an order of its own, which get lost when the program writes it. Before the first "
          + "change a copy is put beside it.")
    }
  }

  /// Between the short round and the rest.
  mutating func pause() throws(Leaving) {
    hasPaused = true
    let rest = interview.open.filter { $0.round == .full }.count
    guard rest > 0 else { return }
    show(lines: [
      Sentence("That was the short round.", emphasis: .strong),
      Sentence("The case can be assessed now: \(assessCommand)"),
      Sentence("Or go on: each further answer makes the result clearer."),
    ])
    show(choices: [
      "go on with the other \(rest) questions", "tell what has happened since the start",
      "leave, and go on another time",
    ])
    while true {
      switch try line().lowercased() {
      case "", "1": return
      case "2":
        current = interview.question(.events)
        return
      case "3", "q": throw Leaving()
      default: say("Type 1, 2 or 3.")
      }
    }
  }

  /// After the last question.
  mutating func close() throws(Leaving) {
    let (answered, count) = interview.progress
    let open = count - answered
    show([
      Sentence(
        open == 0
          ? "Every question has an answer." : "\(answered) of \(count) questions have an answer.",
        emphasis: .strong)
    ])
    show(choices: [
      "leave", open == 0 ? "look at the answers again, from the last one" : "ask those that are open again",
      "add something that has happened", "add an aim", "add a partner",
    ])
    while current == nil {
      switch try line().lowercased() {
      case "", "1", "q": throw Leaving()
      case "2": current = interview.next() ?? interview.previous()
      case "b": current = interview.previous()
      case "3": current = interview.question(.events)
      case "4": current = interview.question(.aims)
      case "5": current = interview.question(.partners)
      default: say("Type a number from 1 to 5.")
      }
    }
  }

  mutating func farewell() {
    guard CaseFile.exists(file.path) else {
      say("Nothing was written.")
      return
    }
    show(lines: [
      Sentence("All answers are in \(file.path)."), Sentence("Go on later: \(command("case new"))."),
      Sentence("Look it through: \(command("case check"))."),
      Sentence("See what the theory says of it: \(assessCommand)"),
    ])
  }

  private var assessCommand: String { command("assess") }

  /// A command about the file, as it is typed.
  private func command(_ words: String) -> String {
    func quoted(_ word: String) -> String {
      let isPlain = word.unicodeScalars.allSatisfy {
        $0.isASCII && $0.properties.isAlphabetic || ("0"..."9").contains($0)
          || "/._-".unicodeScalars.contains($0)
      }
      return isPlain ? word : word.quotedForShell
    }
    return "realist \(words) \(quoted(file.path))" + (theoryOption.map { " --theory \(quoted($0))" } ?? "")
  }
}

import Bibliography
import Casework
import Foundation
import ProgrammeTheory
import Reporting

/// Answers of several parts: each is asked for on a line of its own.
extension TerminalInterview {
  /// The next line that is typed.
  ///
  /// - Parameter label: what to type.
  mutating func line(_ label: String = "") throws(Leaving) -> String {
    while true {
      Console.prompt(label.isEmpty ? "> " : "\(label) > ")
      switch lines.next() {
      case .words(let words): return words
      case .tooLong: say("That is far too long. Say it in fewer words.")
      case .notText: say("That holds signs that can't be read. Type it again.")
      case .end:
        Console.print("")
        throw Leaving()
      }
    }
  }

  /// A part of an answer; `nil` where the person goes back. Other commands than that and leaving mean nothing here.
  private mutating func part(_ label: String) throws(Leaving) -> String? {
    let words = try line(label).trimmingCharacters(in: .whitespaces)
    switch words.lowercased() {
    case "b", "back": return nil
    case "q", "quit": throw Leaving()
    default: return words
    }
  }

  /// A part that can't be left out.
  private mutating func neededPart(_ label: String) throws(Leaving) -> String? {
    while let words = try part(label) {
      if !words.isEmpty { return words }
      say("This can't be left out. b takes it all back.")
    }
    return nil
  }

  /// The number of one of some choices.
  private mutating func number(_ label: String, of choices: [String]) throws(Leaving) -> Int? {
    show(choices: choices)
    while let words = try neededPart(label) {
      if let number = Int(words), choices.indices.contains(number - 1) { return number - 1 }
      if let index = choices.firstIndex(where: { $0.lowercased() == words.lowercased() }) { return index }
      say("Type a number from 1 to \(choices.count), or b to take it back.")
    }
    return nil
  }

  /// Where something can be read: what is typed, or what holds for all answers.
  private mutating func source() throws(Leaving) -> (String?)? {
    let usual = interview.voice.source
    let label = "Where can it be read? Enter: \(usual ?? "nowhere")"
    guard let words = try part(label) else { return nil }
    return .some(words.isEmpty ? usual : words)
  }

  // MARK: Aims

  mutating func aims(from what: String, _ levels: [InterviewQuestion.LevelChoice]) throws(Leaving)
    -> InterviewAnswer?
  {
    var ambition = StatedLevel.notKnown
    if !levels.isEmpty {
      say("How high does it reach, seen against what the partners can do?")
      guard let index = try number("number", of: levels.map(\.words) + ["not known"]) else { return nil }
      ambition = index < levels.count ? levels[index].level : .notKnown
    }
    let aim = Aim(what: what, ambition: ambition, source: interview.voice.source)
    return .aims(interview.draft.aims + [aim])
  }

  // MARK: Events

  mutating func events(from words: String) throws(Leaving) -> InterviewAnswer? {
    guard let date = PartialDate(typed: words.trimmingCharacters(in: .whitespaces)) else {
      say("First, when did it happen? Write a year, a month or a day: 2015, 2015-06 or 2015-06-03.")
      return nil
    }
    guard let what = try neededPart("What happened") else { return nil }
    say("What kind of event was it?")
    guard let kind = try number("number", of: Event.Kind.allCases.map(\.rawValue)) else { return nil }
    guard let moves = try moves(), let source = try source() else { return nil }
    let taken = Set(interview.draft.events.map(\.id.text))
    guard let id = Event.ID.named(after: what, or: "event", unlike: taken) else { return nil }
    let event = Event(
      id: id, date: date, kind: Event.Kind.allCases[kind], what: what, moves: moves, source: source)
    return .events(interview.draft.events + [event])
  }

  /// What an event was seen to change, each found by a word of it.
  private mutating func moves() throws(Leaving) -> [OutcomeEffect]? {
    say("What was seen to change by it? Type a word or two of it; press Enter when that is all.")
    var moves: [OutcomeEffect] = []
    while let words = try part("What changed") {
      if words.isEmpty { return moves }
      let found = Array(interview.concepts(matching: words).prefix(9))
      guard !found.isEmpty else {
        say("The theory has nothing of that name. Try another word of it, or press Enter.")
        continue
      }
      let changes = found.flatMap { concept in
        [
          (OutcomeEffect(.raises, concept.id), concept.wording.rises),
          (OutcomeEffect(.lowers, concept.id), concept.wording.falls),
        ]
      }
      guard let index = try number("number", of: changes.map(\.1) + ["none of these"]) else { continue }
      guard index < changes.count else { continue }
      let move = changes[index].0
      moves.removeAll { $0.concept == move.concept }
      moves.append(move)
      say("Noted: \(changes[index].1). Anything else?")
    }
    return nil
  }

  // MARK: The end

  mutating func end(from words: String) throws(Leaving) -> InterviewAnswer? {
    let outcomes = End.Outcome.allCases
    let index = Int(words.trimmingCharacters(in: .whitespaces)).map { $0 - 1 }
    guard let index, outcomes.indices.contains(index) else {
      say("Type a number from 1 to \(outcomes.count).")
      return nil
    }
    guard let what = try neededPart("What happened, in a sentence or two") else { return nil }
    var date: PartialDate?
    while let words = try part("When (Enter: not known)") {
      if words.isEmpty { break }
      date = PartialDate(typed: words)
      if date != nil { break }
      say("Write a year, a month or a day: 2017, 2017-06 or 2017-06-03.")
    }
    guard let source = try source() else { return nil }
    return .end(End(outcome: outcomes[index], date: date, what: what, source: source))
  }
}

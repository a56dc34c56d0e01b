public import Bibliography
import ProgrammeTheory

/// What a person means who types a line under a question.
public enum TypedReply: Sendable, Hashable {
  /// An answer.
  case answer(InterviewAnswer)
  /// Leave it open for now.
  case skip
  /// Say why it is asked.
  case why
  /// Go to the question before.
  case back
  /// Save and leave.
  case leave
  /// Say what can be typed.
  case help
  /// Nothing that can be understood; what could be typed instead.
  case misunderstood(String)
}

extension InterviewQuestion {
  /// What a typed line means. Any line has a meaning, if only that it can't be understood.
  ///
  /// Aims, events and how it ended have parts, and are answered part by part; of these only the commands, `?` and `-`
  /// are understood here.
  public func reply(to line: String) -> TypedReply {
    guard line.unicodeScalars.count <= 20_000 else {
      return .misunderstood("That is far too long. Say it in fewer words.")
    }
    let words = line.trimmed
    switch words.lowercased() {
    case "": return .skip
    case "w", "why", "why?": return .why
    case "b", "back": return .back
    case "q", "quit", "exit": return .leave
    case "h", "help": return .help
    case "s", "skip": return .skip
    case "?", "not known":
      return mayBeNotKnown
        ? .answer(.notKnown) : .misunderstood("“Not known” is no answer here. Press Enter to leave it open.")
    case "-", "none", "not applicable":
      return mayBeNothing
        ? .answer(.nothing) : .misunderstood("“None” is no answer here. Press Enter to leave it open.")
    default: return meaning(of: words)
    }
  }

  private func meaning(of words: String) -> TypedReply {
    switch form {
    case .text, .optionalText: return .answer(.text(words))
    case .partners:
      return .answer(.partners(words.split(separator: ";").map { String($0).trimmed }.filter { !$0.isEmpty }))
    case .date:
      guard let date = PartialDate(typed: words) else {
        return .misunderstood("That is no date. Write a year, a month or a day: 2014, 2014-06 or 2014-06-03.")
      }
      return .answer(.date(date))
    case .choice(let choices): return choice(of: words, among: choices)
    case .choices(let choices): return several(of: words, among: choices)
    case .level(let levels, let mayDiffer):
      if mayDiffer, ["d", "it differs", "differs"].contains(words.lowercased()) { return .answer(.differs) }
      return level(of: words, among: levels)
    case .aims, .events, .end: return .misunderstood("Answer the questions one by one.")
    }
  }

  private func choice(of words: String, among choices: [Choice]) -> TypedReply {
    if let number = Int(words), choices.indices.contains(number - 1) {
      return .answer(.choice(choices[number - 1].value))
    }
    let known = choices.first { [$0.value, $0.words.lowercased()].contains(words.lowercased()) }
    if let known { return .answer(.choice(known.value)) }
    let initial = choices.filter { $0.value.hasPrefix(words.lowercased()) }
    if let only = initial.first, initial.count == 1 { return .answer(.choice(only.value)) }
    return .misunderstood("Type the number of one answer, from 1 to \(choices.count).")
  }

  private func several(of words: String, among choices: [Choice]) -> TypedReply {
    let parts = words.split { ", ;".contains($0) }.prefix(200)
    let values = parts.compactMap { part -> String? in
      if let number = Int(part), choices.indices.contains(number - 1) { return choices[number - 1].value }
      return choices.first { $0.value == part.lowercased() }?.value
    }
    guard !values.isEmpty, values.count == parts.count else {
      return .misunderstood("Type the numbers of all that hold, from 1 to \(choices.count), such as: 1 3")
    }
    return .answer(.choices(choices.map(\.value).filter(values.contains)))
  }

  /// A number or the words of a level; behind a number, where it can be read, and behind a stroke, the fact in words.
  private func level(of words: String, among levels: [LevelChoice]) -> TypedReply {
    let known = levels.first { [$0.level.rawValue, $0.words.lowercased()].contains(words.lowercased()) }
    if let known { return .answer(.level(known.level)) }
    let lead = words.prefix { $0.isASCII && $0.isNumber || $0 == "?" || $0 == "-" }
    let rest = words.dropFirst(lead.count)
    let level: StatedLevel? =
      switch lead {
      case "?": .notKnown
      case "-": .notApplicable
      default: Int(lead).flatMap { levels.indices.contains($0 - 1) ? levels[$0 - 1].level : nil }
      }
    guard let level, rest.first.map({ $0 == " " || $0 == "|" }) ?? true else {
      return .misunderstood(
        "Type a number from 1 to \(levels.count), ? for not known, or - for not applicable.")
    }
    let parts = rest.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmed }
    let (source, note) = (parts.first ?? "", parts.count > 1 ? parts[1] : "")
    return .answer(
      .level(level, source: source.isEmpty ? nil : source, note: note.isEmpty ? nil : note))
  }
}

extension String {
  /// The text without white space around it.
  var trimmed: String {
    var words = Substring(self)
    while words.first?.isWhitespace == true { words.removeFirst() }
    while words.last?.isWhitespace == true { words.removeLast() }
    return String(words)
  }
}

extension PartialDate {
  /// Reads a date as people type it: `2014`, `2014-06`, `2014-06-03`, `2014-6`, `6/2014`; `nil` for anything else.
  public init?(typed text: String) {
    if let date = PartialDate(iso: text) {
      self = date
      return
    }
    let parts = text.split(omittingEmptySubsequences: false) { "-/.".contains($0) }
    let numbers = parts.compactMap { part in
      (1...4).contains(part.utf8.count) && part.utf8.allSatisfy((UInt8(ascii: "0")...57).contains)
        ? Int(part) : nil
    }
    guard (2...3).contains(parts.count), numbers.count == parts.count else { return nil }
    if parts[0].count == 4 {
      self.init(year: numbers[0], month: numbers[1], day: numbers.count > 2 ? numbers[2] : nil)
    } else if parts.count == 2, parts[1].count == 4 {
      self.init(year: numbers[1], month: numbers[0])
    } else {
      // Whether 3/6/2014 is a day in March or in June, nobody can tell.
      return nil
    }
  }
}

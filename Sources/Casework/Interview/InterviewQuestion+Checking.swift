import Foundation
import Bibliography
public import ProgrammeTheory

extension AnswerRefusal {
  static let unfit = AnswerRefusal("This is no answer to the question. Choose one of the answers shown.")
}

/// What is looked at before an answer is taken.
extension InterviewQuestion {
  /// The words of an answer.
  func words(in answer: InterviewAnswer) throws(AnswerRefusal) -> String {
    guard case .text(let text) = answer else { throw .unfit }
    switch form {
    case .text(let most): return try Self.tidied(text, most: most)
    default: return try Self.tidied(text, most: 500)
    }
  }

  /// The choice of an answer.
  func choice(in answer: InterviewAnswer) throws(AnswerRefusal) -> String {
    guard case .choice(let choices) = form, case .choice(let value) = answer,
      choices.contains(where: { $0.value == value })
    else { throw .unfit }
    return value
  }

  /// The choices of an answer, each once, in the order in which they are offered.
  func choices(in answer: InterviewAnswer) throws(AnswerRefusal) -> [String] {
    guard case .choices(let choices) = form, case .choices(let values) = answer, !values.isEmpty,
      values.allSatisfy({ value in choices.contains { $0.value == value } })
    else { throw .unfit }
    return choices.map(\.value).filter(values.contains)
  }

  /// The level of an answer, its source and its note.
  func level(in answer: InterviewAnswer) throws(AnswerRefusal) -> (StatedLevel, String?, String?) {
    guard case .level(let choices, _) = form else { throw .unfit }
    switch answer {
    case .notKnown: return (.notKnown, nil, nil)
    case .nothing: return (.notApplicable, nil, nil)
    case .level(let level, let source, let note):
      guard level == .notKnown || level == .notApplicable || choices.contains(where: { $0.level == level })
      else { throw .unfit }
      return (level, try Self.tidied(ifAny: source, most: 500), try Self.tidied(ifAny: note, most: 2_000))
    default: throw .unfit
    }
  }

  static func checked(_ aims: [Aim]) throws(AnswerRefusal) -> [Aim] {
    guard (1...100).contains(aims.count) else { throw AnswerRefusal("Give from 1 to 100 aims.") }
    var checked: [Aim] = []
    for aim in aims {
      checked.append(
        Aim(
          what: try tidied(aim.what, most: 1_000), ambition: aim.ambition,
          source: try tidied(ifAny: aim.source, most: 500)))
    }
    return checked
  }

  /// The events by date; those of one date keep their order.
  static func checked(_ events: [Event]) throws(AnswerRefusal) -> [Event] {
    guard (1...500).contains(events.count) else { throw AnswerRefusal("Give from 1 to 500 events.") }
    guard Set(events.map(\.id)).count == events.count else {
      throw AnswerRefusal("Two events have the same identifier.")
    }
    var checked: [Event] = []
    for event in events {
      guard event.moves.allSatisfy({ $0.direction != nil }) else {
        throw AnswerRefusal("An event can only raise or lower something.")
      }
      checked.append(
        Event(
          id: event.id, date: event.date, kind: event.kind, what: try tidied(event.what, most: 1_000),
          moves: event.moves, source: try tidied(ifAny: event.source, most: 500)))
    }
    return checked.sorted { $0.date.latest < $1.date.latest }
  }

  static func checked(_ end: End) throws(AnswerRefusal) -> End {
    End(
      outcome: end.outcome, date: end.date, what: try tidied(end.what, most: 4_000),
      source: try tidied(ifAny: end.source, most: 500))
  }

  static func tidied(ifAny text: String?, most: Int) throws(AnswerRefusal) -> String? {
    guard let text else { return nil }
    return try tidied(text, most: most)
  }

  /// The text without white space around it.
  ///
  /// - Throws: ``AnswerRefusal`` where nothing is left, where it is too long, and where it holds signs that nobody sees.
  static func tidied(_ text: String, most: Int) throws(AnswerRefusal) -> String {
    let scalars = text.unicodeScalars
    guard scalars.count <= most + 1_000 else { throw tooLong(most) }
    let isHidden = { (scalar: Unicode.Scalar) in
      scalar.value == 0xFEFF
        || scalar.properties.generalCategory == .control && !"\n\t".unicodeScalars.contains(scalar)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
    }
    guard !scalars.contains(where: isHidden) else {
      throw AnswerRefusal(
        "It holds signs that can't be seen, perhaps from a key that was pressed. Type it again.")
    }
    let words = text.trimmed
    guard !words.isEmpty else { throw AnswerRefusal("There is nothing in it. Write a word or more.") }
    guard words.unicodeScalars.count <= most else { throw tooLong(most) }
    return words
  }

  private static func tooLong(_ most: Int) -> AnswerRefusal {
    AnswerRefusal("It is too long: up to \(most) signs are taken here. Say it in fewer words.")
  }
}

extension Identifier {
  /// An identifier made from words: their letters without accents, and a number where it is taken.
  ///
  /// - Parameters:
  ///   - words: the words, such as a name.
  ///   - fallback: an identifier for words that have no such letters.
  ///   - taken: the identifiers that are taken.
  public static func named(after words: String, or fallback: String, unlike taken: Set<String> = []) -> Self?
  {
    let plain = words.prefix(200).lowercased().decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { !$0.properties.isDiacritic }
    let parts = plain.split { !("a"..."z").contains($0) && !("0"..."9").contains($0) }.map(String.init)
    var name = ""
    for part in parts where name.utf8.count + part.utf8.count < 40 {
      name += (name.isEmpty ? "" : "-") + part
    }
    if name.isEmpty { name = fallback }
    if !taken.contains(name) { return Self(name) }
    return (2...(taken.count + 2)).lazy.map { "\(name)-\($0)" }.first { !taken.contains($0) }.flatMap(
      Self.init)
  }
}

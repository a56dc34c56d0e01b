import Bibliography
import Casework
import ProgrammeTheory

/// What stands in the form for something that happened.
struct EventForm: Sendable, Hashable {
  /// One thing that was seen to change.
  struct Move: Sendable, Hashable {
    var concept = ""
    var change = ""
  }

  /// How many changes a form has room for.
  static let moves = 4

  var date = ""
  var what = ""
  var kind = ""
  var source = ""
  var moves: [Move] = []

  init() {}

  init(_ fields: FormFields) {
    date = fields.text("date") ?? ""
    what = fields.text("what") ?? ""
    kind = fields.text("kind") ?? ""
    source = fields.text("source") ?? ""
    moves = (0..<Self.moves).map {
      Move(concept: fields.text("concept-\($0)") ?? "", change: fields.text("change-\($0)") ?? "")
    }
  }

  /// The event that it tells.
  func event(in subject: Subject) throws(AnswerRefusal) -> Event {
    guard !date.isEmpty else {
      throw AnswerRefusal("Say when it happened: a year, a month or a day.", in: "date")
    }
    let date = try QuestionForm.date(date)
    guard !what.isEmpty else { throw AnswerRefusal("Say in a sentence what happened.", in: "what") }
    guard let kind = Event.Kind(rawValue: kind) else {
      throw AnswerRefusal("Choose what kind of event it was.", in: "kind")
    }
    let taken = Set(subject.subject.events.map(\.id.text))
    guard let id = Event.ID.named(after: what, or: "event", unlike: taken) else {
      throw AnswerRefusal("Say in a sentence what happened.", in: "what")
    }
    return Event(
      id: id, date: date, kind: kind, what: what, moves: try effects(in: subject.theory),
      source: source.isEmpty ? nil : source)
  }

  private func effects(in theory: Theory) throws(AnswerRefusal) -> [OutcomeEffect] {
    var effects: [OutcomeEffect] = []
    for (index, move) in moves.enumerated() where !move.concept.isEmpty {
      guard let concept = Concept.ID(move.concept), theory.concept(concept) != nil else {
        throw AnswerRefusal("Choose what changed from the list.", in: "concept-\(index)")
      }
      guard !effects.contains(where: { $0.concept == concept }) else {
        throw AnswerRefusal("Choose each thing that changed only once.", in: "concept-\(index)")
      }
      switch move.change {
      case "raises": effects.append(OutcomeEffect(.raises, concept))
      case "lowers": effects.append(OutcomeEffect(.lowers, concept))
      default:
        throw AnswerRefusal(
          "Say of each thing that changed whether there is more or less of it.", in: "more-\(index)")
      }
    }
    return effects
  }
}

/// The page that tells something that happened.
struct EventPage: PageModel {
  static let template = "event"

  struct Row: Sendable, Hashable {
    let index: Int
    let number: Int
    let concepts: [ListChoice]
    let isMore: Bool
    let isLess: Bool
  }

  let head: PageHead
  let formToken: String
  let revision: Int
  let action: String
  let back: String
  let refusal: String?
  /// The field that was refused.
  let refused: String
  let date: String
  let what: String
  let source: String
  let kinds: [ListChoice]
  let rows: [Row]

  init(_ subject: Subject, form: EventForm = EventForm(), refusal: AnswerRefusal? = nil, formToken: String) {
    back = "\(subject.base)/watch"
    head = PageHead(step: "What happened?", of: subject, back: back, isRefused: refusal != nil)
    self.formToken = formToken
    self.refusal = refusal?.description
    refused = refusal?.field ?? "what"
    revision = subject.stored?.revision ?? 0
    action = "\(subject.base)/events/new"
    date = form.date
    what = form.what
    source = form.source
    kinds = Event.Kind.allCases.map {
      ListChoice(value: $0.rawValue, words: $0.rawValue, isChosen: $0.rawValue == form.kind)
    }
    rows = (0..<EventForm.moves).map { index in
      let move = form.moves.indices.contains(index) ? form.moves[index] : EventForm.Move()
      return Row(
        index: index, number: index + 1,
        concepts: ListChoice.concepts(of: subject.theory, chosen: move.concept),
        isMore: move.change == "raises", isLess: move.change == "lowers")
    }
  }
}

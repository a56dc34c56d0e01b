import Bibliography
import Casework
import ProgrammeTheory

/// What stands in the form for something that was measured.
struct ObservationForm: Sendable, Hashable {
  var date = ""
  var concept = ""
  var of = ""
  var towards = ""
  var score = ""
  var lowest = "1"
  var highest = "5"
  var instrument = ""
  var source = ""

  init() {}

  init(_ fields: FormFields) {
    func text(_ name: String) -> String { fields.text(name) ?? "" }
    (date, concept, of, towards) = (text("date"), text("concept"), text("of"), text("towards"))
    (score, lowest, highest) = (text("score"), text("lowest"), text("highest"))
    (instrument, source) = (text("instrument"), text("source"))
  }

  /// The observation that it tells.
  func observation(in subject: Subject) throws(AnswerRefusal) -> Observation {
    guard !date.isEmpty else {
      throw AnswerRefusal("Say when it was measured: a year, a month or a day.", in: "date")
    }
    guard let concept = Concept.ID(concept), subject.theory.concept(concept) != nil else {
      throw AnswerRefusal("Choose what was measured.", in: "concept")
    }
    return Observation(
      date: try QuestionForm.date(date), concept: concept, of: Partner.ID(of), towards: Partner.ID(towards),
      score: try Self.number(score, "the score", in: "score"),
      lowest: try Self.number(lowest, "the lowest score possible", in: "lowest"),
      highest: try Self.number(highest, "the highest score possible", in: "highest"),
      instrument: instrument.isEmpty ? nil : instrument, source: source.isEmpty ? nil : source)
  }

  private static func number(_ text: String, _ what: String, in field: String) throws(AnswerRefusal) -> Double
  {
    guard text.utf8.count < 20, let number = Double(text.replacing(",", with: ".")), number.isFinite else {
      throw AnswerRefusal("Give \(what) as a number, such as 3.4.", in: field)
    }
    return number
  }
}

/// The page that tells something that was measured.
struct ObservationPage: PageModel {
  static let template = "observation"
  let head: PageHead
  let formToken: String
  let revision: Int
  let action: String
  let back: String
  let refusal: String?
  /// The field that was refused.
  let refused: String
  let date: String
  let score: String
  let lowest: String
  let highest: String
  let instrument: String
  let source: String
  let concepts: [ListChoice]
  let of: [ListChoice]
  let towards: [ListChoice]
  let hasPartners: Bool

  init(
    _ subject: Subject, form: ObservationForm = ObservationForm(), refusal: AnswerRefusal? = nil,
    formToken: String
  ) {
    back = "\(subject.base)/watch"
    head = PageHead(step: "What was measured?", of: subject, back: back, isRefused: refusal != nil)
    self.formToken = formToken
    self.refusal = refusal?.description
    refused = refusal?.field ?? "score"
    revision = subject.stored?.revision ?? 0
    action = "\(subject.base)/observations/new"
    (date, score, lowest, highest) = (form.date, form.score, form.lowest, form.highest)
    (instrument, source) = (form.instrument, form.source)
    concepts = ListChoice.concepts(of: subject.theory, chosen: form.concept)
    of = ListChoice.partners(of: subject.subject, chosen: form.of)
    towards = ListChoice.partners(of: subject.subject, chosen: form.towards)
    hasPartners = !of.isEmpty
  }
}

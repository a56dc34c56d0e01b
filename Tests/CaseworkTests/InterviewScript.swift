import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// Answers that follow from a seed and the question alone, so that it doesn't matter when a question is asked.
struct InterviewScript {
  let seed: UInt64

  /// A number that hangs on the seed and the question.
  private func random(for id: InterviewQuestion.ID) -> SplitMix64 {
    var hash = seed &* 0x100_0000_01B3
    for byte in "\(id)".utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return SplitMix64(seed: hash)
  }

  func answer(to question: InterviewQuestion) throws -> InterviewAnswer {
    var random = random(for: question.id)
    let dice = Int.random(in: 0..<10, using: &random)
    if question.mayBeNotKnown && dice == 0 { return .notKnown }
    if question.mayBeNothing && dice == 1 { return .nothing }
    switch question.form {
    case .text, .optionalText: return .text(random.pick(["A word", "Two: words", "no", "“Quoted” - # text"]))
    case .date: return .date(try #require(PartialDate(iso: random.pick(["2019", "2019-03", "2019-03-31"]))))
    case .choice(let choices): return .choice(random.pick(choices).value)
    case .choices(let choices):
      return .choices(choices.map(\.value).filter { _ in Bool.random(using: &random) } + [choices[0].value])
    case .partners: return .partners(["The Ahlbergs", "Familie Ümit", "日本"])
    case .aims(let levels):
      return .aims([
        Aim(what: "More", ambition: levels.isEmpty ? .notKnown : random.pick(levels).level, source: "A plan")
      ])
    case .events: return .events(try events())
    case .end: return .end(End(outcome: .mixed, date: PartialDate(iso: "2021"), what: "It goes on"))
    case .level(let levels, let mayDiffer):
      if mayDiffer && dice < 6 { return .differs }
      let (source, note) = (random.pick([nil, "A letter"]), random.pick([nil, nil, "As they put it"]))
      return .level(random.pick(levels).level, source: source, note: note)
    }
  }

  private func events() throws -> [Event] {
    try [("b", "2020-05"), ("a", "2019-12")].map { name, date in
      Event(
        id: try #require(Event.ID(name)), date: try #require(PartialDate(iso: date)), kind: .other,
        what: "Something", moves: [try #require(OutcomeEffect("raises some-thing"))])
    }
  }

  /// Answers every question, one after another.
  ///
  /// - Parameter between: what happens after each answer, such as leaving and taking up.
  func run(
    _ interview: CaseInterview, between: (CaseInterview) throws -> CaseInterview = { $0 }
  ) throws -> CaseInterview {
    var interview = interview
    while let question = interview.next() {
      interview = try between(try interview.answering(question.id, answer(to: question)))
    }
    return interview
  }

  static func theories() throws -> [Theory] { [try Fixture.gardens(), try BundledCases.theory()] }

  static func begun(_ theory: Theory) throws -> CaseInterview {
    CaseInterview(
      theory: theory,
      draft: CaseInterview.blank(id: try #require(Case.ID("plot")), theory: theory.identity.id))
  }
}

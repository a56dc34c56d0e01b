import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Laws of an interview")
struct InterviewLawTests {
  private func reread(_ subject: Case) throws -> Case {
    try CaseDocument.read(try CaseDocument.write(subject))
  }

  @Test(
    "When every question has its answer, none is open, and the file holds the same case",
    arguments: UInt64(1)...6)
  func complete(_ seed: UInt64) throws {
    // The large theory once: it has the same laws, and takes its time.
    for theory in try InterviewScript.theories().prefix(seed == 1 ? 2 : 1) {
      let done = try InterviewScript(seed: seed).run(try InterviewScript.begun(theory))
      #expect(done.open.isEmpty && done.next() == nil)
      #expect(done.progress.answered == done.progress.of && done.progress.of == done.questions.count)
      #expect(try reread(done.draft) == done.draft)
      // What hasn't a place in the document is who answers, and where it can be read.
      let again = CaseInterview(theory: theory, draft: try reread(done.draft))
      #expect(Set(again.open.map(\.id)).isSubset(of: [.speaker, .source]))
      for question in done.questions where ![.speaker, .source].contains(question.id) {
        #expect(again.answer(to: question.id) == done.answer(to: question.id), "\(question.id)")
      }
    }
  }

  @Test(
    "Left and taken up after each answer, it comes to the same document as without", arguments: UInt64(1)...6)
  func resumption(_ seed: UInt64) throws {
    for theory in try InterviewScript.theories().prefix(seed == 1 ? 2 : 1) {
      let script = InterviewScript(seed: seed)
      let whole = try script.run(try InterviewScript.begun(theory))
      let inPieces = try script.run(try InterviewScript.begun(theory)) { interview in
        var next = CaseInterview(theory: theory, draft: try reread(interview.draft))
        // Who takes it up is asked these anew, and an answer to nothing else is lost.
        for id in [InterviewQuestion.ID.kind, .speaker, .source]
        where interview.isAnswered(id) && !next.isAnswered(id) {
          next = try next.answering(id, script.answer(to: try #require(next.question(id))))
        }
        let differing = interview.questions.filter { interview.answer(to: $0.id) == .differs }
        for question in differing where !next.isAnswered(question.id) {
          next = try next.answering(question.id, .differs)
        }
        #expect(next.questions == interview.questions)
        return next
      }
      #expect(try CaseDocument.write(inPieces.draft) == CaseDocument.write(whole.draft))
    }
  }

  @Test("An answer taken back leaves the case as it was, at each question", arguments: UInt64(1)...6)
  func withdrawal(_ seed: UInt64) throws {
    let theory = try Fixture.gardens()
    let script = InterviewScript(seed: seed)
    var interview = try InterviewScript.begun(theory)
    while let question = interview.next() {
      let after = try interview.answering(question.id, script.answer(to: question))
      let back = after.withdrawing(question.id)
      #expect(back.draft == interview.draft && back.questions == interview.questions, "\(question.id)")
      #expect(back.voice == interview.voice && (question.id == .kind || !back.isAnswered(question.id)))
      interview = after
    }
  }

  @Test("The same answer given twice changes nothing more", arguments: UInt64(1)...4)
  func twice(_ seed: UInt64) throws {
    let done = try InterviewScript(seed: seed).run(try InterviewScript.begun(try Fixture.gardens()))
    for question in done.questions {
      let answer = try #require(done.answer(to: question.id))
      if answer == .differs { continue }
      #expect(try done.answering(question.id, answer).draft == done.draft, "\(question.id)")
    }
  }

  @Test("The question before the next is the one that it follows, and each has its number")
  func order() throws {
    let interview = try InterviewScript.begun(try BundledCases.theory())
    for (one, next) in zip(interview.questions, interview.questions.dropFirst()) {
      #expect(interview.previous(before: next.id)?.id == one.id)
      #expect(interview.next(after: one.id)?.id == next.id)
    }
    #expect(interview.previous(before: .kind) == nil && interview.next()?.id == .kind)
    #expect(
      interview.questions.map { interview.number(of: $0.id) } == (1...interview.questions.count).map { $0 })
    #expect(interview.questions.map(\.round) == interview.questions.map(\.round).sorted())
    #expect(Set(interview.questions.map(\.id)).count == interview.questions.count)
  }

  @Test("What is no answer to a question is refused in words, and nothing is lost", arguments: UInt64(1)...3)
  func refusals(_ seed: UInt64) throws {
    let done = try InterviewScript(seed: seed).run(try InterviewScript.begun(try Fixture.gardens()))
    let odd: [InterviewAnswer] = [
      .text(""), .text("\u{1B}[2J"), .text("\u{FEFF}a"), .text(String(repeating: "a", count: 50_000)),
      .choice("nowhere"),
      .choices([]), .choices(["nowhere"]), .partners(["a", "a"]), .partners([""]), .aims([]), .events([]),
      .level(.high, source: "\u{0}"), .level(.high, note: String(repeating: "a", count: 9_000)),
    ]
    for question in done.questions {
      for answer in odd {
        do {
          let next = try done.answering(question.id, answer)
          let read = try reread(next.draft)
          #expect(read == next.draft)
        } catch let refusal as AnswerRefusal {
          #expect(!refusal.description.isEmpty && refusal.description.count < 200)
        }
      }
    }
    #expect(throws: AnswerRefusal.self) { try done.answering(.title, .notKnown) }
    #expect(throws: AnswerRefusal.self) { try done.answering(.kind, .nothing) }
  }

  @Test("A partner of whom something is told stays; another may go")
  func partners() throws {
    let knowHow = try GardenCase.concept("know-how")
    let one = try InterviewScript.begun(try Fixture.gardens()).answering(
      .partners, .partners(["A", "B", "C"])
    )
    .answering(.concept(knowHow), .differs).answering(.concept(knowHow, of: Partner.ID("b")), .level(.high))
    #expect(throws: AnswerRefusal.self) { try one.answering(.partners, .partners(["A", "C"])) }
    #expect(throws: AnswerRefusal.self) { try one.answering(.partners, .nothing) }
    #expect(try one.answering(.partners, .partners(["B", "D"])).draft.partners.map(\.id.text) == ["b", "d"])
  }
}

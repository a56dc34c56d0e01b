import Bibliography
import Casework
import Documents
import ProgrammeTheory
import TestSupport
import Testing

@Suite("What a typed line means")
struct TypedReplyTests {
  private func question(_ id: InterviewQuestion.ID) throws -> InterviewQuestion {
    let interview = try InterviewScript.begun(try Fixture.gardens()).answering(
      .partners, .partners(["A", "B"]))
    return try #require(interview.question(id))
  }

  private func level() throws -> InterviewQuestion { try question(.concept(GardenCase.concept("know-how"))) }

  @Test(
    "A number or words choose a level; behind the number stands the source, behind a stroke the fact in words",
    arguments: [
      ("1", InterviewAnswer.level(.veryHigh)), (" 5 ", .level(.veryLow)), ("3", .level(.neither)),
      ("High", .level(.high)), ("very low", .level(.veryLow)), ("little know-how", .level(.low)),
      ("2 board paper", .level(.high, source: "board paper")),
      ("2 a | b | c", .level(.high, source: "a", note: "b | c")), ("2|b", .level(.high, note: "b")),
      ("? they are away", .level(.notKnown, source: "they are away")), ("?", .notKnown), ("-", .nothing),
      ("not known", .notKnown), ("d", .differs),
    ])
  func levels(_ line: String, _ answer: InterviewAnswer) throws {
    #expect(try level().reply(to: line) == .answer(answer))
  }

  @Test(
    "Anything else is explained",
    arguments: ["0", "6", "999", "2x", "-1", "99999999999999999999", "maybe", "\u{0}", "１"])
  func misunderstood(_ line: String) throws {
    guard case .misunderstood(let words) = try level().reply(to: line) else {
      Issue.record("\(line) is understood")
      return
    }
    #expect(words.contains("Type a number from 1 to 5"))
  }

  @Test("Commands are the same under each question")
  func commands() throws {
    let interview = try InterviewScript.begun(try Fixture.gardens())
    for question in interview.questions {
      #expect(question.reply(to: "") == .skip && question.reply(to: "  \t") == .skip)
      #expect(question.reply(to: "w") == .why && question.reply(to: "B") == .back)
      #expect(question.reply(to: "q") == .leave && question.reply(to: "h") == .help)
      let isKnown = question.reply(to: "?") == .answer(.notKnown)
      #expect(isKnown == question.mayBeNotKnown)
      #expect((question.reply(to: "-") == .answer(.nothing)) == question.mayBeNothing)
    }
  }

  @Test(
    "A date is read as people write it, where it has one meaning",
    arguments: [
      ("2014", "2014"), ("2014-06", "2014-06"), ("2014-6-3", "2014-06-03"), ("6/2014", "2014-06"),
      ("2014/06", "2014-06"),
      ("06.2014", "2014-06"), ("3/6/2014", nil), ("2014-13", nil), ("2014-02-30", nil), ("soon", nil),
      ("14", nil),
      ("2014-", nil), ("٢٠١٤", nil), ("", nil), ("2014-06-03-01", nil), ("12345", nil),
    ])
  func dates(_ text: String, _ iso: String?) { #expect(PartialDate(typed: text)?.description == iso) }

  @Test("Several numbers choose several, in the order in which they are offered")
  func several() throws {
    let entry = try question(.entryPoints)
    #expect(entry.reply(to: "2, 1") == .answer(.choices(["empty-lot", "city-programme"])))
    #expect(entry.reply(to: "empty-lot") == .answer(.choices(["empty-lot"])))
    guard case .misunderstood = entry.reply(to: "1 3") else {
      Issue.record("3 is understood")
      return
    }
    #expect(try question(.mandated).reply(to: "y") == .answer(.choice("yes")))
    #expect(try question(.partners).reply(to: "A; B ;") == .answer(.partners(["A", "B"])))
  }

  @Test("No line traps, and what is taken can be written and read", arguments: NastyText.examples.indices)
  func hostile(_ index: Int) throws {
    let text = NastyText.examples[index]
    let interview = try InterviewScript.begun(try Fixture.gardens()).answering(
      .partners, .partners(["A", "B"]))
    let lines = [text, "2 " + text, "2|" + text, text + ";" + text, String(repeating: text, count: 300)]
    for question in interview.questions {
      for line in lines {
        guard case .answer(let answer) = question.reply(to: line) else { continue }
        do {
          let draft = try interview.answering(question.id, answer).draft
          #expect(try CaseDocument.read(CaseDocument.write(draft)) == draft)
        } catch let refusal as AnswerRefusal {
          #expect(!refusal.description.isEmpty)
        }
      }
    }
  }
}

import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("An interview")
struct InterviewTests {
  private func concept(_ text: String) throws -> InterviewQuestion.ID {
    .concept(try GardenCase.concept(text))
  }

  @Test("Every question of the theory is asked once, and what the fixed fields tell isn't asked twice")
  func everyQuestion() throws {
    for theory in try InterviewScript.theories() {
      let interview = try InterviewScript.begun(theory)
      let asked = interview.questions.compactMap { question -> Concept.ID? in
        if case .concept(let concept, of: nil, towards: nil) = question.id { concept } else { nil }
      }
      let fields = theory.caseFields
      let fixed = Set([fields.mandated, fields.integration, fields.ambition].compactMap(\.self))
      let expected = theory.concepts.filter { $0.question != nil && !fixed.contains($0.id) }.map(\.id)
      #expect(asked.sorted() == expected.sorted())
      for question in interview.questions where question.round == .full {
        #expect(theory.groups.map(\.name).contains(question.section))
      }
    }
  }

  @Test("The short round asks for what most configurations wait for, and not for what an assessment infers")
  func shortRound() throws {
    let theory = try BundledCases.theory()
    let short = try InterviewScript.begun(theory).questions.filter { $0.round == .short }
    #expect(short.count == 10)
    let counts = short.compactMap { question -> Int? in
      guard case .concept(let concept, _, _) = question.id else { return nil }
      #expect(!theory.outlook.map(\.concept).contains(concept))
      let waiting = theory.configurations.filter { configuration in
        let conditions = configuration.conditions.flatMap { $0.anyOf }
        let chosen = configuration.mechanism?.origin == .chosen ? configuration.mechanism?.literals ?? [] : []
        return (configuration.context + conditions + chosen).contains { $0.concept == concept }
      }
      return waiting.count
    }
    #expect(counts == counts.sorted(by: >) && counts.last ?? 0 > 1)
  }

  @Test("Levels are offered in the words of the concept, and what is so or isn't has two")
  func levels() throws {
    let interview = try InterviewScript.begun(try Fixture.gardens())
    guard case .level(let water, false)? = interview.question(try concept("water-access"))?.form,
      case .level(let theft, false)? = interview.question(try concept("produce-theft"))?.form
    else { throw CocoaError(.coderInvalidValue) }
    #expect(water.map(\.words) == ["water on the ground", "no water nearby"])
    #expect(theft.map(\.level) == [.veryHigh, .high, .neither, .low, .veryLow])
    #expect(
      theft.first?.words == "very much goes missing"
        || theft.first?.words.contains("much goes missing") == true)
  }

  @Test("Where a case has a start, that date is what facts are asked for")
  func hindsight() throws {
    let interview = try InterviewScript.begun(try Fixture.gardens())
    let started = try interview.answering(.start, .date(try #require(PartialDate(iso: "2019-03"))))
    #expect(started.question(try concept("water-access"))?.hint == "As it was at the start (2019-03).")
    // What became known later is no answer.
    let late = try GardenCase.made("facts: [{concept: water-access, is: low, since: 2020}]")
    let again = CaseInterview(theory: try Fixture.gardens(), draft: late)
    #expect(!again.isAnswered(try concept("water-access")))
    let answered = try again.answering(try concept("water-access"), .level(.high))
    #expect(answered.draft.facts.count == 2 && answered.draft.facts.first == late.facts.first)
  }

  @Test("Where it differs, each partner is asked, and for what lies between two, each pair both ways")
  func differs() throws {
    let theory = try Fixture.gardens()
    var interview = try InterviewScript.begun(theory)
    #expect(throws: AnswerRefusal.self) { try interview.answering(try concept("know-how"), .differs) }
    interview = try interview.answering(.partners, .partners(["Ahlberg", "Okafor", "Ruiz"]))
    let before = interview.questions.count
    interview = try interview.answering(try concept("know-how"), .differs)
      .answering(try concept("neighbour-bonds"), .differs)
    #expect(interview.questions.count == before + 3 + 6)
    let next = try #require(interview.next(after: try concept("know-how")))
    let knowHow = try GardenCase.concept("know-how")
    #expect(next.ask.hasPrefix("Ahlberg: ") && next.id == .concept(knowHow, of: Partner.ID("ahlberg")))
    interview = try interview.answering(next.id, .level(.high))
    let fact = try #require(interview.draft.facts.last)
    #expect(fact.of == Partner.ID("ahlberg") && fact.level == .high)
    // One answer for all takes their place.
    interview = try interview.answering(try concept("know-how"), .level(.low))
    #expect(interview.draft.facts.map(\.level) == [.low] && interview.questions.count == before + 6)
  }

  @Test("Who answers and the usual source go with each answer; a source of its own goes before")
  func voice() throws {
    var interview = try InterviewScript.begun(try Fixture.gardens())
    interview = try interview.answering(.speaker, .text("leaders")).answering(.source, .text("a plan"))
      .answering(try concept("water-access"), .level(.high))
      .answering(try concept("produce-theft"), .level(.low, source: "a diary", note: "Nothing went"))
      .answering(try concept("firm-coordination"), .notKnown)
    #expect(interview.draft.facts.map(\.saidBy) == ["leaders", "leaders", "leaders"])
    #expect(interview.draft.facts.map(\.source) == ["a plan", "a diary", nil])
    #expect(interview.draft.facts.map(\.note) == [nil, "Nothing went", nil])
    // Another voice is asked everything again, beside what the first said.
    let staff = CaseInterview(theory: interview.theory, draft: interview.draft, saidBy: "staff")
    #expect(!staff.isAnswered(try concept("water-access")))
    let both = try staff.answering(try concept("water-access"), .level(.low))
    #expect(both.draft.facts.prefix(3) == interview.draft.facts.prefix(3))
    #expect(both.draft.facts.last?.saidBy == "staff")
    #expect(
      both.draft.startingSituation(in: both.theory).facts[try GardenCase.concept("water-access")] == .mixed)
    // Taken up without a name, whoever spoke last speaks on.
    #expect(CaseInterview(theory: interview.theory, draft: both.draft).voice.saidBy == "staff")
  }

  @Test("A fixed field is asked in the words of the theory's own question")
  func mandated() throws {
    let question = try #require(try InterviewScript.begun(try Fixture.gardens()).question(.mandated))
    #expect(question.ask == "Did the city set the garden up?")
    var theory = try Fixture.gardens()
    theory.caseFields = CaseFields()
    let bare = try InterviewScript.begun(theory)
    let cityLed = try concept("city-led")
    #expect(bare.question(.mandated) == nil && bare.question(cityLed) != nil)
    #expect(bare.question(.aims)?.form == .aims([]))
  }

  @Test("What an event moved is found by a word of it")
  func search() throws {
    let interview = try InterviewScript.begun(try Fixture.gardens())
    #expect(interview.concepts(matching: "knowing CHILDREN").map(\.id.text) == ["neighbour-bonds"])
    #expect(interview.concepts(matching: "theft").map(\.id.text) == ["produce-theft"])
    #expect(interview.concepts(matching: "zebra").isEmpty && interview.concepts(matching: " \n").isEmpty)
    for text in NastyText.examples { _ = interview.concepts(matching: text) }
  }

  @Test("A partner's identifier is made from the name, whatever the name")
  func identifiers() throws {
    let names = [
      "North & South", "north south", "Été 5", "日本", "?!", String(repeating: "word ", count: 39) + "end",
    ]
    let interview = try InterviewScript.begun(try Fixture.gardens()).answering(.partners, .partners(names))
    #expect(
      interview.draft.partners.map(\.id.text).prefix(5)
        == ["north-south", "north-south-2", "ete-5", "partner", "partner-2"])
    #expect(try CaseDocument.read(CaseDocument.write(interview.draft)) == interview.draft)
  }
}

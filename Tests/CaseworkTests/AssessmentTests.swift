import Casework
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("An assessment")
struct AssessmentTests {
  private func assessment(_ name: String = "mill-lane") throws -> Assessment {
    Assessment(
      of: try GardenCase.read(name), by: try Fixture.gardens(), beside: [try GardenCase.read("quarry-row")])
  }

  private func json(_ assessment: Assessment) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(AssessmentRecord(assessment, madeBy: "test")), as: UTF8.self)
  }

  @Test("A theory of another field assesses a case of its own", arguments: ["mill-lane", "quarry-row"])
  func anotherField(name: String) throws {
    let assessment = try assessment(name)
    let page = assessment.page(madeBy: "test")
    #expect(!assessment.now.entailment.firing.isEmpty)
    #expect(page.story.count >= 3)
    #expect(page.notice.contains("not about how well anybody eats"))
    #expect(assessment.actions.count == assessment.theory.levers.count)
  }

  @Test("Every why leads to an explanation, and every explanation to its sources", arguments: [true, false])
  func whys(isFull: Bool) throws {
    for name in ["mill-lane", "quarry-row"] {
      let page = try assessment(name).page(madeBy: "test", detail: isFull ? .full : .brief)
      let mentions = Mentions(of: page)
      #expect(mentions.dangling.isEmpty)
      #expect(!mentions.explanations.isEmpty)
      #expect(mentions.explanations.allSatisfy { !$0.basis.isEmpty })
    }
  }

  @Test("How a case ended changes nothing of what is said of it")
  func end() throws {
    let lines = ["facts: [{concept: water-access, is: low}]", "mandated: yes"]
    let without = try GardenCase.made(lines.joined(separator: "\n"))
    let ended = try GardenCase.made(
      (lines + ["end: {outcome: dissolved by a partner, what: They left}"]).joined(separator: "\n"))
    #expect(ended.end != nil)
    let theory = try Fixture.gardens()
    let (open, closed) = (Assessment(of: without, by: theory), Assessment(of: ended, by: theory))
    #expect(try json(open) == json(closed))
  }

  @Test("The same case gives the same record")
  func deterministic() throws {
    #expect(try json(try assessment()) == json(try assessment()))
  }

  @Test("An action whose contexts lie that way already is in place, comes last and helps nothing")
  func inPlace() throws {
    let theory = try Fixture.gardens()
    let lever = try #require(theory.levers.first { $0.moves.allSatisfy { $0.direction != nil } })
    let facts = lever.moves.map { "{concept: \($0.concept), is: \($0.direction == .more ? "high" : "low")}" }
    let subject = try GardenCase.made("facts: [\(facts.joined(separator: ", "))]")
    let actions = Assessment(of: subject, by: theory).actions
    let action = try #require(actions.first { $0.lever.id == lever.id })
    #expect(action.isInPlace && !action.helps && action.balance.harmed.isEmpty)
    #expect(actions.drop { !$0.isInPlace }.allSatisfy { $0.isInPlace })
  }

  @Test("What is known isn't asked, and questions on which more hangs come first")
  func questions() throws {
    let assessment = try assessment()
    let known = Set(assessment.now.facts.keys)
    #expect(!assessment.questions.contains { known.contains($0.concept.id) })
    let decides = assessment.questions.map(\.decides.count)
    #expect(decides == decides.sorted(by: >))
  }

  @Test("A case beside itself can't be told apart; beside another it can, and it is said on what")
  func comparison() throws {
    let (theory, subject) = (try Fixture.gardens(), try GardenCase.read("mill-lane"))
    let same = Assessment(of: subject, by: theory, beside: [subject]).besides[0]
    #expect(same.areAlikeAtStart && same.atStart.isEmpty && same.outlookNow.isEmpty && same.parting == nil)
    let other = try assessment().besides[0]
    #expect(!other.now.isEmpty)
  }
}

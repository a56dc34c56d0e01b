import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("A case to fill in")
struct CaseTemplateTests {
  private func text(_ theory: Theory) throws -> String {
    CaseTemplate(of: theory, id: try #require(Case.ID("mine"))).text
  }

  /// The template with every line that is a key or an item made to count.
  private func filled(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.wholeMatch(of: #/#((?:\w|  ).*)/#).map { String($0.1) } ?? String(line)
    }.joined(separator: "\n")
  }

  private func read(_ text: String) throws -> Case {
    try CaseDocument.read(DocumentFile(name: "mine.yaml", text: text))
  }

  @Test("It is a case as it stands, and can be assessed")
  func whole() throws {
    for theory in try InterviewScript.theories() {
      let subject = try read(try text(theory))
      #expect(subject.theory == theory.identity.id && subject.facts.isEmpty && subject.partners.isEmpty)
      let page = Assessment(of: subject, by: theory).page(madeBy: "realist 0")
      #expect(!page.parts.isEmpty)
      // Nothing of it counts as an answer.
      #expect(CaseInterview(theory: theory, draft: subject).progress.answered == 0)
    }
  }

  @Test("With the signs taken away it is a case too, with every key and every question in it")
  func filledIn() throws {
    for theory in try InterviewScript.theories() {
      let text = filled(try text(theory))
      let subject = try read(text)
      let asked = theory.concepts.filter { $0.question != nil && $0.id != theory.caseFields.mandated }.map(
        \.id)
      #expect(subject.facts.map(\.concept).sorted() == asked.sorted())
      #expect(subject.facts.allSatisfy { $0.level == .notKnown })
      #expect(subject.partners.count == 2 && subject.events.count == 1 && subject.end != nil)
      #expect(Assessment(of: subject, by: theory).subject == subject)
      for key in [
        "fedTheory", "beside", "start", "roundMonths", "arrangement", "entryPoints", "mandated",
        "observations", "further",
      ] {
        #expect(text.contains("\n\(key):"), "\(key)")
      }
    }
  }

  @Test("Each question stands there in its own words, with the ends of its scale, on lines that fit")
  func questions() throws {
    for theory in try InterviewScript.theories() {
      let text = try text(theory)
      let flat = text.replacing("\n#", with: "").split(separator: " ").joined(separator: " ")
      for concept in theory.concepts where concept.question != nil && concept.id != theory.caseFields.mandated
      {
        #expect(
          flat.contains(concept.question?.ask ?? "none") && flat.contains("high: \(concept.wording.high)"))
      }
      #expect(text.split(separator: "\n").allSatisfy { $0.count <= 120 })
    }
  }

  @Test("Whatever a theory's texts hold, it can be read", arguments: UInt64(1)...12)
  func nasty(_ seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let theory = try Fixture.gardens().mappingTexts { _ in
      Bool.random(using: &random) ? random.pick(NastyText.examples) : NastyText.random(using: &random)
    }
    _ = try read(try text(theory))
  }
}

import Agreement
import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// The code of the guides to Casework, run. A guide quotes it line for line; `QuotationTests` proves that.
@Suite("Guides to Casework")
struct CaseGuideTests {
  private func path(_ name: String) -> String {
    Fixture.folder.appendingPathComponent("\(name).yaml").path
  }

  @Test("Assess a case")
  func assessing() throws {
    let (path, theory) = (path("garden-cases/mill-lane"), try Fixture.gardens())
    let subject = try CaseDocument.read(path: path)
    let assessment = Assessment(of: subject, by: theory)

    for (prospect, standing) in assessment.now.entailment.outlook {
      print(theory.name(of: prospect.concept), standing.tendency)
    }
    let page = assessment.page(madeBy: "my program 1.0")
    print(TerminalRenderer(width: 100).render(page))
    let markdown = MarkdownRenderer().render(page)

    let record = AssessmentRecord(assessment, madeBy: "my program 1.0")
    let json = try JSONEncoder().encode(record)

    #expect(markdown.contains(subject.title) && !json.isEmpty)
  }

  @Test("Ask for a case question by question")
  func asking() throws {
    let theory = try Fixture.gardens()
    guard let id = Case.ID("our-garden") else { return }
    let blank = CaseInterview.blank(id: id, theory: theory.identity.id)
    var interview = CaseInterview(theory: theory, draft: blank, saidBy: "leaders")

    interview = try interview.answering(.kind, .choice("real"))
    interview = try interview.answering(.title, .text("Our garden"))
    for question in interview.open where question.mayBeNotKnown {
      print(question.section, question.ask, question.because ?? "")
      interview = try interview.answering(question.id, .notKnown)
    }
    let progress = interview.progress
    let text = try CaseDocument.write(interview.draft).text

    #expect(progress.of > 10 && text.hasPrefix("format: realist-case/1"))
  }

  @Test("Check a case, and compare two codings")
  func checking() throws {
    let theory = try Fixture.gardens()
    let first = try CaseDocument.read(path: path("two-codings/first"))
    let second = try CaseDocument.read(path: path("two-codings/second"))
    let check = CaseCheck(of: first, by: theory)
    for finding in check.findings {
      print(finding.kind.meaning)
    }

    let comparison = CodingComparison(of: first, and: second, in: theory)
    let agreement = comparison.overCoded
    print("\(agreement.nominal.agreed) of \(agreement.nominal.units) alike")

    #expect(!check.findings.isEmpty && agreement.nominal.units > 0)
  }
}

import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("A review that begins from a theory")
struct BeginningFromTheoryTests {
  private static let theories =
    Fixture.bundledTheories + [Fixture.gardensPath, "\(Fixture.folder.path)/refined-gardens"]

  @Test("The theory that comes out is the one that went in, and nothing differs", arguments: theories)
  func roundTrip(_ path: String) throws {
    let theory = try TheoryDocument.read(path: path)
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(from: theory, in: folder)
      let outcome = try review.theory()
      #expect(outcome.leftOut == [])
      #expect(outcome.theory == theory)
      #expect(TheoryComparison(of: theory, with: outcome.theory).isEmpty)
      #expect(try TheoryDocument.write(outcome.theory) == TheoryDocument.write(theory))
    }
  }

  @Test("It is rebuilt from its acts, and an archive carries all of it", arguments: [Fixture.gardensPath])
  func archived(_ path: String) throws {
    let theory = try TheoryDocument.read(path: path)
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(from: theory, in: folder)
      try review.archive(to: folder("a.zip"))
      let again = try Review.restore(folder("a.zip"), to: folder("again.realist"))
      #expect(try again.theory().theory == theory)
      #expect(try again.synthesis() == review.synthesis())
      let acts = try review.acts()
      let past = try review.state(asOf: acts.count / 2)
      #expect(try past.synthesis() == Synthesis(acts: acts.prefix(acts.count / 2)))
    }
  }

  @Test("Tellings that are called by numbers of acts keep their names, and no other coding gets one of these")
  func numbered() throws {
    var theory = try Fixture.gardens()
    let name = try #require(Telling.ID("coding-90"))
    let old = theory.tellings[0]
    theory.tellings.append(
      Telling(
        id: name, form: old.form, place: old.place, context: old.context, mechanism: old.mechanism,
        outcome: old.outcome, attribution: old.attribution))
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(from: theory, in: folder)
      #expect(try review.theory().theory == theory)
      let coding = Coding(
        ground: .place(source: theory.identity.id.text, .paragraph(1, section: "S")),
        parts: [CodedPart(code: "x", slot: .theme)])
      var refusals: [String] = []
      while try review.acts().count < 92 {
        do throws(ReviewFault) { try review.append(.coded(coding), by: "Ann") } catch {
          refusals.append(error.refusal)
          var named = coding
          named.name = "of-its-own"
          try review.append(.coded(named), by: "Ann")
        }
      }
      #expect(refusals.count == 1 && refusals[0].contains("is called coding-90, as this one would be"))
      let names = try review.synthesis().codings.map(\.name)
      #expect(Set(names).count == names.count && names.contains("of-its-own"))
      #expect(try review.synthesis().coding(named: "coding-90")?.coding.name == "coding-90")
      #expect(try review.theory().theory == theory)
    }
  }

  @Test("What rests on something keeps it from being taken back")
  func rests() throws {
    let theory = try Fixture.gardens()
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(from: theory, in: folder)
      let acts = try review.acts()
      let kinds: [Act.Kind] = [.theoryFramed, .coded, .conceptFormed, .candidateDrafted]
      for kind in kinds {
        let act = try #require(acts.first { $0.act.kind == kind })
        #expect(throws: ReviewFault.self, "\(kind)") { try review.undo(act.number, by: "Ann") }
      }
      let judged = try #require(acts.first { $0.act.kind == .candidateJudged })
      _ = try review.undo(judged.number, by: "Ann")
      #expect(try review.theory().theory.configurations.count == theory.configurations.count - 1)
    }
  }
}

import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("A concept that is split")
struct ConceptSplitTests {
  private func begun(in folder: TemporaryFolder) throws -> Review {
    let review = try MadeReview.begun(in: folder)
    var former = try #require(try review.synthesis().concept(try id("know-how"))).formation
    former.codes += [CodeUse("tips"), CodeUse("not knowing", isReversed: true)]
    try review.append(.conceptFormed(former), by: "Ann")
    return review
  }

  private func taken(_ codes: [CodeUse], _ parts: [PartUse] = [], as name: String = "tips") throws
    -> ConceptFormation
  {
    ConceptFormation(
      concept: Concept.plain(try id(name), definition: "what they tell each other"), codes: codes,
      parts: parts,
      because: "telling isn't knowing")
  }

  @Test("Codes go over, and the former keeps the rest; both or neither")
  func codes() throws {
    try TemporaryFolder.with { folder in
      let review = try begun(in: folder)
      let before = try #require(try review.synthesis().concept(try id("know-how"))).formation.codes
      let acts = try review.split(
        try id("know-how"), into: try taken([CodeUse("TIPS")]), by: "Ann")
      #expect(acts.map(\.act.kind) == [.conceptFormed, .conceptFormed])
      let synthesis = try review.synthesis()
      #expect(synthesis.concept(try id("know-how"))?.formation.codes == before.filter { $0.code != "tips" })
      #expect(synthesis.assignment.meaning(of: "tips")?.concept.text == "tips")
    }
  }

  @Test("A single part of a coding goes over alone, and nothing else changes")
  func parts() throws {
    try TemporaryFolder.with { folder in
      let review = try begun(in: folder)
      let synthesis = try review.synthesis()
      let assignment = synthesis.assignment
      let made = try #require(
        synthesis.codings.first { made in
          made.codes.indices.contains {
            assignment.meaning(ofPart: $0 + 1, of: made)?.concept.text == "know-how"
          }
        })
      let part = try #require(
        made.codes.indices.first {
          assignment.meaning(ofPart: $0 + 1, of: made)?.concept.text == "know-how"
        })
      let acts = try review.split(
        try id("know-how"), into: try taken([], [PartUse(coding: made.act, part: part + 1)]), by: "Ann")
      #expect(acts.count == 1)
      let after = try review.synthesis()
      #expect(
        after.concept(try id("know-how"))?.formation == synthesis.concept(try id("know-how"))?.formation)
      #expect(after.assignment.meaning(ofPart: part + 1, of: made)?.concept.text == "tips")
    }
  }

  @Test("What isn't the concept's, or would leave nothing of it, is refused, and nothing is written")
  func refusals() throws {
    try TemporaryFolder.with { folder in
      let review = try begun(in: folder)
      let all = try #require(try review.synthesis().concept(try id("know-how"))).formation.codes
      let before = try review.acts().count
      for (formation, words) in [
        (try taken([CodeUse("harvest goals")]), "is no code of know-how"),
        (try taken([]), "Say what is taken out"), (try taken(all), "Nothing would be left"),
        (try taken([CodeUse("tips")], as: "upkeep"), "There is a concept upkeep already"),
        (try taken([], [PartUse(coding: 1, part: 1)]), "doesn't stand for know-how"),
      ] {
        let fault = #expect(throws: ReviewFault.self) {
          try review.split(try id("know-how"), into: formation, by: "Ann")
        }
        #expect(fault?.refusal.contains(words) == true, "\(words): \(fault?.refusal ?? "")")
      }
      #expect(throws: ReviewFault.self) {
        try review.split(try id("know-hwo"), into: try taken([CodeUse("tips")]), by: "Ann")
      }
      #expect(try review.acts().count == before)
    }
  }
}

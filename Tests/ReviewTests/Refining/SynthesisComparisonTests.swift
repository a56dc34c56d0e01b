import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("Two states of a synthesis")
struct SynthesisComparisonTests {
  /// Changes of every kind: a concept new, changed, merged; a candidate new, changed, judged; a step; rivals.
  private func change(_ review: Review) throws {
    let synthesis = try review.synthesis()
    var goals = try #require(synthesis.concept(try id("harvest-goals"))).formation
    goals.codes.append(CodeUse("targets"))
    try review.append(.conceptFormed(goals), by: "Ann")
    let weather = Concept.plain(try id("weather"), definition: "how kind it is")
    try review.append(.conceptFormed(ConceptFormation(concept: weather, codes: [CodeUse("rain")])), by: "Ann")
    let storms = Concept.plain(try id("storms"), definition: "how wild it is")
    try review.append(.conceptFormed(ConceptFormation(concept: storms, codes: [CodeUse("storm")])), by: "Ann")
    try review.append(
      .conceptsMerged(
        ConceptMerge(concept: storms.id, into: weather.id, isReversed: true, because: "its other end")),
      by: "Ann")
    var draft = try #require(synthesis.candidate(try id("full-baskets"))).draft
    draft.note = "Look again."
    try review.append(.candidateDrafted(draft), by: "Ann")
    draft.id = try id("full-baskets-2")
    try review.append(.candidateDrafted(draft), by: "Ann")
    try review.append(
      .synthesised(
        SynthesisStep(kind: .juxtapose, from: [draft.id], to: [try id("full-baskets")], memo: "side by side")),
      by: "Ann")
    try review.append(
      .candidateJudged(
        CandidateJudgement(
          candidate: draft.id, fate: .merged(into: try id("full-baskets")), because: "the same")),
      by: "Ann")
  }

  /// The gardens with these changes, how many acts there were before them, and both states held against each other.
  private func changed(in folder: TemporaryFolder) throws -> (
    review: Review, before: Int, comparison: SynthesisComparison
  ) {
    let review = try MadeReview.begun(in: folder)
    let before = try review.acts().count
    try change(review)
    let comparison = SynthesisComparison(
      of: try review.synthesis(asOf: before), with: try review.synthesis())
    return (review, before, comparison)
  }

  @Test("What is new, gone, merged and changed is told by name, with what was said before and after")
  func changes() throws {
    try TemporaryFolder.with { folder in
      let (review, before, comparison) = try changed(in: folder)
      #expect(comparison.concepts.map(\.id) == ["harvest-goals", "weather"])
      #expect(comparison.concepts.map(\.fate) == [.changed, .new])
      let codes = try #require(comparison.concepts.first?.fields.first)
      #expect(
        codes.name == "codes" && codes.after == "\(codes.before ?? "");targets".replacing(";", with: "; "))
      #expect(comparison.candidates.map(\.id) == ["full-baskets", "full-baskets-2"])
      #expect(comparison.candidates[0].fields.map(\.name) == ["note", "judged"])
      #expect(comparison.candidates[1].fields.last?.after == "merged into full-baskets, because the same")
      #expect(comparison.steps.count == 1 && comparison.rivals.isEmpty)
      let turned = SynthesisComparison(
        of: try review.synthesis(), with: try review.synthesis(asOf: before))
      #expect(turned.concepts.map(\.fate) == [.changed, .gone])
      #expect(turned.candidates.map(\.fate) == [.changed, .gone])
      // A concept that was there and went on as another says as which.
      let middle = try #require(
        try review.acts().first { $0.act.kind == .conceptsMerged }.map { $0.number - 1 })
      let merged = SynthesisComparison(of: try review.synthesis(asOf: middle), with: try review.synthesis())
      #expect(merged.concepts.first { $0.id == "storms" }?.fate == .merged)
      #expect(merged.concepts.first { $0.id == "storms" }?.into == "weather, reversed")
    }
  }

  @Test(
    "A state held against itself differs in nothing, and each earlier one is that of the review rebuilt",
    arguments: 1...4)
  func states(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(in: folder)
      try change(review)
      var random = SplitMix64(seed: UInt64(seed))
      // Taking back, where nothing rests on it, is a state of its own.
      for _ in 0..<6 {
        let count = try review.acts().count
        let number = Int.random(in: (count - 12)...count, using: &random)
        do { try review.undo(number, by: "Ann") } catch let fault as ReviewFault {
          #expect(!fault.refusal.isEmpty)
        }
      }
      let count = try review.acts().count
      for act in stride(from: count - 10, through: count, by: 2) {
        let synthesis = try review.synthesis(asOf: act)
        #expect(synthesis == (try review.state(asOf: act).synthesis()))
        #expect(SynthesisComparison(of: synthesis, with: synthesis).isEmpty)
      }
      #expect(try review.synthesis(asOf: count) == review.synthesis())
      #expect(try review.theory(asOf: count) == review.theory())
    }
  }

  @Test("The page reads as it should")
  func page() throws {
    try TemporaryFolder.with { folder in
      let comparison = try changed(in: folder).comparison
      let teller = SynthesisComparisonTeller(
        of: comparison, between: ["act 9 (2026-01-02)", "act 17 (2026-01-03)"], title: "Gardens",
        madeBy: "realist test")
      let text = TerminalRenderer().render(teller.page)
      #expect(try GoldenFile.difference(text, from: "compared.txt") == nil)
      let none = SynthesisComparison(of: Synthesis(), with: Synthesis())
      let page = SynthesisComparisonTeller(of: none, between: ["a", "b"], title: "T", madeBy: "test").page
      #expect(
        page.parts.isEmpty && page.story.first?.text == "From a to b, no concept, candidate or rival changed."
      )
    }
  }

  @Test("A step that was taken back is told, and so is a sign that moved to the other direction")
  func takenBack() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(in: folder)
      let candidate = try #require(try review.synthesis().candidates.first)
      try review.append(
        .synthesised(SynthesisStep(kind: .situate, from: [candidate.id], to: [], memo: "here")), by: "Ann")
      let before = try review.synthesis()
      _ = try review.undo(by: "Ann")
      let comparison = SynthesisComparison(of: before, with: try review.synthesis())
      #expect(!comparison.isEmpty && comparison.steps.map(\.fate) == [.gone])
      let page = SynthesisComparisonTeller(of: comparison, between: ["a", "b"], title: "T", madeBy: "t").page
      let text = TerminalRenderer().render(page).unwrapped
      #expect(text.contains("1 step of synthesis taken back") && text.contains("taken back, situated"))
      let back = SynthesisComparison(of: try review.synthesis(), with: before)
      #expect(back.steps.map(\.fate) == [.new])
    }
  }

  @Test("Signs and notes for coders are compared part by part")
  func signs() throws {
    let other: Concept.ID = try id("other")
    func synthesis(_ signs: Concept.Signs, _ instead: Concept.ID?) throws -> Synthesis {
      let plain = Concept.plain(try id("talk"), definition: "how much")
      let concept = Concept(
        id: plain.id, name: plain.name, definition: plain.definition, phrases: [], scope: plain.scope,
        scale: plain.scale, wording: plain.wording, group: plain.group, signs: signs,
        coding: Concept.Coding(include: [], exclude: [.init(what: "shouting", instead: instead)]))
      let act = Act.conceptFormed(ConceptFormation(concept: concept, codes: [CodeUse("talk")]))
      return Synthesis(acts: [LoggedAct(number: 1, at: "", by: "Ann", act: act)])
    }
    let (more, less) = (Concept.Signs(more: ["x"], less: []), Concept.Signs(more: [], less: ["x"]))
    let moved = SynthesisComparison(of: try synthesis(more, nil), with: try synthesis(less, nil))
    #expect(moved.concepts.first?.fields.map(\.name) == ["signs of more", "signs of less"])
    let sent = SynthesisComparison(of: try synthesis(more, nil), with: try synthesis(more, other))
    #expect(sent.concepts.first?.fields.map(\.after) == ["not: shouting, but other"])
  }

  @Test("A day stands for its last act, one before the first for nothing")
  func days() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.begun(in: folder)
      #expect(try review.lastAct(by: "2026-01-02") == review.acts().last)
      #expect(try review.lastAct(by: "2031-01-01") == review.acts().last)
      let fault = #expect(throws: ReviewFault.self) { try review.lastAct(by: "2025-12-31") }
      #expect(fault?.refusal == "Nothing had been done by 2025-12-31. It began on 2026-01-02.")
      #expect(throws: ReviewFault.self) { try review.act(99_999) }
    }
  }
}

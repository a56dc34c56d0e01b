import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("How a theory was refined")
struct RefinementTests {
  private func teller(_ acts: [Act], undone: [Int: Int] = [:]) -> RefinementTeller {
    RefinementTeller(
      acts: MadeReview.logged(acts), undone: undone, title: "T", madeBy: "realist test")
  }

  private func concept(_ name: String, _ definition: String) throws -> Act {
    let id = try #require(Concept.ID(name))
    return .conceptFormed(
      ConceptFormation(
        concept: .plain(id, definition: definition), codes: [CodeUse("talk")], because: "clearer"))
  }

  private func draft(_ name: String, _ title: String? = nil) throws -> Act {
    .candidateDrafted(
      CandidateDraft(
        id: try #require(CandidateDraft.ID(name)), title: title, context: [], outcome: [],
        reversibility: Reversibility(isAllowed: false, reason: "x")))
  }

  private func judged(_ name: String, _ fate: CandidateJudgement.Fate) throws -> Act {
    .candidateJudged(
      CandidateJudgement(candidate: try #require(CandidateDraft.ID(name)), fate: fate, because: "so"))
  }

  @Test("What is formed or drafted for the first time is no refinement; what replaces it is")
  func firstTime() throws {
    let teller = teller([
      try concept("talk", "how much"), try draft("a"), try concept("bonds", "how close"),
      try concept("talk", "how often"), try draft("b"), try draft("a", "They talk"),
    ])
    #expect(teller.steps.map(\.logged.number) == [4, 6])
    // A concept and a candidate of one name are two things.
    #expect(self.teller([try concept("a", "x"), try draft("a")]).steps.isEmpty)
  }

  @Test("Nothing is said of how a theory was refined where nothing was")
  func nothing() throws {
    let page = teller([try concept("talk", "how much")]).page
    #expect(page.parts.isEmpty)
    #expect(page.story.map(\.text) == ["Nothing was merged, split, drafted anew or judged yet."])
  }

  @Test("What was taken back is told as such, and isn't counted")
  func takenBack() throws {
    let kept = CandidateJudgement.Fate.kept
    let teller = teller(
      [
        try judged("a", kept), try judged("b", .dropped), try judged("c", kept),
        .codesMerged(
          CodeMerge(codes: [CodeUse("x"), CodeUse("y", isReversed: true)], into: "z", because: "one")),
        .synthesised(SynthesisStep(kind: .situate, from: [], to: [], memo: "m")),
      ], undone: [3: 9])
    let counted = try #require(teller.page.story.first?.text)
    #expect(
      counted
        == "5 steps, of which 1 was taken back: 2 judgements of candidates, of which 1 keeps one, and 1 step of synthesis."
    )
    let text = TerminalRenderer().render(teller.page).unwrapped
    #expect(text.contains("3 Ann kept c, because so (taken back by act 9)"))
    #expect(text.contains("merged 2 codes into “z”: “x”, “y” reversed, because one"))
  }
}

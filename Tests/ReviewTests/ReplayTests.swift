import Documents
import Foundation
import Literature
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("The log is the truth")
struct ReplayTests {
  private func made(_ seed: Int, acts: Int, in folder: TemporaryFolder) throws -> ChanceActs {
    var chance = ChanceActs(seed: seed, try MadeReview.filled(6, in: folder), in: folder)
    for _ in 0..<acts { try chance.act() }
    return chance
  }

  /// What people are told of a review, beside its log.
  private struct Told: Equatable {
    let rows: [String]
    let material: ReviewMaterial
    let synthesis: Synthesis
    let theory: String
    let standards: RAMESESChecklist
    let pass: SecondPass

    init(_ review: Review) throws {
      rows = try review.rows().filter { !$0.hasPrefix("act: ") && !$0.hasPrefix("undone: ") }
      (material, synthesis) = (try review.material(), try review.synthesis())
      standards = RAMESESChecklist(try review.standardsGrounds())
      pass = try review.secondPass("trust")
      do {
        let outcome = try review.theory()
        let files = try TheoryDocument.write(outcome.theory).map { "\($0.name): \($0.text)" }
        theory = (files + outcome.leftOut).joined(separator: "\n")
      } catch let faulty as FaultyDocument { theory = faulty.description }
    }
  }

  @Test(
    "The acts, done again, give the same file; and up to an earlier one, the file as it was",
    arguments: 0..<12)
  func rebuilt(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(6, in: folder)
      var chance = ChanceActs(seed: seed, review, in: folder)
      var past: [Int: (rows: [String], told: Told)] = [:]
      for round in 0..<120 {
        try chance.act()
        if round % 24 == 0 { past[try review.acts().count] = (try review.rows(), try Told(review)) }
      }
      let again = try Review.inMemory()
      try review.replay(into: again)
      #expect(try again.rows() == review.rows())
      #expect(try again.counts() == review.counts())
      #expect(try Told(again) == Told(review))
      #expect(try review.synthesis().looseEnds.isEmpty)
      for (act, was) in past {
        let state = try review.state(asOf: act)
        #expect(try state.rows() == was.rows)
        #expect(try Told(state) == was.told)
      }
      let words = try SearchWords("hospital")
      #expect(try again.find(words) == review.find(words))
      #expect(Set(try review.acts().map(\.act.kind)).count > 12)
    }
  }

  @Test("Every kind of act is among those that are done by chance, and may be taken back if any may")
  func kinds() throws {
    try TemporaryFolder.with { folder in
      let chance = try made(7, acts: 700, in: folder)
      let acts = try chance.review.acts()
      // A search has no state of its own, and a resolution needs a conflict, which chance rarely makes.
      let kinds = Set(acts.map(\.act.kind)).subtracting([.searchNoted, .resolved])
      #expect(kinds == Set(Act.Kind.allCases).subtracting([.searchNoted, .resolved]))
      let undone = try chance.review.undoneActs()
      let takenBack = Set(acts.filter { undone[$0.number] != nil }.map(\.act.kind))
      #expect(takenBack.count > 12 && takenBack.allSatisfy(\.isUndoable))
    }
  }

  /// Of these an act that is taken back leaves nothing; a decision in the place of another doesn't bring that back.
  private static let withoutTrace: [Act.Kind] =
    Synthesis.kinds.filter(\.isUndoable) + [
      .hitsSeen, .merged, .keptApart, .noted, .countsNoted, .sampleDrawn,
    ]

  @Test("What is taken back at once is as if it hadn't been done", arguments: 60..<64)
  func undone(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      var chance = try made(seed, acts: 60, in: folder)
      let review = chance.review
      var taken = 0
      for _ in 0..<50 {
        let (before, count) = (try Told(review), try review.acts().count)
        try chance.act()
        let acts = try review.acts()
        guard acts.count == count + 1, let last = acts.last, Self.withoutTrace.contains(last.act.kind) else {
          continue
        }
        _ = try review.undo(last.number, by: last.by)
        taken += 1
        let after = try Told(review)
        #expect(after == before, "\(last.act.kind)")
      }
      #expect(taken > 5)
    }
  }

  @Test("An archive gives the same file, and the same file the same archive", arguments: 20..<26)
  func archived(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try made(seed, acts: 120, in: folder).review
      try review.archive(to: folder("a.zip"))
      let again = try Review.restore(folder("a.zip"), to: folder("again.realist"))
      #expect(try again.rows() == review.rows())
      #expect(try Told(again) == Told(review))
      #expect(try again.checkPassages() == review.checkPassages())
      try again.archive(to: folder("b.zip"))
      #expect(try bytes(folder("a.zip")) == bytes(folder("b.zip")))
    }
  }

  @Test("There is no state after an act that there isn't", arguments: [-1, 0, 3, Int.max])
  func noSuchAct(_ number: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      #expect(throws: ReviewFault.self) { try review.state(asOf: number) }
    }
  }

  @Test("Counts add up whatever was done", arguments: 40..<50)
  func sums(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let counts = try made(seed, acts: 120, in: folder).review.counts()
      for stage in counts.stages {
        #expect(
          stage.reached == stage.awaiting + stage.unsure + stage.conflicts + stage.kept + stage.excluded)
      }
      #expect(counts.records >= counts.duplicates + counts.included)
    }
  }
}

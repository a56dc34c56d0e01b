import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("The synthesis document")
struct SynthesisDocumentTests {
  private static let whole = """
    format: realist-synthesis/1
    codings:
      - name: c-one
        source: plots
        place: {section: Results, paragraph: 1}
        context: [less open talk]
        mechanism: [{is: less goodwill, words: they stopped asking, inference: implied}]
        outcome: [raises quarrels]
        ifThen: If neighbours don't talk, they quarrel.
      - name: c-two
        source: plots
        place: {section: Results, paragraph: 2}
        context: [more secrecy]
        outcome: [lowers peace]
        sameAs: [c-one]
    concepts:
      - {id: open-talk, definition: how openly they talk, codes: [open talk, reversed secrecy]}
      - {id: goodwill, definition: how well they mean it, codes: [goodwill]}
      - {id: silence, definition: how little they tell, codes: [keeping quiet]}
      - {id: quarrels, definition: how much they quarrel, codes: [quarrels, reversed peace]}
    conceptMerges:
      - {concept: silence, into: open-talk, reversed: yes, because: its other end}
    candidates:
      - id: talk-keeps-peace
        context: [less open-talk]
        mechanism: {is: [less goodwill], kind: produced}
        outcome: [raises quarrels]
        reverses: {answer: yes, because: continuous}
        codings: [c-one, c-two]
    judgements:
      - {candidate: talk-keeps-peace, fate: keep, because: both places say it}
    """

  @Test("A document comes in whole, and barriers tell the concept's other end")
  func whole() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      let acts = try review.take(DocumentFile(name: "s.yaml", text: Self.whole), by: "Ann")
      #expect(acts.count == 9)
      let theory = try review.theory().theory
      let second = try #require(theory.tellings.last)
      #expect(second.context.map(\.claim.description) == ["less open-talk"])
      #expect(second.context.map(\.words) == ["secrecy"])
      #expect(second.outcome.map(\.claim.description) == ["raises quarrels"])
      #expect(theory.configurations.map(\.status) == [.hypothesised])
      _ = try TheoryDocument.write(theory)
    }
  }

  @Test(
    "A concept that goes on as another takes its codes along, and those that can't are told with their lines")
  func conceptMerges() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      _ = try review.take(DocumentFile(name: "s.yaml", text: Self.whole), by: "Ann")
      let synthesis = try review.synthesis()
      #expect(synthesis.concepts.map(\.id.text) == ["open-talk", "goodwill", "quarrels"])
      #expect(synthesis.concepts.first?.formation.codes.last == CodeUse("keeping quiet", isReversed: true))
      let text = """
        format: realist-synthesis/1
        conceptMerges:
          - {concept: silence, into: goodwill, because: it ended before}
          - {concept: goodwill, into: nowhere, because: x}
          - {concept: goodwill, into: goodwill, because: x}
        """
      let fault = #expect(throws: FaultyDocument.self) {
        try review.take(DocumentFile(name: "s.yaml", text: text), by: "Ann")
      }
      #expect(fault?.faults.map(\.line) == [3, 4, 5])
      #expect(fault?.faults.map(\.field) == (0...2).map { "conceptMerges[\($0)]" })
      #expect(fault?.faults.first?.problem.contains("was merged into open-talk") == true)
      let shapeless = text.replacing("because: x}", with: "why: x}")
      let faulty = #expect(throws: FaultyDocument.self) {
        try review.take(DocumentFile(name: "s.yaml", text: shapeless), by: "Ann")
      }
      #expect(faulty?.faults.contains { $0.line == 4 && $0.problem == "“because” is missing" } == true)
    }
  }

  @Test("Every fault is told with its line, and nothing is written")
  func faults() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      let before = try review.acts()
      let text = """
        format: realist-synthesis/1
        codings:
          - source: nowhere
            place: {section: Results, paragraph: 1}
            context: [less open talk]
          - passage: p99
            context: [more open talk]
          - source: plots
            place: {section: Results, paragraph: 1}
            context: [buffers open talk]
        """
      let fault = #expect(throws: FaultyDocument.self) {
        try review.take(DocumentFile(name: "s.yaml", text: text), by: "Ann")
      }
      #expect(fault?.faults.map(\.line) == [3, 6, 8])
      #expect(fault?.faults.map(\.field) == ["codings[0]", "codings[1]", "codings[2]"])
      #expect(try review.acts() == before)
    }
  }

  @Test("Whatever bytes are changed, it is read or refused, and a refusal writes nothing", arguments: 1...60)
  func hostile(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      var random = SplitMix64(seed: UInt64(seed))
      var bytes = Array(Self.whole.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        bytes[place] = UInt8.random(in: 32...126, using: &random)
      }
      let before = try review.acts().count
      do {
        _ = try review.take(
          DocumentFile(name: "s.yaml", text: String(decoding: bytes, as: UTF8.self)), by: "Ann")
      } catch {
        #expect(error is FaultyDocument || error is ReviewFault)
        #expect(try review.acts().count == before)
      }
    }
  }

  @Test("A code that is merged and renamed takes its codings along, reversed twice is as it was")
  func codes() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.framed(in: folder)
      _ = try review.take(DocumentFile(name: "s.yaml", text: Self.whole), by: "Ann")
      try review.append(
        .codesMerged(CodeMerge(codes: [CodeUse("Secrecy", isReversed: true)], into: "Candour")), by: "Ann")
      let before = try review.theory().theory.tellings.last?.context.map(\.claim)
      #expect(before?.map(\.description) == ["less open-talk"])
      try review.append(
        .codesMerged(CodeMerge(codes: [CodeUse("candour", isReversed: true)], into: "secrecy")), by: "Ann")
      let use = try #require(try review.synthesis().codings.last?.codes.first)
      #expect(use == CodeUse("secrecy"))
      // “Candour” goes on as “secrecy” now: it is merged no more, and nothing else is merged into it.
      for merge in [
        CodeMerge(codes: [CodeUse("candour")], into: "frankness"),
        CodeMerge(codes: [CodeUse("goodwill")], into: "candour"),
      ] {
        #expect(throws: ReviewFault.self) { try review.append(.codesMerged(merge), by: "Ann") }
      }
      #expect(throws: ReviewFault.self) {
        try review.append(.codesMerged(CodeMerge(codes: [CodeUse("goodwill")], into: "quarrels")), by: "Ann")
      }
    }
  }
}

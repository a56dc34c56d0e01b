import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("What stays thematic")
struct ThemeTests {
  private static func place(_ number: Int) -> CodingGround {
    .place(source: "neighbourhood-gardens", .paragraph(number, section: "Money"))
  }

  /// A review that begins from the gardens, in which money is coded at three places, one of which a configuration of the
  /// seasons and another one of the founding tell too.
  private func coded(in folder: TemporaryFolder) throws -> Review {
    let theory = try TheoryDocument.read(path: Fixture.gardensPath)
    let review = try Review.begin(folder("r.realist"), from: theory, by: "Ann", clock: MadeReview.time)
    let synthesis = try review.synthesis()
    func ground(ofPhase phase: String) throws -> CodingGround {
      let candidate = try #require(synthesis.candidates.first { $0.draft.phase?.text == phase })
      return try #require(candidate.draft.codings.first.flatMap(synthesis.coding)).coding.ground
    }
    for (ground, text, slot, words) in [
      (Self.place(1), "money", CodingSlot.theme, nil),
      (Self.place(1), "City grants", .entryPoint, "a grant came"),
      (try ground(ofPhase: "seasons"), "money", .theme, "seeds were dear"),
      (try ground(ofPhase: "founding"), "Money", .theme, nil), (Self.place(2), "weather", .theme, nil),
      (Self.place(2), "An empty lot", .entryPoint, nil),
    ] as [(CodingGround, String, CodingSlot, String?)] {
      let part = CodedPart(code: text, slot: slot, words: words)
      try review.append(.coded(Coding(ground: ground, parts: [part])), by: "Ann")
    }
    return review
  }

  @Test("A theme's codings stand by the phase of what the same places tell, those without one last")
  func order() throws {
    try TemporaryFolder.with { folder in
      let review = try coded(in: folder)
      let themes = try review.synthesis().themes()
      let frame = try #require(try review.synthesis().frame).theory()
      #expect(themes.map(\.kind).firstIndex(of: .theme) == frame.entryPoints.count + 1)
      // In the theory that comes out, that one isn't there twice either.
      #expect(try review.theory().theory.entryPoints.map(\.name).last == "City grants")
      // What is coded as an entry point that the frame has is that one; whatever else is coded follows.
      #expect(themes.first?.name == "an empty lot" && themes.first?.mentions.count == 1)
      #expect(themes.filter { $0.kind == .entryPoint }.last?.name == "City grants")
      let money = try #require(themes.first { $0.kind == .theme })
      #expect(money.name == "money" && money.mentions.count == 3)
      #expect(money.mentions.map { $0.phases.first?.text } == ["founding", "seasons", nil])
      #expect(money.phases.map(\.text) == ["founding", "seasons"])
      #expect(themes.last?.name == "weather" && themes.last?.phases == [])
      #expect(themes.allSatisfy { Set($0.works).count == $0.works.count })
    }
  }

  @Test("Codes that went on as another are one theme under its name")
  func merged() throws {
    try TemporaryFolder.with { folder in
      let review = try coded(in: folder)
      try review.append(
        .codesMerged(CodeMerge(codes: [CodeUse("money"), CodeUse("weather")], into: "what nobody steers")),
        by: "Ann")
      let themes = try review.synthesis().themes().filter { $0.kind == .theme }
      #expect(themes.map(\.name) == ["what nobody steers"] && themes.first?.mentions.count == 4)
    }
  }

  @Test("A dropped candidate gives no phase, and nothing coded is told with what to do")
  func none() throws {
    try TemporaryFolder.with { folder in
      let review = try coded(in: folder)
      let candidates = try review.synthesis().candidates.filter { $0.draft.phase != nil }
      for candidate in candidates {
        let judgement = CandidateJudgement(candidate: candidate.id, fate: .dropped, because: "trial")
        try review.append(.candidateJudged(judgement), by: "Ann")
      }
      #expect(try review.synthesis().themes().allSatisfy { $0.phases.isEmpty })
      let page = ReviewTeller(madeBy: "test").themes(try Synthesis().themes())
      #expect(page.parts.isEmpty && page.story.first?.text.contains("--theme or --entry-point") == true)
    }
  }

  @Test("The page reads as it should")
  func page() throws {
    try TemporaryFolder.with { folder in
      let themes = try coded(in: folder).synthesis().themes()
      let page = ReviewTeller(madeBy: "realist test").themes(themes)
      #expect(try GoldenFile.difference(TerminalRenderer().render(page), from: "themes.txt") == nil)
    }
  }
}

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
    let review = try MadeReview.begun(in: folder)
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

  /// Codes of one slot at one place.
  private func code(_ names: [String], _ slot: CodingSlot, in review: Review) throws {
    for name in names {
      try review.append(
        .coded(Coding(ground: Self.place(1), parts: [CodedPart(code: name, slot: slot)])), by: "Ann")
    }
  }

  @Test("Points of entry are the same ones, and as many, as in the theory that comes out")
  func pointsAsInTheory() throws {
    try TemporaryFolder.with { folder in
      var theory = try Fixture.gardens()
      let first = theory.entryPoints[0]
      let id = try #require(EntryPoint.ID("of-the-same-name"))
      theory.entryPoints.append(
        EntryPoint(id: id, name: first.name, explanation: "Another one.", sources: [], sets: []))
      let review = try MadeReview.begun(from: theory, in: folder)
      try code(["City grants", "city-grants", "City  Grants!", first.name, id.text], .entryPoint, in: review)
      let points = try review.synthesis().themes().filter { $0.kind == .entryPoint }
      let out = try review.theory().theory.entryPoints
      #expect(Set(points.map(\.name)) == Set(out.map(\.name)) && points.count == out.count)
      #expect(points.first { $0.name == "City grants" }?.mentions.count == 3)
      let namesakes = points.filter { $0.name == first.name }
      #expect(namesakes.map(\.explanation) == [first.explanation, "Another one."])
      #expect(namesakes.map(\.mentions.count) == [1, 1])
    }
  }

  @Test("A theme that goes on as the other end of another is told as that")
  func reversed() throws {
    try TemporaryFolder.with { folder in
      let review = try coded(in: folder)
      try review.append(
        .codesMerged(CodeMerge(codes: [CodeUse("weather", isReversed: true)], into: "money")), by: "Ann")
      let themes = try review.synthesis().themes()
      let money = try #require(themes.first { $0.name == "money" })
      #expect(money.mentions.map(\.isReversed).count { $0 } == 1 && money.mentions.count == 4)
      let text = TerminalRenderer().render(ReviewTeller(madeBy: "test").themes(themes)).unwrapped
      #expect(text.components(separatedBy: "the other end of money").count == 2)
    }
  }

  @Test("A candidate that goes on in a dropped one gives no phase")
  func mergedIntoDropped() throws {
    try TemporaryFolder.with { folder in
      let review = try coded(in: folder)
      let candidates = try review.synthesis().candidates
      let other = try #require(candidates.first { $0.draft.phase == nil })
      for candidate in candidates where candidate.draft.phase != nil {
        try review.append(
          .candidateJudged(
            CandidateJudgement(candidate: candidate.id, fate: .merged(into: other.id), because: "one")),
          by: "Ann")
      }
      #expect(try review.synthesis().themes().contains { !$0.phases.isEmpty })
      try review.append(
        .candidateJudged(CandidateJudgement(candidate: other.id, fate: .dropped, because: "none")), by: "Ann")
      #expect(try review.synthesis().themes().allSatisfy { $0.phases.isEmpty })
    }
  }

  @Test("Many points of entry and many codings are gathered in steady time", .timeLimit(.minutes(1)))
  func many() throws {
    let points = try (0..<3_000).map { number in
      EntryPoint(
        id: try #require(EntryPoint.ID("point-\(number)")), name: "The point \(number)", explanation: "x",
        sources: [], sets: [])
    }
    let codings = (0..<20_000).map { number in
      let code = "point-\(number % 6_000)"
      let coding = Coding(ground: Self.place(1), parts: [CodedPart(code: code, slot: .entryPoint)])
      return MadeCoding(act: number, by: "Ann", at: "", coding: coding, codes: [CodeUse(code)])
    }
    let entries = EntryPointGathering(framed: points, codings: codings).entries
    #expect(entries.count == 6_000 && entries.allSatisfy { (3...4).contains($0.namings.count) })
    #expect(entries.prefix(3_000).allSatisfy { $0.framed != nil })
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

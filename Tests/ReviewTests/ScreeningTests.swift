import Foundation
import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Screening")
struct ScreeningTests {
  private func planned(_ count: Int, in folder: TemporaryFolder) throws -> Review {
    let review = try MadeReview.filled(count, in: folder)
    try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
    return review
  }

  private func decide(
    _ review: Review, _ record: Int, _ verdict: Verdict, by name: String,
    at stage: ScreeningStage = .titleAndAbstract, reason: String? = nil
  ) throws {
    let plan = try review.effectiveProtocol()
    try review.decide(
      Decision(
        record: record, stage: stage, verdict: verdict,
        reason: reason.map { plan.reason(named: $0, at: stage) }),
      by: name)
  }

  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return (error as? ReviewFault)?.refusal ?? "\(error)"
    }
  }

  @Test("Two reviewers agree or disagree; a conflict waits to be resolved, by whom and why")
  func two() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(5, in: folder)
      for name in ["Ann", "Ben"] {
        try decide(review, 1, .include, by: name)
        try decide(review, 2, .exclude, by: name, reason: "E1")
      }
      try decide(review, 3, .include, by: "Ann")
      try decide(review, 3, .exclude, by: "Ben", reason: "I1")
      try decide(review, 4, .unsure, by: "Ann")
      try decide(review, 4, .include, by: "Ben")
      try decide(review, 5, .include, by: "Ann")
      let conflicts = try review.conflicts()
      #expect(conflicts.map(\.line.id) == [3, 4])
      #expect(conflicts[0].verdicts.map(\.verdict) == [.include, .exclude])
      #expect(conflicts[0].verdicts[1].reason?.words == "not met: on topic")
      var stage = try #require(try review.counts().stages.first)
      #expect((stage.reached, stage.awaiting, stage.conflicts) == (5, 1, 2))
      #expect((stage.kept, stage.excluded) == (1, 1))
      let said = Resolution(
        record: 3, stage: .titleAndAbstract, verdict: .include, because: "read it together")
      #expect(
        refusal {
          try review.append(
            .resolved(Resolution(record: 3, stage: .titleAndAbstract, verdict: .include, because: " ")),
            by: "Cem")
        }.contains("why"))
      try review.append(.resolved(said), by: "Cem")
      stage = try #require(try review.counts().stages.first)
      #expect((stage.conflicts, stage.kept) == (1, 2))
      #expect(refusal { try review.append(.resolved(said), by: "Cem") }.contains("Cem resolved record 3"))
      #expect(
        refusal { try decide(review, 3, .exclude, by: "Ann", reason: "E1") }.contains(
          "realist review undo FILE"))
    }
  }

  @Test("A later stage takes what the earlier kept")
  func stages() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(3, in: folder)
      #expect(
        refusal { try decide(review, 1, .include, by: "Ann", at: .fullText) }.contains(
          "it waits for verdicts at title-abstract"))
      for name in ["Ann", "Ben"] {
        try decide(review, 1, .include, by: name)
        try decide(review, 2, .exclude, by: name)
      }
      #expect(
        refusal { try decide(review, 2, .include, by: "Ann", at: .fullText) }.contains(
          "left out at title-abstract"))
      #expect(
        refusal { try decide(review, 1, .include, by: "Ann", at: .relevance) }.contains("no stage relevance"))
      #expect(refusal { try decide(review, 1, .exclude, by: "Ann", at: .fullText) }.contains("for a reason"))
      #expect(
        refusal { try decide(review, 1, .exclude, by: "Ann", at: .fullText, reason: "E9") }.contains(
          "no criterion"))
      try decide(review, 1, .exclude, by: "Ann", at: .fullText, reason: "e2")
      let line = try review.standing(of: 1)
      #expect(line.place?.told == "excluded at full text: E2, staff and patients")
      #expect(
        refusal { try decide(review, 1, .include, by: "Ben", at: .fullText) }.contains(
          "Ann decided about record 1"))
      // Changing one's mind is a new act, and the last one holds.
      try decide(review, 1, .include, by: "Ann", at: .fullText)
      #expect(try review.works(.included).map(\.line.id) == [1])
    }
  }

  @Test("Records may come in at a later stage, or be included at once")
  func entering() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(1, in: folder)
      for (number, place) in [FlowPlace.stage(.fullText), .included].enumerated() {
        let path = try MadeReview.file(1, in: folder, "\(number).ris", from: 10 + number)
        _ = try review.importRecords(ImportOrder(path: path, wave: .suggestions, entering: place), by: "Ann")
      }
      #expect(try review.queue(at: .titleAndAbstract, for: "Ann") == [1])
      #expect(try review.queue(at: .fullText, for: "Ann") == [2])
      #expect(try review.works(.included).map(\.line.id) == [3])
      #expect(refusal { try decide(review, 3, .include, by: "Ann", at: .fullText) }.contains("came in after"))
    }
  }

  @Test("Who isn't a reviewer of the protocol decides nothing, and the nearest name is offered")
  func strangers() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(1, in: folder)
      #expect(refusal { try decide(review, 1, .include, by: "Anne") }.contains("Did you mean Ann?"))
      #expect(refusal { _ = try review.queue(at: .titleAndAbstract, for: "Eve") }.contains("Ann, Ben, Cem"))
      #expect(refusal { try decide(review, 7, .include, by: "Ann") }.contains("no record 7"))
    }
  }

  @Test("A reviewer takes back their own decisions alone, each once, the last first")
  func undo() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(2, in: folder)
      try decide(review, 1, .include, by: "Ann")
      try decide(review, 1, .exclude, by: "Ann")
      try decide(review, 2, .include, by: "Ben")
      #expect(refusal { try review.undo(4, by: "Ann") }.contains("replaced by act 5"))
      #expect(refusal { try review.undo(6, by: "Ann") }.contains("only Ben"))
      #expect(try review.undo(by: "Ann").number == 5)
      #expect(refusal { try review.undo(5, by: "Ann") }.contains("already, by act 7"))
      #expect(refusal { try review.undo(by: "Ann") }.contains("nothing that can be taken back"))
      #expect(refusal { try review.undo(2, by: "Ann") }.contains("can't be taken back (imported)"))
      #expect(refusal { try review.undo(99, by: "Ann") }.contains("no act 99"))
      #expect(try review.queue(at: .titleAndAbstract, for: "Ann") == [1, 2])
    }
  }

  @Test("Nobody sees another's verdict before deciding")
  func blinded() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(2, in: folder)
      try decide(review, 1, .include, by: "Ann")
      let act = try #require(try review.acts([.decided]).first)
      #expect(try review.hiddenDecisions(from: "Ben") == [act.number])
      #expect(try review.hiddenDecisions(from: nil) == [act.number])
      #expect(try review.hiddenDecisions(from: "Ann").isEmpty)
      #expect(try review.conflicts().isEmpty)
      let page = ReviewTeller(madeBy: "t").log([act], undone: [:], hidden: [act.number])
      #expect(!"\(page)".contains("include"))
      try decide(review, 1, .exclude, by: "Ben")
      #expect(try review.hiddenDecisions(from: "Cem").isEmpty)
    }
  }

  @Test("A sample is drawn by its seed, needs two verdicts, and is all that its reviewer is given")
  func sample() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(45, in: folder)
      let logged = try review.drawSample(percent: 10, at: .titleAndAbstract, seed: 3, for: "Ben", by: "Ann")
      guard case .sampleDrawn(let draw) = logged.act else { throw CocoaError(.coderInvalidValue) }
      #expect(draw.records.count == 5 && draw.from == 45 && draw.records == draw.records.sorted())
      #expect(try review.queue(at: .titleAndAbstract, for: "Ben") == draw.records)
      #expect(try review.queue(at: .titleAndAbstract, for: "Ann").count == 45)
      let one = draw.records[0]
      try decide(review, one, .include, by: "Ann")
      #expect(try review.counts().stages[0].kept == 0)
      try decide(review, one, .include, by: "Ben")
      #expect(try review.counts().stages[0].kept == 1)
      #expect(
        refusal { _ = try review.drawSample(percent: 10, at: .titleAndAbstract, seed: 4, by: "Ann") }
          .contains("was drawn by act 3"))
      try review.undo(3, by: "Cem")
      let again = try review.drawSample(percent: 10, at: .titleAndAbstract, seed: 3, for: "Ben", by: "Ann")
      guard case .sampleDrawn(let second) = again.act else { throw CocoaError(.coderInvalidValue) }
      #expect(second.records == draw.records)
      for percent in [0, -1, 101, Double.nan, .infinity] {
        #expect(
          !refusal { _ = try review.drawSample(percent: percent, at: .fullText, seed: 1, by: "Ann") }.isEmpty)
      }
    }
  }

  @Test("A change of the protocol has its reason")
  func protocolChange() throws {
    try TemporaryFolder.with { folder in
      let review = try planned(1, in: folder)
      var plan = MadeReview.plan
      #expect(
        refusal { try review.append(.protocolSet(ProtocolChange(document: plan, because: "x")), by: "Ann") }
          .contains("says this already"))
      plan.question = "Why?"
      #expect(
        refusal { try review.append(.protocolSet(ProtocolChange(document: plan)), by: "Ann") }.contains(
          "--because"))
      try review.append(.protocolSet(ProtocolChange(document: plan, because: "pilot")), by: "Ann")
      #expect(try review.reviewProtocol() == plan)
      #expect(try review.acts([.protocolSet]).count == 2)
    }
  }
}

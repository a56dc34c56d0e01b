import Bibliography
import Foundation
import Literature
import TestSupport
import Testing

@testable import Review

@Suite("The screening desk of a review file")
struct DeskTests {
  @Test("Records are given in their order, decided, taken back, noted, and counted")
  func sitting() async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(4, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      let desk = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann")
      let brief = await desk.brief()
      #expect(brief.criteria.map(\.code) == ["I1", "E1", "E2"] && !brief.needsReason)
      let first = try #require(try await desk.next(skipping: []))
      #expect(first.id == 1 && first.title.contains("hospital number 1") && first.abstract != nil)
      try await desk.note("look again", on: 1)
      try await desk.decide(.exclude, reason: "E1", on: 1)
      #expect(try await desk.next(skipping: [2])?.id == 3)
      try await desk.decide(.include, reason: nil, on: 2)
      let progress = await desk.progress()
      #expect((progress.decided, progress.total, progress.included) == (2, 4, 1))
      #expect(try await desk.undo()?.id == 2)
      let back = try #require(try await desk.undo())
      #expect(back.id == 1 && back.note == "look again" && back.verdict == nil)
      #expect(try await desk.undo() == nil)
      // Another reviewer's verdict is never seen, and another program's decision is.
      try review.decide(Decision(record: 1, stage: .titleAndAbstract, verdict: .include), by: "Ben")
      try review.decide(Decision(record: 1, stage: .titleAndAbstract, verdict: .include), by: "Cem")
      #expect(try await desk.next(skipping: [])?.id == 2)
      await #expect(throws: ReviewFault.self) { try await desk.decide(.include, reason: nil, on: 1) }
      #expect(try review.acts([.decided]).count == 4)
    }
  }

  @Test("A ranking follows the decisions behind the scenes, and gives every record in the end")
  func ranked() async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(40, in: folder)
      let desk = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann", order: .ranked(like: "merging"))
      let first = try #require(try await desk.next(skipping: []))
      #expect(first.title.contains("merging") || first.abstract?.contains("merging") == true)
      var given: [Int] = []
      var isTakenBack = false
      while let card = try await desk.next(skipping: []) {
        given.append(card.id)
        try await desk.decide(
          card.title.contains("merging") ? .include : card.id % 11 == 0 ? .unsure : .exclude, reason: nil,
          on: card.id)
        if given.count == 8, !isTakenBack {
          isTakenBack = true
          _ = try await desk.undo()
          _ = given.popLast()
        }
        await desk.settled()
      }
      #expect(Set(given) == Set(1...40))
      let relevant = try review.records(Array(1...40)).filter {
        $0.record.reference.title?.contains("merging") == true
      }
      let late = given.suffix(15).count { number in relevant.contains { $0.id == number } }
      #expect(late * 2 < relevant.count)
      #expect(await desk.progress().decided == 40)
    }
  }

  @Test("Two who decided the same records are compared, and what one owes is counted")
  func agreement() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(4, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      for (record, one, other) in [
        (1, Verdict.include, Verdict.include), (2, .exclude, .exclude), (3, .include, .exclude),
      ] {
        try review.decide(Decision(record: record, stage: .titleAndAbstract, verdict: one), by: "Ann")
        try review.decide(Decision(record: record, stage: .titleAndAbstract, verdict: other), by: "Ben")
      }
      try review.decide(Decision(record: 4, stage: .titleAndAbstract, verdict: .include), by: "Ann")
      let agreement = try review.agreement(of: "Ann", and: "Ben")
      let record = ScreeningAgreementRecord(agreement, madeBy: "t")
      #expect(
        record.stages.map(\.units) == [3] && record.stages[0].agreed == 2 && record.stages[0].onlyFirst == 1)
      #expect(try review.decidingReviewers() == ["Ann", "Ben"])
    }
  }

  @Test("The flow is computed from records, duplicates, decisions and noted counts")
  func flow() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(6, in: folder)
      _ = try review.importRecords(ImportOrder(path: folder("r.realist.ris"), again: true), by: "Ann")
      _ = try review.mergeDuplicates(by: "Ann")
      try review.decide(Decision(record: 1, stage: .titleAndAbstract, verdict: .include), by: "Ann")
      try review.decide(Decision(record: 2, stage: .titleAndAbstract, verdict: .exclude), by: "Ann")
      try review.decide(
        Decision(record: 1, stage: .fullText, verdict: .exclude, reason: .notRetrieved), by: "Ann")
      let late = try MadeReview.file(1, in: folder, "late.ris", from: 50)
      _ = try review.importRecords(
        ImportOrder(path: late, wave: .middleRangeTheories, entering: .included), by: "Ann")
      let flow = Flow(try review.flowEntries())
      #expect(flow.contradictions.isEmpty)
      let first = try #require(flow.stages.first)
      #expect((first.screened, first.kept, first.excludedInAll, first.awaiting) == (6, 1, 1, 4))
      #expect(first.gate.found == 12 && first.gate.removedInAll == 6)
      #expect(flow.stages[1].notRetrieved == 1 && flow.included == 1)
    }
  }
}

import Agreement
import Foundation
import GRDB
import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Several people at one review")
struct TeamTests {
  private func decide(
    _ review: Review, _ record: Int, _ verdict: Verdict, by name: String,
    at stage: ScreeningStage = .titleAndAbstract, reason: ExclusionReason? = nil
  ) throws {
    try review.decide(
      Decision(record: record, stage: stage, verdict: verdict, reason: reason), by: name)
  }

  private func refusal(_ body: () throws -> Void) -> String {
    do {
      try body()
      return ""
    } catch {
      return (error as? ReviewFault)?.refusal ?? "\(error)"
    }
  }

  // MARK: Unsure

  @Test(
    "Who decides alone and is unsure is in conflict with nobody: it comes again to them, last, and others may decide"
  )
  func unsureAlone() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(4, in: folder)
      try decide(review, 1, .unsure, by: "Ann")
      try decide(review, 2, .unsure, by: "Ann")
      #expect(try review.conflicts().isEmpty)
      let stage = try #require(try review.counts().stages.first)
      #expect((stage.reached, stage.awaiting, stage.unsure, stage.conflicts) == (4, 2, 2, 0))
      #expect(try review.works(.unsure).map(\.line.id) == [1, 2])
      #expect(try review.standing(of: 1).place == .unsure(.titleAndAbstract))
      #expect(try review.queue(at: .titleAndAbstract, for: "Ann") == [3, 4, 1, 2])
      #expect(try review.queue(at: .titleAndAbstract, for: "Ben") == [3, 4])
      #expect(Flow(try review.flowEntries()).stages.first?.awaiting == 4)
      try decide(review, 1, .include, by: "Ben")
      #expect(try review.counts().stages[0].kept == 1)
      #expect(refusal { try decide(review, 1, .exclude, by: "Ann") }.contains("Ben decided about record 1"))
      try decide(review, 2, .exclude, by: "Ann")
      #expect(try review.works(.unsure).isEmpty && review.conflicts().isEmpty)
    }
  }

  @Test("Of two reviewers, one who is unsure makes a conflict")
  func unsureOfTwo() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      try decide(review, 1, .unsure, by: "Ann")
      #expect(try review.counts().stages[0].awaiting == 1)
      try decide(review, 1, .include, by: "Ben")
      #expect(try review.conflicts().map(\.line.id) == [1])
    }
  }

  @Test("At the desk, what one was unsure about comes last in the next sitting", arguments: [false, true])
  func unsureAtDesk(isRanked: Bool) async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(6, in: folder)
      let order: ScreeningOrder = isRanked ? .ranked(like: "merging") : .imported
      let desk = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann", order: order)
      let first = try #require(try await desk.next(skipping: []))
      try await desk.decide(.unsure, reason: nil, on: first.id)
      #expect(await desk.progress().decided == 1)
      let again = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann", order: order)
      #expect(await again.progress() == ScreeningProgress(decided: 0, total: 6, included: 0))
      var given: [Int] = []
      while let card = try await again.next(skipping: []) {
        given.append(card.id)
        try await again.decide(card.id == first.id ? .unsure : .include, reason: nil, on: card.id)
        await again.settled()
      }
      #expect(given.count == 6 && given.last == first.id && Set(given) == Set(1...6))
    }
  }

  // MARK: Samples and third reviewers

  @Test("The second verdict on a sample is that of the person for whom it was drawn")
  func sampleOfOne() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(4, in: folder)
      try decide(review, 1, .include, by: "Ann")
      _ = try review.drawSample(percent: 50, at: .titleAndAbstract, seed: 1, for: "Ben", by: "Ann")
      let drawn = try review.queue(at: .titleAndAbstract, for: "Ben")
      let record = try #require(drawn.first { $0 != 1 })
      try decide(review, record, .include, by: "Ann")
      #expect(try !review.queue(at: .titleAndAbstract, for: "Cem").contains(record))
      #expect(
        refusal { try decide(review, record, .include, by: "Cem") }.contains("the other verdict is Ben's"))
      // Ann may change her mind, and once Ben has decided, anybody may be the other.
      try decide(review, record, .exclude, by: "Ann")
      try decide(review, record, .exclude, by: "Ben")
      let other = try #require(drawn.first { $0 != record })
      try decide(review, other, .include, by: "Ben")
      if other != 1 { #expect(try review.queue(at: .titleAndAbstract, for: "Cem").contains(other)) }
    }
  }

  @Test("Only what the other still has to judge is counted as missing")
  func owed() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      for record in 1...3 { try decide(review, record, .include, by: "Ann") }
      try decide(review, 1, .include, by: "Ben")
      try decide(review, 2, .exclude, by: "Cem")
      let stage = try #require(try review.agreement(of: "Ann", and: "Ben").stages.first)
      #expect(stage.agreement.table.units == 1 && stage.agreement.onlyFirst == 1 && stage.changed == 0)
    }
  }

  @Test("A verdict given anew after both had decided is counted as no independent one")
  func changed() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      // Before the other has decided, one may change one's mind.
      try decide(review, 1, .include, by: "Ann")
      try decide(review, 1, .exclude, by: "Ann")
      for record in 1...3 { try decide(review, record, .exclude, by: "Ben") }
      for record in 2...3 { try decide(review, record, .include, by: "Ann") }
      try decide(review, 2, .exclude, by: "Ann")
      try review.undo(by: "Ben")
      try decide(review, 3, .include, by: "Ben")
      let agreement = try review.agreement(of: "Ann", and: "Ben")
      #expect(agreement.stages.first?.agreement.table.agreed == 3 && agreement.stages.first?.changed == 2)
      let page = ScreeningAgreementTeller(of: agreement, madeBy: "t").page
      #expect("\(page)".contains("On 2 records a verdict was given anew"))
    }
  }

  @Test("Left out by both, the first reason that was given holds")
  func reasons() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      try decide(review, 1, .exclude, by: "Ann")
      try decide(review, 1, .exclude, by: "Ben", reason: .init(code: "E1", words: "not research"))
      #expect(try review.standing(of: 1).place?.told.contains("E1, not research") == true)
    }
  }

  // MARK: Blinding

  @Test("What was taken back, and what was decided about another record of the work, is hidden as well")
  func hidden() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      try review.append(.protocolSet(ProtocolChange(document: MadeReview.plan)), by: "Ann")
      try decide(review, 1, .include, by: "Ann")
      try decide(review, 2, .exclude, by: "Ann")
      try decide(review, 3, .exclude, by: "Ann")
      try review.undo(by: "Ann")
      let decided = try Set(review.acts([.decided]).map(\.number))
      #expect(try review.hiddenDecisions(from: "Ben") == decided)
      try review.append(.merged(Merge(groups: [[1, 2]], isByPerson: true)), by: "Cem")
      #expect(try review.hiddenDecisions(from: "Ben") == decided)
      #expect(try review.hiddenDecisions(from: "Ann").isEmpty)
      try decide(review, 1, .include, by: "Ben")
      let last = try #require(try review.acts([.decided], most: 2).first)
      #expect(try review.hiddenDecisions(from: "Ben") == [last.number])
    }
  }

  @Test("A name is one name, whatever spaces stand around it and however its accents are written")
  func names() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      for name in ["Jos\u{E9}", " Jose\u{301} ", "Jos\u{E9}\t"] { try decide(review, 1, .include, by: name) }
      #expect(try review.decidingReviewers() == ["Jos\u{E9}"])
      #expect(refusal { try decide(review, 1, .include, by: "   ") }.contains("--by"))
    }
  }

  // MARK: Desks

  @Test(
    "What others decided isn't looked at again and again, and what was taken back elsewhere isn't taken back twice"
  )
  func elsewhere() async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(5, in: folder)
      let desk = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann")
      for record in 1...3 { try decide(review, record, .include, by: "Ben") }
      #expect(try await desk.next(skipping: [])?.id == 4)
      #expect(await desk.progress().total == 2)
      try await desk.decide(.include, reason: nil, on: 4)
      try await desk.decide(.exclude, reason: nil, on: 5)
      try review.undo(by: "Ann")
      #expect(try await desk.undo()?.id == 4)
      #expect(try await desk.undo() == nil)
    }
  }

  @Test("A note without words takes back the one that is there; notes to any record of a work are shown")
  func notes() async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(2, in: folder)
      try review.append(.noted(RecordNote(record: 2, text: "same cohort?")), by: "Ann")
      try review.append(.merged(Merge(groups: [[1, 2]], isByPerson: true)), by: "Ann")
      let desk = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann")
      #expect(try await desk.next(skipping: [])?.note == "same cohort?")
      #expect(try review.notes(onWorkOf: 1).count == 1)
      try await desk.note("", on: 1)
      #expect(try await desk.next(skipping: [])?.note == nil)
      await #expect(throws: ReviewFault.self) { try await desk.note(" ", on: 1) }
    }
  }

  @Test(
    "What is estimated of stopping follows the decisions, and nothing is estimated where nothing is ranked")
  func stopping() async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(30, in: folder)
      let plain = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann")
      try await plain.decide(.include, reason: nil, on: 1)
      #expect(await plain.progress().stopping == nil)
      let ranked = try ReviewDesk(review, at: .titleAndAbstract, for: "Ann", order: .ranked(like: nil))
      #expect(await ranked.progress().stopping?.contains("too early to stop") == true)
      while let card = try await ranked.next(skipping: []), card.id != 30 {
        try await ranked.decide(.exclude, reason: nil, on: card.id)
        await ranked.settled()
      }
      #expect(await ranked.progress().stopping?.contains("Callaghan") == true)
    }
  }

  @Test("Where the protocol has no criteria, whole texts are left out for a reason in words")
  func ownWords() async throws {
    try await TemporaryFolder.during { folder in
      let review = try MadeReview.filled(1, in: folder)
      try decide(review, 1, .include, by: "Ann")
      let desk = try ReviewDesk(review, at: .fullText, for: "Ann")
      let brief = await desk.brief()
      #expect(brief.takesOwnWords && brief.needsReason && brief.reasons == [.notRetrieved])
      try await desk.decide(.exclude, reason: "an editorial", on: 1)
      #expect(try review.standing(of: 1).place?.told == "excluded at full text: an editorial")
    }
  }

  // MARK: The log

  @Test("The last acts are read alone")
  func last() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      for record in 1...3 { try decide(review, record, .include, by: "Ann") }
      #expect(try review.acts(most: 2).map(\.number) == [4, 5])
      #expect(try review.acts([.imported], most: 2).map(\.number) == [2])
      #expect(try review.acts(most: 99) == review.acts())
    }
  }

  @Test("A file whose numbers are used up is refused, and nothing traps", arguments: ["act", "record"])
  func largest(_ table: String) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(1, in: folder)
      try review.database.writeWithoutTransaction { database in
        for name in try String.fetchAll(
          database, sql: "SELECT name FROM sqlite_master WHERE type = 'trigger'")
        {
          try database.execute(sql: "DROP TRIGGER \(name)")
        }
        try database.execute(
          sql: table == "act"
            ? "UPDATE act SET number = \(Int.max) WHERE number = 1" : "UPDATE record SET id = \(Int.max)")
      }
      let path = try MadeReview.file(1, in: folder, "more.ris", from: 9)
      #expect(throws: ReviewFault.damaged(folder("r.realist"))) {
        _ = try review.importRecords(ImportOrder(path: path), by: "Ann")
      }
    }
  }
}

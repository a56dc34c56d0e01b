import Literature
import TestSupport
import Testing

@testable import Review

@Suite("Duplicates in a review")
struct DuplicateTests {
  private func twice(_ folder: TemporaryFolder) throws -> Review {
    let review = try MadeReview.filled(4, in: folder)
    _ = try review.importRecords(ImportOrder(path: folder("r.realist.ris"), again: true), by: "Ann")
    return review
  }

  @Test("Records of one work are merged, and are one work from then on")
  func merged() throws {
    try TemporaryFolder.with { folder in
      let review = try twice(folder)
      let trial = try review.mergeDuplicates(by: "", isTrial: true)
      #expect(trial.groups == [[1, 5], [2, 6], [3, 7], [4, 8]] && trial.act == nil && trial.works == 8)
      let found = try review.mergeDuplicates(by: "Ann")
      #expect(found.groups == trial.groups && found.act == 4)
      let counts = try review.counts()
      #expect((counts.records, counts.duplicates) == (8, 4))
      #expect(try review.works(.duplicates).map(\.duplicateOf) == [1, 2, 3, 4])
      let again = try review.mergeDuplicates(by: "Ann")
      #expect(again.groups.isEmpty && again.act == nil && again.works == 4)
      let fault = #expect(throws: ReviewFault.self) {
        try review.decide(Decision(record: 5, stage: .titleAndAbstract, verdict: .include), by: "Ann")
      }
      #expect(fault?.refusal.contains("duplicate of record 1") == true)
    }
  }

  @Test("A merge can be taken back, wholly or for one work, which is then never merged again")
  func takenBack() throws {
    try TemporaryFolder.with { folder in
      let review = try twice(folder)
      _ = try review.mergeDuplicates(by: "Ann")
      try review.append(.keptApart(KeptApart(records: [1, 5])), by: "Ann")
      #expect(try review.members(ofWorkOf: 5) == [5])
      #expect(try review.members(ofWorkOf: 6) == [2, 6])
      #expect(try review.mergeDuplicates(by: "Ann").groups.isEmpty)
      let fault = #expect(throws: ReviewFault.self) {
        try review.append(.merged(Merge(groups: [[5, 1]], isByPerson: true)), by: "Ann")
      }
      #expect(fault?.refusal.contains("kept apart by act 5") == true)
      try review.undo(5, by: "Ben")
      #expect(try review.members(ofWorkOf: 5) == [1, 5])
      try review.undo(4, by: "Ben")
      #expect(try review.counts().duplicates == 0)
    }
  }

  @Test("What was decided about one record of a work is decided about the work; the last decision holds")
  func decisions() throws {
    try TemporaryFolder.with { folder in
      let review = try twice(folder)
      try review.decide(Decision(record: 1, stage: .titleAndAbstract, verdict: .include), by: "Ann")
      try review.decide(Decision(record: 5, stage: .titleAndAbstract, verdict: .exclude), by: "Ann")
      try review.append(.merged(Merge(groups: [[5, 1]], isByPerson: true)), by: "Ann")
      #expect(try review.standing(of: 1).place == .excluded(.titleAndAbstract, nil))
      try review.undo(by: "Ann")
      #expect(try review.standing(of: 1).place == .awaiting(.fullText))
    }
  }

  @Test(
    "Records that there aren't, or too few, are refused",
    arguments: [[[1]], [[1, 1]], [[1, 99]], [[]], [[0, 1]]])
  func refused(_ groups: [[Int]]) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(3, in: folder)
      #expect(throws: ReviewFault.self) {
        try review.append(.merged(Merge(groups: groups, isByPerson: true)), by: "Ann")
      }
      #expect(throws: ReviewFault.self) {
        try review.append(.keptApart(KeptApart(records: groups[0])), by: "Ann")
      }
      #expect(try review.acts().count == 2)
    }
  }

  @Test("What is kept apart stays apart, whichever merge is taken back")
  func apartWhateverIsUndone() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(4, in: folder)
      func merge(_ records: [Int]) throws -> Int {
        try review.append(.merged(Merge(groups: [records], isByPerson: true)), by: "Ann").number
      }
      let first = try merge([1, 3])
      _ = try merge([2, 3])
      let apart = try review.append(.keptApart(KeptApart(records: [1, 2])), by: "Ann").number
      let last = try merge([1, 3])
      let before = try review.rows()
      // Without the first merge, the third record would stand with the second still, and the last would join the first to both.
      let words = try wordsOfRefusal { _ = try review.undo(first, by: "Ann") }
      #expect(words.contains("records 1 and 2") && words.contains("act \(apart)"))
      #expect(try review.rows() == before)
      try review.undo(last, by: "Ann")
      try review.undo(first, by: "Ann")
      #expect(try review.works(.duplicates).map(\.duplicateOf) == [2])
    }
  }

  @Test("Long rows of pairs are joined at once")
  func longRow() throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(600, in: folder)
      let pairs = (1..<600).reversed().map { [$0, $0 + 1] }
      try review.append(.merged(Merge(groups: pairs, isByPerson: true)), by: "Ann")
      #expect(try review.members(ofWorkOf: 600) == Array(1...600))
    }
  }
}

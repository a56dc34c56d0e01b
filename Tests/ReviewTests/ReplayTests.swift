import Foundation
import Literature
import ProgrammeTheory
import TestSupport
import Testing

@testable import Review

@Suite("The log is the truth")
struct ReplayTests {
  /// Acts by chance, those that can't be done among them.
  private struct Chance {
    var random: SplitMix64
    let review: Review
    let folder: TemporaryFolder
    var files = 0

    mutating func act() throws {
      let count = try review.recordCount()
      let record = Int.random(in: 0...(count + 1), using: &random)
      let name = random.pick(["Ann", "Ben", "Cem"])
      let stage = random.pick(ScreeningStage.allCases)
      let verdict = random.pick(Verdict.allCases)
      let reason = random.pick([nil, "E1", "I1", "not-retrieved", "own words"])
        .map { MadeReview.plan.reason(named: $0, at: stage) }
      do {
        switch Int.random(in: 0..<20, using: &random) {
        case 0: try bringIn(name)
        case 1:
          try review.append(
            .merged(Merge(groups: [[record, Int.random(in: 1...5, using: &random)]], isByPerson: true)),
            by: name)
        case 2:
          try review.append(
            .keptApart(KeptApart(records: [record, Int.random(in: 1...5, using: &random)])), by: name)
        case 3: try review.undo(by: name)
        case 4: try review.undo(Int.random(in: 1...20, using: &random), by: name)
        case 5: _ = try review.drawSample(percent: 30, at: stage, seed: random.next(), by: name)
        case 6: try review.append(.noted(RecordNote(record: record, text: "Look \u{1F600} again")), by: name)
        case 7:
          try review.append(
            .resolved(
              Resolution(record: record, stage: stage, verdict: verdict, reason: reason, because: "x")),
            by: name)
        case 8:
          var plan = MadeReview.plan
          plan.question = "\(random.next())"
          try review.append(.protocolSet(ProtocolChange(document: plan, because: "more")), by: name)
        case 9:
          try review.append(.countsNoted(CountsNote(entries: [.removed(RemovedCount(count: 3))])), by: name)
        case 10...15: try actOnTexts(name)
        default:
          try review.decide(
            Decision(record: record, stage: stage, verdict: verdict, reason: reason), by: name)
        }
      } catch let fault as ReviewFault {
        guard case .refused = fault else { throw fault }
      }
    }

    private mutating func actOnTexts(_ name: String) throws {
      let key = random.pick(["lee2020", "roe2021"])
      let material = try review.material()
      let text = Int.random(in: 1...(material.texts.count + 1), using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        var source = MadeReview.source(key)
        source.role = random.pick(ReviewSource.Role.allCases)
        try review.append(.sourceDescribed(source), by: name)
      case 1:
        let judgement = Judgement(level: random.pick(Judgement.Level.allCases), words: "thin")
        try review.append(.sourceAppraised(Appraisal(source: key, rigour: judgement)), by: name)
      case 2: try MadeReview.text(story(), of: key, in: review)
      case 3:
        let newer = try ExtractedText(file: "b.txt", form: .plain, fileChecksum: "0", content: story())
        _ = try review.replaceText(text, by: newer, by: name)
      case 4:
        let start = Int.random(in: -1...120, using: &random)
        _ = try review.mark(PositionSelector(start: start, end: start + 20), in: text, by: name)
      case 5: _ = try review.mark(QuoteSelector(exact: "trust grew"), in: text, by: name)
      case 6:
        let pass = try review.secondPass("trust")
        _ = try review.see(pass.unseen.filter { _ in Bool.random(using: &random) }, of: "trust", by: name)
      default: try review.undo(by: name)
      }
    }

    private mutating func story() -> String {
      let sentences = [
        "Their trust\u{301} grew.\r\n\r\n", "\u{5D0}\u{5DE}\u{5D5}\u{5DF} trust\u{C}",
        "Staff left \u{1F600} early. ",
        "What trust grew here, grew slowly.\n\n",
      ]
      return (0..<12).map { _ in random.pick(sentences) }.joined()
    }

    private mutating func bringIn(_ name: String) throws {
      files += 1
      let path = try MadeReview.file(
        Int.random(in: 1...6, using: &random), in: folder, "\(files).ris", from: files * 10)
      let place = random.pick([FlowPlace.stage(.titleAndAbstract), .stage(.fullText), .included])
      _ = try review.importRecords(
        ImportOrder(path: path, wave: random.pick(Wave.allCases), entering: place), by: name)
    }
  }

  private func made(_ seed: Int, acts: Int, in folder: TemporaryFolder) throws -> Review {
    let review = try MadeReview.filled(6, in: folder)
    var chance = Chance(random: SplitMix64(seed: UInt64(seed)), review: review, folder: folder)
    for _ in 0..<acts { try chance.act() }
    return review
  }

  @Test(
    "The acts, done again, give the same file; and up to an earlier one, the file as it was",
    arguments: 0..<12)
  func rebuilt(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try MadeReview.filled(6, in: folder)
      var chance = Chance(random: SplitMix64(seed: UInt64(seed)), review: review, folder: folder)
      var past: [Int: [String]] = [:]
      for round in 0..<80 {
        try chance.act()
        if round % 16 == 0 { past[try review.acts().count] = try review.rows() }
      }
      let again = try Review.inMemory()
      try review.replay(into: again)
      #expect(try again.rows() == review.rows())
      #expect(try again.counts() == review.counts())
      #expect(try again.material() == review.material())
      #expect(try again.secondPass("trust") == review.secondPass("trust"))
      for (act, rows) in past { #expect(try review.state(asOf: act).rows() == rows) }
      let words = try SearchWords("hospital")
      #expect(try again.find(words) == review.find(words))
      #expect(Set(try review.acts().map(\.act.kind)).count > 6)
    }
  }

  @Test("An archive gives the same file, and the same file the same archive", arguments: 20..<26)
  func archived(_ seed: Int) throws {
    try TemporaryFolder.with { folder in
      let review = try made(seed, acts: 60, in: folder)
      try review.archive(to: folder("a.zip"))
      let again = try Review.restore(folder("a.zip"), to: folder("again.realist"))
      #expect(try again.rows() == review.rows())
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
      let counts = try made(seed, acts: 120, in: folder).counts()
      for stage in counts.stages {
        #expect(
          stage.reached == stage.awaiting + stage.unsure + stage.conflicts + stage.kept + stage.excluded)
      }
      #expect(counts.records >= counts.duplicates + counts.included)
    }
  }
}

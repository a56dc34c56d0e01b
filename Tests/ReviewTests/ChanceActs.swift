import Foundation
import Literature
import ProgrammeTheory
import TestSupport

@testable import Review

/// Acts by chance, those that can't be done among them.
struct ChanceActs {
  var random: SplitMix64
  let review: Review
  let folder: TemporaryFolder
  private var files = 0

  init(seed: Int, _ review: Review, in folder: TemporaryFolder) {
    random = SplitMix64(seed: UInt64(seed))
    (self.review, self.folder) = (review, folder)
  }

  mutating func act() throws {
    let count = try review.recordCount()
    let record = Int.random(in: 0...(count + 1), using: &random)
    let name = random.pick(["Ann", "Ben", "Cem"])
    let stage = random.pick(ScreeningStage.allCases)
    let verdict = random.pick(Verdict.allCases)
    let reason = random.pick([nil, "E1", "I1", "not-retrieved", "own words"])
      .map { MadeReview.plan.reason(named: $0, at: stage) }
    do {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: try bringIn(name)
      case 1:
        try review.append(
          .merged(Merge(groups: [[record, Int.random(in: 1...5, using: &random)]], isByPerson: true)),
          by: name)
      case 2:
        try review.append(
          .keptApart(KeptApart(records: [record, Int.random(in: 1...5, using: &random)])), by: name)
      case 3: try review.undo(by: name)
      case 4:
        let last = try review.acts(most: 1).last?.number ?? 1
        try review.undo(Int.random(in: 1...(last + 2), using: &random), by: name)
      case 5: _ = try review.drawSample(percent: 30, at: stage, seed: random.next(), by: name)
      case 6: try review.append(.noted(RecordNote(record: record, text: "Look \u{1F600} again")), by: name)
      case 7:
        let conflict = try review.conflicts().last
        try review.append(
          .resolved(
            Resolution(
              record: conflict?.line.id ?? record, stage: conflict?.stage ?? stage, verdict: verdict,
              reason: verdict == .exclude ? reason : nil, because: "x")),
          by: name)
      case 8:
        var plan = MadeReview.plan
        plan.question = "\(random.next())"
        try review.append(.protocolSet(ProtocolChange(document: plan, because: "more")), by: name)
      case 9:
        try review.append(.countsNoted(CountsNote(entries: [.removed(RemovedCount(count: 3))])), by: name)
      case 10...15: try actOnTexts(name)
      case 16...31: try review.append(synthesisAct(), by: name)
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
      source.role = random.pick(type(of: source.role).allCases)
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

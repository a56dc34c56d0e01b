import Agreement
import Foundation
import Reporting
import Review
import TestSupport
import Testing

@Suite("How far two reviewers agree")
struct ScreeningAgreementTests {
  private typealias Judgement = ScreeningAgreement.Judgement

  private func judgements(
    _ stage: ScreeningStage = .titleAndAbstract, _ counts: [(Verdict?, Verdict?, Int)]
  ) -> [Judgement] {
    counts.flatMap { first, second, count in
      Array(repeating: Judgement(stage: stage, first: first, second: second), count: count)
    }
  }

  /// A subset of records, most of them left out by both.
  private var screened: [Judgement] {
    judgements(
      .titleAndAbstract,
      [
        (.include, .include, 22), (.include, .exclude, 5), (.exclude, .include, 3), (.exclude, .exclude, 241),
        (.unsure, .include, 2), (.unsure, .exclude, 4), (.exclude, .unsure, 1), (.include, nil, 90),
        (nil, .exclude, 1),
      ]) + judgements(.fullText, [(.include, .include, 12)])
  }

  @Test("“Unsure” is a verdict of its own, or counts as include, and the page says which")
  func unsure() throws {
    let own = ScreeningAgreement(of: screened, first: "Ann", second: "Ben")
    let first = try #require(own.stages.first)
    #expect(own.stages.map(\.stage) == [.titleAndAbstract, .fullText])
    #expect(first.agreement.categories == ["include", "unsure", "exclude"])
    #expect(first.agreement.table.counts == [[22, 0, 5], [2, 0, 4], [3, 1, 241]])
    #expect(first.agreement.onlyFirst == 90 && first.agreement.onlySecond == 1)
    let include = ScreeningAgreement(of: screened, first: "Ann", second: "Ben", unsure: .include)
    #expect(include.stages.first?.agreement.table.counts == [[24, 9], [4, 241]])
    for agreement in [own, include] {
      let text = TerminalRenderer().render(ScreeningAgreementTeller(of: agreement, madeBy: "test").page)
      #expect(text.unwrapped.contains(agreement.unsure.words))
    }
  }

  @Test("A stage at which nobody has a verdict isn't told of, and without any the page says so")
  func nothing() {
    let none = ScreeningAgreement(of: judgements(.relevance, [(nil, nil, 4)]), first: "Ann", second: "Ben")
    #expect(none.stages.isEmpty)
    let text = TerminalRenderer().render(ScreeningAgreementTeller(of: none, madeBy: "test").page)
    #expect(text.contains("There is no record yet that both have judged."))
    let one = ScreeningAgreement(
      of: judgements(.relevance, [(.include, nil, 4)]), first: "Ann", second: "Ben")
    let page = TerminalRenderer().render(ScreeningAgreementTeller(of: one, madeBy: "test").page)
    #expect(page.unwrapped.contains("Left out: 4 records that only Ann has judged."))
    #expect(page.contains("undefined: there are no units"))
  }

  @Test("Names change places, and nothing but the table turns")
  func symmetry() throws {
    let one = ScreeningAgreement(of: screened, first: "Ann", second: "Ben")
    let turned = screened.map { Judgement(stage: $0.stage, first: $0.second, second: $0.first) }
    let other = ScreeningAgreement(of: turned.reversed(), first: "Ben", second: "Ann")
    for (one, other) in zip(one.stages, other.stages) {
      #expect(one.agreement.table.kappa == other.agreement.table.kappa)
      #expect(one.agreement.table.adjustedKappa == other.agreement.table.adjustedKappa)
      #expect(one.agreement.table.rows == other.agreement.table.columns)
      #expect(one.agreement.onlyFirst == other.agreement.onlySecond)
    }
  }

  @Test("The page reads as it should")
  func page() throws {
    let agreement = ScreeningAgreement(of: screened, first: "Ann", second: "Ben")
    let text = TerminalRenderer().render(ScreeningAgreementTeller(of: agreement, madeBy: "realist test").page)
    #expect(try GoldenFile.difference(text, from: "agreement.txt") == nil)
  }

  @Test(
    "The record in JSON has every number that exists, words for those that don't, and comes back as it was")
  func record() throws {
    let agreement = ScreeningAgreement(of: screened, first: "Ann", second: "Ben", unsure: .include)
    let record = ScreeningAgreementRecord(agreement, madeBy: "realist test")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let json = try encoder.encode(record)
    #expect(try JSONDecoder().decode(ScreeningAgreementRecord.self, from: json) == record)
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.contains("\"format\" : \"realist-screening-agreement/1\""))
    #expect(text.contains("\"kappaUndefined\" : \"both use one and the same category throughout\""))
    #expect(!text.lowercased().contains("nan"))
    let first = try #require(record.stages.first)
    #expect(first.kappaInterval?.count == 2 && first.kappaUndefined == nil)
    #expect(first.share.map { abs($0 - 265.0 / 278) < 1e-12 } == true)
  }
}

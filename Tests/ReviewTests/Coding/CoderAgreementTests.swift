import Agreement
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Review

@Suite("How far two coders agree")
struct CoderAgreementTests {
  /// What coders do, act by act.
  private struct Team {
    private(set) var acts: [LoggedAct] = []

    @discardableResult
    mutating func does(_ act: Act, _ name: String = "Ann") -> Int {
      acts.append(LoggedAct(number: acts.count + 1, at: "2026-01-02T03:04:05Z", by: name, act: act))
      return acts.count
    }

    mutating func code(_ name: String, _ ground: CodingGround, _ parts: CodedPart?...) {
      does(.coded(Coding(ground: ground, parts: parts.compactMap(\.self))), name)
    }

    mutating func passage(_ start: Int, _ end: Int, in text: Int = 1) -> CodingGround {
      let quote = QuoteSelector(exact: "words from \(start) to \(end)", prefix: "", suffix: "")
      return .passage(
        does(
          .passageMarked(
            Passage(text: text, quote: quote, position: PositionSelector(start: start, end: end)))))
    }

    mutating func text(_ number: Int, of key: String) {
      does(.sourceDescribed(MadeReview.source(key)))
      does(
        .textAdded(
          AddedText(
            number: number, source: key, title: nil, file: "a.txt", form: .plain, fileChecksum: "0",
            checksum: "0", length: 10_000, pages: [], madeBy: nil)))
    }

    var synthesis: Synthesis { Synthesis(acts: acts) }
  }

  private static func place(_ number: Int, in source: String = "lee2020") -> CodingGround {
    .place(source: source, .paragraph(number, section: "Results"))
  }

  private static func part(_ text: String, _ slot: CodingSlot = .context) -> CodedPart? {
    CodedPart(text, slot: slot)
  }

  /// The two clinicians of Sim & Wright 2005 (Physical Therapy 85:257-268), after Kilpikoski and others: a lateral shift is
  /// relevant for both in 22 of 39 patients, for the first alone in 2, for the second alone in 4, for neither in 11.
  private static var clinicians: Synthesis {
    var team = Team()
    var number = 0
    for (first, second, count) in [(true, true, 22), (true, false, 2), (false, true, 4), (false, false, 11)] {
      for _ in 0..<count {
        number += 1
        for (name, isSeen) in [("Ann", first), ("Ben", second)] {
          team.code(name, place(number), part("seen", .theme), isSeen ? part("more shift") : nil)
        }
      }
    }
    return team.synthesis
  }

  @Test("The numbers are those of a published example, for a slot and for its code")
  func published() throws {
    let agreement = CoderAgreement(Self.clinicians, first: "Ann", second: "Ben")
    #expect(agreement.units.count == 39 && agreement.slots.map(\.slot) == [.context, .theme])
    let slot = try #require(agreement.slots.first)
    // Sim & Wright: κ = .67, PABAK = .69, prevalence index .28, bias index −.05. By hand: p_o = 33/39,
    // p_e = (24·26 + 15·13)/39² = 819/1521 = 7/13, so κ = (11/13 − 7/13)/(6/13) = 2/3.
    for table in [slot.filled, try #require(slot.terms.first).table] {
      #expect(table.counts == [[22, 2], [4, 11]])
      #expect(abs(try #require(table.kappa.value) - 2.0 / 3) < 1e-12)
      #expect(abs(try #require(table.adjustedKappa.value) - 27.0 / 39) < 1e-12)
    }
    // A pool of one code is that code.
    #expect(abs(try #require(slot.decisions.kappa.value) - 2.0 / 3) < 1e-12)
    // Both give the theme everywhere: nothing can be learnt of it.
    #expect(agreement.slots.last?.decisions.kappa == .oneCategory)
  }

  @Test("Passages that overlap enough are one place, each paired once, the most alike first")
  func overlaps() throws {
    var team = Team()
    team.text(1, of: "lee2020")
    team.text(2, of: "roe2021")
    let (wide, narrow, exact) = (team.passage(100, 200), team.passage(100, 160), team.passage(98, 199))
    let (far, other) = (team.passage(300, 400), team.passage(300, 400, in: 2))
    let same = team.passage(300, 400)
    for ground in [wide, far] { team.code("Ann", ground, Self.part("more talk")) }
    for ground in [narrow, exact, other, same] { team.code("Ben", ground, Self.part("more talk")) }
    func pairs(_ overlap: Int) -> [[CodingGround]] {
      CoderAgreement(team.synthesis, first: "Ann", second: "Ben", overlap: overlap).units.map {
        [$0.first.ground, $0.second.ground]
      }
    }
    // Of the passage from 100 to 200, 99 of 102 signs are shared with the one from 98, 60 of 100 with the narrow one. The last
    // two stand at one place, whoever marked them.
    #expect(pairs(50) == [[wide, exact], [far, same]])
    #expect(pairs(97) == [[wide, exact], [far, same]])
    #expect(pairs(98) == [[far, same]])
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben", overlap: 98)
    #expect(agreement.onlyFirst.map(\.ground) == [wide])
    #expect(agreement.onlySecond.map(\.ground) == [exact, narrow, other])
  }

  @Test("What coders say is compared as codes stand now, turned round where they are the other end")
  func reversed() throws {
    var team = Team()
    team.code("Ann", Self.place(1), Self.part("more secrecy"), Self.part("buffers secrecy", .outcome))
    team.code("Ben", Self.place(1), Self.part("less openness"), Self.part("buffers openness", .outcome))
    func differences(_ terms: CoderAgreement.Terms) -> [String] {
      CoderAgreement(team.synthesis, first: "Ann", second: "Ben", terms: terms).units
        .flatMap(\.differences).map { "\($0.slot.rawValue) \($0.term) \($0.kind.rawValue)" }
    }
    #expect(differences(.codes).count == 4)
    let concept = Concept.plain(try #require(Concept.ID("openness")), definition: "how open")
    team.does(
      .conceptFormed(
        ConceptFormation(
          concept: concept, codes: [CodeUse("openness"), CodeUse("secrecy", isReversed: true)])))
    let apart = ["outcome the other end of openness onlyFirst", "outcome openness onlySecond"]
    #expect(differences(.concepts) == apart)
    team.does(.codesMerged(CodeMerge(codes: [CodeUse("secrecy", isReversed: true)], into: "openness")))
    #expect(differences(.codes) == apart)
  }

  @Test("A code in another slot, another way and another ground of knowing are told apart")
  func kinds() throws {
    var team = Team()
    team.code("Ann", Self.place(1), Self.part("more trust"), Self.part("raises work", .outcome))
    team.code("Ben", Self.place(1), Self.part("trust", .mechanism), Self.part("lowers work", .outcome))
    team.code("Ann", Self.place(2), CodedPart("fear", slot: .mechanism, inference: .implied))
    team.code("Ben", Self.place(2), Self.part("fear", .mechanism))
    team.code("Ann", Self.place(3), Self.part("fear", .mechanism))
    team.code("Ann", Self.place(3), Self.part("more trust"))
    team.code("Ben", Self.place(3), Self.part("more trust"), Self.part("fear", .mechanism))
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben")
    let told = agreement.differing.map { $0.differences.map { [$0.slot.rawValue, $0.kind.rawValue] } }
    #expect(
      told == [
        [["context", "onlyFirst"], ["mechanism", "onlySecond"], ["outcome", "direction"]],
        [["mechanism", "inference"]],
      ])
    #expect(agreement.differing.first?.differences.map(\.elsewhere) == [[.mechanism], [.context], []])
    #expect(agreement.placing.table.agreed == 4 && agreement.placing.table.units == 5)
    #expect(agreement.inferences.table.agreed == 3 && agreement.inferences.table.units == 4)
    #expect(agreement.slots.first { $0.slot == .outcome }?.directions.agreed == 0)
  }

  @Test("PABAK takes all that may be said to be as likely, whatever is used")
  func possible() throws {
    var team = Team()
    team.code("Ann", Self.place(1), Self.part("more talk"), Self.part("raises work", .outcome))
    team.code("Ben", Self.place(1), Self.part("more talk"), Self.part("lowers work", .outcome))
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben")
    // An outcome goes 5 ways: (5·0 − 1) / 4. Two codes of two stand in the same one of 8 slots.
    let outcome = try #require(agreement.slots.last?.directions)
    #expect(outcome.adjustedKappa == .value(-0.25) && agreement.placing.table.adjustedKappa == .value(1))
    for slot in CodingSlot.allCases { #expect(slot.directions.count == 5) }
  }

  @Test(
    "A code that one gives in two slots and the other in one of them isn't moved, and is left out of what is placed"
  )
  func several() throws {
    var team = Team()
    team.code("Ann", Self.place(1), Self.part("more talk"), Self.part("more talk", .mechanism))
    team.code("Ben", Self.place(1), Self.part("more talk"), Self.part("less talk"))
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben")
    let mechanism = try #require(agreement.differing.first?.differences.first { $0.slot == .mechanism })
    #expect(mechanism.kind == .onlyFirst && mechanism.elsewhere == [])
    #expect(agreement.placing.neither == 1 && agreement.slots.first?.severalWays == 1)
    let page = CoderAgreementTeller(of: agreement, madeBy: "test").page
    #expect(TerminalRenderer().render(page).unwrapped.contains("1 with several ways, 1 with several slots"))
  }

  @Test("A place at which nothing of either stands for a concept isn't agreed on")
  func conceptless() throws {
    var team = Team()
    for name in ["Ann", "Ben"] {
      team.code(name, Self.place(1), Self.part("money", .theme))
      team.code(name, Self.place(2), Self.part("more talk"))
    }
    team.code("Ann", Self.place(3), Self.part("more talk"))
    team.code("Ben", Self.place(3), Self.part("weather", .theme))
    let talk = Concept.plain(try #require(Concept.ID("talk")), definition: "how open")
    team.does(.conceptFormed(ConceptFormation(concept: talk, codes: [CodeUse("talk")])))
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben", terms: .concepts)
    #expect(agreement.units.count == 2 && agreement.placesWithoutConcept == 1)
    #expect(agreement.slots.first?.terms.first?.table.counts == [[1, 1], [0, 0]])
    let page = TerminalRenderer().render(CoderAgreementTeller(of: agreement, madeBy: "test").page).unwrapped
    #expect(page.contains("2 parts of Ben's codings that no concept"))
    #expect(page.contains("Left out: 1 place that both coded, with no concept of either."))
  }

  @Test(
    "A cited row is one place whatever heads it, and without a number where it is clear which one is meant")
  func rows() {
    func row(_ heading: String?, _ number: Int?) -> CodingGround {
      .place(source: "lee2020", .row("Common  plots", table: "2", heading: heading, number: number))
    }
    func units(_ first: [CodingGround], _ second: [CodingGround]) -> Int {
      var team = Team()
      for ground in first { team.code("Ann", ground, Self.part("a")) }
      for ground in second { team.code("Ben", ground, Self.part("a")) }
      let counts = [("Ann", "Ben"), ("Ben", "Ann")].map {
        CoderAgreement(team.synthesis, first: $0, second: $1).units.count
      }
      #expect(counts[0] == counts[1])
      return counts[0]
    }
    #expect(units([row(nil, nil)], [row("People", nil)]) == 1)
    #expect(units([row(nil, nil)], [row("People", 2)]) == 1)
    #expect(units([row(nil, 1)], [row(nil, 2)]) == 0)
    #expect(units([row(nil, nil)], [row(nil, 1), row(nil, 2)]) == 0)
    #expect(units([row(nil, 1), row(nil, 2)], [row(nil, 2), row(nil, 1)]) == 2)
  }

  @Test("Which coder is the first changes no pairing, however many passages start near")
  func crowd() {
    var team = Team()
    team.text(1, of: "lee2020")
    team.code("Ann", team.passage(0, 1_000), Self.part("a"))
    for start in 1...150 { team.code("Ben", team.passage(start, start + 1), Self.part("b")) }
    team.code("Ben", team.passage(151, 1_000), Self.part("a"))
    for (first, second) in [("Ann", "Ben"), ("Ben", "Ann")] {
      #expect(CoderAgreement(team.synthesis, first: first, second: second).units.count == 1)
    }
  }

  @Test("Names change places, and only the sides turn", arguments: 0..<20)
  func symmetry(_ seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    var team = Team()
    team.text(1, of: "lee2020")
    for _ in 0..<60 {
      let start = Int.random(in: 0...300, using: &random)
      let ground =
        Bool.random(using: &random)
        ? team.passage(start, start + Int.random(in: 1...40, using: &random)) : Self.place(start % 9 + 1)
      let text = random.pick(["more talk", "less talk", "more fear", "buffers work", "work"])
      let slot: CodingSlot = text.hasPrefix("buffers") ? .outcome : random.pick(CodingSlot.allCases)
      team.code(random.pick(["Ann", "Ben", "Cem"]), ground, Self.part(text, slot))
    }
    let one = CoderAgreement(team.synthesis, first: "Ann", second: "Ben", overlap: 30)
    let other = CoderAgreement(team.synthesis, first: "Ben", second: "Ann", overlap: 30)
    #expect(one.units.count == other.units.count)
    #expect(Set(one.onlyFirst) == Set(other.onlySecond) && Set(one.onlySecond) == Set(other.onlyFirst))
    #expect(one.differing.count == other.differing.count)
    for (one, other) in zip(one.slots, other.slots) {
      #expect(one.filled.counts[0][1] == other.filled.counts[1][0])
      #expect(one.filled.kappa == other.filled.kappa)
      #expect(one.terms.count == other.terms.count)
    }
    // Each place is paired once, and no two that overlap enough are left over.
    for (ground, other) in one.onlyFirst.flatMap({ ground in one.onlySecond.map { (ground, $0) } }) {
      guard case .span(1, let start, let end) = ground.place, case .span(1, let low, let high) = other.place
      else { continue }
      #expect((min(end, high) - max(start, low)) * 100 < 30 * (max(end, high) - min(start, low)))
    }
    let paired = one.units.map(\.first.place) + one.onlyFirst.map(\.place)
    #expect(Set(paired).count == paired.count)
    // Whoever is held against themselves agrees with themselves in all.
    let own = CoderAgreement(team.synthesis, first: "Ann", second: "Ann")
    #expect(own.differing.isEmpty && own.onlyFirst.isEmpty && own.onlySecond.isEmpty)
  }

  @Test("Thousands of passages over one stretch, and places out of every range, are compared in time")
  func hostile() throws {
    var team = Team()
    team.text(1, of: "lee2020")
    for number in 0..<3_000 {
      team.code("Ann", team.passage(number, 90_000 + number), Self.part("a"))
      team.code("Ben", team.passage(number, 95_000 + number), Self.part("b"))
    }
    team.code("Ann", team.passage(Int.min, Int.max), Self.part("a"))
    team.code("Ben", team.passage(Int.min, Int.max - 1), Self.part("a"))
    team.code("Ben", .passage(999_999), Self.part("a"))
    let start = ContinuousClock.now
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben")
    #expect(agreement.units.count == 3_000 && agreement.onlySecond.count == 2)
    #expect(ContinuousClock.now - start < .seconds(20))
  }

  /// Two coders on three places, of which they share two, and a fourth that only one has.
  private static var talk: CoderAgreement {
    var team = Team()
    team.text(1, of: "lee2020")
    let (one, alike) = (team.passage(10, 80), team.passage(12, 80))
    team.code(
      "Ann", one, part("less open talk"), part("goodwill", .mechanism), part("raises quarrels", .outcome))
    team.code("Ben", alike, part("less open talk"), part("goodwill"), part("lowers quarrels", .outcome))
    team.code("Ann", place(2), part("more rules"), part("more talk", .mechanismResource))
    team.code("Ben", place(2), part("more rules"))
    team.code("Ann", place(3), part("money", .theme))
    team.code("Ben", place(3), part("money", .theme))
    team.code("Ben", place(4), part("money", .theme))
    return CoderAgreement(team.synthesis, first: "Ann", second: "Ben")
  }

  @Test("The page reads as it should")
  func page() throws {
    let page = CoderAgreementTeller(of: Self.talk, madeBy: "realist test").page
    #expect(try GoldenFile.difference(TerminalRenderer().render(page), from: "coders.txt") == nil)
    #expect(try GoldenFile.difference(MarkdownRenderer().render(page), from: "coders.md") == nil)
  }

  @Test("Where both coded nothing, the page says so and lists what each coded")
  func nothing() {
    var team = Team()
    team.code("Ann", Self.place(1), Self.part("a"))
    team.code("Ben", Self.place(2), Self.part("a"))
    let agreement = CoderAgreement(team.synthesis, first: "Ann", second: "Ben")
    let text = TerminalRenderer().render(CoderAgreementTeller(of: agreement, madeBy: "test").page).unwrapped
    #expect(text.contains("There is no place yet that both have coded."))
    #expect(text.contains("1 place that only Ann has coded: lee2020, section “Results”, paragraph 1."))
  }

  @Test(
    "The record in JSON has every number that exists, words for those that don't, and comes back as it was")
  func record() throws {
    let record = CoderAgreementRecord(
      CoderAgreement(Self.clinicians, first: "Ann", second: "Ben"), madeBy: "realist test")
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
    let json = try encoder.encode(record)
    #expect(try JSONDecoder().decode(CoderAgreementRecord.self, from: json) == record)
    let text = String(decoding: json, as: UTF8.self)
    #expect(text.contains("\"kappaUndefined\" : \"both use one and the same category throughout\""))
    #expect(!text.lowercased().contains("nan"))
    #expect(record.differing.count == 6 && record.places == 39)
  }
}

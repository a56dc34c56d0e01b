import Agreement
import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@Suite("Two codings of one case")
struct CodingComparisonTests {
  private typealias Relation = CodingComparison.Relation

  private static let partners = "partners: [{id: ash, name: Ash}, {id: elm, name: Elm}, {id: oak, name: Oak}]"

  private func compare(_ first: [String], _ second: [String]) throws -> CodingComparison {
    func made(_ facts: [String]) throws -> Case {
      let lines = facts.isEmpty ? [] : ["facts:"] + facts.map { "  - {\($0)}" }
      return try GardenCase.made(([Self.partners] + lines).joined(separator: "\n"))
    }
    return CodingComparison(of: try made(first), and: try made(second), in: try Fixture.gardens())
  }

  /// Units as short texts: concept, place, relation.
  private func told(_ comparison: CodingComparison) -> [String] {
    comparison.units.map { unit in
      let place = [unit.place.of?.text, unit.place.towards?.text].compactMap(\.self).joined(separator: ">")
      return "\(unit.concept) \(place.isEmpty ? "all" : place): \(unit.relation.rawValue)"
    }
  }

  @Test(
    "Two facts on one concept stand to each other in one way",
    arguments: [
      ("high", "high", Relation.agree), ("not known", "not known", .agree), ("high", "very high", .degree),
      ("very low", "low", .degree), ("low", "high", .direction), ("very low", "very high", .direction),
      ("neither", "low", .neither), ("neither", "neither", .agree), ("not known", "low", .notKnown),
      ("not applicable", "low", .applicability), ("not applicable", "not known", .notKnown),
      ("not applicable", "not applicable", .agree),
    ])
  func relations(_ one: String, _ other: String, _ relation: CodingComparison.Relation) throws {
    let (first, second) = (["concept: harvest, is: \(one)"], ["concept: harvest, is: \(other)"])
    #expect(try compare(first, second).units.map(\.relation) == [relation])
    #expect(try compare(second, first).units.map(\.relation) == [relation])
  }

  @Test("Speakers of one coder are put together, as an assessment does it")
  func speakers() throws {
    let torn = ["concept: harvest, is: high, saidBy: a", "concept: harvest, is: low, saidBy: b"]
    #expect(try compare(torn, ["concept: harvest, is: high"]).units.first?.first.level == .mixed)
    #expect(try compare(torn, ["concept: harvest, is: high"]).units.map(\.relation) == [.direction])
    #expect(try compare(torn, torn.reversed()).units.map(\.relation) == [.agree])
  }

  @Test("Not known and left out are the same, and differ from what the other coder found")
  func leftOut() throws {
    #expect(try compare(["concept: harvest, is: not known"], []).units.map(\.relation) == [.agree])
    #expect(try compare(["concept: harvest, is: low"], []).units.map(\.relation) == [.onlyOne])
  }

  @Test("What one has at the start and the other only later is a difference in time, told once")
  func time() throws {
    let comparison = try compare(["concept: harvest, is: low"], ["concept: harvest, is: low, since: 2020"])
    #expect(comparison.units.map(\.relation) == [.time] && comparison.later.isEmpty)
    #expect(comparison.units.first?.second.since == "2020")
    let later = try compare(
      ["concept: harvest, is: low, since: 2020", "concept: harvest, is: high, since: 2021"],
      ["concept: harvest, is: low, since: 2020-05"])
    #expect(later.units.isEmpty && later.later.map(\.relation) == [.date, .onlyOne])
  }

  @Test("What is said of all holds for each partner of whom the coder says nothing narrower")
  func places() throws {
    let each = ["ash", "elm", "oak"].map { "concept: know-how, is: high, of: \($0)" }
    #expect(
      told(try compare(["concept: know-how, is: high"], each)) == [
        "know-how ash: agree", "know-how elm: agree", "know-how oak: agree",
      ])
    #expect(
      told(try compare(["concept: know-how, is: high"], [each[0]])) == [
        "know-how all: only one codes it", "know-how ash: agree",
      ])
  }

  @Test("What lies between two partners is told for each ordered pair")
  func relationsBetween() throws {
    let pairs = ["ash", "elm", "oak"].flatMap { of in
      ["ash", "elm", "oak"].filter { $0 != of }.map {
        "concept: neighbour-bonds, is: low, of: \(of), towards: \($0)"
      }
    }
    let all = try compare(["concept: neighbour-bonds, is: low"], pairs)
    #expect(all.units.count == 6 && all.units.allSatisfy { $0.relation == .agree })
    let some = told(try compare(["concept: neighbour-bonds, is: high, of: ash"], Array(pairs.prefix(3))))
    #expect(
      some == [
        "neighbour-bonds ash>elm: differ in direction", "neighbour-bonds ash>oak: differ in direction",
        "neighbour-bonds elm>ash: only one codes it",
      ])
  }

  @Test("A concept with one level for all is compared as one, whoever it is said of")
  func collaboration() throws {
    let comparison = try compare(["concept: harvest, is: low, of: ash"], ["concept: harvest, is: low"])
    #expect(told(comparison) == ["harvest all: agree"])
  }

  @Test("Partners are told by their identifier, or else by their name; the rest is left over")
  func partners() throws {
    func made(_ partners: String, _ of: String) throws -> Case {
      try GardenCase.made(
        "partners: [\(partners)]", "facts: [{concept: know-how, is: high, of: \(of)}]")
    }
    let theory = try Fixture.gardens()
    let (first, second) = (
      try made("{id: a, name: The Hill}, {id: b, name: Dell}", "a"),
      try made("{id: x, name: \" the  hill\"}, {id: y, name: Brook}", "x")
    )
    let comparison = CodingComparison(of: first, and: second, in: theory)
    #expect(told(comparison) == ["know-how a: agree"])
    #expect(comparison.partners.onlyFirst == ["Dell"] && comparison.partners.onlySecond == ["Brook"])
    let disjoint = CodingComparison(
      of: try made("{id: a, name: A}", "a"), and: try made("{id: x, name: X}", "x"), in: theory)
    #expect(told(disjoint) == ["know-how a: only one codes it", "know-how x: only one codes it"])
  }

  @Test("Agreeing that nothing is known counts only over all questions")
  func universes() throws {
    let comparison = try compare(
      ["concept: harvest, is: low", "concept: produce-theft, is: not known"], ["concept: harvest, is: low"])
    #expect(comparison.overCoded.nominal.units == 1)
    let asked = try Fixture.gardens().concepts.filter { $0.question != nil }
    let fielded: Set = ["city-led", "shared-work", "harvest-goals"]
    let open = asked.filter { !fielded.contains($0.id.text) }
    // The harvest has no question, and is coded all the same.
    #expect(comparison.overQuestions.nominal.units == open.count + 1 && open.count > 3)
    #expect(comparison.overCoded.nominal.kappa == .oneCategory)
    #expect(comparison.overQuestions.nominal.kappa == .value(1))
    #expect(comparison.overCoded.ordinal.units == 1)
  }

  @Test("Both kappas of the pair of fixtures are those worked out by hand")
  func byHand() throws {
    func read(_ name: String) throws -> Case {
      try CaseDocument.read(path: Fixture.folder.appendingPathComponent("two-codings/\(name).yaml").path)
    }
    let comparison = CodingComparison(
      of: try read("first"), and: try read("second"), in: try Fixture.gardens())
    // 10 units, 2 alike. First: 1 very high, 4 high, 2 low, 1 neither, 1 mixed, 1 open; second: 1 very high, 5 high,
    // 2 low, 2 open. Σ n_i· n_·i = 1·1 + 4·5 + 2·2 + 1·2 = 27; κ = (10·2 − 27) / (100 − 27) = −7/73.
    let kappa = try #require(comparison.overCoded.nominal.kappa.value)
    #expect(comparison.overCoded.nominal.units == 10 && abs(kappa + 7.0 / 73) < 1e-12)
    // One question is left open by both: 11 units, 3 alike, Σ = 1 + 20 + 4 + 2·3 = 31; κ = (33 − 31) / (121 − 31).
    let asked = try #require(comparison.overQuestions.nominal.kappa.value)
    #expect(comparison.overQuestions.nominal.units == 11 && abs(asked - 2.0 / 90) < 1e-12)
    // Of 6 units with levels in order: steps apart 1 + 0 + 0 + 1 + 2 + 1 = 5; by chance 40/6; κ_w = 1 − 5·6/40.
    let weighted = try #require(comparison.overCoded.ordinal.weightedKappa.value)
    #expect(comparison.overCoded.ordinal.units == 6 && abs(weighted - 0.25) < 1e-12)
  }

  @Test("Two empty codings agree on nothing, and no number is made up for them")
  func empty() throws {
    let comparison = try compare([], [])
    #expect(comparison.units.isEmpty && comparison.stakes.isEmpty && comparison.events.isEmpty)
    #expect(comparison.overCoded.nominal.kappa == .noUnits)
    #expect(comparison.overQuestions.nominal.kappa == .oneCategory)
    let text = MarkdownRenderer().render(comparison.page(madeBy: "realist 0"))
    #expect(!text.lowercased().contains("nan") && text.contains("undefined: there are no units"))
    #expect(text.contains("the theory says the same of every main thing"))
  }

  @Test("What a coder writes that the theory doesn't know is told, and compared nowhere")
  func otherTheory() throws {
    let (first, second) = (try GardenCase.read("mill-lane"), try GardenCase.read("quarry-row"))
    let comparison = CodingComparison(of: first, and: second, in: try BundledCases.theory())
    #expect(comparison.units.isEmpty && comparison.unknown.map(\.text).contains("know-how"))
    #expect(comparison.fields.contains { $0.first.contains("unknown to the theory") })
  }

  @Test("A difference that decides something is told from one that doesn't")
  func stakes() throws {
    let comparison = try compare(
      [
        "concept: know-how, is: high", "concept: water-access, is: high", "concept: neighbour-bonds, is: low",
      ],
      ["concept: know-how, is: low", "concept: water-access, is: high", "concept: neighbour-bonds, is: low"])
    let stake = try #require(comparison.stakes.first)
    #expect(comparison.stakes.count == 1 && stake.concept.text == "know-how")
    #expect(stake.decides.map(\.text).contains("harvest"))
    let apart = comparison.outlook.filter { !$0.isSameAtStart }.map(\.prospect.concept)
    #expect(Set(apart) == Set(stake.decides))
  }

  @Test("How it ended is compared only when asked for")
  func ends() throws {
    func made(_ outcome: String) throws -> Case {
      try GardenCase.made("end: {outcome: \(outcome), what: W}")
    }
    let (first, second, theory) = (try made("mixed"), try made("sustained"), try Fixture.gardens())
    let fields = CodingComparison(of: first, and: second, in: theory).fields
    #expect(fields.allSatisfy { $0.key != "end" && $0.agrees })
    let all = CodingComparison(of: first, and: second, in: theory, includingEnds: true).fields
    #expect(all.last?.key == "end" && all.last?.agrees == false)
  }

  @Test("The order of points of entry says nothing")
  func entries() throws {
    let (first, second) = (
      try GardenCase.made("entryPoints: [empty-lot, city-programme]"),
      try GardenCase.made("entryPoints: [city-programme, empty-lot]")
    )
    #expect(CodingComparison(of: first, and: second, in: try Fixture.gardens()).fields.allSatisfy(\.agrees))
  }
}

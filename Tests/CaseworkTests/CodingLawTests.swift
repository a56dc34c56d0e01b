import Agreement
import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

/// What every comparison of two codings keeps to, whoever coded.
@Suite("Laws of comparing codings")
struct CodingLawTests {
  /// A case with facts and events of chance.
  private func anyCase(_ random: inout SplitMix64, _ theory: Theory) throws -> Case {
    let levels = StatedLevel.allCases.map(\.rawValue)
    let partners = ["ash", "elm", "oak"]
    func place() -> String {
      let of = random.pick(partners)
      return random.pick(["", ", of: \(of)", ", of: \(of), towards: \(random.pick(partners))"])
    }
    let facts = (0..<Int.random(in: 1...14, using: &random)).map { _ in
      let since = random.pick(["", "", ", since: 2018", ", since: 2020", ", since: 2020-05"])
      return "  - {concept: \(random.pick(theory.concepts).id), is: \(random.pick(levels))\(place())\(since)}"
    }
    let events = (0..<Int.random(in: 1...6, using: &random)).map { number in
      let date = random.pick(["2019", "2019-06", "2019-06-03", "2020"])
      let moved = random.pick(theory.concepts).id
      return "  - {id: e\(number), date: \(date), kind: \(random.pick(["other", "conflict"])), what: W, "
        + "moves: [\(random.pick(["raises", "lowers"])) \(moved)]}"
    }
    return try GardenCase.made(
      "mandated: \(random.pick(["yes", "no", "not known"]))",
      "partners: [{id: ash, name: A}, {id: elm, name: B}, {id: oak, name: C}]",
      "facts:", facts.joined(separator: "\n"), "events:", events.joined(separator: "\n"))
  }

  private func pairs() throws -> [(Case, Case)] {
    let theory = try Fixture.gardens()
    var random = SplitMix64(seed: 20)
    return try (0..<40).map { _ in (try anyCase(&random, theory), try anyCase(&random, theory)) }
  }

  @Test("A coding agrees with itself entirely, and leads where it leads")
  func reflexive() throws {
    for (subject, _) in try pairs() {
      let comparison = CodingComparison(
        of: subject, and: subject, in: try Fixture.gardens(), includingEnds: true)
      #expect(comparison.units.allSatisfy { $0.relation == .agree && $0.first == $0.second })
      #expect(comparison.later.allSatisfy { $0.relation == .agree })
      #expect(comparison.fields.allSatisfy(\.agrees) && comparison.events.allSatisfy(\.agrees))
      #expect(comparison.outlook.allSatisfy { $0.isSameAtStart && $0.isSameNow } && comparison.stakes.isEmpty)
      for table in [comparison.overCoded.nominal, comparison.overQuestions.nominal] {
        #expect(table.agreed == table.units && (table.kappa.value ?? 1) == 1)
      }
    }
  }

  @Test("Which coding comes first makes no difference but for the sides")
  func symmetric() throws {
    let theory = try Fixture.gardens()
    for (first, second) in try pairs() {
      let one = CodingComparison(of: first, and: second, in: theory)
      let other = CodingComparison(of: second, and: first, in: theory)
      #expect(one.units.map(\.place) == other.units.map(\.place))
      #expect(one.units.map(\.relation) == other.units.map(\.relation))
      #expect(one.units.map(\.first) == other.units.map(\.second))
      #expect(one.later.map(\.relation) == other.later.map(\.relation))
      #expect(one.stakes.map(\.decides) == other.stakes.map(\.decides))
      #expect(one.outlook.map(\.isSameNow) == other.outlook.map(\.isSameNow))
      #expect(one.overCoded.nominal.kappa == other.overCoded.nominal.kappa)
      #expect(one.overQuestions.ordinal.weightedKappa == other.overQuestions.ordinal.weightedKappa)
      let mirrored = Set(other.events.map { [$0.second?.id, $0.first?.id] })
      #expect(Set(one.events.map { [$0.first?.id, $0.second?.id] }) == mirrored)
    }
  }

  @Test("Every event of either coding is told once, and pairs are of one time")
  func events() throws {
    let theory = try Fixture.gardens()
    for (first, second) in try pairs() {
      let events = CodingComparison(of: first, and: second, in: theory).events
      #expect(Set(events.compactMap(\.first)) == Set(first.events))
      #expect(events.count { $0.first != nil } == first.events.count)
      #expect(events.count { $0.second != nil } == second.events.count)
      #expect(events.allSatisfy { !$0.isShared || $0.first?.date.year == $0.second?.date.year })
    }
  }

  @Test("No unit of a concept stands twice, and what either coded is part of what could have been")
  func units() throws {
    let theory = try Fixture.gardens()
    for (first, second) in try pairs() {
      let comparison = CodingComparison(of: first, and: second, in: theory)
      let names = comparison.units.map { "\($0.concept) \($0.place)" }
      #expect(Set(names).count == names.count)
      #expect(comparison.overCoded.nominal.units <= comparison.overQuestions.nominal.units)
      #expect(comparison.overCoded.ordinal == comparison.overQuestions.ordinal)
      // What both coders said of the theory's concepts at the start is somewhere among the units.
      let said = Set(
        (first.facts.filter(first.isStartFact) + second.facts.filter(second.isStartFact)).map(\.concept))
      #expect(Set(comparison.units.map(\.concept)) == said)
    }
  }

  @Test("Every page tells its whys, and the record is read as it is written")
  func telling() throws {
    let theory = try Fixture.gardens()
    for (first, second) in try pairs() {
      let comparison = CodingComparison(of: first, and: second, in: theory, includingEnds: true)
      let page = comparison.page(madeBy: "realist 0")
      #expect(Mentions(of: page).dangling == [] && page.notice.contains("not what was true"))
      let record = CodingComparisonRecord(comparison, madeBy: "realist 0")
      let data = try JSONEncoder().encode(record)
      #expect(try JSONDecoder().decode(CodingComparisonRecord.self, from: data) == record)
    }
  }
}

import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("What each configuration alone does")
struct TellingTests {
  struct Claim: Sendable, CustomTestStringConvertible {
    let theory: Theory
    let configuration: CMOConfiguration
    var testDescription: String { configuration.id.text }
  }

  private static func claims(_ path: String) -> [Claim] {
    guard let theory = try? TheoryDocument.read(path: path) else { return [] }
    return theory.configurations.map { Claim(theory: theory, configuration: $0) }
  }

  static let all = Fixture.bundledTheories.flatMap(claims) + claims(Fixture.gardensPath)

  /// A theory of the same concepts with one claim, where nothing pulls back to rest.
  private func alone(_ claim: Claim) -> Theory {
    var theory = claim.theory
    theory.configurations = [claim.configuration]
    theory.rivalries = []
    theory.dynamics = []
    return theory
  }

  /// What has to be known for a claim to fire, one way or turned round.
  private func facts(_ configuration: CMOConfiguration, turned: Bool) -> [StartingPoint.Known] {
    func known(_ literal: Literal) -> StartingPoint.Known {
      StartingPoint.Known(literal.concept, .lies(literal.direction, much: true))
    }
    let origins = configuration.origins.map { turned ? $0.reversed : $0 }
    let chosen = configuration.mechanism?.origin == .chosen ? configuration.mechanism?.literals ?? [] : []
    return
      (origins + configuration.conditions.compactMap(\.anyOf.first)
      + (configuration.context.isEmpty ? [] : chosen)).map(known)
  }

  /// Which way each concept goes at the first move, in every one of a few models.
  private func moves(_ theory: Theory, _ known: [StartingPoint.Known], _ concepts: [Concept.ID]) throws
    -> [Concept.ID: Set<Int>]
  {
    let partners = try #require(Partners(count: 2))
    let model = Model(theory, StartingPoint(partners: partners, known: known, unknown: .neutral))
    let courses = Courses(model, concepts, rounds: 2, draws: 8, prior: .mostlyStrong)
    var result: [Concept.ID: Set<Int>] = [:]
    for concept in concepts {
      for lane in 0..<courses.models {
        let change = courses.level(concept, 2, lane) - courses.level(concept, 0, lane)
        result[concept, default: []].insert(abs(change) < 1e-12 ? 0 : change > 0 ? 1 : -1)
      }
    }
    return result
  }

  @Test("moves what it says, the way it says, and nothing else", arguments: all)
  func told(_ claim: Claim) throws {
    let configuration = claim.configuration
    let known = facts(configuration, turned: false)
    let told = Set(known.map(\.concept))
    let all = claim.theory.concepts.map(\.id)
    let moved = try moves(alone(claim), known, all)
    var expected: [Concept.ID: Int] = [:]
    for literal in configuration.brings { expected[literal.concept] = literal.direction == .more ? 1 : -1 }
    for concept in all where !told.contains(concept) {
      #expect(moved[concept] == [expected[concept] ?? 0], "\(concept)")
    }
  }

  @Test("works turned round where it may, and does nothing so where it may not", arguments: all)
  func turned(_ claim: Claim) throws {
    let configuration = claim.configuration
    let known = facts(configuration, turned: true)
    let told = Set(known.map(\.concept))
    let moved = try moves(alone(claim), known, claim.theory.concepts.map(\.id))
    for literal in configuration.brings where !told.contains(literal.concept) {
      let way = configuration.reversibility.isAllowed ? (literal.direction == .more ? -1 : 1) : 0
      #expect(moved[literal.concept] == [way], "\(literal)")
    }
  }

  @Test("is asked of every row of a table that the bundled theories tell")
  func rows() {
    let rows = Self.all.count { claim in
      let tellings = claim.configuration.tellings.compactMap { claim.theory.telling($0) }
      return tellings.contains { if case .row = $0.place { true } else { false } }
    }
    #expect(Self.all.count > 150 && rows >= 40, "\(rows) of \(Self.all.count) are told by rows")
  }
}

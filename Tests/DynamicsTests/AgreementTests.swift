import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("The models and the inference by signs")
struct AgreementTests {
  /// What the inference by signs knows of: concepts and configurations, states that rest in the middle, no rivals.
  private func bare(_ theory: Theory) throws -> Theory {
    var theory = theory
    theory.rivalries = []
    theory.dynamics = try theory.dynamics.compactMap { block in
      guard case .state(let concept, _) = block else { return nil }
      return .state(concept: concept, rest: try TinyTheory.range(0.5))
    }
    return theory
  }

  @Test(
    "With weak strengths a concept moves only the way that the inference tells, where it tells one",
    arguments: 1...6)
  func agrees(seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let path = random.pick(
      Fixture.bundledTheories.filter { $0.hasSuffix("aunger-2021") } + [Fixture.gardensPath])
    let theory = try bare(try TheoryDocument.read(path: path))
    let moved = Set(theory.configurations.flatMap(\.brings).map(\.concept))
    let given = theory.concepts.map(\.id).filter { !moved.contains($0) }
    var facts: Facts = [:]
    for _ in 0..<5 {
      facts[random.pick(given)] = .lies(random.pick([.more, .less]), much: random.pick([true, false]))
    }
    let inferred = theory.entailment(of: facts)
    let known = facts.sorted { $0.key < $1.key }.map { StartingPoint.Known($0.key, $0.value) }
    let partners = try #require(Partners(count: 2))
    let model = Model(theory, StartingPoint(partners: partners, known: known, unknown: .neutral))
    let drawing = Drawing(
      model.program, DrawSequence(seed: UInt64(seed), count: 4), .uniform,
      given: { $0.hasPrefix("strength/") ? 0.01 : nil })
    let trace = Trace(model.program, drawing, draw: 1, steps: 40)
    var (told, went) = (0, 0)
    for concept in theory.concepts where facts[concept.id] == nil {
      let way: Double
      switch inferred.standing(of: concept.id).tendency {
      case .turns(let direction): way = direction == .more ? 1 : -1
      case .still: way = 0
      case .turnsFirst, .pulledBothWays: continue
      }
      for place in partners.places(of: concept.scope) {
        guard let level = trace.course(of: "level/\(concept.id)\(place.suffix)")?.last else { continue }
        let change = level - 0.5
        // A chain of many weak steps may move it by less than a number can hold.
        #expect(abs(change) < 1e-15 || change * way > 0, "\(concept.id): \(change), and not \(way)")
        told += way == 0 ? 0 : 1
        went += abs(change) >= 1e-15 && way != 0 ? 1 : 0
      }
    }
    #expect(path == Fixture.gardensPath || told > 3)
    #expect(went * 10 >= told * 5, "\(went) of \(told)")
  }
}

import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

@Suite("The compiled model and its equations")
struct ReferenceTests {
  /// A theory of random claims over concepts of all scopes.
  private func theory(_ random: inout SplitMix64) throws -> Theory {
    let concepts = ["a", "b", "m!", "c:partner", "d:partner", "e:relation", "f:relation"]
    let names = ["a", "b", "m", "c", "d", "e", "f"]
    func literal(_ random: inout SplitMix64) -> String {
      random.pick(["more ", "less ", "much more ", "much less "]) + random.pick(names)
    }
    let claims = (1...7).map { number -> String in
      var text = "k\(number): " + literal(&random)
      if random.pick([true, false]) { text += ", " + literal(&random) }
      if random.pick([true, false, false]) { text += " / " + literal(&random) + " | more m" }
      switch random.pick([0, 1, 2]) {
      case 0: text += " -> produced " + random.pick(["more ", "less "]) + random.pick(names)
      case 1: text += " -> chosen " + literal(&random)
      default: break
      }
      text += " -> " + random.pick(["raises ", "lowers ", "buffers ", "exposes "]) + random.pick(names)
      text += ", " + random.pick(["raises ", "lowers "]) + random.pick(names)
      return text + random.pick(["; turns", ""])
    }
    let dynamics: [DynamicsBlock] = [
      .state(concept: try TinyTheory.id("b"), rest: try TinyTheory.range(0.2, 0.6)),
      .state(concept: try TinyTheory.id("d"), rest: try TinyTheory.range(0.4, 0.7)),
    ]
    return try TinyTheory.make(concepts, claims, dynamics, rivals: [["k1", "k2+k3"]])
  }

  @Test("Random theories run as the page tells it, with 2 partners and with 3", arguments: [2, 3], 1...12)
  func random(partners count: Int, seed: Int) throws {
    var random = SplitMix64(seed: UInt64(seed))
    let theory = try theory(&random)
    let partners = try #require(Partners(count: count))
    let model = Model(theory, StartingPoint(partners: partners))
    #expect(model.gaps.isEmpty)
    let sequence = DrawSequence(seed: UInt64(seed), count: 4)
    let prior = random.pick(Prior.allCases)
    for draw in 0..<4 {
      let drawing = Drawing(model.program, sequence, prior)
      var values: [String: Double] = [:]
      for (index, parameter) in model.program.parameters.enumerated() {
        values[parameter.id] = drawing.value(of: index, draw: draw)
      }
      var reference = Reference(theory, partners) { values[$0] ?? .nan }
      let trace = Trace(model.program, drawing, draw: draw, steps: 24)
      var compared = 0
      for step in 0...24 {
        for concept in theory.concepts {
          for (index, place) in partners.places(of: concept.scope).enumerated() {
            guard let course = trace.course(of: "level/\(concept.id)\(place.suffix)") else { continue }
            let expected = try #require(reference.levels[concept.id])[index]
            #expect(
              abs(course[step] - expected) < 1e-12, "\(concept.id)\(place.suffix) at \(step), draw \(draw)")
            #expect((0...1).contains(course[step]))
            compared += 1
          }
        }
        reference.step()
      }
      #expect(compared > 50)
    }
  }
}

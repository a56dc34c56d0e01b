import ProgrammeTheory
import Testing

@Suite("Loops that the authors name")
struct NamedLoopTests {
  static let bakery = [
    "id: k1, context: [more pride], outcome: [raises care]",
    "id: k2, context: [more care], outcome: [raises pride]",
    "id: k3, context: [much more care], outcome: [raises fatigue]",
    "id: k4, context: [more fatigue], outcome: [lowers pride]",
    "id: k5, context: [more care], outcome: [raises sales]",
    "id: k6, context: [more sales], outcome: [raises care]",
  ]

  private func arms(through: String) throws -> [Loop] {
    let theory = try BakeryTheory.read(
      Self.bakery,
      more: """
        loops:
          - {id: named, name: named, kind: loop, through: [\(through)], sign: not fixed, status: stated,
             place: {section: Ovens, paragraph: 1}}
        """)
    return theory.arms(of: try #require(theory.patterns.first))
  }

  @Test("The arms of a named loop pass through its first concept and stay among its concepts")
  func arms() throws {
    let arms = try arms(through: "pride, care, fatigue")
    #expect(arms.map { $0.concepts.map(\.text) } == [["pride", "care"], ["pride", "care", "fatigue"]])
    #expect(arms.map(\.sign) == [.reinforcing, .balancing])
  }

  @Test("A loop beside the named one is no arm of it")
  func beside() throws {
    #expect(try arms(through: "sales, care").map { $0.concepts.map(\.text) } == [["care", "sales"]])
    #expect(try arms(through: "fatigue, sales").isEmpty)
  }

  @Test("A scale has no arms")
  func scale() throws {
    let theory = try BakeryTheory.read(
      Self.bakery,
      more: """
        loops:
          - {id: s, name: s, kind: scale, low: fatigue, high: pride, status: stated, place: {section: Ovens, paragraph: 1}}
        """)
    #expect(theory.arms(of: try #require(theory.patterns.first)).isEmpty)
  }

  @Test("The bundled trust-building loop has arms of both signs, from the document alone")
  func trustBuilding() throws {
    let theory = try BundledTheory.read()
    let pattern = try #require(theory.patterns.first { $0.id.text == "trust-building-loop" })
    let arms = theory.arms(of: pattern)
    #expect(Set(arms.map(\.sign)) == [.reinforcing, .balancing])
    let inside = Set(pattern.kind.concepts)
    for arm in arms {
      #expect(inside.isSuperset(of: arm.concepts))
      #expect(arm.hops.allSatisfy { !$0.configurations.isEmpty })
    }
  }

  @Test(
    "Each bundled loop that the authors name can be walked",
    arguments: [
      "trust-building-loop", "trust-conflict-cycle", "communication-and-trust",
    ])
  func named(id: String) throws {
    let theory = try BundledTheory.read()
    let pattern = try #require(theory.patterns.first { $0.id.text == id })
    #expect(!theory.arms(of: pattern).isEmpty)
  }
}

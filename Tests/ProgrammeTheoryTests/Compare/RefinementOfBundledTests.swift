import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// The two bundled theories: the review, and what is known of its refinement.
@Suite("The bundled refinement")
struct RefinementOfBundledTests {
  private static let compared = Result {
    let read = try ["aunger-2021", "aunger-2021-refined"].map { name in
      try TheoryDocument.read(path: try #require(Fixture.bundledTheories.first { $0.hasSuffix("/\(name)") }))
    }
    return TheoryComparison(of: read[0], with: read[1])
  }

  @Test("It is marked as a part of its work, and as the refinement of the review")
  func extent() throws {
    let comparison = try Self.compared.get()
    #expect(
      comparison.new.isPartial && comparison.new.refines == comparison.old.id && !comparison.old.isPartial)
    #expect(comparison.new.extent.words?.contains("abstract") == true && comparison.strays.isEmpty)
  }

  @Test("The risk threshold is put between confidence and collaborating; synergy gives way to collaborating")
  func story() throws {
    let reroutings = try Self.compared.get().reroutings.map { rerouting in
      [rerouting.old, rerouting.new].map { $0.map { $0.concepts.map(\.text).joined(separator: " > ") } }
    }
    #expect(
      reroutings == [
        [
          ["confidence > collaborative-behaviour"], ["confidence > risk-tolerance > collaborative-behaviour"],
        ],
        [
          ["confidence > partnership-synergy > collaborative-performance"],
          ["confidence > risk-tolerance > collaborative-behaviour > collaborative-performance"],
        ],
        [
          ["faith > partnership-synergy > collaborative-performance"],
          ["faith > collaborative-behaviour > collaborative-performance"],
        ],
        [
          ["trust > partnership-synergy > collaborative-performance"],
          ["trust > risk-tolerance > collaborative-behaviour > collaborative-performance"],
        ],
      ])
  }
}

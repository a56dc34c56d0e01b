import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// What holds of every comparison, whatever the theories.
@Suite("Laws of comparing theories")
struct ComparisonLawTests {
  private static let gardens = Result { try Fixture.gardens() }
  private static let bundled = Result {
    try Fixture.bundledTheories.map { try TheoryDocument.read(path: $0) }
  }

  @Test("A theory compared with itself differs in nothing")
  func itself() throws {
    let drawn = try (1...20).map { try RandomTheory.draw(seed: $0) }
    for theory in [try Self.gardens.get()] + (try Self.bundled.get()) + drawn {
      let comparison = TheoryComparison(of: theory, with: theory)
      #expect(comparison.isEmpty, "\(theory.identity.id)")
      #expect(comparison.turns.isEmpty && comparison.reroutings.isEmpty && comparison.stances.isEmpty)
      #expect(
        comparison.arrows.lost.isEmpty && comparison.arrows.gained.isEmpty && comparison.arrows.turned.isEmpty
      )
      #expect(comparison.grounds.old.isEmpty && comparison.settled.isEmpty)
    }
  }

  @Test("Compared the other way round, it is the same with the sides changed", arguments: [UInt64](1...60))
  func bothWays(_ seed: UInt64) throws {
    let garden = try Self.gardens.get()
    let (one, other) = (
      ChangedTheory.draw(garden, seed: seed), ChangedTheory.draw(garden, seed: seed &+ 1000)
    )
    for (old, new) in [(garden, one), (one, other)] {
      let comparison = TheoryComparison(of: old, with: new)
      #expect(TheoryComparison(of: new, with: old) == comparison.swapped)
      #expect(comparison.swapped.swapped == comparison)
    }
  }

  @Test("The same of theories that have little in common", arguments: 1...20)
  func strangers(_ seed: Int) throws {
    let (one, other) = (
      try RandomTheory.draw(seed: seed), try RandomTheory.draw(seed: seed + 500, concepts: 5)
    )
    #expect(TheoryComparison(of: other, with: one) == TheoryComparison(of: one, with: other).swapped)
  }

  @Test("The same of the bundled theories, and of one of another field")
  func bundled() throws {
    let theories = try Self.bundled.get() + [try Self.gardens.get()]
    for (one, other) in zip(theories, theories.dropFirst()) {
      #expect(TheoryComparison(of: other, with: one) == TheoryComparison(of: one, with: other).swapped)
    }
  }

  @Test("What was changed is found: a theory that differs isn't called the same", arguments: [UInt64](1...60))
  func found(_ seed: UInt64) throws {
    let garden = try Self.gardens.get()
    let changed = ChangedTheory.draw(garden, seed: seed)
    // The order of the claims says nothing; everything else of the changes does.
    var (one, other) = (garden, changed)
    one.configurations.sort { $0.id < $1.id }
    other.configurations.sort { $0.id < $1.id }
    #expect(TheoryComparison(of: garden, with: changed).isEmpty == (one == other), "seed \(seed)")
  }

  @Test("Every claim and concept is told once: in both theories, or in one only", arguments: [UInt64](1...30))
  func complete(_ seed: UInt64) throws {
    let old = try Self.gardens.get()
    let new = ChangedTheory.draw(old, seed: seed)
    let comparison = TheoryComparison(of: old, with: new)
    let (gone, come) = (comparison.configurations.onlyInOld, comparison.configurations.onlyInNew)
    #expect(old.configurations.count - gone.count == new.configurations.count - come.count)
    #expect(Set(gone).count == gone.count && Set(gone).isSubset(of: old.configurations.map(\.id)))
    #expect(Set(come).count == come.count && Set(come).isSubset(of: new.configurations.map(\.id)))
    #expect(Set(comparison.configurations.changed.map(\.old)).isDisjoint(with: gone))
  }

  @Test("It is the same each time, and survives being written and read as JSON")
  func written() throws {
    let (old, new) = (try Self.gardens.get(), try TheoryDocument.read(path: RefinedGardens.path))
    let comparison = TheoryComparison(of: old, with: new)
    #expect(TheoryComparison(of: old, with: new) == comparison)
    let json = try JSONEncoder().encode(comparison)
    #expect(try JSONDecoder().decode(TheoryComparison.self, from: json) == comparison)
  }

  @Test("A web in which everything leads to everything holds nobody up", .timeLimit(.minutes(1)))
  func dense() throws {
    let one = try RandomTheory.draw(seed: 1, concepts: 40, configurations: 600)
    let other = try RandomTheory.draw(seed: 2, concepts: 40, configurations: 600)
    #expect(!TheoryComparison(of: one, with: other).isEmpty)
  }
}

/// The garden theory looked at again: a fixture with one of each kind of difference.
enum RefinedGardens {
  static let path = Fixture.folder.appendingPathComponent("refined-gardens").path
}

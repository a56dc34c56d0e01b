import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("The example of a synthesis")
struct SynthesisExampleTests {
  private static let example = Fixture.package.appendingPathComponent("docs/examples")

  @Test("The script prints what the documents show, and each arrow opens its passage")
  func script() async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program(in: folder.path).shell(
        "REALIST_PROGRAM=\"$0\" bash '\(Self.example.path)/synthesis.sh' '\(Self.example.path)/synthesis'")
      #expect(outcome.code == 0, "\(outcome.err)")
      try ShownOutput.hold(outcome.out, against: "synthesis.txt")
      let theory = try TheoryDocument.read(path: folder("theory"))
      #expect(theory.configurations.count == 5 && theory.rivalries.count == 1)
      // Every claim rests on tellings, each of which has the exact words of a text.
      for configuration in theory.configurations {
        let tellings = configuration.tellings.compactMap(theory.telling)
        #expect(!tellings.isEmpty && tellings.allSatisfy { $0.passage?.exact.isEmpty == false })
      }
    }
  }
}

import Foundation
import TestSupport
import Testing

@Suite("The example of a review")
struct ReviewExampleTests {
  @Test("The script prints what the documents show, from an empty file to the flow")
  func script() async throws {
    try await TemporaryFolder.during { folder in
      let script = Fixture.package.appendingPathComponent("docs/examples/review.sh").path
      let outcome = try await Program(in: folder.path).shell(
        "REALIST_PROGRAM=\"$0\" bash '\(script)' '\(Fixture.folder.path)'")
      #expect(outcome.code == 0, "\(outcome.err)")
      try ShownOutput.hold(outcome.out, against: "review.txt")
      #expect(try folder.names().contains("flow.svg"))
    }
  }
}

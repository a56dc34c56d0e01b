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
      let shown = Fixture.package.appendingPathComponent("docs/examples/review.txt")
      if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try Data(outcome.out.utf8).write(to: shown)
      }
      let told = outcome.out.split(separator: "\n", omittingEmptySubsequences: false)
      let expected = try String(contentsOf: shown, encoding: .utf8)
        .split(separator: "\n", omittingEmptySubsequences: false)
      for (line, (one, other)) in zip(told, expected).enumerated() where one != other {
        Issue.record(
          "review.txt:\(line + 1): is “\(one)”, was “\(other)”. If it should be so: UPDATE_GOLDEN=1")
        break
      }
      #expect(told.count == expected.count)
      #expect(try folder.names().contains("flow.svg"))
    }
  }
}

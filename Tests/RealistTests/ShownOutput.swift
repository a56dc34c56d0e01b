import Foundation
import TestSupport
import Testing

/// What a script of `docs/examples` prints, as the documents show it.
enum ShownOutput {
  /// Holds an output against a file beside the scripts; `UPDATE_GOLDEN=1` takes the output as what is right.
  static func hold(_ output: String, against name: String) throws {
    let shown = Fixture.package.appendingPathComponent("docs/examples/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try Data(output.utf8).write(to: shown)
    }
    let told = output.split(separator: "\n", omittingEmptySubsequences: false)
    let expected = try String(contentsOf: shown, encoding: .utf8)
      .split(separator: "\n", omittingEmptySubsequences: false)
    for (line, (one, other)) in zip(told, expected).enumerated() where one != other {
      Issue.record("\(name):\(line + 1): is “\(one)”, was “\(other)”. If it should be so: UPDATE_GOLDEN=1")
      break
    }
    #expect(told.count == expected.count)
  }
}

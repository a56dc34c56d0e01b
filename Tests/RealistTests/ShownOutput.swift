import Foundation
import TestSupport
import Testing

/// What a script of `docs/examples` prints, as the documents show it.
enum ShownOutput {
  /// Holds an output against a file beside the scripts; `UPDATE_GOLDEN=1` takes the output as what is right.
  static func hold(_ output: String, against name: String) throws {
    let shown = Fixture.package.appendingPathComponent("docs/examples/\(name)")
    let difference = try GoldenFile.difference(output, fromFile: shown)
    #expect(difference == nil, "\(difference ?? "")")
  }
}

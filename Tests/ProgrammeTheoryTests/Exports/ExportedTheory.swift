import ProgrammeTheory
import TestSupport
import Testing

/// The theories that exports are tried on: the bundled ones, the small one, and small ones whose every text is nasty.
struct ExportedTheory: CustomTestStringConvertible, Sendable {
  let name: String
  private let make: @Sendable () throws -> Theory

  var testDescription: String { name }
  func theory() throws -> Theory { try make() }

  static let all: [ExportedTheory] =
    Fixture.bundledTheories.map { path in
      ExportedTheory(name: path.split(separator: "/").last.map(String.init) ?? path) {
        try TheoryDocument.read(path: path)
      }
    } + [ExportedTheory(name: "gardens") { try Fixture.gardens() }] + (1...4).map(nasty) + [allExamples]

  private static func nasty(_ seed: UInt64) -> ExportedTheory {
    ExportedTheory(name: "nasty \(seed)") {
      var random = SplitMix64(seed: seed)
      return try Fixture.gardens().mappingTexts { _ in
        Bool.random(using: &random) ? random.pick(NastyText.examples) : NastyText.random(using: &random)
      } reference: {
        "\($0)\"&;]]> é"
      }
    }
  }

  /// Every example stands somewhere in the theory.
  private static let allExamples = ExportedTheory(name: "every nasty text") {
    var next = 0
    return try Fixture.gardens().mappingTexts { _ in
      next += 1
      return NastyText.examples[next % NastyText.examples.count]
    }
  }
}

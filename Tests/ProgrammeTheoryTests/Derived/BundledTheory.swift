import Foundation
import ProgrammeTheory

/// The bundled theory, read once from the sources for all tests that ask about it.
enum BundledTheory {
  static func read() throws -> Theory { try result.get() }

  private static let result = Result {
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    return try TheoryDocument.read(
      path: root.appendingPathComponent("Sources/BundledKnowledge/Knowledge/theories/aunger-2021").path)
  }
}

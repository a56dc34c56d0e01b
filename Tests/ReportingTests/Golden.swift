import Foundation
import Testing

/// Files beside the tests that say how a page looks. `UPDATE_GOLDEN=1 swift test` writes them anew; the difference is
/// then read by a person.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden", isDirectory: true)

  static func expect(
    _ text: String, equals name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    let pairs = zip(lines(text), lines(expected)).enumerated()
    let difference = pairs.first { $0.element.0 != $0.element.1 }
    #expect(
      text == expected,
      """
      \(name), line \((difference?.offset ?? -1) + 1): is "\(difference?.element.0 ?? "")", \
      was "\(difference?.element.1 ?? "")". If it should be so: UPDATE_GOLDEN=1 swift test
      """, sourceLocation: sourceLocation)
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

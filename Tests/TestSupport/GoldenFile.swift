public import Foundation

/// Files beside the tests that say how something looks. `UPDATE_GOLDEN=1 swift test` writes them anew; the difference is
/// then read by a person.
public enum GoldenFile {
  /// Where a text differs from the file of a name in the folder `Golden` beside the test; `nil` where it doesn't.
  ///
  /// - Throws: an error when the file can't be read or written.
  public static func difference(
    _ text: String, from name: String, beside test: StaticString = #filePath
  ) throws -> String? {
    try difference(
      text,
      fromFile: URL(fileURLWithPath: "\(test)").deletingLastPathComponent()
        .appendingPathComponent("Golden/\(name)"))
  }

  /// Where a text differs from a file; `nil` where it doesn't.
  ///
  /// - Throws: an error when the file can't be read or written.
  public static func difference(_ text: String, fromFile file: URL) throws -> String? {
    let name = file.lastPathComponent
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return nil
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    guard text != expected else { return nil }
    let (new, old) = (lines(text), lines(expected))
    let index = zip(new, old).enumerated().first { $0.element.0 != $0.element.1 }?.offset
    guard let index else { return "\(name) has \(new.count) lines, had \(old.count). \(advice)" }
    return "\(name), line \(index + 1): is “\(new[index])”, was “\(old[index])”. \(advice)"
  }

  private static let advice = "If it should be so: UPDATE_GOLDEN=1 swift test"

  private static func lines(_ text: String) -> [Substring] {
    text.split(separator: "\n", omittingEmptySubsequences: false)
  }
}

import Foundation

/// A folder for one test's files.
public struct TemporaryFolder: Sendable {
  /// Where it is.
  public let path: String

  /// Makes the folder, lets the body use it, and removes it.
  ///
  /// - Throws: what the body throws, or an error when the folder can't be made.
  public static func with<Value>(_ body: (TemporaryFolder) throws -> Value) throws -> Value {
    let folder = TemporaryFolder(path: try made())
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    return try body(folder)
  }

  private static func made() throws -> String {
    let path = FileManager.default.temporaryDirectory
      .appendingPathComponent("realist-tests-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The path of a file in it.
  public func callAsFunction(_ name: String) -> String { "\(path)/\(name)" }

  /// Puts a file into it and gives its path.
  ///
  /// - Throws: an error when it can't be written.
  public func file(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    try Data(bytes).write(to: URL(fileURLWithPath: self(name)))
    return self(name)
  }

  /// Puts a text into it and gives its path.
  ///
  /// - Throws: an error when it can't be written.
  public func file(_ name: String, _ text: String) throws -> String {
    try file(name, Array(text.utf8))
  }
}

extension TemporaryFolder {
  /// Makes the folder, lets the body use it for as long as it waits for others, and removes it.
  ///
  /// - Throws: what the body throws, or an error when the folder can't be made.
  public static func during<Value>(_ body: (TemporaryFolder) async throws -> Value) async throws -> Value {
    let folder = TemporaryFolder(path: try made())
    defer { try? FileManager.default.removeItem(atPath: folder.path) }
    return try await body(folder)
  }

  /// The names of what is in it, in order.
  ///
  /// - Throws: an error when the folder can't be read.
  public func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

import Foundation
import Testing

/// One run of the built program, as a person would run it: its exit code and all that it printed.
struct ProgramRun {
  let status: Int32
  let output: String
  let complaint: String

  var lines: [Substring] { output.split(separator: "\n", omittingEmptySubsequences: false) }

  /// The repository's root.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Runs the program that stands beside the tests.
  ///
  /// - Parameters:
  ///   - arguments: what is typed after `realist`.
  ///   - environment: what is set beside `PATH`; nothing of the tests' own environment is handed on.
  ///   - output: where standard output goes instead of into the result.
  init(
    _ arguments: String..., extra: [String] = [], environment: [String: String] = [:], output: String? = nil
  ) throws {
    try self.init(arguments: arguments + extra, environment: environment, output: output)
  }

  /// The same, of a list.
  init(arguments: [String], environment: [String: String] = [:], output target: String? = nil) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "realist-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (out, err) = (folder.appendingPathComponent("out").path, folder.appendingPathComponent("err").path)
    for path in [out, err] { try Data().write(to: URL(fileURLWithPath: path)) }
    let process = Process()
    process.executableURL = try Self.program()
    process.arguments = arguments
    process.currentDirectoryURL = Self.root
    process.environment = ["PATH": "/usr/bin:/bin", "REALIST_DOT": ""].merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: target ?? out))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
    try process.run()
    process.waitUntilExit()
    status = process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    output = try String(contentsOfFile: out, encoding: .utf8)
    complaint = try String(contentsOfFile: err, encoding: .utf8)
  }

  /// The executable in the build folder that the tests were built into.
  private static func program() throws -> URL {
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
      .deletingLastPathComponent()
    let own = Bundle.main.executableURL?.deletingLastPathComponent()
    for start in [own, folder, root.appendingPathComponent(".build/debug")].compactMap(\.self) {
      folder = start
      for _ in 0..<4 {
        let program = folder.appendingPathComponent("realist")
        if FileManager.default.isExecutableFile(atPath: program.path), !isFolder(program.path) {
          return program
        }
        folder.deleteLastPathComponent()
      }
    }
    throw ProgramMissing()
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  struct ProgramMissing: Error {}
}

/// A file with a text that is there as long as a test runs.
func withFile<Result>(_ text: String, named name: String = "case.yaml", _ body: (String) throws -> Result)
  throws -> Result
{
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
    "realist-file-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let path = folder.appendingPathComponent(name).path
  try Data(text.utf8).write(to: URL(fileURLWithPath: path))
  return try body(path)
}

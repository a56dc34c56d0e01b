import Foundation

/// Independent readers of what is written here: a Python with the packages of `Tests/Peers/requirements.txt`, which
/// `scripts/peers` installs when they are first asked for.
public enum Peers {
  /// What a script said.
  public struct Answer: Sendable {
    /// Its exit code.
    public let code: Int32
    /// What it printed.
    public let out: String
    /// What it complained of.
    public let err: String
  }

  /// They couldn't be had, and why.
  public struct Missing: Error, CustomStringConvertible {
    /// The reason and the remedy.
    public let description: String
  }

  /// Runs a Python script.
  ///
  /// - Parameters:
  ///   - script: the name of a file in `Tests/Peers`, such as `read_graphml.py`.
  ///   - arguments: what it is given, mostly paths of files.
  /// - Throws: ``Missing`` where Python or its packages can't be had, or an error when it can't be started.
  public static func run(_ script: String, _ arguments: String...) throws -> Answer {
    try execute(try python.get(), [repository.appending(path: "Tests/Peers/\(script)").path] + arguments)
  }

  /// The folder of the package.
  static let repository = URL(fileURLWithPath: "\(#filePath)").deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The path of the Python, found once.
  private static let python = Result<String, any Error> {
    let answer = try execute(repository.appending(path: "scripts/peers").path, [])
    guard answer.code == 0 else { throw Missing(description: answer.err) }
    return answer.out.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private static func execute(_ program: String, _ arguments: [String]) throws -> Answer {
    // What it prints goes through files: a pipe that nobody reads while the other is read would stop it.
    try TemporaryFolder.with { folder in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.standardInput = FileHandle.nullDevice
      let (out, err) = (try folder.file("out", ""), try folder.file("err", ""))
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
      try process.run()
      process.waitUntilExit()
      func text(_ path: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
      }
      return Answer(code: process.terminationStatus, out: try text(out), err: try text(err))
    }
  }
}

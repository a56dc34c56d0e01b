import Foundation
import TestSupport
import Testing

/// The program that was built with these tests, run as a person runs it.
struct Program {
  /// What came of a run.
  struct Outcome: Sendable {
    let code: Int32
    /// Whether a signal ended it; `code` is then the signal's number.
    let wasSignalled: Bool
    let out: String
    let err: String

    /// The text in one line, so that a search doesn't hang on where lines break.
    var told: String { out.unwrapped }
  }

  private let variables: [String: String]
  private let folder: String?

  /// The program in an environment of its own.
  ///
  /// - Parameters:
  ///   - home: the folder of theories and cases; `nil` for what was built with it.
  ///   - variables: further variables of the environment.
  ///   - folder: the folder that it runs in.
  init(home: String? = nil, variables: [String: String] = [:], in folder: String? = nil) {
    // What a terminal or the machine says must not change what is tested.
    var all = [
      "NO_COLOR": "1", "COLUMNS": "80", "REALIST_DOT": "", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    for kept in ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "TMPDIR"] {
      all[kept] = ProcessInfo.processInfo.environment[kept]
    }
    all["REALIST_HOME"] = home
    self.variables = all.merging(variables) { _, new in new }
    self.folder = folder
  }

  /// The built program: SwiftPM puts it into the folder in which the tests lie.
  static var path: String {
    var folder = (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0]))
      .resolvingSymlinksInPath().deletingLastPathComponent()
    // A test program on macOS lies some folders deep in a bundle of its own.
    for _ in 0..<4
    where !FileManager.default.isExecutableFile(atPath: folder.appendingPathComponent("realist").path) {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appendingPathComponent("realist").path
  }

  /// Runs it to its end.
  ///
  /// - Parameter arguments: as a person types them.
  /// - Throws: an error when it can't be started. It is ended when it takes longer than a minute.
  func run(_ arguments: String...) async throws -> Outcome { try await run(arguments: arguments) }

  func run(arguments: [String]) async throws -> Outcome { try await run(Self.path, arguments) }

  /// Runs a line of the shell in which `$0` is the program.
  ///
  /// - Throws: an error when it can't be started. It is ended when it takes longer than a minute.
  func shell(_ line: String) async throws -> Outcome { try await run("/bin/sh", ["-c", line, Self.path]) }

  private func run(_ program: String, _ arguments: [String]) async throws -> Outcome {
    try await TemporaryFolder.during { scratch in
      // Files take what it says, however much: a pipe that nobody empties would hold it up.
      let (out, err) = (try scratch.file("out", ""), try scratch.file("err", ""))
      let process = Process()
      process.executableURL = URL(fileURLWithPath: program)
      process.arguments = arguments
      process.environment = variables
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: out))
      process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: err))
      if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
      let (ends, end) = AsyncStream<Void>.makeStream()
      process.terminationHandler = { _ in end.finish() }
      try process.run()
      let number = process.processIdentifier
      let limit = Task {
        try await Task.sleep(for: .seconds(60))
        kill(number, SIGKILL)
      }
      for await _ in ends {}
      limit.cancel()
      return Outcome(
        code: process.terminationStatus, wasSignalled: process.terminationReason == .uncaughtSignal,
        out: try String(contentsOfFile: out, encoding: .utf8),
        err: try String(contentsOfFile: err, encoding: .utf8))
    }
  }
}

extension Program {
  /// Lets the body run the program with the small theory and its cases as all that is bundled.
  ///
  /// - Throws: what the body throws.
  static func withGardens<Value>(
    variables: [String: String] = [:], in folder: String? = nil, _ body: (Program) async throws -> Value
  ) async throws -> Value {
    try await TemporaryFolder.during { home in
      let files = FileManager.default
      try files.createDirectory(atPath: home("theories"), withIntermediateDirectories: true)
      try files.createSymbolicLink(
        atPath: home("theories/neighbourhood-gardens"), withDestinationPath: Fixture.gardensPath)
      try files.createSymbolicLink(
        atPath: home("cases"), withDestinationPath: Fixture.folder.appendingPathComponent("garden-cases").path
      )
      return try await body(Program(home: home.path, variables: variables, in: folder))
    }
  }
}

extension Program {
  /// Lines as they are typed after `realist review`, each of which has to succeed; gives what the last says.
  @discardableResult
  func review(_ lines: [String], at place: SourceLocation = #_sourceLocation) async throws -> String {
    var told = ""
    for line in lines {
      let outcome = try await shell("\"$0\" review \(line)")
      try #require(outcome.code == 0, "\(line.prefix(200)): \(outcome.err)", sourceLocation: place)
      told = outcome.told
    }
    return told
  }

  /// Lines as they are typed after a command, each of which ends with 2, prints nothing, and says some words of its mistake.
  func expectRefusals(
    of command: String, _ lines: [(String, [String])], at place: SourceLocation = #_sourceLocation
  ) async throws {
    for (line, words) in lines {
      let outcome = try await shell("\"$0\" \(command) \(line)")
      #expect(outcome.code == 2 && outcome.out.isEmpty, "\(line): \(outcome)", sourceLocation: place)
      for word in words {
        #expect(outcome.err.unwrapped.contains(word), "\(line): \(outcome.err)", sourceLocation: place)
      }
    }
  }
}

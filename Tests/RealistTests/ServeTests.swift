import Foundation
import TestSupport
import Testing

/// A server didn't say within half a minute where it listens.
private struct NeverListened: Error {}

/// A server that was started as a person starts it.
final class RunningServer {
  let process = Process()
  let port: Int
  private let output: String

  /// Starts it on any free port, and waits until it listens.
  init(database: String, in scratch: TemporaryFolder, home: String) async throws {
    output = try scratch.file("server-\(UUID().uuidString)", "")
    process.executableURL = URL(fileURLWithPath: Program.path)
    process.arguments = ["serve", "--port", "0", "--database", database]
    process.environment = [
      "REALIST_HOME": home, "REALIST_DOT": "", "PATH": "/usr/bin:/bin",
      "LD_LIBRARY_PATH": ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"] ?? "",
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: output))
    try process.run()
    for _ in 0..<600 {
      if let said = try? String(contentsOfFile: output, encoding: .utf8),
        let match = said.firstMatch(of: #/http://127\.0\.0\.1:(\d+)//#), let found = Int(match.1)
      {
        port = found
        return
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    process.terminate()
    throw NeverListened()
  }

  /// Sends a signal, and waits for the end.
  func end(_ signal: Int32) async throws -> Int32 {
    kill(process.processIdentifier, signal)
    for _ in 0..<400 where process.isRunning { try await Task.sleep(for: .milliseconds(25)) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    return process.terminationStatus
  }
}

@Suite("realist serve", .serialized)
struct ServeTests {
  /// A folder with a home of the gardens in it.
  private func inScratch(_ body: (TemporaryFolder, String) async throws -> Void) async throws {
    try await TemporaryFolder.during { scratch in
      let home = scratch("home")
      try FileManager.default.createDirectory(atPath: home + "/theories", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: home + "/theories/neighbourhood-gardens", withDestinationPath: Fixture.gardensPath)
      try await body(scratch, home)
    }
  }

  @Test("Asked to stop, it ends with 0, and leaves one whole file", arguments: [SIGTERM, SIGINT])
  func stopping(_ signal: Int32) async throws {
    try await inScratch { scratch, home in
      let server = try await RunningServer(database: scratch("a.realist"), in: scratch, home: home)
      #expect(try await server.end(signal) == 0)
      #expect(
        try !scratch.names().contains("a.realist-wal")
          || FileManager.default.isEmpty(scratch("a.realist-wal")))
    }
  }

  @Test("A port that is taken is said, and ends with 2")
  func portTaken() async throws {
    try await inScratch { scratch, home in
      let server = try await RunningServer(database: scratch("a.realist"), in: scratch, home: home)
      let second = try await Program(home: home).run(
        "serve", "--port", "\(server.port)", "--database", scratch("b.realist"))
      #expect(second.code == 2)
      #expect(
        second.told.contains("Take another port with --port") || second.err.contains("Take another port"))
      _ = try await server.end(SIGTERM)
    }
  }
}

extension FileManager {
  fileprivate func isEmpty(_ path: String) -> Bool {
    (try? attributesOfItem(atPath: path)[.size] as? Int) == 0
  }
}

public import Foundation
import Subprocess

/// A program of others that is asked to do one thing: without a shell, without input, for so long and no longer.
public struct ExternalProgram: Sendable {
  /// Where a program is looked for.
  public enum Place: Sendable, Hashable {
    /// In the folders that `PATH` names.
    case onPath
    /// At this place.
    case at(String)
    /// Nowhere: it isn't wanted.
    case none

    /// What an environment variable asks for: unset means on `PATH`, empty means none.
    public init(
      variable: String, of environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
      switch environment[variable] {
      case nil: self = .onPath
      case "": self = .none
      case .some(let place): self = .at(place)
      }
    }
  }

  /// Why a program gave no answer.
  public enum Obstacle: Error, Sendable, Hashable {
    /// It isn't wanted.
    case switchedOff
    /// It isn't on this machine, or not at the place named.
    case notInstalled
    /// It took longer than it may.
    case tooSlow(seconds: Int)
    /// It answered more than it may.
    case tooMuch
    /// It ended with a failure.
    case failed
  }

  /// What a program may use that is given something from outside.
  public struct Fence: Sendable, Hashable {
    /// The most bytes of memory.
    public var memory: Int

    /// A fence.
    public init(memory: Int) { self.memory = memory }
  }

  private let name: String
  private let place: Place
  private let limit: Duration
  private let mostBytes: Int
  private let fence: Fence?
  private let variables: [String: String]

  /// Prepares a program. Nothing runs yet.
  ///
  /// - Parameters:
  ///   - name: what it is called.
  ///   - place: where it is.
  ///   - limit: how long one answer may take.
  ///   - mostBytes: how long an answer may be.
  ///   - fence: what it may use, where it works on something from outside: it gets an environment of its own then, and its
  ///     memory is limited where the system has `prlimit`.
  ///   - variables: what is added to its environment, where that isn't its own.
  public init(
    _ name: String, at place: Place = .onPath, limit: Duration, mostBytes: Int, fence: Fence? = nil,
    variables: [String: String] = [:]
  ) {
    (self.name, self.place, self.limit) = (name, place, limit)
    (self.mostBytes, self.fence, self.variables) = (mostBytes, fence, variables)
  }

  /// What the program answers.
  ///
  /// - Parameters:
  ///   - arguments: what it is told.
  ///   - withErrors: whether what it writes as errors is part of the answer.
  /// - Throws: ``Obstacle``.
  public func answer(_ arguments: [String], withErrors: Bool = false) async throws(Obstacle) -> Data {
    try await outcome(arguments, withErrors: withErrors).get()
  }

  /// What it answers, or why it gives no answer; whichever comes first, its end or the time limit.
  private func outcome(_ arguments: [String], withErrors: Bool) async -> Result<Data, Obstacle> {
    let call: Call
    switch self.call(arguments) {
    case .success(let found): call = found
    case .failure(let obstacle): return .failure(obstacle)
    }
    let (limit, mostBytes) = (limit, mostBytes)
    return await withTaskGroup(of: Result<Data, Obstacle>.self) { group in
      group.addTask { await Self.run(call, mostBytes: mostBytes, withErrors: withErrors) }
      group.addTask {
        try? await Task.sleep(for: limit)
        return .failure(.tooSlow(seconds: Int(limit.components.seconds)))
      }
      let first = await group.next() ?? .failure(.failed)
      // Ends the program, and everything that it started, if it is still running.
      group.cancelAll()
      return first
    }
  }

  private static func run(_ call: Call, mostBytes: Int, withErrors: Bool) async -> Result<Data, Obstacle> {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      if withErrors {
        let result = try await Subprocess.run(
          .name(call.name), arguments: Arguments(call.arguments), environment: call.environment,
          platformOptions: options, input: .none, output: .data(limit: mostBytes), error: .combinedWithOutput)
        return result.terminationStatus.isSuccess ? .success(result.standardOutput) : .failure(.failed)
      }
      let result = try await Subprocess.run(
        .name(call.name), arguments: Arguments(call.arguments), environment: call.environment,
        platformOptions: options, input: .none, output: .data(limit: mostBytes), error: .discarded)
      return result.terminationStatus.isSuccess ? .success(result.standardOutput) : .failure(.failed)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.notInstalled)
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      return .failure(.tooMuch)
    } catch {
      return .failure(.failed)
    }
  }

  // MARK: Calling

  private struct Call: Sendable {
    var name: String
    var arguments: [String]
    var environment: Environment
  }

  /// The name to call, what it is told, and the environment to find it in.
  private func call(_ arguments: [String]) -> Result<Call, Obstacle> {
    var path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    var name = name
    switch place {
    case .none: return .failure(.switchedOff)
    case .onPath: break
    case .at(let place):
      name = place
      guard place.contains("/") else { break }
      guard Self.isProgram(place) else { return .failure(.notInstalled) }
      // Found through its folder, which is searched before all others.
      let file = URL(fileURLWithPath: place)
      name = file.lastPathComponent
      path = file.deletingLastPathComponent().path + ":" + path
    }
    guard let fence else {
      var updates: [Environment.Key: String?] = ["PATH": path]
      for (name, value) in variables { updates[Environment.Key(stringLiteral: name)] = value }
      return .success(Call(name: name, arguments: arguments, environment: .inherit.updating(updates)))
    }
    guard Self.isFound(name, path) else { return .failure(.notInstalled) }
    let environment = Environment.custom(["PATH": "\(path)", "LC_ALL": "C.UTF-8", "HOME": "/nonexistent"])
    guard Self.isFound("prlimit", path) else {
      return .success(Call(name: name, arguments: arguments, environment: environment))
    }
    let limits = ["--as=\(fence.memory)", "--core=0", "--", name]
    return .success(Call(name: "prlimit", arguments: limits + arguments, environment: environment))
  }

  private static func isFound(_ name: String, _ path: String) -> Bool {
    path.split(separator: ":").contains { isProgram("\($0)/\(name)") }
  }

  private static func isProgram(_ place: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: place)
  }
}

public import Foundation
import Subprocess

/// Asks Graphviz's `dot` where the boxes and arrows of a picture go.
public struct GraphvizLayout: Sendable {
  /// Where `dot` is looked for.
  public enum Program: Sendable, Hashable {
    /// In the folders that `PATH` names.
    case onPath
    /// At this place.
    case at(String)
    /// Nowhere: no picture is wanted.
    case none

    /// What the environment variable `REALIST_DOT` asks for: unset means on `PATH`, empty means none.
    public static func fromEnvironment(
      _ environment: [String: String] = ProcessInfo.processInfo.environment
    ) -> Program {
      switch environment["REALIST_DOT"] {
      case nil: .onPath
      case "": .none
      case .some(let place): .at(place)
      }
    }
  }

  private let program: Program
  private let limit: Duration

  /// An answer longer than this is not one about a picture that can be read.
  private static let mostBytes = 8 << 20
  /// More than this no reader can take in, and dot's time grows much faster than the picture.
  private static let mostBoxes = 300
  private static let mostLinks = 900

  /// Prepares layout. Nothing runs until something is laid out.
  ///
  /// - Parameters:
  ///   - program: Where `dot` is.
  ///   - limit: How long one picture may take.
  public init(program: Program = .fromEnvironment(), limit: Duration = .seconds(10)) {
    self.program = program
    self.limit = limit
  }

  /// Lays a plan out.
  ///
  /// - Throws: ``PictureObstacle`` if there is no Graphviz, or it fails, or takes too long.
  func layout(_ plan: DrawingPlan) async throws(PictureObstacle) -> GraphLayout {
    guard !plan.boxes.isEmpty else { throw .empty }
    guard plan.boxes.count <= Self.mostBoxes, plan.links.count <= Self.mostLinks else {
      throw .tooLarge(nodes: plan.boxes.count, arrows: plan.links.count)
    }
    // A file and not a pipe: writing to a program that has already ended raises SIGPIPE, which would end ours.
    // It holds numbers only, so others on the machine may read it.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(
      "realist-\(UUID().uuidString).dot")
    guard (try? Data(DotDocument(plan).text.utf8).write(to: file)) != nil else { throw .noTemporaryFile }
    defer { try? FileManager.default.removeItem(at: file) }
    let answer = try await answer(to: file.path).get()
    return try GraphLayout(json: answer, plan: plan)
  }

  /// What dot writes about the document at a path, or why it writes nothing; whichever comes first, dot's end or the time limit.
  private func answer(to document: String) async -> Result<Data, PictureObstacle> {
    let name: String
    let environment: Environment
    switch call() {
    case .success(let call): (name, environment) = call
    case .failure(let obstacle): return .failure(obstacle)
    }
    let limit = limit
    return await withTaskGroup(of: Result<Data, PictureObstacle>.self) { group in
      group.addTask { await Self.run(name, environment: environment, document: document) }
      group.addTask {
        try? await Task.sleep(for: limit)
        return .failure(.tooSlow(seconds: Int(limit.components.seconds)))
      }
      let first = await group.next() ?? .failure(.failed)
      // Ends dot, and everything that it started, if it is still running.
      group.cancelAll()
      return first
    }
  }

  private static func run(
    _ name: String, environment: Environment, document: String
  ) async -> Result<Data, PictureObstacle> {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [
      .gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .milliseconds(200))
    ]
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: ["-Tjson0", document], environment: environment, platformOptions: options,
        input: .none, output: .data(limit: mostBytes), error: .discarded)
      return result.terminationStatus.isSuccess ? .success(result.standardOutput) : .failure(.failed)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      return .failure(.notInstalled)
    } catch {
      return .failure(.failed)
    }
  }

  /// The name to call and the environment to find it in.
  private func call() -> Result<(String, Environment), PictureObstacle> {
    switch program {
    case .none:
      return .failure(.switchedOff)
    case .onPath:
      return .success(("dot", .inherit))
    case .at(let place):
      guard place.contains("/") else { return .success((place, .inherit)) }
      guard Self.isProgram(place) else { return .failure(.notInstalled) }
      // Found through its folder, which is searched before all others.
      let file = URL(fileURLWithPath: place)
      let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let folder = file.deletingLastPathComponent().path
      return .success((file.lastPathComponent, .inherit.updating(["PATH": folder + ":" + path])))
    }
  }

  private static func isProgram(_ place: String) -> Bool {
    var isFolder = ObjCBool(false)
    return FileManager.default.fileExists(atPath: place, isDirectory: &isFolder) && !isFolder.boolValue
      && FileManager.default.isExecutableFile(atPath: place)
  }
}

public import Foundation

/// Asks Graphviz's `dot` where the boxes and arrows of a picture go.
public struct GraphvizLayout: Sendable {
  /// Where `dot` is looked for.
  public typealias Program = ExternalProgram.Place

  private let dot: ExternalProgram

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
    dot = ExternalProgram("dot", at: program, limit: limit, mostBytes: Self.mostBytes)
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
    let answer: Data
    do { answer = try await dot.answer(["-Tjson0", file.path]) } catch { throw PictureObstacle(error) }
    return try GraphLayout(json: answer, plan: plan)
  }
}

extension ExternalProgram.Place {
  /// What the environment variable `REALIST_DOT` asks for: unset means on `PATH`, empty means none.
  public static func fromEnvironment(
    _ environment: [String: String] = ProcessInfo.processInfo.environment
  ) -> Self { Self(variable: "REALIST_DOT", of: environment) }
}

extension PictureObstacle {
  init(_ obstacle: ExternalProgram.Obstacle) {
    self =
      switch obstacle {
      case .switchedOff: .switchedOff
      case .notInstalled: .notInstalled
      case .tooSlow(let seconds): .tooSlow(seconds: seconds)
      case .tooMuch, .failed: .failed
      }
  }
}

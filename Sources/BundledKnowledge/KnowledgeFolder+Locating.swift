public import Foundation

extension KnowledgeFolder {
  /// The name of the variable that overrides where the knowledge lies.
  public static let environmentVariable = "REALIST_HOME"

  /// Finds the folder of knowledge.
  ///
  /// It looks at `REALIST_HOME`; then at `../share/realist` beside the executable, where an installation puts it; then
  /// at the build's resource folder beside the executable, where `swift build` puts it. A `REALIST_HOME` that is set and
  /// wrong is an error: falling back in silence would answer from another theory than the one asked for. An empty one
  /// counts as not set.
  ///
  /// - Parameters:
  ///   - environment: The variables of the process.
  ///   - executable: The path of the running program, symbolic links and all; `nil` where it isn't known.
  /// - Throws: ``KnowledgeNotFound`` with every place that was looked at.
  public static func locate(
    environment: [String: String] = ProcessInfo.processInfo.environment,
    executable: String? = runningExecutable
  ) throws(KnowledgeNotFound) -> KnowledgeFolder {
    if let home = environment[environmentVariable], !home.isEmpty {
      return try first(of: [home], namedByEnvironment: true)
    }
    return try first(of: executable.map(places) ?? [], namedByEnvironment: false)
  }

  /// The path of the program that runs, or `nil` where the system doesn't tell.
  public static var runningExecutable: String? {
    #if os(Linux)
      // The first argument is whatever the caller wrote; the kernel's link is the file itself.
      try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
    #else
      Bundle.main.executablePath
    #endif
  }

  /// Where the knowledge may lie, given the program.
  ///
  /// The resource folder is named here as SwiftPM names it, since the generated `Bundle.module` traps when a program has
  /// moved away from its build folder.
  private static func places(beside executable: String) -> [String] {
    let folder = URL(fileURLWithPath: executable).resolvingSymlinksInPath().deletingLastPathComponent()
    let bundle = "realist_BundledKnowledge.resources/Knowledge"
    var places = [
      folder.appending(path: "../share/realist").standardizedFileURL.path,
      folder.appending(path: bundle).path,
    ]
    // A test program on macOS lies some folders deep in a bundle of its own; on Linux it lies beside the resources.
    var parent = folder
    for _ in 0..<3 where parent.path != "/" && parent.path.contains(".xctest") {
      parent = parent.deletingLastPathComponent()
      places.append(parent.appending(path: bundle).path)
    }
    return places
  }

  private static func first(
    of paths: [String], namedByEnvironment: Bool
  ) throws(KnowledgeNotFound) -> KnowledgeFolder {
    var looked: [KnowledgeNotFound.Place] = []
    for path in paths {
      do {
        return try KnowledgeFolder(at: path)
      } catch {
        looked.append(KnowledgeNotFound.Place(path: path, fault: error))
      }
    }
    throw KnowledgeNotFound(places: looked, namedByEnvironment: namedByEnvironment)
  }
}

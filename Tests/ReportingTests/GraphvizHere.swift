import Foundation

/// Whether this machine has Graphviz: tests of real layout run only where it is.
enum GraphvizHere {
  static let isInstalled = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    .contains { FileManager.default.isExecutableFile(atPath: $0 + "/dot") }
}

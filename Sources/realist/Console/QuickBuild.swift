import Foundation

/// The build for processors of the level x86-64-v3, which have wider vector units, beside the one that runs everywhere.
///
/// Both give the same bytes. The portable one hands over to the quick one at start-up where the processor can and the
/// file is there; the quick one refuses to run on another processor, instead of being ended by it somewhere.
enum QuickBuild {
  /// What the quick program is called, in the folder of the portable one.
  static let name = "realist-x86-64-v3"

  /// What a processor has to say of itself to be of the level x86-64-v3 (System V ABI for AMD64, low-level system
  /// information), as Linux lists it.
  static let needed: Set<Substring> = ["avx", "avx2", "bmi1", "bmi2", "f16c", "fma", "abm", "movbe", "xsave"]

  /// Whether a processor is of the level, from what Linux tells of it.
  ///
  /// - Parameter information: the text of /proc/cpuinfo.
  static func suits(_ information: String) -> Bool {
    let lines = information.split(separator: "\n")
    guard let flags = lines.first(where: { $0.hasPrefix("flags") }),
      let list = flags.split(separator: ":").last
    else { return false }
    return needed.isSubset(of: Set(list.split(whereSeparator: \.isWhitespace)))
  }

  private static var suitsHere: Bool {
    (try? String(contentsOfFile: "/proc/cpuinfo", encoding: .utf8)).map(suits) ?? false
  }

  /// Hands over to the quick program where that can be, and returns where it can't.
  static func handOver() {
    #if arch(x86_64) && os(Linux)
      #if REALIST_X86_64_V3
        guard suitsHere else {
          Console.complain(
            "This build of realist is for newer processors (x86-64-v3). Use the portable one: realist.")
          exit(1)
        }
      #else
        guard ProcessInfo.processInfo.environment["REALIST_PORTABLE", default: ""].isEmpty,
          let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        else { return }
        let quick = URL(fileURLWithPath: own).deletingLastPathComponent().appending(path: name).path
        guard quick != own, FileManager.default.isExecutableFile(atPath: quick), suitsHere else { return }
        var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
        // It comes back only where the program couldn't be started: then this one does the work.
        execv(quick, &arguments)
        for argument in arguments { free(argument) }
      #endif
    #endif
  }
}

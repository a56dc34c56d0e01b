import Foundation
import TestSupport
import Testing

/// What stands in no file: ways to trap, ways round the compiler's checks, and paths of somebody's machine.
@Suite("House rules")
struct HouseRulesTests {
  /// What may not stand in code, by what a person is told, with a sign that is looked for first: it is quick.
  private static var forbidden: [(name: String, sign: String, pattern: Regex<Substring>)] {
    [
      ("try!", "try!", #/\btry!/#), ("as!", "as!", #/\bas!/#),
      ("fatalError", "fatalError", #/\bfatalError\b/#),
      ("preconditionFailure", "preconditionFailure", #/\bpreconditionFailure\b/#),
      ("@unchecked Sendable", "@unchecked", #/@unchecked\b/#),
      ("unsafeFlags", "unsafeFlags", #/\bunsafeFlags\b/#),
      ("nonisolated(unsafe)", "(unsafe)", #/nonisolated\(unsafe\)/#),
      ("a force unwrap", "!", #/(?:[\w)\]}]|[^\s!]\?)!(?![=\w])/#),
    ]
  }

  private static let machinePaths = ["work", "home", "root", "Users", "tmp"].map { "/\($0)/" }

  private func traps(in files: [SourceText]) -> [String] {
    let forbidden = Self.forbidden
    return files.flatMap { file in
      file.code.enumerated().flatMap { index, line in
        forbidden.filter { line.contains($0.sign) && line.contains($0.pattern) }
          .map { "\(file.place(index)): \($0.name)" }
      }
    }
  }

  private func tooLong(_ files: [SourceText]) -> [String] {
    files.filter { $0.lines.count > 401 }.map { "\($0.path): \($0.lines.count - 1) lines" }
  }

  private func machinePaths(in files: [SourceText]) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().flatMap { index, line in
        let outside = line.contains("://") ? line.replacing(#/https?:\/\/\S+/#, with: "") : line
        return (Self.machinePaths + [".." + "/shared"]).filter(outside.contains)
          .map { "\(file.place(index)): \($0)" }
      }
    }
  }

  @Test("The product can't trap by its own hand, nor go round the compiler")
  func noTraps() throws {
    let files = try SourceText.all(in: ["Sources", "Package.swift"], endings: ["swift"])
    #expect(files.contains { $0.path == "Package.swift" })
    #expect(traps(in: files) == [])
  }

  @Test(
    "Each of these is found",
    arguments: [
      "let a = try! f()", "let a = b as! C", "fatalError()", "final class A: @unchecked Sendable {}",
      "  swiftSettings: [.unsafeFlags([])]", "let a = b!", "f(a!.b)", "a[0]!", "g()!", "var a: Int!",
      "return a!", "nonisolated(unsafe) var a = 1", "let a = b?!",
    ])
  func trapControl(_ line: String) {
    let found = traps(in: [SourceText(path: "X.swift", text: "import A\n\(line)\n")])
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasPrefix("X.swift:2: ") })
  }

  @Test("Other uses of the sign, and words in texts and comments, are no offence")
  func noOffence() {
    let text = """
      if a != b, !c, a!=b { print("Stop! \\(d) fatalError") }  // try! nothing
      let e = \"\"\"
        b! as! try!
        \"\"\"
      """
    #expect(traps(in: [SourceText(path: "X.swift", text: text)]) == [])
  }

  @Test("No file has more than 400 lines")
  func length() throws {
    let files = try SourceText.all(in: ["Sources", "Tests", "Package.swift"], endings: ["swift"])
    #expect(files.count > 130)
    #expect(tooLong(files) == [])
    let long = SourceText(path: "X.swift", text: String(repeating: "//\n", count: 401))
    #expect(tooLong([long]) == ["X.swift: 401 lines"])
    #expect(tooLong([SourceText(path: "X.swift", text: String(repeating: "//\n", count: 400))]) == [])
  }

  @Test("Nothing names a path of somebody's machine")
  func paths() throws {
    let endings: Set = ["swift", "md", "yaml", "json", "txt", "", "cff", "svg", "html", "dot"]
    let places = [
      "Sources", "Tests", "docs", "scripts", "Benchmarks", ".ci", "Makefile", "Package.swift", "README.md",
      "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff", "NOTICE",
    ]
    let files = try SourceText.all(in: places, endings: endings)
    #expect(files.contains { $0.path == "Makefile" } && files.contains { $0.path.hasPrefix("scripts/") })
    #expect(machinePaths(in: files) == [])
    let line = "See https://example.org/home/x and " + "/" + "home/ann/notes."
    #expect(
      machinePaths(in: [SourceText(path: "X.md", text: line)]) == ["X.md:1: " + "/" + "home/"])
  }
}

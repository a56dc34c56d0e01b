import TestSupport
import Testing

@Suite("Help")
struct HelpTests {
  @Test(
    "Help teaches by example, within 80 columns",
    arguments: [
      ("help", ["--help"]), ("help-assess", ["assess", "--help"]), ("help-theory", ["theory", "--help"]),
      ("help-case-new", ["case", "new", "--help"]), ("help-case-check", ["case", "check", "--help"]),
      ("help-review", ["review", "--help"]), ("help-review-draft", ["review", "draft", "--help"]),
      ("help-review-coders", ["review", "coders", "--help"]),
    ])
  func help(_ name: String, _ arguments: [String]) async throws {
    let outcome = try await Program().shell("\"$0\" \(arguments.joined(separator: " "))")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    let difference = try GoldenFile.difference(outcome.out, from: "\(name).txt")
    #expect(difference == nil)
    // The parser of arguments doesn't break its line of usage.
    let wide = outcome.out.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("USAGE") }
    #expect(wide == [])
  }

  @Test("Without a command, help is given")
  func bare() async throws {
    let (bare, asked) = (try await Program().run(), try await Program().run("--help"))
    #expect(bare.code == 0 && bare.out == asked.out && bare.out.contains("realist assess enforced-merger"))
  }

  @Test("The version is three numbers")
  func version() async throws {
    let outcome = try await Program().run("--version")
    #expect(outcome.code == 0 && outcome.out.wholeMatch(of: #/\d+\.\d+\.\d+\n/#) != nil)
  }

  @Test("What is bundled is listed")
  func list() async throws {
    let outcome = try await Program().run("list")
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    for word in ["aunger-2021", "access-aco", "collaborative-aco", "enforced-merger", "illustration"] {
      #expect(outcome.out.contains(word))
    }
  }
}

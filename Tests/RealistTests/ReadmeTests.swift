import Foundation
import TestSupport
import Testing

@Suite("The README")
struct ReadmeTests {
  private func readme() throws -> String {
    try String(contentsOf: Fixture.package.appendingPathComponent("README.md"), encoding: .utf8)
  }

  @Test("What it shows of a command is what the command prints")
  func tour() async throws {
    let blocks = try readme().components(separatedBy: "```console\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count >= 4)
    for block in blocks {
      var lines = block.split(separator: "\n").map(String.init)
      let command = lines.removeFirst()
      #expect(command.hasPrefix("$ realist "))
      let printed = try await Program().shell("\"$0\" \(command.dropFirst("$ realist ".count))")
      #expect(printed.code == 0)
      let told = printed.out.split(separator: "\n")
      for line in lines where line != "…" { #expect(told.contains { $0.hasPrefix(line) }, "\(line)") }
    }
  }

  @Test("The case that it gives for a start is one")
  func example() async throws {
    let text = try readme().components(separatedBy: "```yaml\n").dropFirst().first?
      .components(separatedBy: "```").first
    try await TemporaryFolder.during { folder in
      let path = try folder.file("ours.yaml", try #require(text))
      let outcome = try await Program().run("assess", path)
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      #expect(!outcome.out.contains("What the theory is silent on"))
    }
  }
}

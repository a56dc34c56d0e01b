import Foundation
import TestSupport
import Testing

@Suite("The flow of a paper, from its counts")
struct CountsOfPaperTests {
  private static let examples = Fixture.package.appendingPathComponent("docs/examples")

  private func flow(of counts: String, _ more: String = "") async throws -> String {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      try await program.review(["new p.realist --title 'Aunger et al. 2021'", "counts p.realist '\(counts)'"])
      let outcome = try await program.shell("\"$0\" review flow p.realist \(more)")
      #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
      return outcome.out
    }
  }

  @Test(
    "2,769 → 117 (+4) → 52 → 35 (+4) → 39 (+14) → 53, and the 69 of which nobody says why are what is left")
  func paper() async throws {
    let counts = Self.examples.appendingPathComponent("paper.json").path
    let told = try await flow(of: counts)
    for words in [
      "2,769 screened", "kept: 117", "117 + 4", "+ 4 by Google Scholar", "426,000 hits, first 40 pages read",
      "121 screened", "kept: 52", "what is left: the source doesn't say why: 69", "52 screened", "kept: 35",
      "+ 4 by reference scanning and citation tracking", "39 documents",
      "+ 14 by purposive search for middle-range theories", "Included: 53",
    ] { #expect(told.unwrapped.contains(words), "\(words)") }
    #expect(!told.contains("don't add up"))
    try ShownOutput.hold(told, against: "paper.txt")
  }

  @Test("The same numbers for programs")
  func data() async throws {
    let counts = Self.examples.appendingPathComponent("paper.json").path
    let text = try await flow(of: counts, "--format json")
    let flow = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let stages = try #require(flow["stages"] as? [[String: Any]])
    #expect(stages.map { $0["screened"] as? Int } == [2_769, 121, 52])
    #expect(stages.map { $0["kept"] as? Int } == [117, 52, 35])
    #expect(stages.map { $0["left"] as? Int } == [2_652, 69, 0])
    #expect(flow["included"] as? Int == 53 && (flow["contradictions"] as? [String])?.isEmpty == true)
  }

  @Test(
    "What is misspelt or broken is told with its place, and nothing is noted",
    arguments: [
      (#"[{"kind": "screened", "stage": "full-text", "keept": 52}]"#, ["[0].keept", "is it “kept”"]),
      (#"[{"kind": "found", "source": "A", "count": -1}]"#, ["[0].count", "from 0"]),
      (#"[{"kind": "found", "source": "A"}, {"kind": "removed"}]"#, ["[1].count", "missing"]),
      ("[{\"kind\": \"found\",\n\"source\": }]", ["c.json:2", "no JSON"]), ("[]", ["from 1 to 1,000 counts"]),
    ])
  func broken(_ text: String, _ words: [String]) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      _ = try await program.run("review", "new", "p.realist", "--title", "T")
      let outcome = try await program.run("review", "counts", "p.realist", try folder.file("c.json", text))
      #expect(outcome.code == 2 && outcome.out.isEmpty)
      for word in words { #expect(outcome.err.unwrapped.contains(word), "\(outcome.err)") }
      #expect(try await program.run("review", "log", "p.realist").out.contains("1 act."))
    }
  }
}

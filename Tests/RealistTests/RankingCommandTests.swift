import Foundation
import TestSupport
import Testing

@Suite("realist records rank and simulate")
struct RankingCommandTests {
  private let unfinished = Fixture.folder.appendingPathComponent("ranking/gardens.csv").path
  private let labelled = Fixture.folder.appendingPathComponent("ranking/gardens-labelled.csv").path

  @Test("A ranking says on what it rests, which come first, and when to stop")
  func ranked() async throws {
    let outcome = try await Program().run("records", "rank", unfinished, "--top", "5")
    #expect(outcome.code == 0)
    #expect(try GoldenFile.difference(outcome.out, from: "rank-gardens.txt") == nil)
  }

  @Test("A simulation says what would have been saved, and how often the stop would have missed")
  func simulated() async throws {
    let outcome = try await Program().run("records", "simulate", labelled, "--seeds", "1,2,3")
    #expect(outcome.code == 0)
    #expect(try GoldenFile.difference(outcome.out, from: "simulate-gardens.txt") == nil)
    let json = try await Program().run(
      "records", "simulate", labelled, "--seeds", "1,2,3", "--format", "json")
    let again = try await Program().run(
      "records", "simulate", labelled, "--seeds", "1,2,3", "--format", "json")
    #expect(json.out == again.out && json.out.contains("\"wss95\""))
  }

  @Test("The ranked records are all written, the unread first")
  func written() async throws {
    try await TemporaryFolder.during { folder in
      let path = folder("ranked.csv")
      let outcome = try await Program().run(
        "records", "rank", unfinished, "--to", "csv", "--output", path)
      #expect(outcome.code == 0)
      let again = try await Program().run("records", "rank", path, "--format", "json")
      #expect(again.out.contains("\"records\" : 40") && again.out.contains("\"unread\" : 24"))
      let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\r\n")
      #expect(lines.count == 41)
    }
  }

  @Test("A sample is drawn at random by its seed, and written alone")
  func sampled() async throws {
    let first = try await Program().run("records", "rank", unfinished, "--sample", "6", "--seed", "2")
    let again = try await Program().run("records", "rank", unfinished, "--sample", "6", "--seed", "2")
    let other = try await Program().run("records", "rank", unfinished, "--sample", "6", "--seed", "3")
    #expect(first.code == 0 && first.out == again.out && first.out != other.out)
    #expect(first.told.contains("6 of these were drawn at random"))
  }

  @Test("Without a decision it says where to begin, and words are enough")
  func unlabelled() async throws {
    try await TemporaryFolder.during { folder in
      let path = try folder.file("new.csv", "title,abstract\nWild bees,In gardens\nRoad salt,On trees\n")
      let refused = try await Program().run("records", "rank", path)
      #expect(refused.code == 2 && refused.err.contains("--like"))
      let like = try await Program().run("records", "rank", path, "--like", "bees")
      #expect(like.code == 0 && like.told.contains("likeness to the words given"))
      let simulated = try await Program().run("records", "simulate", path)
      #expect(simulated.code == 2 && simulated.err.contains("no record is labelled as included"))
    }
  }

  @Test(
    "What can't be used is refused with what to do",
    arguments: [
      ["--priors", "0+1"], ["--priors", "x"], ["--seeds", "1,,2"], ["--seeds", "1,1"], ["--stop", "never"],
      ["--label", "label_nobody"], ["--priors", "30+1"],
    ])
  func refused(options: [String]) async throws {
    let outcome = try await Program().run("records", "simulate", labelled, options[0], options[1])
    #expect(outcome.code == 2 && outcome.out.isEmpty && !outcome.err.isEmpty)
  }
}

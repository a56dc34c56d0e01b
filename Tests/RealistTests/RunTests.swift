import Foundation
import TestSupport
import Testing

@Suite("Running models, at the terminal")
struct RunTests {
  private static let gardens = Fixture.gardensPath
  private static let quick = ["--draws", "64", "--rounds", "4", "--no-cache"]

  private func run(_ arguments: [String]) async throws -> Program.Outcome {
    let words = ["run", Self.gardens] + Self.quick + arguments
    return try await Program().shell(
      "\"$0\" " + words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " "))
  }

  @Test("The page tells what is certain, orders, ends, levels, what drove it and what it hinges on")
  func page() async throws {
    let outcome = try await run(["--do", "fence@2", "--fact", "more know-how @1"])
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    let difference = try GoldenFile.difference(outcome.out, from: "run-gardens.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test(
    "The table and the record hold the numbers; a number of threads changes no byte",
    arguments: ["csv", "json", "text"])
  func threads(_ format: String) async throws {
    var seen: Set<String> = []
    for threads in ["1", "2", "7"] {
      let outcome = try await run(["--format", format, "--threads", threads])
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      seen.insert(outcome.out)
    }
    #expect(seen.count == 1)
    let text = try #require(seen.first)
    switch format {
    case "csv":
      let lines = text.split(separator: "\r\n")
      #expect(lines[0] == "section,prior,round,what,source,quantity,value" && lines.count > 1000)
      for section in ["end", "rank", "order", "proof", "level", "driver", "hinge", "label"] {
        #expect(lines.contains { $0.hasPrefix("\(section),") }, "\(section)")
      }
    case "json":
      let record = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      #expect(record["models"] as? [Int] == [64, 64, 64, 64] && record["faults"] as? Int == 0)
      for key in ["proofs", "orders", "ends", "levels", "contributions", "hinges"] {
        #expect((record[key] as? [Any])?.isEmpty == false, "\(key)")
      }
    default: #expect(text.contains("Certain, whatever the strengths"))
    }
  }

  @Test("Four parts add up to the same bytes as one run")
  func shards() async throws {
    try await TemporaryFolder.during { folder in
      var merges: [String] = []
      for part in 1...4 {
        let file = folder("part\(part)")
        let outcome = try await run(["--shard", "\(part)/4", "--output", file])
        #expect(outcome.code == 0 && outcome.out.isEmpty, "\(outcome.err)")
        merges += ["--merge", file]
      }
      let (whole, merged) = (
        try await run(["--format", "json"]), try await run(merges + ["--format", "json"])
      )
      #expect(whole.code == 0 && whole.out == merged.out)
      let missing = try await run(Array(merges.dropLast(2)))
      #expect(missing.code == 2 && missing.err.unwrapped.contains("These parts are missing: 4 of 4."))
      let twice = try await run(merges + ["--merge", folder("part2")])
      #expect(twice.code == 2 && twice.err.unwrapped.contains("Part 2 of 4 is there twice."))
      let other = try await run(merges + ["--seed", "2"])
      #expect(other.code == 2 && other.err.unwrapped.contains("other settings"))
    }
  }

  @Test(
    "What can't be understood is told with what can",
    arguments: [
      (["--fact", "more know-hwo"], "Did you mean know-how?"),
      (["--fact", "plenty know-how"], "Write more, less,"),
      (["--fact", "more know-how @3"], "partners count from 1 to 2"),
      (["--fact", "more know-how @1/2"], "each partner (as in @1)"),
      (["--do", "fense"], "Did you mean fence?"),
      (["--do", "fence@0"], "from 1 to 100"), (["--partners", "1"], "from 2 to 50"),
      (["--rounds", "0"], "from 1 to 100"), (["--draws", "0"], "--draws takes"),
      (["--shard", "5/4"], "such as 1/4"),
      (["--shard", "1/4"], "say which with --output"), (["--round-months", "0"], "from 0.1 to 120"),
      (["--merge", "nowhere"], "can't be read"),
      (["--merge", Fixture.gardensPath + "/theory.yaml"], "no part of an ensemble"),
    ])
  func refused(_ arguments: [String], _ told: String) async throws {
    let outcome = try await run(arguments)
    #expect(
      outcome.code == 2 && outcome.out.isEmpty && outcome.err.unwrapped.contains(told), "\(outcome.err)")
  }

  @Test("Statements of order are kept, and what is damaged is worked out anew")
  func kept() async throws {
    try await TemporaryFolder.during { folder in
      let line =
        "XDG_CACHE_HOME='\(folder("cache"))' \"$0\" run '\(Self.gardens)' --draws 64 --rounds 4 --format json"
      let first = try await Program().shell(line)
      let kept = folder("cache") + "/realist/orders"
      let files = try FileManager.default.contentsOfDirectory(atPath: kept)
      #expect(first.code == 0 && files.count == 1)
      let second = try await Program().shell(line)
      for damage in ["", "{}", "[1"] {
        try Data(damage.utf8).write(to: URL(fileURLWithPath: "\(kept)/\(files[0])"))
        #expect(try await Program().shell(line).out == first.out)
      }
      #expect(second.out == first.out)
    }
  }

  @Test(
    "The numbers that are drawn, the certificates, and a model for others",
    arguments: [
      (["theory", "parameters"], "The numbers that the models of a theory draw"),
      (["theory", "parameters", "--format", "csv"], "Parameter,What it says,Drawn,Whose,Why"),
      (["theory", "parameters", "--format", "json"], "[\n  {"),
      (["theory", "certificates"], "What is certain of actions"),
      (["theory", "certificates", "--draws", "32", "--rounds", "2"], "What is certain of actions"),
      (["model", "--to", "xmile"], "<?xml version=\"1.0\" encoding=\"utf-8\"?>"),
      (["model", "--to", "adjacency"], "from,to,configuration,way,sign,strength,reversible"),
      (["model", "--to", "trace", "--count", "2"], "{\"format\":\"realist trace 1\""),
    ])
  func others(_ arguments: [String], _ opening: String) async throws {
    let words = (arguments + [Self.gardens]).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try await Program().shell("\"$0\" \(words)")
    #expect(
      outcome.code == 0 && outcome.err.isEmpty && outcome.out.hasPrefix(opening),
      "\(outcome.err)\(outcome.out.prefix(90))")
  }
}

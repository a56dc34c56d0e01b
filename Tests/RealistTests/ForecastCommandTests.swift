import Foundation
import TestSupport
import Testing

@testable import realist

@Suite("Forecast, advice and plans, at the terminal")
struct ForecastCommandTests {
  private static let gardens = ["--theory", Fixture.gardensPath]
  private static let mill = Fixture.folder.appendingPathComponent("garden-cases/mill-lane.yaml").path
  private static let quarry = Fixture.folder.appendingPathComponent("garden-cases/quarry-row.yaml").path
  private static let quick = ["--draws", "128", "--rounds", "4"]

  private func run(_ command: String, _ arguments: [String]) async throws -> Program.Outcome {
    let takesOthers = ["forecast", "assess"].contains(command)
    let words =
      [command, Self.mill] + Self.gardens + (takesOthers ? ["--beside", Self.quarry] : []) + arguments
    return try await Program().shell(
      "\"$0\" " + words.map { "'\($0.replacing("'", with: "'\\''"))'" }.joined(separator: " "))
  }

  private func plans(_ folder: TemporaryFolder) throws -> [String] {
    let texts = [
      "format: realist-plan/1\nid: fence\ntitle: A fence\nactions: [{do: fence, from: 2}]\n",
      "format: realist-plan/1\nid: dig\ntitle: Dig in common\nactions: [{do: dig-in-common, until: 3}]\n",
    ]
    return try texts.enumerated().flatMap { number, text in
      let file = folder("plan-\(number).yaml")
      try text.write(toFile: file, atomically: true, encoding: .utf8)
      return ["--plan", file]
    }
  }

  @Test("The pages read as they did", arguments: ["forecast", "advise"])
  func golden(_ command: String) async throws {
    let outcome = try await run(command, Self.quick + (command == "forecast" ? ["--no-cache"] : []))
    #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
    let difference = try GoldenFile.difference(outcome.out, from: "\(command)-gardens.txt")
    #expect(difference == nil, "\(difference ?? "")")
  }

  @Test("Plans are compared as they were")
  func plans() async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await run("compare-plans", Self.quick + (try plans(folder)))
      #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
      let difference = try GoldenFile.difference(outcome.out, from: "compare-plans-gardens.txt")
      #expect(difference == nil, "\(difference ?? "")")
    }
  }

  @Test("Threads and parts change no byte")
  func shards() async throws {
    try await TemporaryFolder.during { folder in
      let quick = Self.quick + ["--no-orders", "--format", "json"]
      let whole = try await run("forecast", quick + ["--threads", "1"])
      #expect(whole.code == 0 && whole.err.isEmpty)
      #expect(try await run("forecast", quick + ["--threads", "5"]).out == whole.out)
      var merges: [String] = []
      for part in 1...3 {
        let file = folder("part\(part)")
        let outcome = try await run("forecast", quick + ["--shard", "\(part)/3", "--output", file])
        #expect(outcome.code == 0 && outcome.out.isEmpty, "\(outcome.err)")
        merges += ["--merge", file]
      }
      #expect(try await run("forecast", quick + merges).out == whole.out)
      let missing = try await run("forecast", quick + merges.dropLast(2))
      #expect(missing.code == 2 && missing.err.unwrapped.contains("These parts are missing: 3 of 3."))
    }
  }

  @Test("A page of its own has every figure, and loads nothing")
  func html() async throws {
    try await TemporaryFolder.during { folder in
      for (command, figures) in [
        ("forecast", ["fan", "ends-over-time", "history"]), ("advise", []),
      ] {
        let file = folder("\(command).html")
        let outcome = try await run(command, Self.quick + ["--html", file])
        #expect(outcome.code == 0, "\(outcome.err)")
        let page = try String(contentsOfFile: file, encoding: .utf8)
        for figure in figures { #expect(page.contains("figure-\(figure)_t"), "\(figure)") }
        #expect(!page.contains("<script") && !page.contains("src=\"http"))
      }
    }
  }

  @Test(
    "What can't be used is told with what can, and nothing is written",
    arguments: [
      ("forecast", ["--rounds", "0"], "from 1 to 100"), ("forecast", ["--rounds", "nan"], "rounds"),
      ("forecast", ["--draws", "3"], "--draws takes a number from 4"),
      ("forecast", ["--shard", "0/4"], "such as 1/4"),
      ("forecast", ["--shard", "1/4"], "say which with --output"),
      ("forecast", ["--as-of", "May"], "is no date"),
      ("forecast", ["--threads", "0"], "from 1 to 256"),
      ("forecast", ["--merge", "nowhere"], "can't be read"),
      ("advise", ["--levers", "fense"], "Did you mean fence?"), ("advise", ["--most", "4"], "1, 2 or 3"),
      ("advise", ["--levers", ","], "from 1 to 20"), ("advise", ["--draws", "-1"], "draws"),
      ("compare-plans", [], "from 1 to 8 plans"),
      ("compare-plans", ["--plan", "nowhere.yaml"], "nowhere.yaml"),
      ("assess", ["--forecast", "--format", "json"], "realist forecast --format json"),
    ])
  func refused(_ command: String, _ arguments: [String], _ told: String) async throws {
    let outcome = try await run(command, arguments)
    #expect(
      outcome.code == 2 && outcome.out.isEmpty && outcome.err.unwrapped.contains(told), "\(outcome.err)")
  }

  @Test("An assessment tells what may come in the same story")
  func assessment() async throws {
    let outcome = try await run("assess", ["--forecast", "--no-orders"] + Self.quick)
    #expect(outcome.code == 0 && outcome.err.isEmpty, "\(outcome.err)")
    for words in ["What may come: compare before you count", "Beside a collaboration of which nothing leans"]
    {
      #expect(outcome.out.unwrapped.contains(words))
    }
  }

  @Test("A processor is of the newer level only where it says so")
  func processor() {
    let new = "processor : 0\nflags : fpu avx avx2 bmi1 bmi2 f16c fma abm movbe xsave sse4_2\n"
    #expect(QuickBuild.suits(new))
    for flag in QuickBuild.needed { #expect(!QuickBuild.suits(new.replacing(" \(flag) ", with: " "))) }
    #expect(!QuickBuild.suits("") && !QuickBuild.suits("flags") && !QuickBuild.suits("Features : neon"))
  }
}

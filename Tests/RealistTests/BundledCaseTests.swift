import Foundation
import Testing

@Suite("The bundled cases, at the terminal")
struct BundledCaseTests {
  private struct Record: Decodable {
    struct Main: Decodable {
      let concept: String
      let tendency: String
    }
    struct Action: Decodable {
      let lever: String
      let helps: [String]
      let protects: [String]
      let harms: [String]
    }
    let format: String
    let startOutlook: [Main]
    let outlook: [Main]
    let actions: [Action]

    func tendency(of concept: String, atStart: Bool = false) -> String? {
      (atStart ? startOutlook : outlook).first { $0.concept == concept }?.tendency
    }
  }

  private func record(_ subject: String) throws -> Record {
    let run = try ProgramRun("assess", subject, "--format", "json")
    #expect(run.status == 0 && run.complaint.isEmpty)
    return try JSONDecoder().decode(Record.self, from: Data(run.output.utf8))
  }

  @Test(
    "An enforced merger starts with less trust, lower aims and early conflict, as the paper's discussion says"
  )
  func enforcedMerger() throws {
    let record = try record("enforced-merger")
    #expect(record.format == "realist-assessment/1")
    #expect(record.tendency(of: "initial-trust") == "falls")
    #expect(record.tendency(of: "aim-ambition") == "falls first")
    #expect(record.tendency(of: "inter-organisational-conflict") == "rises first")
    #expect(record.tendency(of: "confidence") == "rises")
  }

  @Test(
    "What the discussion advises helps an enforced merger",
    arguments: [
      ("relational-agreement", ["initial-trust", "trust"]),
      ("shared-vision", ["trust", "inter-organisational-conflict"]),
      ("prior-collaboration", ["initial-trust"]), ("agree-accountability", ["trust"]),
    ])
  func advice(lever: String, concepts: [String]) throws {
    let found = try record("enforced-merger").actions.filter { $0.lever.contains(lever) }
    let action = try #require(found.first, "no lever is called \(lever)")
    #expect(action.harms.isEmpty)
    #expect(Set(concepts).isSubset(of: Set(action.helps + action.protects)))
  }

  @Test(
    "Two alliances of one study are alike at the start, and part as they did in life, with the events that did it"
  )
  func alliances() throws {
    let (lasted, dissolved) = (try record("access-aco"), try record("collaborative-aco"))
    #expect(lasted.startOutlook.map(\.tendency) == dissolved.startOutlook.map(\.tendency))
    #expect(lasted.tendency(of: "trust")?.hasPrefix("rises") == true)
    #expect(dissolved.tendency(of: "trust")?.hasPrefix("falls") == true)
    #expect(lasted.tendency(of: "dissolution") == "falls")
    #expect(dissolved.tendency(of: "dissolution") == "rises")
    let told = try ProgramRun("assess", "access-aco").output.split(whereSeparator: \.isWhitespace)
      .joined(separator: " ")
    #expect(told.contains("At the start the theory can't tell"))
    #expect(told.contains("They part first with this"))
    #expect(told.contains("This case is among the studies that the theory was made from"))
  }

  @Test("Without Graphviz, the page has the table and a sentence, and needs nothing from elsewhere")
  func page() throws {
    try withFile("", named: "page.html") { path in
      let run = try ProgramRun("assess", "enforced-merger", "--html", path)
      let page = try String(contentsOfFile: path, encoding: .utf8)
      #expect(run.status == 0)
      #expect(page.hasSuffix("</html>\n") && page.contains("Graphviz"))
      for outside in ["<script", "<link", "<img", "src=\"http", "@import", "url("] {
        #expect(!page.contains(outside))
      }
    }
  }

  @Test("No line is wider than asked for, and a pipe gets no colour", arguments: [40, 80, 120])
  func width(columns: Int) throws {
    for detail in [[], ["--full"]] {
      let run = try ProgramRun("assess", "enforced-merger", "--width", "\(columns)", extra: detail)
      #expect(run.lines.allSatisfy { $0.count <= columns }, "\(run.lines.first { $0.count > columns } ?? "")")
      #expect(!run.output.contains("\u{1B}"))
    }
  }

  @Test("The same case gives the same bytes", arguments: ["text", "markdown", "json"])
  func deterministic(format: String) throws {
    let runs = try (0..<2).map { _ in try ProgramRun("assess", "access-aco", "--format", format).output }
    #expect(runs[0] == runs[1] && !runs[0].isEmpty)
  }

  @Test("What comes after a date is left out")
  func asOf() throws {
    let run = try ProgramRun("assess", "access-aco", "--as-of", "2012")
    #expect(run.status == 0 && !run.output.contains("What has happened since the start"))
  }
}

@Suite("The README")
struct ReadmeTests {
  @Test("What it shows of a command is what the command prints")
  func tour() throws {
    let readme = try String(contentsOf: ProgramRun.root.appendingPathComponent("README.md"), encoding: .utf8)
    let blocks = readme.components(separatedBy: "```console\n").dropFirst()
      .compactMap { $0.components(separatedBy: "```").first }
    #expect(blocks.count >= 4)
    for block in blocks {
      var lines = block.split(separator: "\n").map(String.init)
      let command = lines.removeFirst().split(separator: " ").map(String.init)
      #expect(command.prefix(2) == ["$", "realist"])
      let printed = try ProgramRun(arguments: Array(command.dropFirst(2)))
      #expect(printed.status == 0)
      let told = Set(printed.lines.map(String.init))
      for line in lines where line != "…" { #expect(told.contains { $0.hasPrefix(line) }, "\(line)") }
    }
  }

  @Test("The case that it gives for a start is one")
  func example() throws {
    let readme = try String(contentsOf: ProgramRun.root.appendingPathComponent("README.md"), encoding: .utf8)
    let text = try #require(
      readme.components(separatedBy: "```yaml\n").dropFirst().first?.components(separatedBy: "```").first)
    try withFile(text) { path in
      let run = try ProgramRun("assess", path)
      #expect(run.status == 0 && run.complaint.isEmpty)
      #expect(!run.output.contains("What the theory is silent on"))
    }
  }
}

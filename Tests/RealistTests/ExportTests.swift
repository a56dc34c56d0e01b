import Foundation
import TestSupport
import Testing

@Suite("Taking things out again, at the terminal")
struct ExportTests {
  @Test(
    "Each export begins as its format does, on the small theory and on the bundled one",
    arguments: [
      (["theory", "export", "--to", "dot"], "digraph theory {"),
      (["theory", "export", "--to", "graphml"], "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"),
      (
        ["theory", "export", "--to", "graphml", "--as", "configurations"],
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      ),
      (["theory", "export", "--to", "mermaid"], "flowchart LR"),
      (["theory", "export", "--to", "kumu"], "{\n  \"elements\": ["),
      (["theory", "export", "--to", "kumu", "--as", "configurations"], "{\n  \"elements\": ["),
      (["theory", "export", "--to", "markdown"], "# "), (["theory", "export", "--to", "json"], "{\n"),
      (["theory", "table", "studies", "--format", "csv"], "Paper,Reference,"),
      (["theory", "table", "entry-points", "--format", "csv"], "Number,Entry point,"),
      (["theory", "table", "told", "--format", "markdown"], "# What the source tells in its tables"),
      (["theory", "table", "configurations", "--format", "csv"], "Identifier,Title,Context,"),
      (["theory", "table", "cmocs", "--format", "csv"], "Number,Context,Mechanism,Outcome,Sources"),
      (["theory", "table", "middle-range-theories", "--format", "csv"], "Theory,What it says,Explains,"),
      (["theory", "saturation", "--format", "markdown"], "# Saturation"),
      (["theory", "gaps", "--format", "json"], "{\n  \"format\" : \"realist-gaps/1\""),
      (["theory", "clusters", "--format", "markdown"], "# Clusters by mechanism"),
      (["sources", "--format", "ris"], "TY  - "), (["sources", "--format", "bibtex"], "@article{"),
      (["sources", "--format", "csl-json", "--role", "included"], "[\n  {\n    \"id\": \"1\","),
    ])
  func begins(_ arguments: [String], _ opening: String) async throws {
    let line = "\"$0\" \(arguments.joined(separator: " "))"
    let bundled = try await Program().shell(line)
    let gardens = try await Program.withGardens { try await $0.shell(line) }
    for outcome in [bundled, gardens] {
      #expect(
        outcome.code == 0 && outcome.err.isEmpty && outcome.out.hasPrefix(opening),
        "\(outcome.out.prefix(80))")
    }
    #expect(bundled.out != gardens.out)
  }

  @Test("A file gets exactly what the screen would")
  func output() async throws {
    try await TemporaryFolder.during { folder in
      for arguments in [["sources", "--format", "ris"], ["theory", "table", "studies", "--format", "csv"]] {
        let line = "\"$0\" \(arguments.joined(separator: " "))"
        let (screen, file) = (try await Program().shell(line), folder(arguments[0]))
        let outcome = try await Program().shell("\(line) --output '\(file)'")
        #expect(outcome.code == 0 && outcome.out.isEmpty && outcome.err.isEmpty)
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(bytes == Data(screen.out.utf8) && bytes.suffix(3) != Data("\n\r\n".utf8))
        #expect(bytes.suffix(2) == Data("\r\n".utf8))
      }
    }
  }

  @Test("A file that can't be written is told apart, and nothing is lost")
  func unwritable() async throws {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program().run("theory", "export", "--to", "dot", "--output", folder.path)
      #expect(outcome.code == 2 && outcome.err.contains("this is a folder"))
      let missing = try await Program().run("sources", "--format", "ris", "--output", folder("none/a.ris"))
      #expect(missing.code == 2 && missing.err.contains("can't be written"))
    }
  }

  @Test(
    "What doesn't go together is refused",
    arguments: [
      ["theory", "export", "--to", "dot", "--as", "concepts"], ["theory", "export"],
      ["theory", "export", "--to", "docx"], ["theory", "table"], ["theory", "table", "4"],
      ["sources", "--format", "endnote"],
    ])
  func refused(_ arguments: [String]) async throws {
    let outcome = try await Program().shell("\"$0\" \(arguments.joined(separator: " "))")
    #expect(outcome.code == 2 && outcome.out.isEmpty && !outcome.err.isEmpty)
  }

  @Test("A theory's own files are not written over", arguments: ["references.json", "concepts.yaml"])
  func ownFiles(_ name: String) async throws {
    try await TemporaryFolder.during { folder in
      let theory = folder("gardens")
      try FileManager.default.copyItem(atPath: Fixture.gardensPath, toPath: theory)
      let file = "\(theory)/\(name)"
      let before = try Data(contentsOf: URL(fileURLWithPath: file))
      for line in [
        ["sources", theory, "--format", "csl-json", "--output", file],
        ["theory", "saturation", theory, "--output", file], ["theory", "saturation", theory, "--svg", file],
        ["theory", "gaps", theory, "--html", file],
      ] {
        let outcome = try await Program().run(arguments: line)
        let after = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(outcome.code == 2 && outcome.err.contains("Name another file") && after == before, "\(line)")
      }
    }
  }

  @Test("The exported sources are those of the role that was asked for")
  func roles() async throws {
    let all = try await Program().run("sources", "--format", "ris")
    let some = try await Program().run("sources", "--format", "ris", "--role", "included")
    func records(_ text: String) -> Int { text.components(separatedBy: "ER  - \r\n").count - 1 }
    #expect(records(all.out) == 99 && records(some.out) == 39)
    #expect(some.out.components(separatedBy: "KW  - role: included").count == 40)
  }
}

import Foundation
import TestSupport
import Testing

@Suite("realist review")
struct ReviewCommandTests {
  /// A review with two records, and a program that runs in its folder as Ann.
  private func during(_ body: (Program, TemporaryFolder) async throws -> Void) async throws {
    try await TemporaryFolder.during { folder in
      let program = Program(variables: ["REALIST_REVIEWER": "Ann"], in: folder.path)
      _ = try folder.file(
        "a.ris", "TY  - JOUR\nTI  - One \u{1B}[2J work\nER  - \nTY  - JOUR\nTI  - Another work\nER  - \n")
      try await program.review(["new r.realist --title T", "import r.realist a.ris"])
      try await body(program, folder)
    }
  }

  @Test("Mistakes are told with the remedy, and nothing is changed")
  func mistakes() async throws {
    try await during { program, folder in
      _ = try folder.file(
        "plan.yaml", "format: realist-protocol/1\ntitle: T\nquestion: Q\nstages:\n  - stage: screening\n")
      let before = try await program.run("review", "log", "r.realist", "--format", "json").out
      let lines: [(String, [String])] = [
        ("status none.realist", ["no such review", "realist review new"]),
        ("status a.ris", ["no review file"]),
        ("new r.realist --title T", ["a file of this name already"]),
        ("new x.realist --title ' '", ["--title"]),
        ("import r.realist a.ris", ["imported before", "--again"]),
        ("import r.realist none.ris", ["no such file"]),
        ("import r.realist a.ris --again --entering nowhere", ["--entering takes"]),
        ("import r.realist a.ris --again --wave flood", ["flood"]),
        ("import r.realist a.ris --again --search 1", ["act 1 is no search"]),
        ("decide r.realist 9 include", ["no record 9"]), ("decide r.realist 1 perhaps", ["perhaps"]),
        ("decide r.realist 1 exclude --stage full-text", ["title-abstract"]),
        ("decide r.realist 1 include --reason x", ["left out"]),
        ("undo r.realist 2", ["can't be taken back"]),
        ("undo r.realist 77", ["no act 77"]), ("find r.realist '(a'", ["bracket"]),
        ("protocol r.realist", ["no protocol is set yet"]),
        ("protocol r.realist --set plan.yaml", ["plan.yaml:5", "title-abstract"]),
        ("protocol r.realist --because x", ["--set"]),
        ("search r.realist --source X --date 2020-13", ["--date takes"]),
        ("sample r.realist --percent 0", ["--percent"]),
        ("resolve r.realist 1 include --because x", ["no conflict"]),
        ("dedupe r.realist --same 1", ["two or more"]), ("dedupe r.realist --same 1,x", ["two or more"]),
        ("list r.realist --to xyz", ["xyz"]), ("status r.realist --as-of 99", ["no act 99"]),
        ("restore a.ris new.realist", ["no zip"]),
        ("archive r.realist --output r.realist", ["take its place"]),
        ("screen r.realist", ["needs a terminal"]), ("agreement r.realist", ["Nobody has decided"]),
        ("counts r.realist a.ris", ["no JSON"]), ("show r.realist 0", ["no record 0"]),
        ("flow r.realist --svg a --html a", ["twice"]),
      ]
      try await program.expectRefusals(of: "review", lines)
      let nobody = try await Program(in: folder.path).run("review", "decide", "r.realist", "1", "include")
      #expect(nobody.code == 2 && nobody.err.contains("--by"))
      #expect(try await program.run("review", "log", "r.realist", "--format", "json").out == before)
      #expect(try folder.names() == ["a.ris", "plan.yaml", "r.realist"])
    }
  }

  @Test("What a screen would obey is never sent to it")
  func controls() async throws {
    try await during { program, _ in
      for line in ["list r.realist", "find r.realist work", "show r.realist 1", "screen r.realist --list 2"] {
        let outcome = try await program.shell("\"$0\" review \(line)")
        #expect(outcome.code == 0 && outcome.out.contains("work"), "\(outcome.err)")
        #expect(!outcome.out.contains("\u{1B}"), "\(line)")
      }
    }
  }

  @Test(
    "Programs get JSON of each answer",
    arguments: [
      "status r.realist", "list r.realist", "find r.realist work", "log r.realist", "conflicts r.realist",
      "dedupe r.realist --trial", "decide r.realist 1 include", "note r.realist 1 hello", "flow r.realist",
      "screen r.realist --list 1", "search r.realist --source X --hits 3", "sample r.realist",
    ])
  func json(_ line: String) async throws {
    try await during { program, _ in
      let outcome = try await program.shell("\"$0\" review \(line) --format json")
      #expect(outcome.code == 0, "\(outcome.err)")
      _ = try JSONSerialization.jsonObject(with: Data(outcome.out.utf8))
    }
  }

  @Test("Records are written in other formats, and the database of the web application is refused by name")
  func others() async throws {
    try await during { program, folder in
      let written = try await program.run(
        "review", "list", "r.realist", "--to", "ris", "--output", folder("out.ris"))
      #expect(written.code == 0)
      #expect(try String(contentsOfFile: folder("out.ris"), encoding: .utf8).contains("TI  - Another work"))
      // The mark of the other kind of file stands in the same place.
      var bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: folder("r.realist"))))
      bytes.replaceSubrange(68..<72, with: Array("real".utf8))
      let web = try folder.file("web.realist", bytes)
      let outcome = try await program.run("review", "status", web)
      #expect(outcome.code == 2 && outcome.err.contains("web application"))
    }
  }
}

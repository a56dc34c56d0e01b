import Foundation
import TestSupport
import Testing

@Suite("Records on the command line")
struct RecordsCommandTests {
  private let program = Program()
  private func path(_ name: String) -> String { Fixture.records.appendingPathComponent(name).path }

  @Test("Each file's records are counted, several files at once, from standard input, too")
  func read() async throws {
    let outcome = try await program.run("records", "read", path("generic.ris"), path("pubmed.nbib"))
    #expect(outcome.code == 0 && outcome.err.isEmpty)
    #expect(outcome.told.contains("4 records read from 2 files. None was refused."))
    let piped = try await program.shell(
      "cat '\(path("savedrecs.ciw"))' | \"$0\" records read - --format json")
    #expect(
      piped.code == 0 && piped.out.contains("\"records\" : 2") && piped.out.contains("\"format\" : \"ciw\""))
  }

  @Test("What is no export is refused with 2, what to do, and nothing printed")
  func refused() async throws {
    try await TemporaryFolder.during { folder in
      let binary = try folder.file("a.ris", [0x50, 0x4B, 0x03, 0x04, 0x00])
      let letter = try folder.file("b.ris", "Dear Ann\n")
      for (path, words) in [
        (binary, "a workbook"), (letter, "in no format of records"), (folder.path, "this is a folder"),
        (folder("none.ris"), "there is no such file"),
      ] {
        for command in [["records", "read", path], ["records", "convert", path, "--to", "csv"]] {
          let outcome = try await program.shell("\"$0\" \(command.map { "'\($0)'" }.joined(separator: " "))")
          #expect(
            outcome.code == 2 && outcome.out.isEmpty && outcome.told.isEmpty && outcome.err.contains(words))
        }
      }
    }
  }

  @Test("A conversion writes a whole file or none, and never over what it reads")
  func convert() async throws {
    try await TemporaryFolder.during { folder in
      let source = try folder.file("a.ris", "TY  - JOUR\nTI  - One\nER  - \n")
      let target = folder("b.csv")
      let outcome = try await program.run("records", "convert", source, "--to", "csv", "--output", target)
      #expect(outcome.code == 0 && outcome.out.isEmpty && outcome.err.contains("1 record read"))
      #expect(try String(contentsOfFile: target, encoding: .utf8).contains("One"))
      // The second file can't be read: the first one's records are not written.
      let failed = try await program.run(
        "records", "convert", source, folder("none"), "--to", "csv", "--output", target)
      #expect(failed.code == 2)
      #expect(try String(contentsOfFile: target, encoding: .utf8).contains("One"))
      let screen = try await program.run("records", "convert", source, folder("none"), "--to", "csv")
      #expect(screen.code == 2 && screen.out.isEmpty)
      let over = try await program.run("records", "convert", source, "--to", "csv", "--output", source)
      #expect(over.code == 2)
      #expect(try String(contentsOfFile: source, encoding: .utf8).hasPrefix("TY"))
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["a.ris", "b.csv"])
    }
  }

  @Test("A library in several formats gives the same records")
  func formats() async throws {
    let csv = try await program.run("records", "convert", path("scopus.ris"), "--to", "csv")
    for format in ["ris", "nbib"] {
      let line = "\"$0\" records convert '\(path("scopus.ris"))' --to \(format) 2>/dev/null"
      let again = try await program.shell("\(line) | \"$0\" records convert - --to csv")
      #expect(again.code == 0 && again.out == csv.out)
    }
  }
}

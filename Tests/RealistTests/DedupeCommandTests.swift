import Foundation
import TestSupport
import Testing

@Suite("realist records dedupe")
struct DedupeCommandTests {
  private let library = Fixture.folder.appendingPathComponent("dedupe/library.csv").path
  private let known = Fixture.folder.appendingPathComponent("dedupe/known.csv").path

  @Test("What is merged, what is left to a person, and how it compares with known groups is told")
  func told() async throws {
    let outcome = try await Program().run("records", "dedupe", library, "--truth", known)
    #expect(outcome.code == 0, "\(outcome.err)")
    #expect(try GoldenFile.difference(outcome.out, from: "dedupe.txt") == nil)
    let markdown = try await Program().run("records", "dedupe", library, "--format", "markdown")
    #expect(try GoldenFile.difference(markdown.out, from: "dedupe.md") == nil)
    let json = try await Program().run("records", "dedupe", library, "--truth", known, "--format", "json")
    #expect(try GoldenFile.difference(json.out, from: "dedupe.json") == nil)
  }

  @Test("Records without duplicates, groups and doubts are written, and are the same each time")
  func written() async throws {
    try await TemporaryFolder.during { folder in
      for round in ["1", "2"] {
        let outcome = try await Program().run(
          "records", "dedupe", library, "--output", folder("out\(round).ris"), "--groups",
          folder("groups\(round).csv"),
          "--doubtful", folder("doubts\(round).csv"))
        #expect(outcome.code == 0, "\(outcome.err)")
      }
      for name in ["out", "groups", "doubts"] {
        let ending = name == "out" ? "ris" : "csv"
        let first = try String(contentsOfFile: folder("\(name)1.\(ending)"), encoding: .utf8)
        #expect(try String(contentsOfFile: folder("\(name)2.\(ending)"), encoding: .utf8) == first)
        #expect(try GoldenFile.difference(first, from: "dedupe-\(name).\(ending)") == nil)
      }
      let again = try await Program().run("records", "dedupe", folder("out1.ris"))
      #expect(again.told.contains("0 groups of the same work"))
    }
  }

  @Test("Groups that were written take their merges back")
  func takenBack() async throws {
    try await TemporaryFolder.during { folder in
      _ = try await Program().run("records", "dedupe", library, "--groups", folder("groups.csv"))
      let outcome = try await Program().run(
        "records", "dedupe", library, "--keep-apart", folder("groups.csv"))
      #expect(outcome.told.contains("10 records read. 0 groups of the same work"))
    }
  }

  @Test("What a person found to be the same is merged")
  func same() async throws {
    try await TemporaryFolder.during { folder in
      let same = try folder.file("same.csv", "merged_ids\ntalk-1;ovid-1\n")
      let outcome = try await Program().run("records", "dedupe", library, "--same", same, "--format", "json")
      #expect(outcome.told.contains("\"person\""))
    }
  }

  @Test("What can't be used is told with its place, and nothing is written")
  func refused() async throws {
    try await TemporaryFolder.during { folder in
      let apart = try folder.file("apart.csv", "merged_ids\novid-1;nobody\n")
      let output = folder("out.ris")
      let unknown = try await Program().run(
        "records", "dedupe", library, "--keep-apart", apart, "--output", output)
      #expect(unknown.code == 2)
      #expect(unknown.err.contains("apart.csv:2") && unknown.err.contains("nobody"))
      let both = try folder.file("both.csv", "merged_ids\novid-1;scopus-1\n")
      let contrary = try await Program().run(
        "records", "dedupe", library, "--keep-apart", both, "--same", both, "--output", output)
      #expect(contrary.code == 2)
      #expect(contrary.err.contains("ovid-1 and scopus-1"))
      let format = try await Program().run("records", "dedupe", library, "--output", folder("out.xyz"))
      #expect(format.code == 2)
      let over = try await Program().run("records", "dedupe", library, "--groups", library)
      #expect(over.code == 2)
      #expect(try folder.names() == ["apart.csv", "both.csv"])
    }
  }
}

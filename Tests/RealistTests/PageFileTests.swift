import Foundation
import TestSupport
import Testing

@Suite("realist assess --html")
struct PageFileTests {
  private func page(_ variables: [String: String] = [:], _ name: String = "page.html") async throws -> String
  {
    try await TemporaryFolder.during { folder in
      let outcome = try await Program.withGardens(variables: variables, in: folder.path) { gardens in
        try await gardens.run("assess", "mill-lane", "--html", name)
      }
      #expect(outcome.code == 0 && outcome.err.isEmpty && outcome.told.contains("The garden in Mill Lane"))
      #expect(try folder.names() == [name])
      return try String(contentsOfFile: folder(name), encoding: .utf8)
    }
  }

  /// What would make a page fetch something, or run something.
  private static let reaches = [
    "<script", "<link", "<iframe", "<object", "<embed", "@import", "url(", " src=", " onload=", "javascript:",
  ]

  @Test("Without Graphviz the page stands alone, with the picture's table and its sentence")
  func withoutPicture() async throws {
    let html = try await page(["REALIST_DOT": ""])
    #expect(html.hasPrefix("<!doctype html>") || html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.hasSuffix("</html>\n"))
    #expect(Self.reaches.filter(html.contains) == [])
    #expect(
      html.contains("The arrows of the picture") && html.contains("From what is known, short chains reach"))
    #expect(html.contains("The picture needs Graphviz") && !html.contains("<svg"))
  }

  @Test(
    "With Graphviz the picture stands in the page",
    .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/dot")))
  func withPicture() async throws {
    let html = try await page(["REALIST_DOT": "/usr/bin/dot"])
    #expect(html.contains("<svg") && html.contains("</svg>") && html.contains("The arrows of the picture"))
    #expect(Self.reaches.filter(html.contains) == [])
  }

  @Test("A file that was there is replaced whole; through a link, the file behind it is")
  func replaced() async throws {
    try await TemporaryFolder.during { folder in
      let old = try folder.file("old.html", String(repeating: "old ", count: 100_000))
      try FileManager.default.createSymbolicLink(atPath: folder("link.html"), withDestinationPath: old)
      try await Program.withGardens { gardens in
        let outcome = try await gardens.run("assess", "quarry-row", "--html", folder("link.html"))
        #expect(outcome.code == 0)
      }
      let html = try String(contentsOfFile: old, encoding: .utf8)
      #expect(html.hasSuffix("</html>\n") && !html.contains("old old"))
      let link =
        try FileManager.default.attributesOfItem(atPath: folder("link.html"))[.type] as? FileAttributeType
      #expect(link == .typeSymbolicLink)
      #expect(try folder.names() == ["link.html", "old.html"])
    }
  }

  @Test("A folder that isn't there, a folder, and a pipe are refused, and nothing is written")
  func refused() async throws {
    try await TemporaryFolder.during { folder in
      try FileManager.default.createDirectory(atPath: folder("pages"), withIntermediateDirectories: false)
      // A pipe stands for all that is no ordinary file: a test must not risk the machine's own devices.
      #expect(mkfifo(folder("pipe"), 0o600) == 0)
      let before = try folder.names()
      try await Program.withGardens { gardens in
        for (name, words) in [
          ("none/page.html", "the file can't be written. Check that the folder exists"),
          ("pages", "this is a folder. Name a file."), ("pipe", "this is no ordinary file. Name a file."),
          ("old.html/page.html", "can't be written"),
        ] {
          let outcome = try await gardens.run("assess", "quarry-row", "--html", folder(name))
          #expect(outcome.code == 2 && outcome.out.isEmpty, "\(name)")
          #expect(outcome.err.hasPrefix("\(folder(name)): ") && outcome.err.contains(words), "\(outcome.err)")
        }
      }
      #expect(try folder.names() == before && folder.names(in: "pages").isEmpty)
      let pipe = try FileManager.default.attributesOfItem(atPath: folder("pipe"))[.type] as? FileAttributeType
      #expect(pipe != .typeRegular && pipe != nil)
    }
  }

  @Test(
    "A page isn't written over a document, by whatever name: not over the case, one beside it, or a theory's file"
  )
  func overDocument() async throws {
    try await TemporaryFolder.during { folder in
      let text = try String(
        contentsOf: Fixture.folder.appendingPathComponent("garden-cases/quarry-row.yaml"), encoding: .utf8)
      let theory = try folder.file("theory.yaml", "format: realist-theory/1\n")
      for name in ["case.txt", "other.txt"] { _ = try folder.file(name, text) }
      let files = FileManager.default
      try files.createSymbolicLink(atPath: folder("link.html"), withDestinationPath: folder("case.txt"))
      try files.linkItem(atPath: folder("case.txt"), toPath: folder("same.html"))
      try await Program.withGardens(in: folder.path) { gardens in
        for page in [
          "case.txt", "./case.txt", folder("case.txt"), "link.html", "same.html", "other.txt", theory,
        ] {
          let outcome = try await gardens.run(
            "assess", folder("case.txt"), "--beside", folder("other.txt"), "--html", page)
          #expect(outcome.code == 2 && outcome.out.isEmpty, "\(page)")
          #expect(
            outcome.err.hasPrefix("\(page): this is a document") && outcome.err.contains("Name another file"))
        }
        let outcome = try await gardens.run("assess", folder("case.txt"), "--html", "new.html")
        #expect(outcome.code == 0)
      }
      for name in ["case.txt", "other.txt", "same.html"] {
        #expect(try String(contentsOfFile: folder(name), encoding: .utf8) == text, "\(name)")
      }
      #expect(try String(contentsOfFile: theory, encoding: .utf8) == "format: realist-theory/1\n")
    }
  }

  @Test("A page is left alone when there is nothing to write into it")
  func kept() async throws {
    try await TemporaryFolder.during { folder in
      let old = try folder.file("page.html", "old")
      let outcome = try await Program().run("assess", "no-such-case", "--html", old)
      #expect(outcome.code == 2)
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
    }
  }

  @Test("On a disk that is full the old page stays as it was, and nothing is left beside it")
  func full() async throws {
    try await TemporaryFolder.during { folder in
      let old = try folder.file("page.html", "old")
      // The limit on the size of files stands for the full disk; the output goes where there is no limit.
      let line =
        "trap '' XFSZ; ulimit -f 8; exec \"$0\" assess mill-lane --html '\(old)' | cat >/dev/null"
      let outcome = try await Program.withGardens { gardens in try await gardens.shell(line) }
      #expect(outcome.err.contains("\(old): the file can't be written"))
      #expect(try String(contentsOfFile: old, encoding: .utf8) == "old")
      #expect(try folder.names() == ["page.html"])
    }
  }
}

extension TemporaryFolder {
  fileprivate func names(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: self(name))
  }
}

import Documents
import Foundation
import TestSupport
import Testing

@Suite("Writing a folder")
struct DocumentFolderTests {
  private static func folder(_ path: String) -> DocumentFolder {
    DocumentFolder(path: path, mainFile: "main.yaml") { $0.hasSuffix(".yaml") }
  }

  private static let files = [
    DocumentFile(name: "main.yaml", text: "a: 1\n"), DocumentFile(name: "more.yaml", text: "b: 2\n"),
  ]

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  @Test("A new folder holds the files, and nothing is left beside it")
  func new() throws {
    try TemporaryFolder.with { place in
      try Self.folder(place("t")).write(Self.files)
      #expect(try names(place("t")) == ["main.yaml", "more.yaml"])
      #expect(try String(contentsOfFile: place("t/more.yaml"), encoding: .utf8) == "b: 2\n")
      #expect(try names(place.path) == ["t"])
    }
  }

  @Test("A folder is replaced whole; what isn't the document's stays, and so do its permissions")
  func replaced() throws {
    try TemporaryFolder.with { place in
      let files = FileManager.default
      try files.createDirectory(atPath: place("t/.git/deep"), withIntermediateDirectories: true)
      for name in ["main.yaml", "old.yaml", "README.md", ".git/deep/x"] {
        _ = try place.file("t/\(name)", "old")
      }
      try files.setAttributes([.posixPermissions: 0o750], ofItemAtPath: place("t"))
      try Self.folder(place("t/")).write(Self.files)
      #expect(try names(place("t")) == [".git", "README.md", "main.yaml", "more.yaml"])
      #expect(try String(contentsOfFile: place("t/.git/deep/x"), encoding: .utf8) == "old")
      #expect(try String(contentsOfFile: place("t/main.yaml"), encoding: .utf8) == "a: 1\n")
      let mode = try files.attributesOfItem(atPath: place("t"))[.posixPermissions] as? Int
      #expect(mode == 0o750)
      #expect(try names(place.path) == ["t"])
    }
  }

  @Test("Through a link the folder behind it is replaced")
  func link() throws {
    try TemporaryFolder.with { place in
      try Self.folder(place("real")).write(Self.files)
      try FileManager.default.createSymbolicLink(atPath: place("link"), withDestinationPath: place("real"))
      try Self.folder(place("link")).write(Array(Self.files.prefix(1)))
      #expect(try names(place("real")) == ["main.yaml"])
      #expect(try names(place.path) == ["link", "real"])
    }
  }

  @Test("A folder of somebody else's, a file, and a place that isn't there are refused and left alone")
  func refused() throws {
    try TemporaryFolder.with { place in
      try FileManager.default.createDirectory(atPath: place("other"), withIntermediateDirectories: true)
      _ = try place.file("other/letter.txt", "dear")
      let file = try place.file("file", "x")
      for path in [place("other"), file, place("none/t")] {
        #expect(throws: FaultyDocument.self) { try Self.folder(path).write(Self.files) }
      }
      #expect(try names(place("other")) == ["letter.txt"])
      #expect(try String(contentsOfFile: file, encoding: .utf8) == "x")
      #expect(try names(place.path) == ["file", "other"])
    }
  }

  @Test("On a disk that is full, nothing changes")
  func full() async {
    // The limit on the size of files stands for the full disk, and holds for a whole process.
    await #expect(processExitsWith: .success) {
      try TemporaryFolder.with { place in
        try DocumentFolderTests.folder(place("t")).write(DocumentFolderTests.files)
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit()
        #expect(getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
        limit.rlim_cur = 10_000
        #expect(setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0)
        let large = [
          DocumentFile(name: "main.yaml", text: "a: 2\n"),
          DocumentFile(name: "more.yaml", text: String(repeating: "x", count: 20_000)),
        ]
        for path in [place("t"), place("new")] {
          #expect(
            throws: FaultyDocument(faults: [
              Fault(
                file: path, line: nil, field: "", problem: "there is no room left to write it",
                remedy: "Make room; nothing was changed.")
            ])
          ) { try DocumentFolderTests.folder(path).write(large) }
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["t"])
        #expect(try String(contentsOfFile: place("t/main.yaml"), encoding: .utf8) == "a: 1\n")
      }
    }
  }
}

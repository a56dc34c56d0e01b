import Documents
import Foundation
import TestSupport
import Testing

@Suite("Files from outside")
struct DocumentFileTests {
  /// What the reader says of a file.
  private func told(_ path: String) -> String {
    do { return "read: \(try DocumentFile(path: path).text.prefix(20))" } catch {
      return path.isEmpty ? error.description : error.description.replacing(path, with: "F")
    }
  }

  private func told(bytes: [UInt8]) throws -> String {
    try TemporaryFolder.with { folder in told(try folder.file("f.yaml", bytes)) }
  }

  @Test("An ordinary file is read, also through a link, with or without a byte order mark")
  func ordinary() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.file("a.yaml", "a: é\n")
      #expect(told(file) == "read: a: é\n")
      try FileManager.default.createSymbolicLink(atPath: folder("link.yaml"), withDestinationPath: file)
      #expect(told(folder("link.yaml")) == "read: a: é\n")
    }
    #expect(try told(bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8)) == "read: a: 1")
  }

  @Test("A file that is missing, a folder, a dangling link or a circle of links is said to be so")
  func places() throws {
    try TemporaryFolder.with { folder in
      #expect(told(folder("none.yaml")) == "F: there is no such file. Check the path.")
      #expect(told(folder("a\u{0}b")) == "F: there is no such file. Check the path.")
      #expect(told("") == ": there is no such file. Check the path.")
      #expect(told(folder.path) == "F: this is a folder, not a file. Name a file in it.")
      let files = FileManager.default
      try files.createSymbolicLink(atPath: folder("dangling"), withDestinationPath: folder("none"))
      #expect(told(folder("dangling")) == "F: there is no such file. Check the path.")
      try files.createSymbolicLink(atPath: folder("one"), withDestinationPath: folder("two"))
      try files.createSymbolicLink(atPath: folder("two"), withDestinationPath: folder("one"))
      #expect(told(folder("one")) == "F: its symbolic links lead round in a circle. Name the file itself.")
      let file = try folder.file("file", "a")
      #expect(told(file + "/inside") == "F: there is no such file. Check the path.")
    }
  }

  @Test("A file of mode 0 can't be opened, except by root", .enabled(if: getuid() != 0))
  func notAllowed() throws {
    try TemporaryFolder.with { folder in
      let file = try folder.file("secret.yaml", "a: 1")
      #expect(chmod(file, 0) == 0)
      #expect(told(file) == "F: the file can't be opened. Check that you may read it.")
    }
  }

  @Test(
    "A device, a pipe or a socket is refused at once, and never waited for",
    arguments: ["/dev/zero", "/dev/null", "/dev/random", "/dev/tty", "/dev/full"])
  func devices(_ path: String) {
    guard FileManager.default.fileExists(atPath: path) else { return }
    let words = told(path)
    // Where there is no terminal, opening one fails otherwise.
    #expect(words.hasPrefix("F: this is no ordinary file.") || path == "/dev/tty", "\(words)")
  }

  @Test("A named pipe that nobody writes to is refused at once", .timeLimit(.minutes(1)))
  func pipe() throws {
    try TemporaryFolder.with { folder in
      #expect(mkfifo(folder("pipe"), 0o600) == 0)
      #expect(
        told(folder("pipe")) == "F: this is no ordinary file. Save the document as a file, and name that.")
    }
  }

  @Test("A file of 4 MiB is read, and one of a byte more isn't")
  func size() throws {
    let most = [UInt8](repeating: UInt8(ascii: "a"), count: DocumentFile.mostBytes)
    #expect(try told(bytes: most).hasPrefix("read: aaa"))
    let tooLarge =
      "F: the file is larger than 4 MB. A document of this kind is text written by people; split it."
    #expect(try told(bytes: most + [10]) == tooLarge)
    // A sparse file claims a size without having it.
    try TemporaryFolder.with { folder in
      let path = try folder.file("sparse", "a")
      #expect(truncate(path, 1 << 40) == 0)
      #expect(told(path) == tooLarge)
    }
  }

  @Test("A file without text is said to be empty", arguments: ["", "\n", " \t\r\n ", "\u{FEFF}", "\u{A0}"])
  func empty(_ text: String) throws {
    #expect(
      try told(bytes: Array(text.utf8))
        == "F: the file is empty. Write the document, or start from a template.")
  }

  @Test("Bytes that aren't UTF-8 are pointed at by their line")
  func notText() throws {
    func bytes(_ text: String, _ bad: [UInt8]) -> [UInt8] { Array(text.utf8) + bad + Array("\nb: 2\n".utf8) }
    let words = "the file isn't valid UTF-8. Save it as UTF-8 text."
    #expect(try told(bytes: bytes("a: ", [0xFF])) == "F:1: \(words)")
    #expect(try told(bytes: bytes("a: 1\nb: ", [0xC3])) == "F:2: \(words)")
    #expect(try told(bytes: bytes("a: 1\n\n\nb: ", [0xED, 0xA0, 0x80])) == "F:4: \(words)")
    #expect(try told(bytes: bytes("a: 1\r\nb: ", [0xC0, 0x80])) == "F:2: \(words)")
    #expect(try told(bytes: [0xE9]) == "F:1: \(words)")
    let utf16: [UInt8] = [0xFF, 0xFE] + Array("a: 1\n".utf8).flatMap { [$0, 0] }
    #expect(try told(bytes: utf16) == "F: the file is UTF-16. Save it as UTF-8 text.")
  }

  @Test("Chance bytes never trap")
  func chance() throws {
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let log = FaultLog()
      guard let file = try? DocumentFile(name: "f", bytes: bytes) else { continue }
      let root = YAMLDocument.root(of: file, log: log)
      #expect(root != nil || !log.faults.isEmpty)
    }
  }
}

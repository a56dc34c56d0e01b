import BundledKnowledge
import Foundation
import Testing

/// A temporary folder that goes with its test.
private final class Scratch: Sendable {
  let path: String

  init() throws {
    let made = FileManager.default.temporaryDirectory.appending(path: "realist-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: made, withIntermediateDirectories: true)
    path = made.resolvingSymlinksInPath().path
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func folder(_ name: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path + "/" + name, withIntermediateDirectories: true)
    return path + "/" + name
  }

  @discardableResult
  func file(_ name: String) throws -> String {
    _ = try folder((name as NSString).deletingLastPathComponent)
    try Data("x".utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    return path + "/" + name
  }

  func link(_ name: String, to target: String) throws -> String {
    try FileManager.default.createSymbolicLink(atPath: path + "/" + name, withDestinationPath: target)
    return path + "/" + name
  }
}

private func notFound(environment: [String: String], executable: String?) -> KnowledgeNotFound? {
  do throws(KnowledgeNotFound) {
    _ = try KnowledgeFolder.locate(environment: environment, executable: executable)
    return nil
  } catch {
    return error
  }
}

@Suite("Finding the bundled knowledge")
struct KnowledgeFolderTests {
  @Test("This build's own knowledge is found, and holds the bundled review")
  func ownBuild() throws {
    let folder = try KnowledgeFolder.locate(environment: [:])
    #expect(folder.theory("aunger-2021") != nil)
  }

  @Test("Theories are folders and cases are YAML files, sorted, without hidden ones")
  func listing() throws {
    let scratch = try Scratch()
    try scratch.file("theories/b/theory.yaml")
    try scratch.file("theories/a/theory.yaml")
    try scratch.file("theories/.hidden/theory.yaml")
    try scratch.file("theories/README.md")
    try scratch.file("cases/y.yaml")
    try scratch.file("cases/y-2.yaml")
    try scratch.file("cases/notes.txt")
    try scratch.file("cases/folder.yaml/x")
    let folder = try KnowledgeFolder.locate(environment: ["REALIST_HOME": scratch.path], executable: nil)
    #expect(folder.path == scratch.path)
    #expect(folder.theories.map(\.id) == ["a", "b"])
    #expect(folder.cases.map(\.id) == ["y", "y-2"])
    #expect(folder.theory("a")?.path == scratch.path + "/theories/a")
    #expect(folder.case("y")?.path == scratch.path + "/cases/y.yaml")
    #expect(folder.theory("../cases") == nil)
    #expect(folder.case("../theories/a/theory") == nil)
  }

  @Test("A folder without cases is a folder of knowledge")
  func noCases() throws {
    let scratch = try Scratch()
    _ = try scratch.folder("theories")
    let folder = try KnowledgeFolder.locate(
      environment: ["REALIST_HOME": scratch.path + "/"], executable: nil)
    #expect(folder.path == scratch.path)
    #expect(folder.cases.isEmpty)
  }

  @Test("An installed program finds ../share/realist, also through links to it")
  func installed() throws {
    let scratch = try Scratch()
    let program = try scratch.file("prefix/bin/realist")
    _ = try scratch.folder("prefix/share/realist/theories/one")
    _ = try scratch.folder("elsewhere")
    let link = try scratch.link("elsewhere/r", to: program)
    let linkToLink = try scratch.link("elsewhere/r2", to: "r")
    for path in [program, link, linkToLink] {
      let folder = try KnowledgeFolder.locate(environment: ["REALIST_HOME": ""], executable: path)
      #expect(folder.path == scratch.path + "/prefix/share/realist")
      #expect(folder.theories.map(\.id) == ["one"])
    }
  }

  @Test("A built program finds its resources beside it; an installation comes first")
  func built() throws {
    let scratch = try Scratch()
    let program = try scratch.file("debug/realist")
    let bundle = "debug/realist_BundledKnowledge.resources/Knowledge"
    _ = try scratch.folder(bundle + "/theories/built")
    let built = try KnowledgeFolder.locate(environment: [:], executable: program)
    #expect(built.path == scratch.path + "/" + bundle)
    _ = try scratch.folder("share/realist/theories/installed")
    let installed = try KnowledgeFolder.locate(environment: [:], executable: program)
    #expect(installed.theories.map(\.id) == ["installed"])
  }

  @Test("A program that has moved away tells every place where it looked and what to do")
  func moved() throws {
    let scratch = try Scratch()
    let program = try scratch.file("bin/realist")
    let error = try #require(notFound(environment: [:], executable: program))
    #expect(
      error.places.map(\.path) == [
        scratch.path + "/share/realist", scratch.path + "/bin/realist_BundledKnowledge.resources/Knowledge",
      ])
    #expect(error.places.allSatisfy { $0.fault == .missing })
    #expect(error.description.contains(scratch.path + "/share/realist: there is nothing at this path"))
    #expect(error.description.contains("make install"))
    #expect(error.description.contains("REALIST_HOME"))
  }

  @Test("A wrong REALIST_HOME is an error, even where an installation would do")
  func wrongHome() throws {
    let scratch = try Scratch()
    let program = try scratch.file("bin/realist")
    _ = try scratch.folder("share/realist/theories")
    _ = try scratch.folder("empty")
    let homes: [(String, KnowledgeFault)] = [
      (scratch.path + "/none", .missing), (program, .notAFolder), (scratch.path + "/empty", .noTheories),
    ]
    for (home, fault) in homes {
      let error = try #require(notFound(environment: ["REALIST_HOME": home], executable: program))
      #expect(error.namedByEnvironment)
      #expect(error.places == [.init(path: home, fault: fault)])
      #expect(
        error.description.hasPrefix("REALIST_HOME names a place that can't be used:\n  \(home): \(fault)"))
    }
  }

  @Test("A program that doesn't know where it lies says so")
  func unknownExecutable() throws {
    let error = try #require(notFound(environment: [:], executable: nil))
    #expect(error.places.isEmpty)
    #expect(error.description.contains("can't tell where it lies"))
  }
}

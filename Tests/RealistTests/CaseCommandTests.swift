import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("The commands about a case")
struct CaseCommandTests {
  @Test("In a pipe, a case to fill in is written, which can be looked through and assessed at once")
  func template() async throws {
    try await TemporaryFolder.during { folder in
      let path = folder("our alliance.yaml")
      for program in [Program(), Program(in: folder.path)] {
        let outcome = try await program.run("case", "new", path, "--template")
        if outcome.code == 0 {
          #expect(outcome.out.contains("Written: ") && outcome.err.isEmpty)
          #expect(try CaseDocument.read(path: path).id.text == "our-alliance")
        } else {
          // What is there isn't written over.
          #expect(outcome.code == 2 && outcome.err.contains("there is a file of this name already"))
        }
      }
      let assessed = try await Program().run("assess", path)
      #expect(assessed.code == 0 && assessed.out.contains("Not yet written."))
      let checked = try await Program().run("case", "check", path)
      #expect(checked.code == 0 && checked.told.contains("0 answered, 0 not known"))
    }
  }

  @Test("To standard output it is the template and nothing else, for any theory")
  func output() async throws {
    let outcome = try await Program().run("case", "new", "-", "--theory", Fixture.gardensPath)
    let subject = try CaseDocument.read(DocumentFile(name: "-", text: outcome.out))
    #expect(outcome.code == 0 && outcome.err.isEmpty && subject.theory?.text == "neighbourhood-gardens")
  }

  @Test("A file that a pipe can't go on with stays as it is")
  func noConversation() async throws {
    try await TemporaryFolder.during { folder in
      let path = try folder.file("mine.yaml", "mine")
      let outcome = try await Program().run("case", "new", path)
      #expect(outcome.code == 2 && outcome.err.contains("run this on a terminal to go on with it"))
      let nowhere = try await Program().run("case", "new", folder("no/where.yaml"))
      #expect(nowhere.code == 2 && nowhere.err.contains("can't be written"))
      #expect(try folder.names() == ["mine.yaml"] && String(contentsOfFile: path, encoding: .utf8) == "mine")
    }
  }

  @Test(
    "Options that make no sense are refused",
    arguments: [
      ["new", ""], ["new", "a", "--width", "3"], ["new", "a", "--said-by", " "], ["check"], ["new"],
    ])
  func refused(_ arguments: [String]) async throws {
    let quoted = arguments.map { "'\($0)'" }.joined(separator: " ")
    let outcome = try await Program().shell("\"$0\" case \(quoted)")
    #expect(outcome.code == 2 && !outcome.err.isEmpty)
  }

  @Test("Findings don't make it fail, faults do")
  func check() async throws {
    let mill = Fixture.folder.appendingPathComponent("garden-cases/mill-lane.yaml").path
    try await Program.withGardens { gardens in
      let outcome = try await gardens.run("case", "check", mill)
      #expect(outcome.code == 0 && outcome.err.isEmpty)
      let difference = try GoldenFile.difference(outcome.out, from: "check-mill-lane.txt")
      #expect(difference == nil)
      let data = try await gardens.run("case", "check", mill, "--format", "json")
      let decoded = try JSONDecoder().decode(CaseCheck.self, from: Data(data.out.utf8))
      #expect(decoded == CaseCheck(of: try CaseDocument.read(path: mill), by: try Fixture.gardens()))
      let faulty = try await gardens.run(
        "case", "check", Fixture.folder.appendingPathComponent("faulty-case.yaml").path)
      #expect(faulty.code == 2 && faulty.out.isEmpty && faulty.err.contains("faulty-case.yaml"))
    }
    // Where the theory isn't at hand, that is a finding too.
    let elsewhere = try await Program().run("case", "check", mill)
    #expect(elsewhere.code == 0 && elsewhere.told.contains("no theory of that name is at hand"))
  }
}

import Foundation
import TestSupport
import Testing

@Suite("The house")
struct HouseTests {
  @Test("Imports go down only")
  func imports() throws {
    let files = try SourceText.sources()
    #expect(files.count > 90)
    #expect(House.faults(ofImportsIn: files) == [])
  }

  @Test("The manifest says the same")
  func manifest() throws {
    let text = try String(
      contentsOf: Fixture.package.appendingPathComponent("Package.swift"), encoding: .utf8)
    let targets = House.dependencies(inManifest: text)
    #expect(targets["Casework"]?.contains("OrderedCollections") == true)
    #expect(targets["Casework"]?.contains("Reporting") == true)
    #expect(House.faults(ofManifest: text) == [])
  }

  @Test(
    "An import that goes up, however it is written, is found",
    arguments: [
      "import ProgrammeTheory", "public import ProgrammeTheory",
      "  @testable import struct ProgrammeTheory.Theory",
      "internal import class Casework.X", "import ArgumentParser",
    ])
  func control(_ line: String) {
    let text = "// A note.\n\(line)\n"
    let file = SourceText(path: "Sources/Documents/Offender.swift", text: text)
    let faults = House.faults(ofImportsIn: [file])
    #expect(faults.count == 1)
    #expect(faults.first?.hasPrefix("Sources/Documents/Offender.swift:2: Documents may not import") == true)
  }

  @Test("What goes down, what comes from the system, and what stands in a text or comment is no offence")
  func noOffence() {
    let text = "import Foundation\ninternal import Yams\n// import Casework\nlet x = \"import Casework\"\n"
    #expect(House.faults(ofImportsIn: [SourceText(path: "Sources/Documents/Fine.swift", text: text)]) == [])
  }

  @Test("A module that nobody has given a place is found")
  func newModule() {
    let file = SourceText(path: "Sources/Utilities/X.swift", text: "import Foundation\n")
    #expect(House.faults(ofImportsIn: [file]).count == 1)
  }

  @Test("A dependency of the manifest that goes up is found")
  func manifestControl() {
    let targets = House.modules.keys.sorted().map { name in
      let depends = name == "Reporting" ? "\"Casework\", .product(name: \"Yams\", package: \"Yams\")" : ""
      return ".target(\n name: \"\(name)\", dependencies: [\(depends)],\n swiftSettings: house),"
    }
    #expect(
      House.faults(ofManifest: targets.joined(separator: "\n")) == [
        "Package.swift: Reporting may not depend on Casework",
        "Package.swift: Reporting may not depend on Yams",
      ])
    #expect(House.faults(ofManifest: targets.dropLast().joined(separator: "\n")).count == 3)
  }
}

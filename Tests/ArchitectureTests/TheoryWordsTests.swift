import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// The theory is data: the program runs the same on any other, and so knows none of its words.
@Suite("The program knows no theory")
struct TheoryWordsTests {
  /// Where one of some identifiers stands as a word of its own, in code, text or comment. A hyphen belongs to a word.
  private func uses(of identifiers: Set<String>, in files: [SourceText]) -> [String] {
    files.flatMap { file in
      file.lines.enumerated().flatMap { index, line in
        line.split { !($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
          .map { $0.trimmingCharacters(in: ["-"]).lowercased() }
          .filter(identifiers.contains).map { "\(file.place(index)): \($0)" }
      }
    }
  }

  @Test("No identifier of a bundled concept stands in the sources, comments included")
  func noConcepts() throws {
    let theories = try Fixture.bundledTheories.map { try TheoryDocument.read(path: $0) }
    let identifiers = Set(theories.flatMap { $0.concepts.map(\.id.text) })
    #expect(identifiers.count > 60)
    #expect(uses(of: identifiers, in: try SourceText.sources()) == [])
  }

  @Test("A word in a comment, in a text, in capitals or at a stop is found; a part of another word isn't")
  func control() {
    let text = """
      // Dew, and no more.
      print("hoar-frost falls")
      let dewPoint = 1  // dew-fall, frost, mildew
      call(dew: 1) // --dew
      """
    let found = uses(
      of: ["dew", "hoar-frost"], in: [SourceText(path: "Sources/realist/X.swift", text: text)])
    let place = "Sources/realist/X.swift"
    #expect(found == ["\(place):1: dew", "\(place):2: hoar-frost", "\(place):4: dew", "\(place):4: dew"])
  }
}

import Foundation
import TestSupport
import Testing

@Suite("Guides")
struct QuotationTests {
  private static let folders = [
    "Sources/ProgrammeTheory/ProgrammeTheory.docc", "Sources/Dynamics/Dynamics.docc",
    "Sources/Casework/Casework.docc",
  ]

  /// The blocks of Swift in a text, each as its lines without indentation.
  static func blocks(of text: String) -> [[String]] {
    text.matches(of: #/```swift\n([\s\S]*?)```/#).map { lines(of: String($0.1)) }
  }

  static func lines(of text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
  }

  /// Whether lines stand in others, one after another.
  static func stands(_ block: [String], in lines: [String]) -> Bool {
    lines.indices.contains { lines[$0...].starts(with: block) }
  }

  @Test("Each block of code in a guide stands, line for line, in a test that is run")
  func quoted() throws {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let run = try ["TheoryGuideTests", "EngineGuideTests", "CaseGuideTests"].map { name in
      Self.lines(of: try String(contentsOf: here.appending(path: "\(name).swift"), encoding: .utf8))
    }
    var count = 0
    for folder in Self.folders.map({ Fixture.package.appending(path: $0) }) {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".md")
      {
        let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
        for block in Self.blocks(of: text) {
          count += 1
          #expect(run.contains { Self.stands(block, in: $0) }, "\(name): \(block.first ?? "")")
        }
      }
    }
    #expect(count >= 8)
  }

  @Test("A block that was changed is found out")
  func changed() {
    let run = Self.lines(of: "a\n  b\n\n  c")
    #expect(Self.stands(["b", "c"], in: run) && !Self.stands(["b", "d"], in: run))
    #expect(
      Self.blocks(of: "x\n```swift\nlet a = 1\n  let b\n```\n```sh\ny\n```") == [["let a = 1", "let b"]])
  }
}

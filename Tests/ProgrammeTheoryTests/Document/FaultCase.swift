import Foundation
import TestSupport
import Testing

/// A change of the minimal theory, and what the reader says of it.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  private(set) var old: [String] = []
  private(set) var new: [String] = []
  private(set) var expected: [String] = []

  /// The cases of `Fixtures/faults.txt`.
  static let all: [FaultCase] = {
    let path = Fixture.folder.appendingPathComponent("faults.txt")
    var cases: [FaultCase] = []
    for line in (try? String(contentsOf: path, encoding: .utf8))?.components(separatedBy: "\n") ?? [] {
      let rest = unescaped(String(line.dropFirst(2)))
      switch line.first {
      case "#": cases.append(FaultCase(testDescription: rest))
      case "-": cases.indices.last.map { cases[$0].old.append(rest) }
      case "+": cases.indices.last.map { cases[$0].new.append(rest) }
      case ">": cases.indices.last.map { cases[$0].expected.append(rest) }
      default: continue
      }
    }
    return cases
  }()

  private init(testDescription: String) {
    self.testDescription = testDescription
  }

  /// The minimal theory with the change made.
  var changed: String {
    MinimalTheory.text.replacing(old.joined(separator: "\n"), with: new.joined(separator: "\n"))
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("\\t", with: "\t").replacing("\\u{0}", with: "\u{0}").replacing("\\u{1}", with: "\u{1}")
  }
}

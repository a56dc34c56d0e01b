import Casework
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// Three of the bundled cases, and what the bundled theory says of them; worked out once, since the theory is large.
enum BundledCases {
  static let names = ["access-aco", "collaborative-aco", "enforced-merger"]

  private static let shared = Result {
    try TheoryDocument.read(path: try #require(Fixture.bundledTheories.first))
  }

  static func theory() throws -> Theory { try shared.get() }

  static func path(_ name: String) -> String {
    Fixture.package.appendingPathComponent("Sources/BundledKnowledge/Knowledge/cases/\(name).yaml").path
  }

  static func all() throws -> [Case] { try names.map { try CaseDocument.read(path: path($0)) } }

  private static let assessed = Result {
    try all().map { subject in
      let others = try subject.beside.map { try CaseDocument.read(path: path($0.description)) }
      return Assessment(of: subject, by: try theory(), beside: others)
    }
  }

  static func assessments() throws -> [Assessment] { try assessed.get() }
}

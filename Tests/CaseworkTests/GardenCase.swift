import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// Cases for the small theory of another field.
enum GardenCase {
  static func path(_ name: String) -> String {
    Fixture.folder.appendingPathComponent("garden-cases/\(name).yaml").path
  }

  static func read(_ name: String) throws -> Case { try CaseDocument.read(path: path(name)) }

  /// A case with these further lines.
  static func made(_ lines: String...) throws -> Case {
    let head = "format: realist-case/1\nid: plot\ntitle: A plot\nsummary: S\nkind: real\nstart: 2019-03\n"
    let text = head + lines.joined(separator: "\n")
    return try CaseDocument.read(DocumentFile(name: "plot.yaml", text: text))
  }

  static func concept(_ text: String) throws -> Concept.ID { try #require(Concept.ID(text)) }
}

import Bibliography
import BundledKnowledge
import Foundation
import Testing

/// The references of the bundled theory, as the tests read them.
enum BundledReferences {
  static func bytes() throws -> Data {
    let theory = try #require(try KnowledgeFolder.locate().theory("aunger-2021"))
    return try Data(contentsOf: URL(fileURLWithPath: theory.path + "/references.json"))
  }

  static func list() throws -> ReferenceList {
    try ReferenceList.read(csl: bytes(), file: "references.json")
  }

  static func reference(_ id: String) throws -> Reference {
    try #require(try list()[id])
  }
}

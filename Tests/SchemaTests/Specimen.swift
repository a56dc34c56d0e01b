@testable import Bibliography
import Casework
import Documents
import Foundation
import ProgrammeTheory
import TestSupport

/// The kinds of document that have a reader of ours and a schema.
enum Kind: String, CaseIterable {
  case theory
  case `case`

  /// Documents that together use every key, as JSON: what is damaged.
  func specimens() throws -> [JSONValue] {
    switch self {
    case .theory: [try Specimen.theory(Fixture.gardensPath)]
    case .case:
      try ["mill-lane", "quarry-row"].map {
        try Specimen.document("\(Fixture.folder.path)/garden-cases/\($0).yaml")
      }
    }
  }

  /// What our reader has against a document.
  func faults(of document: JSONValue) -> [Fault] {
    let file = DocumentFile(name: "document.json", text: document.compactText)
    do {
      switch self {
      case .theory: _ = try TheoryDocument.read(files: [file], references: nil)
      case .case: _ = try CaseDocument.read(file)
      }
      return []
    } catch {
      return error.faults
    }
  }
}

extension Kind {
  /// One place of each sort: the way to it with every index left out, and the kind that the group says that it is of.
  func places() throws -> [(document: JSONValue, way: [Step], value: JSONValue)] {
    var seen: Set<[String]> = []
    return try specimens().flatMap { document in
      document.places.filter { way, value in
        guard way.first != .field("references") else { return false }
        return seen.insert(way.map(\.sort) + [value.sort]).inserted
      }.map { (document, $0.way, $0.value) }
    }
  }
}

extension Step {
  /// The step without its index.
  fileprivate var sort: String { if case .field(let name) = self { name } else { "[]" } }
}

extension JSONValue {
  /// What sort of group it is, where a list has several.
  fileprivate var sort: String {
    guard case .object(let fields) = self else { return "" }
    return "\(self["kind"] ?? .null), \(self["table"] == nil), \(fields.count == 1 ? fields[0].name : "")"
  }
}

/// Documents as values.
enum Specimen {
  /// A YAML file as it is written, defaults and all.
  static func document(_ path: String) throws -> JSONValue {
    let log = FaultLog()
    let root = YAMLDocument.root(of: try DocumentFile(path: path), log: log)
    try log.throwIfFaulty()
    return try parsed(root?.json ?? "")
  }

  /// The files of a theory's folder as one document.
  static func theory(_ folder: String) throws -> JSONValue {
    let files = try Fixture.files(of: folder)
    let fields = try files.flatMap { file -> [JSONField] in
      if file.name == TheoryDocument.referencesFile {
        return [JSONField("references", try parsed(file.text))]
      }
      guard case .object(let fields) = try document("\(folder)/\(file.name)") else { return [] }
      return fields
    }
    return .object(fields)
  }

  static func parsed(_ text: String) throws -> JSONValue {
    var parser = JSONParser(Array(text.utf8))
    return try parser.document().value
  }
}

extension Fault {
  /// Whether the fault lies between several values of the document: names that nothing defines or that are defined
  /// twice, and numbers out of order. JSON Schema looks at each value alone and can't say these.
  var isBetweenValues: Bool {
    let words = [
      "\u{201D} stands twice", " has this id too", "the document names references, and there is no",
      "a telling points to itself", "and none is linked", "the lower bound is above the upper one",
      "the score doesn't lie between", "no blend has \u{201C}", " code points, and start and end are ",
    ]
    return problem.contains(#/^no [a-z ]+ is called \u{201C}/#) || words.contains(where: problem.contains)
  }
}

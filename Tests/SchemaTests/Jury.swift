@testable import Bibliography
import Foundation
import TestSupport

/// Python's jsonschema, asked what it says of documents by the bundled schemas: one process for all of them.
enum Jury {
  static let schemas = Fixture.package.appendingPathComponent("Sources/BundledKnowledge/Knowledge/schemas")
    .path

  /// A document that is held against a schema.
  struct Job {
    let schema: String
    let document: JSONValue
    var pointer: [Step] = []
  }

  /// What a schema allows at a place.
  struct Known {
    /// The keys, by the shape that the group has.
    let keys: Set<String>
    /// The keys of all shapes that a group there may have.
    let all: Set<String>
    /// The words of a closed list.
    let words: Set<String>
    /// Numbers by the words that limit with them, such as `maxItems`.
    let limits: [String: Double]
  }

  /// It couldn't answer.
  struct Failure: Error { let words: String }

  /// What is wrong with the schemas themselves.
  static func problemsOfSchemas() throws -> [String] {
    try lines(Peers.run("validate_documents.py", schemas, "check"))
  }

  /// For each document, `accepted`, or `refused` and why.
  static func verdicts(on jobs: [Job]) throws -> [String] {
    try ask(
      "verdicts",
      jobs.map {
        .object([
          JSONField("schema", .string($0.schema)), JSONField("text", .string($0.document.compactText)),
        ])
      })
  }

  /// The same for files, as an editor reads them; those of one job are one document.
  static func verdicts(onFiles jobs: [(schema: String, paths: [String])]) throws -> [String] {
    try ask(
      "files",
      jobs.map { schema, paths in
        .object([
          JSONField("schema", .string(schema)), JSONField("paths", .array(paths.map(JSONValue.string))),
        ])
      })
  }

  /// The keys that the schema allows at each place, and the words.
  static func known(at jobs: [Job]) throws -> [Known] {
    try ask(
      "known",
      jobs.map {
        .object([
          JSONField("schema", .string($0.schema)), JSONField("text", .string($0.document.compactText)),
          JSONField("pointer", .array($0.pointer.map(\.json))),
        ])
      }
    ).map { line in
      let answer = try Specimen.parsed(line)
      return Known(
        keys: strings(answer["keys"]), all: strings(answer["all"]), words: strings(answer["words"]),
        limits: numbers(answer["limits"]))
    }
  }

  private static func numbers(_ value: JSONValue?) -> [String: Double] {
    guard case .object(let fields) = value else { return [:] }
    let pairs = fields.compactMap { field -> (String, Double)? in
      guard case .number(let spelling) = field.value else { return nil }
      return Double(spelling).map { (field.name, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  private static func strings(_ value: JSONValue?) -> Set<String> {
    guard case .array(let items) = value else { return [] }
    return Set(items.compactMap { item in if case .string(let text) = item { text } else { nil } })
  }

  private static func ask(_ question: String, _ jobs: [JSONValue]) throws -> [String] {
    try TemporaryFolder.with { folder in
      let path = try folder.file("jobs", jobs.map(\.compactText).joined(separator: "\n"))
      let answers = try lines(Peers.run("validate_documents.py", schemas, question, path))
      guard answers.count == jobs.count else {
        throw Failure(words: "\(answers.count) answers to \(jobs.count)")
      }
      return answers
    }
  }

  private static func lines(_ answer: Peers.Answer) throws -> [String] {
    guard answer.code == 0 else { throw Failure(words: answer.err) }
    return answer.out.split(separator: "\n").map(String.init)
  }
}

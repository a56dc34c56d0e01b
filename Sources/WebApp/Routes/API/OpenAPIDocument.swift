import Foundation
import HTTPTypes

/// The description of the API (OpenAPI 3.1.0), made of the operations that the routes are made of.
struct OpenAPIDocument {
  /// - Parameters:
  ///   - operations: what the API can do.
  ///   - schemas: schemas of documents, by the names that they get.
  ///   - program: name and version of the program.
  static func tree(_ operations: [APIOperation], schemas: [String: JSONTree], program: String) -> JSONTree {
    let paths = Dictionary(grouping: operations, by: \.path).mapValues { same -> JSONTree in
      .object(Dictionary(same.map { ($0.method.rawValue.lowercased(), operation($0)) }) { $1 })
    }
    var components = APISchemas.all
    for (name, schema) in schemas { components.merge(parts(of: schema, named: name)) { $1 } }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "realist", "version": "1",
        "summary": "Theories, cases and collaborations, for other programs.",
        "description": .text(about), "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": "/api/v1"]],
      "paths": .object(paths),
      "components": ["schemas": .object(components)],
    ]
  }

  private static let about =
    "Served to this machine only. Whatever changes something is sent as JSON, and says by If-Match which state it changes. Faults are told as RFC 9457 has it."

  // MARK: Operations

  private static func operation(_ operation: APIOperation) -> JSONTree {
    var answers: [String: JSONTree] = ["\(operation.answer.status)": answer(operation.answer)]
    if operation.method == .get { answers["304"] = ["description": "Whoever asks has it already."] }
    for status in operation.allProblems { answers["\(status)"] = problem(status) }
    var tree: [String: JSONTree] = [
      "operationId": .text(operation.id), "summary": .text(operation.summary), "responses": .object(answers),
    ]
    let parameters = parameters(of: operation)
    if !parameters.isEmpty { tree["parameters"] = .array(parameters) }
    if let body = operation.body {
      tree["requestBody"] = [
        "required": true, "content": ["application/json": ["schema": APISchemas.named(body.schema)]],
      ]
    }
    return .object(tree)
  }

  private static func problem(_ status: Int) -> JSONTree {
    let tree: JSONTree = [
      "description": .text(HTTPResponse.Status(code: status).reasonPhrase),
      "content": ["application/problem+json": ["schema": APISchemas.named("Problem")]],
    ]
    guard status == ErrorPages.busy else { return tree }
    return tree.with([
      "headers": [
        "Retry-After": ["description": "After how many seconds to ask again.", "schema": ["type": "integer"]]
      ]
    ])
  }

  private static func parameters(of operation: APIOperation) -> [JSONTree] {
    let path = operation.pathNames.map { name -> JSONTree in
      ["name": .text(name), "in": "path", "required": true, "schema": ["type": "string", "minLength": 1]]
    }
    let query = operation.parameters.map { parameter -> JSONTree in
      [
        "name": .text(parameter.name), "in": "query", "required": .yesOrNo(parameter.isRequired),
        "description": .text(parameter.about), "schema": parameter.schema,
      ]
    }
    let match: JSONTree = [
      "name": "If-Match", "in": "header", "required": true,
      "description": "The ETag of the state that is changed.", "schema": ["type": "string"],
    ]
    return path + query + (operation.needsMatch ? [match] : [])
  }

  private static func answer(_ answer: APIOperation.Answer) -> JSONTree {
    var tree: [String: JSONTree] = ["description": .text(answer.about)]
    if let schema = answer.schema {
      tree["content"] = .object(
        Dictionary(answer.types.map { ($0, ["schema": $0 == APICall.json ? schema : ["type": "string"]]) }) {
          $1
        })
    }
    if !answer.headers.isEmpty {
      tree["headers"] = .object(
        answer.headers.mapValues { ["description": .text($0), "schema": ["type": "string"]] })
    }
    return .object(tree)
  }

  // MARK: Schemas of documents

  /// A schema that stands alone as a part of the description: its own parts get names beside it.
  private static func parts(of schema: JSONTree, named name: String) -> [String: JSONTree] {
    guard case .object(var fields) = schema else { return [:] }
    var inner: [String: JSONTree] = [:]
    if case .object(let definitions)? = fields["$defs"] { inner = definitions }
    for key in ["$defs", "$id", "$schema", "$comment"] { fields[key] = nil }
    var parts = Dictionary(inner.map { ("\(name).\($0)", moved($1, under: name)) }) { $1 }
    parts[name] = moved(.object(fields), under: name)
    return parts
  }

  /// The same with its references led to where the parts stand now.
  private static func moved(_ tree: JSONTree, under name: String) -> JSONTree {
    switch tree {
    case .object(let fields):
      .object(
        Dictionary(
          fields.map { key, value in
            if key == "$ref", case .text(let target) = value {
              return (key, .text(target.replacing("#/$defs/", with: "#/components/schemas/\(name).")))
            }
            return (key, moved(value, under: name))
          }
        ) { $1 })
    case .array(let items): .array(items.map { moved($0, under: name) })
    default: tree
    }
  }
}

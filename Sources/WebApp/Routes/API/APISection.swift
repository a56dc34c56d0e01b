import BundledKnowledge
import Foundation
import HTTPTypes
import Hummingbird

/// The JSON API below /api/v1, and its OpenAPI document.
struct APISection: Section {
  static let base = "/api/v1"

  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    for operation in Self.operations(of: site) {
      router.on(RouterPath(Self.base + operation.path), method: operation.method) { request, context in
        let call = try APICall(operation, request, context, at: site)
        return try await operation.handle(call)
      }
    }
  }

  /// What the API can do, its own description included.
  static func operations(of site: Site) -> [APIOperation] {
    operations(description: Array(description(for: site).utf8))
  }

  private static func operations(description: [UInt8]) -> [APIOperation] {
    SiteOperations.all(description: description) + TheoryOperations.all + CaseOperations.all
      + ForecastOperations.all
  }

  /// The description of the API as JSON; equal programs give the same bytes.
  static func description(for site: Site) -> String {
    let folder = site.settings.knowledge.schemasPath
    let names = ["CaseDocument": "case", "Assessment": "assessment"]
    // Without its file, as with an incomplete installation, a document is described as any object.
    let schemas = names.mapValues { name -> JSONTree in
      let bytes = FileManager.default.contents(atPath: "\(folder)/\(name).schema.json")
      return bytes.flatMap { try? JSONDecoder().decode(JSONTree.self, from: $0) } ?? ["type": "object"]
    }
    let tree = OpenAPIDocument.tree(
      operations(description: []), schemas: schemas, program: site.settings.program)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    return ((try? encoder.encode(tree)).map { String(decoding: $0, as: UTF8.self) } ?? "{}") + "\n"
  }

  // MARK: Faults

  /// A fault as the API tells it: as a problem document. A method that an address doesn't take is told with those that it
  /// takes.
  static func response(to error: any Error, for request: Request) throws -> Response {
    if let problem = error as? Problem { return try problem.response() }
    let fault = ErrorPages.fault(of: error)
    let methods = methods(at: request.uri.path)
    if fault.status == 404, !methods.isEmpty, !methods.contains(request.method.rawValue),
      let allow = HTTPField.Name("Allow")
    {
      let problem = Problem(
        405, "This can’t be done with \(request.method.rawValue) here.",
        "Use one of these: \(methods.joined(separator: ", ")).")
      return try problem.response(headers: [allow: methods.joined(separator: ", ")])
    }
    return try Problem(fault).response()
  }

  /// The methods that an address takes.
  private static func methods(at path: String) -> [String] {
    guard path.hasPrefix(base) else { return [] }
    let address = path.dropFirst(base.count).split(separator: "/")
    let methods = operations(description: []).filter { $0.matches(address) }.map(\.method.rawValue)
    return methods + (methods.contains("GET") ? ["HEAD"] : [])
  }
}

import Casework
import HTTPTypes
import Hummingbird

/// What the API says of itself.
enum SiteOperations {
  private struct Health: Encodable { let status = "ok" }

  private struct Version: Encodable {
    let program: String
    let api = "v1"
    let caseFormat = CaseDocument.format
    let assessmentFormat = AssessmentRecord.currentFormat
  }

  /// - Parameter description: the description of the API, as JSON.
  static func all(description: [UInt8]) -> [APIOperation] {
    [
      APIOperation(
        method: .get, path: "/health", id: "getHealth",
        summary: "Whether the server answers and its database can be read.",
        answer: .init(about: "It does.", schema: APISchemas.named("Health"))
      ) { call in
        _ = try await call.site.store.collaborations()
        return try call.answer(Health())
      },
      APIOperation(
        method: .get, path: "/version", id: "getVersion",
        summary: "Which program this is, and which documents it reads.",
        answer: .init(about: "The program.", schema: APISchemas.named("Version"))
      ) { call in try call.answer(Version(program: call.site.settings.program)) },
      APIOperation(
        method: .get, path: "/openapi.json", id: "getDescription", summary: "This description (OpenAPI 3.1).",
        answer: .init(about: "The description.", schema: ["type": "object"])
      ) { call in call.answer(bytes: description) },
    ]
  }
}

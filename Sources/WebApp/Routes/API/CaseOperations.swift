import Casework
import Documents
import Foundation
import HTTPTypes
import Hummingbird
import ProgrammeTheory

/// What the API gives of bundled cases, and gives and takes of collaborations.
enum CaseOperations {
  static let all: [APIOperation] = bundled + [list, begin, one, document, replace, delete, assessment]

  private struct BundledRecord: Encodable {
    let id: String
    let title: String
    let summary: String
    let kind: Case.Kind
  }

  private struct CollaborationRecord: Encodable {
    let id: String
    let title: String
    let changed: String
    let revision: Int
  }

  static let documentTypes = [APICall.json, APICall.yaml]
  private static let caseSchema = APISchemas.named("CaseDocument")
  private static let tagHeader = [
    "ETag": "Stands for this state of the document; send it as `If-Match` to change it."
  ]

  // MARK: Bundled cases

  private static let bundled = [
    APIOperation(
      method: .get, path: "/cases", id: "listCases", summary: "The bundled cases.",
      parameters: APIParameter.paging,
      answer: .init(about: "The bundled cases.", schema: APISchemas.page(of: "BundledCase"))
    ) { call in
      try call.list(call.site.library.cases) {
        BundledRecord(id: $0.id, title: $0.subject.title, summary: $0.subject.summary, kind: $0.subject.kind)
      }
    },
    APIOperation(
      method: .get, path: "/cases/{case}/document", id: "getCaseDocument",
      summary: "A bundled case’s document.",
      answer: .init(about: "The document.", schema: caseSchema, types: documentTypes)
    ) { call in
      guard let bundled = call.site.library.case(try call.segment("case")) else {
        throw PageError.noCollaboration
      }
      let text = call.type == APICall.yaml ? bundled.text : CaseDocument.json(bundled.subject)
      return call.answer(bytes: Array(text.utf8))
    },
    APIOperation(
      method: .get, path: "/cases/{case}/assessment", id: "getCaseAssessment",
      summary: "What the theory says of a bundled case.",
      answer: .init(about: "The assessment.", schema: APISchemas.named("Assessment"))
    ) { call in try assess(call.site.bundledCase(call.segment("case")), call) },
  ]

  private static func assess(_ subject: Subject, _ call: APICall) throws -> Response {
    let assessment = Assessment(of: subject.subject, by: subject.theory, beside: subject.beside)
    return try call.answer(AssessmentRecord(assessment, madeBy: call.site.settings.program))
  }

  // MARK: Collaborations

  private static let list = APIOperation(
    method: .get, path: "/collaborations", id: "listCollaborations",
    summary: "The collaborations, those changed last first.",
    parameters: APIParameter.paging,
    answer: .init(about: "The collaborations.", schema: APISchemas.page(of: "Collaboration"))
  ) { call in
    try call.list(await call.site.store.collaborations()) {
      CollaborationRecord(
        id: $0.id, title: $0.title, changed: Moment(seconds: $0.changed).internetTime, revision: $0.revision)
    }
  }

  private static let begin = APIOperation(
    method: .post, path: "/collaborations", id: "createCollaboration",
    summary: "Begins a collaboration from a case document.",
    body: .document,
    answer: .init(
      status: 201, about: "It was saved.", schema: APISchemas.named("Collaboration"),
      headers: tagHeader.merging(["Location": "Where the collaboration is."]) { $1 })
  ) { call in
    let subject = try await call.document()
    let id = try await call.site.store.begin(subject, kind: .imported, about: subject.title)
    return try record(
      await call.site.store.collaboration(id), call, headers: [.location: "/api/v1/collaborations/\(id)"])
  }

  private static let one = APIOperation(
    method: .get, path: "/collaborations/{collaboration}", id: "getCollaboration",
    summary: "A collaboration in brief.",
    answer: .init(about: "The collaboration.", schema: APISchemas.named("Collaboration"), headers: tagHeader)
  ) { call in try record(await stored(call), call) }

  private static let document = APIOperation(
    method: .get, path: "/collaborations/{collaboration}/document", id: "getDocument",
    summary: "A collaboration’s case document.",
    answer: .init(about: "The document.", schema: caseSchema, types: documentTypes, headers: tagHeader)
  ) { call in
    let stored = try await stored(call)
    let text =
      call.type == APICall.yaml
      ? try CaseDocument.write(stored.subject).text : CaseDocument.json(stored.subject)
    return call.answer(bytes: Array(text.utf8), tag: stored.tag(of: call.type))
  }

  private static let replace = APIOperation(
    method: .put, path: "/collaborations/{collaboration}/document", id: "replaceDocument",
    summary: "Puts another case document in place of a collaboration’s.", body: .document,
    needsMatch: true,
    answer: .init(about: "It was saved.", schema: APISchemas.named("Collaboration"), headers: tagHeader)
  ) { call in
    let old = try await matched(call)
    let subject = try await call.document()
    do {
      try await call.site.store.save(
        subject, sitting: old.sitting, over: old, kind: .imported, about: subject.title)
    } catch let fault as PageError where fault == .changedMeanwhile {
      throw Problem.changed
    }
    return try record(await call.site.store.collaboration(old.id), call)
  }

  private static let delete = APIOperation(
    method: .delete, path: "/collaborations/{collaboration}", id: "deleteCollaboration",
    summary: "Takes a collaboration out, with all that belongs to it.", needsMatch: true,
    answer: .init(status: 204, about: "It is gone.", schema: nil)
  ) { call in
    let old = try await matched(call)
    guard try await call.site.store.delete(old) else { throw Problem.changed }
    return Response(status: .noContent, headers: [.cacheControl: "no-store"])
  }

  private static let assessment = APIOperation(
    method: .get, path: "/collaborations/{collaboration}/assessment", id: "getAssessment",
    summary: "What the theory says of a collaboration.",
    answer: .init(about: "The assessment.", schema: APISchemas.named("Assessment"))
  ) { call in try assess(await call.site.collaboration(call.segment("collaboration")), call) }

  private static func stored(_ call: APICall) async throws -> StoredCollaboration {
    try await call.site.store.collaboration(call.segment("collaboration"))
  }

  private static func record(
    _ stored: StoredCollaboration, _ call: APICall, headers: HTTPFields = [:]
  ) throws -> Response {
    let record = CollaborationRecord(
      id: stored.id, title: stored.subject.title, changed: Moment(seconds: stored.changed).internetTime,
      revision: stored.revision)
    return call.answer(
      bytes: Array(try APICall.encoder.encode(record)), tag: stored.tag(of: nil), headers: headers)
  }

  /// The collaboration in the state that the request says it changes.
  ///
  /// - Throws: ``Problem`` with 428 where it doesn't say, 412 where it is in another.
  private static func matched(_ call: APICall) async throws -> StoredCollaboration {
    let stored = try await stored(call)
    let tags = EntityTags(call.request.headers[values: .ifMatch])
    guard !tags.tags.isEmpty else {
      throw Problem(
        428, "The request doesn’t say which state of the collaboration it changes. Nothing was changed.",
        "Get it, and send its ETag as If-Match, so that nobody’s change is lost.")
    }
    guard ([nil] + documentTypes).contains(where: { tags.hold(stored.tag(of: $0)) }) else {
      throw Problem.changed
    }
    return stored
  }
}

extension Problem {
  static let changed = Problem(
    412, "The collaboration was changed since you got it. Nothing was changed now.",
    "Get it again, make your change once more, and send its new ETag as If-Match.")
}

extension StoredCollaboration {
  /// What stands for this state, in one of its types or in brief.
  func tag(of type: String?) -> String {
    let form = type.map { $0 == APICall.yaml ? "-yaml" : "-json" } ?? ""
    return "\"\(revision)\(form)\""
  }
}

extension Moment {
  /// As RFC 3339 has it, such as `2026-11-28T18:10:00Z`.
  var internetTime: String {
    let rest = ((seconds % 86_400) + 86_400) % 86_400
    let parts = [rest / 3_600, rest / 60 % 60, rest % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(day)T\(parts.joined(separator: ":"))Z"
  }
}

extension APICall {
  /// The case document that was sent, held against all that is asked of one.
  ///
  /// - Throws: ``Problem`` for another type than JSON, what isn't JSON, and a document that can't be used.
  func document() async throws -> Case {
    guard contentType == Self.json else {
      throw Problem(
        415, "The document isn’t sent as JSON. Nothing was changed.",
        "Send it with Content-Type: application/json.")
    }
    let bytes = try await request.bytes(upTo: DocumentFile.mostBytes)
    guard let text = String(validating: bytes, as: UTF8.self),
      (try? JSONSerialization.jsonObject(with: Foundation.Data(bytes), options: .fragmentsAllowed)) != nil
    else {
      throw Problem(400, "What was sent isn’t JSON. Nothing was changed.", "Send one JSON object, in UTF-8.")
    }
    do {
      let subject = try CaseDocument.read(
        DocumentFile(name: "document", bytes: Array(JSONText.readableAsYAML(text).utf8)))
      _ = try site.library.theory(for: subject)
      return subject
    } catch let faulty as FaultyDocument {
      throw Problem(faulty)
    }
  }
}

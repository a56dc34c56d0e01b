import Bibliography
import Casework
import Documents
import HTTPTypes
import Hummingbird
import ProgrammeTheory

/// A collaboration as a whole: begun, copied, brought, saved as a document, deleted.
struct CollaborationSection: Section {
  static let templates = [
    EmbeddedFile("collaboration.mustache", PackageResources.collaboration_mustache),
    EmbeddedFile("delete.mustache", PackageResources.delete_mustache),
    EmbeddedFile("import.mustache", PackageResources.import_mustache),
  ]
  let site: Site

  func addRoutes(to router: Router<PageContext>) {
    addOwn(to: router)
    addBundled(to: router)
    router.get("/import") { _, context in
      try site.render(ImportPage(formToken: context.formToken), in: context)
    }
    router.post("/import", use: bring)
  }

  private func addOwn(to router: Router<PageContext>) {
    router.post("/collaborations") { request, context in
      _ = try await request.form(in: context, of: site)
      guard let theory = site.library.first, let id = Case.ID(Case.unnamed) else { throw PageError.noTheory }
      let begun = try await site.store.begin(
        CaseInterview.blank(id: id, theory: theory.identity.id), kind: .begun)
      return site.seeOther("/collaborations/\(begun)")
    }
    router.get("/collaborations/{id}") { request, context in
      try site.render(
        CollaborationPage(
          await site.collaboration(context.parameters.require("id")),
          done: request.uri.queryParameters["done"].map(String.init), formToken: context.formToken),
        in: context)
    }
    router.get("/collaborations/{id}/case.yaml") { _, context in
      let subject = try await site.collaboration(context.parameters.require("id")).subject
      return Response.document(try CaseDocument.write(subject).text, of: subject.id.text)
    }
    router.get("/collaborations/{id}/delete") { _, context in
      try site.render(
        DeletePage(await site.collaboration(context.parameters.require("id")), formToken: context.formToken),
        in: context)
    }
    router.post("/collaborations/{id}/delete") { request, context in
      _ = try await request.form(in: context, of: site)
      try await site.store.delete(context.parameters.require("id"))
      return site.seeOther("/")
    }
  }

  private func addBundled(to router: Router<PageContext>) {
    router.get("/cases/{id}") { _, context in
      try site.render(
        CollaborationPage(
          site.bundledCase(context.parameters.require("id")), done: nil, formToken: context.formToken),
        in: context)
    }
    router.get("/cases/{id}/case.yaml") { _, context in
      guard let bundled = site.library.case(try context.parameters.require("id")) else {
        throw PageError.noCollaboration
      }
      return Response.document(bundled.text, of: bundled.id)
    }
    router.post("/cases/{id}/copy") { request, context in
      _ = try await request.form(in: context, of: site)
      let subject = try site.bundledCase(context.parameters.require("id"))
      let copy = try await site.store.begin(subject.subject, kind: .copied, about: subject.title)
      return site.seeOther("/collaborations/\(copy)")
    }
  }

  // MARK: Bringing a document

  /// Reads a document whole before anything is saved; a faulty one is told fault by fault, and saves nothing.
  @Sendable private func bring(_ request: Request, _ context: PageContext) async throws -> Response {
    let upload = try await request.upload(in: context, of: site)
    let name = "document"
    do {
      let subject = try CaseDocument.read(DocumentFile(name: name, bytes: upload.document))
      _ = try site.library.theory(for: subject)
      let begun = try await site.store.begin(subject, kind: .imported, about: subject.title)
      return site.seeOther("/collaborations/\(begun)")
    } catch let faulty as FaultyDocument {
      return try site.render(
        ImportPage(faulty, text: upload.text, formToken: context.formToken), in: context,
        status: .unprocessableContent)
    }
  }
}

extension Response {
  /// A document as a file to save. An identifier needs no escaping in its name.
  static func document(_ text: String, of id: String) -> Response {
    Response(
      status: .ok,
      headers: [
        .contentType: "application/yaml; charset=utf-8",
        .contentDisposition: "attachment; filename=\"\(id).yaml\"",
      ], body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}

extension Case {
  /// What a case is called in documents until it has a title.
  static let unnamed = "my-collaboration"
}

extension CaseInterview {
  /// The interview with the case's identifier made from its title, where it has none of its own yet.
  var namedAfterTitle: CaseInterview {
    guard draft.id.text == Case.unnamed, draft.title != CaseInterview.unwritten,
      let id = Case.ID.named(after: draft.title, or: Case.unnamed)
    else { return self }
    return CaseInterview(theory: theory, draft: draft.named(id), resuming: sitting)
  }
}

/// Whether a collaboration is really to be deleted.
struct DeletePage: PageModel {
  static let template = "delete"
  let head: PageHead
  let formToken: String
  let base: String
  let heading: String

  init(_ subject: Subject, formToken: String) {
    heading = "Delete “\(subject.title)”?"
    head = PageHead(title: heading, back: .init(words: "Back", address: subject.base))
    self.formToken = formToken
    base = subject.base
  }
}

/// Where a case document is brought.
struct ImportPage: PageModel {
  static let template = "import"

  struct Trouble: Sendable, Hashable {
    let line: Int?
    let field: String?
    let problem: String
    let remedy: String
  }

  let head: PageHead
  let formToken: String
  let text: String
  let hasFaults: Bool
  let count: String
  let faults: [Trouble]

  init(_ faulty: FaultyDocument? = nil, text: String = "", formToken: String) {
    let all = faulty?.faults ?? []
    head = PageHead(
      title: "Bring a case document", trail: [.init(words: "Home", address: "/")], isRefused: !all.isEmpty)
    self.formToken = formToken
    self.text = text
    hasFaults = !all.isEmpty
    faults = all.prefix(FaultyDocument.mostTold).map {
      Trouble(line: $0.line, field: $0.field.isEmpty ? nil : $0.field, problem: $0.problem, remedy: $0.remedy)
    }
    let more = all.count + (faulty?.leftOut ?? 0) - faults.count
    count =
      (faults.count == 1 ? "Mend this:" : "Mend these \(faults.count):")
      + (more > 0 ? " (and \(more) more)" : "")
  }
}

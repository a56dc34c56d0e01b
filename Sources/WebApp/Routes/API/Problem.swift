import Documents
import Foundation
import HTTPTypes
import Hummingbird

/// What went wrong, as the API tells it (RFC 9457, “Problem Details for HTTP APIs”).
struct Problem: Error, Sendable, Encodable {
  /// One thing that is wrong with what was sent, and where.
  struct Trouble: Sendable, Encodable {
    let line: Int?
    let field: String?
    let problem: String
    let remedy: String
  }

  /// Says that the status tells the kind, as the RFC has it.
  let type = "about:blank"
  let title: String
  let status: Int
  /// What is wrong.
  let detail: String
  /// What to do.
  let remedy: String
  /// Fault by fault, where a document or a parameter is faulty.
  let faults: [Trouble]?
  /// How many more there are.
  let leftOut: Int?

  init(_ status: Int, _ detail: String, _ remedy: String, faults: [Trouble]? = nil, leftOut: Int? = nil) {
    title = HTTPResponse.Status(code: status).reasonPhrase
    self.status = status
    self.detail = detail
    self.remedy = remedy
    self.faults = faults
    self.leftOut = leftOut
  }

  /// A fault of a page, in words for a program's maker.
  init(_ fault: PageError) {
    switch fault.status {
    case 403 where fault == .expired:
      self.init(
        403, "The request comes from a page of another site. Nothing was changed.",
        "Send it from a program, or from a page of this server.")
    case 400 where fault == .badForm:
      self.init(
        400, "What stands behind the question mark in the address can’t be read.",
        "Send names and values, percent-encoded, with “&” between them.")
    case 413:
      self.init(413, "What was sent is larger than is taken here.", "A document may have up to 4 MB.")
    case 404 where fault == .notFound:
      self.init(404, "There is nothing at this address.", "/api/v1/openapi.json lists all that there is.")
    case 404 where fault == .noCollaboration:
      self.init(
        404, "There is no collaboration, or no bundled case, of this name.",
        "The lists name those that there are.")
    default: self.init(fault.status, fault.what, fault.remedy)
    }
  }

  /// The faults of a document that was sent.
  init(_ faulty: FaultyDocument) {
    let told = faulty.faults.prefix(FaultyDocument.mostTold)
    let more = faulty.faults.count + faulty.leftOut - told.count
    self.init(
      422, "The document can’t be used. Nothing was saved.", "Mend each fault, then send it again.",
      faults: told.map {
        Trouble(
          line: $0.line, field: $0.field.isEmpty ? nil : $0.field, problem: $0.problem, remedy: $0.remedy)
      }, leftOut: more > 0 ? more : nil)
  }

  /// A parameter that isn't what it may be.
  static func parameter(_ name: String, _ problem: String, _ remedy: String) -> Problem {
    Problem(
      400, "The parameter “\(name)” can’t be used.", remedy,
      faults: [Trouble(line: nil, field: name, problem: problem, remedy: remedy)])
  }

  func response(headers: HTTPFields = [:]) throws -> Response {
    var fields = headers
    fields[.contentType] = "application/problem+json"
    fields[.cacheControl] = "no-store"
    return Response(
      status: .init(code: status), headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: try APICall.encoder.encode(self))))
  }
}

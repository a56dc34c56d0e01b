import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// A request to the API whose parameters have been held against what the operation takes.
struct APICall: Sendable {
  static let json = "application/json"
  static let yaml = "application/yaml"

  let site: Site
  let operation: APIOperation
  let request: Request
  let context: PageContext
  /// What stands behind the question mark.
  let fields: FormFields
  /// The type that was asked for.
  let type: String

  /// Reads a request.
  ///
  /// - Throws: ``Problem`` for a parameter that isn't taken, and for a type that can't be given.
  init(_ operation: APIOperation, _ request: Request, _ context: PageContext, at site: Site) throws {
    (self.site, self.operation, self.request, self.context) = (site, operation, request, context)
    fields = try Self.fields(of: request, operation)
    let types = operation.answer.types
    let accept = request.headers[values: .accept].joined(separator: ",")
    guard let type = MediaRange.best(of: types, for: accept) else {
      throw Problem(
        406, "None of the types that the request accepts can be given here.",
        "Accept one of these: \(types.joined(separator: ", ")).")
    }
    self.type = type
  }

  private static func fields(of request: Request, _ operation: APIOperation) throws -> FormFields {
    let fields = try request.fields
    for name in fields.names {
      guard let parameter = operation.parameters.first(where: { $0.name == name }) else {
        throw Problem.parameter(
          String(name.prefix(60)), "there is no such parameter",
          operation.parameters.isEmpty
            ? "Leave it out: there are none here."
            : "Send one of these: \(operation.parameters.map(\.name).joined(separator: ", ")).")
      }
      let values = fields.all(name)
      guard let value = values.first, values.count == 1 else {
        throw Problem.parameter(name, "it stands there more than once", "Send it once.")
      }
      try parameter.check(value)
    }
    for parameter in operation.parameters where parameter.isRequired && fields.all(parameter.name).isEmpty {
      throw Problem.parameter(parameter.name, "it is missing", "Add ?\(parameter.name)= to the address.")
    }
    return fields
  }

  /// A name of the path.
  func segment(_ name: String) throws -> String { try context.segment(name) }

  /// A whole number, as its parameter takes it.
  func number(_ name: String) -> Int {
    if let number = fields.text(name).flatMap(Int.init) { return number }
    if case .whole(_, let usual)? = operation.parameters.first(where: { $0.name == name })?.kind {
      return usual
    }
    return 0
  }

  /// The type of what was sent, without its parameters.
  var contentType: String {
    let type = (request.headers[.contentType] ?? "").lowercased().split(separator: ";").first
    return (type.map(String.init) ?? "").trimmingSpaces
  }

  func theory() async throws -> Exploration { try await site.exploration(segment("theory")) }

  // MARK: Answers

  static var encoder: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }

  /// A value as JSON.
  func answer(_ value: some Encodable, headers: HTTPFields = [:]) throws -> Response {
    answer(bytes: Array(try Self.encoder.encode(value)), headers: headers)
  }

  /// One page of a list.
  func list<Item, Record: Encodable>(_ items: [Item], _ record: (Item) throws -> Record) throws -> Response {
    let (limit, offset) = (number("limit"), number("offset"))
    let shown = try items.dropFirst(offset).prefix(limit).map(record)
    var headers: HTTPFields = [:]
    if offset + limit < items.count, let link = HTTPField.Name("Link") {
      headers[link] = "<\(address(offset: offset + limit, limit: limit))>; rel=\"next\""
    }
    return try answer(
      ListRecord(items: shown, total: items.count, offset: offset, limit: limit), headers: headers)
  }

  private func address(offset: Int, limit: Int) -> String {
    let kept = fields.names.filter { $0 != "offset" && $0 != "limit" }.map { name in
      "\(name)=\((fields.text(name) ?? "").asAddress)"
    }
    return request.uri.path + "?" + (kept + ["limit=\(limit)", "offset=\(offset)"]).joined(separator: "&")
  }

  /// Bytes of the type that was asked for. Whoever has them already gets 304.
  ///
  /// - Parameter tag: what stands for this state of them; made of the bytes where none is given.
  func answer(bytes: [UInt8], tag: String? = nil, headers: HTTPFields = [:]) -> Response {
    let tag = tag ?? "\"\(Hexadecimal.text(SHA256.hash(data: bytes).prefix(12)))\""
    var fields = headers
    fields[.cacheControl] = "no-cache"
    fields[.vary] = "Accept"
    fields[.eTag] = tag
    if operation.method == .get, EntityTags(request.headers[values: .ifNoneMatch]).hold(tag) {
      return Response(status: .notModified, headers: fields)
    }
    fields[.contentType] = type
    return Response(
      status: .init(code: operation.answer.status), headers: fields,
      body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
  }
}

/// A stretch of a list.
struct ListRecord<Item: Encodable>: Encodable {
  let items: [Item]
  /// How many there are in all.
  let total: Int
  let offset: Int
  let limit: Int
}

/// The states of a document that a request names (RFC 9110, section 8.8.3).
struct EntityTags: Sendable {
  let tags: [String]

  init(_ values: [String]) {
    tags = values.flatMap { $0.split(separator: ",") }.map { tag in
      let plain = String(tag).trimmingSpaces
      return plain.hasPrefix("W/") ? String(plain.dropFirst(2)) : plain
    }
  }

  /// Whether a state is among them; `*` is any.
  func hold(_ tag: String) -> Bool { tags.contains(tag) || tags == ["*"] }
}

extension String {
  var trimmingSpaces: String {
    var text = Substring(self)
    while text.first == " " || text.first == "\t" { text.removeFirst() }
    while text.last == " " || text.last == "\t" { text.removeLast() }
    return String(text)
  }
}

import Foundation
import HTTPTypes
import Hummingbird
import ProgrammeTheory
import TestSupport
import Testing

@testable import WebApp

@Suite("The API")
struct APITests {
  private static let base = "/api/v1"
  private static let theory = "/api/v1/theories/aunger-2021"
  private static let accept = HTTPField.Name.accept

  private static func tree(_ answer: TestSite.Answer) throws -> JSONTree {
    try JSONDecoder().decode(JSONTree.self, from: Data(answer.bytes))
  }

  /// A case document as JSON, as little as there may be.
  private static func document(_ title: String = "Two wards", id: String = "two-wards") -> [UInt8] {
    Array(
      #"{"format": "realist-case/1", "id": "\#(id)", "title": "\#(title)", "summary": "A try.", "kind": "illustration"}"#
        .utf8)
  }

  private static func send(
    _ site: TestSite, _ method: HTTPRequest.Method, _ path: String, body: [UInt8]? = nil,
    headers: HTTPFields = [:]
  ) async throws -> TestSite.Answer {
    var headers = headers
    if body != nil, headers[.contentType] == nil { headers[.contentType] = "application/json" }
    return try await site.send(method, base + path, headers: headers, body: body ?? [])
  }

  // MARK: Description

  @Test("The description lists exactly the routes that there are")
  func routes() throws {
    let site = try TestSite(.bundled).site
    let router = Router(context: PageContext.self)
    APISection(site: site).addRoutes(to: router)
    let routes = Set(router.routes.map { "\($0.method.rawValue) \($0.path.description)" })
    let text = APISection.description(for: site)
    let tree = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    guard case .object(let paths)? = tree["paths"] else {
      Issue.record("no paths")
      return
    }
    let described = paths.flatMap { path, methods -> [String] in
      guard case .object(let methods) = methods else { return [] }
      return methods.keys.map { "\($0.uppercased()) /api/v1\(path)" }
    }
    #expect(!routes.isEmpty)
    #expect(routes == Set(described))
  }

  @Test("The description is as it was when it was last looked at, and the same each time")
  func description() throws {
    let site = try TestSite(.bundled).site
    let text = APISection.description(for: site)
    #expect(text == APISection.description(for: site))
    #expect(try GoldenFile.difference(text, from: "openapi.json") == nil)
  }

  @Test("Each reference in the description leads to a schema that is there")
  func references() throws {
    let text = APISection.description(for: try TestSite(.bundled).site)
    let tree = try JSONDecoder().decode(JSONTree.self, from: Data(text.utf8))
    let schemas = tree["components"]?["schemas"]
    for match in text.matches(of: #/"\$ref" : "([^"]+)"/#) {
      #expect(match.1.hasPrefix("#/components/schemas/"))
      #expect(schemas?[String(match.1.dropFirst("#/components/schemas/".count))] != nil, "\(match.1)")
    }
  }

  @Test(
    "Every operation without a body answers with the fields that its schema names, for every theory and case")
  func shapes() async throws {
    let site = try TestSite(.bundled)
    for operation in APISection.operations(of: site.site) where operation.method == .get {
      guard operation.pathNames.isEmpty || operation.pathNames == ["theory"],
        !operation.parameters.contains(where: \.isRequired)
      else { continue }
      for theory in site.site.library.theories {
        let path = operation.path.replacing("{theory}", with: theory.identity.id.text)
        let answer = try await site.get(Self.base + path)
        #expect(answer.status == 200, "\(path)")
        #expect(answer.headers[.contentType] == "application/json")
        if let item = operation.answer.schema?["properties"]?["items"]?["items"]?["$ref"],
          case .text(let reference) = item, case .array(let items)? = try Self.tree(answer)["items"]
        {
          let schema = APISchemas.all[String(reference.dropFirst("#/components/schemas/".count))]
          for item in items { #expect(Self.fits(item, schema), "\(path)") }
        }
      }
    }
  }

  /// Whether an object has all fields that its schema asks for, and none that it doesn't know.
  private static func fits(_ item: JSONTree, _ schema: JSONTree?) -> Bool {
    guard case .object(let fields) = item, case .object(let known)? = schema?["properties"],
      case .array(let required)? = schema?["required"]
    else { return false }
    return fields.keys.allSatisfy { known[$0] != nil }
      && required.allSatisfy { if case .text(let name) = $0 { fields[name] != nil } else { false } }
  }

  // MARK: Asking

  @Test("A list comes in pages that join to the whole, each with a link to the next")
  func paging() async throws {
    let site = try TestSite(.bundled)
    var (ids, next, pages): ([JSONTree], String?, Int) = ([], "\(Self.theory)/configurations?limit=40", 0)
    while let path = next {
      let answer = try await site.get(path)
      guard case .array(let items)? = try Self.tree(answer)["items"] else { break }
      ids += items.compactMap { $0["id"] }
      pages += 1
      let link = answer.headers[try #require(HTTPField.Name("Link"))]
      next = link.flatMap { $0.firstMatch(of: #/<([^>]+)>; rel="next"/#) }.map { String($0.1) }
    }
    let theory = try #require(site.site.library.theories.first { $0.identity.id.text == "aunger-2021" })
    #expect(ids == theory.configurations.map { .text($0.id.text) })
    #expect(pages == (theory.configurations.count + 39) / 40)
  }

  @Test("Filters of the API and of the pages keep the same configurations")
  func filters() async throws {
    let site = try TestSite(.bundled)
    let exploration = try await site.site.exploration("aunger-2021")
    for query in [
      "evidence=one", "slot=mechanism&direction=less", "phase=planning", "q=lead&evidence=several",
    ] {
      let fields = try #require(FormFields(urlEncoded: query.utf8))
      let filter = try fields.configurationFilter(in: exploration.theory)
      let answer = try await site.get("\(Self.theory)/configurations?limit=200&\(query)")
      #expect(try Self.tree(answer)["total"] == .whole(filter.configurations(in: exploration).count))
    }
  }

  @Test(
    "What can't be asked is refused with the parameter's name",
    arguments: [
      "/theories?limit=0", "/theories?limit=201", "/theories?limit=-1", "/theories?limit=1e3",
      "/theories?limit=１",
      "/theories?limit=1&limit=2", "/theories?offset=99999999999999999999", "/theories?unknown=1",
      "/theories/aunger-2021/configurations?slot=x", "/theories/aunger-2021/configurations?concept=A",
      "/theories/aunger-2021/search", "/theories/aunger-2021/search?q=\(String(repeating: "a", count: 201))",
      "/theories/aunger-2021/paths?from=a", "/theories/aunger-2021/paths?from=a&to=b&at-most=9",
      "/theories/aunger-2021/findings?kind=x",
    ])
  func badParameters(_ path: String) async throws {
    let answer = try await TestSite(.bundled).get(Self.base + path)
    #expect(answer.status == 400)
    #expect(answer.headers[.contentType] == "application/problem+json")
    guard case .array(let faults)? = try Self.tree(answer)["faults"] else {
      Issue.record("no faults")
      return
    }
    #expect(faults.first?["field"] != nil)
  }

  @Test(
    "What isn't there is a problem document, whatever the address holds",
    arguments: [
      "/nothing", "/theories/..", "/theories/%2e%2e", "/theories/%00", "/theories/aunger-2021/concepts/%ff",
      "/theories/aunger-2021/concepts/\(String(repeating: "a", count: 5_000))",
      "/cases/../../etc/passwd/document",
      "/cases/x/document", "/cases/x/assessment", "/collaborations/x", "/collaborations/x/document",
      "/collaborations/'%20OR%201=1--", "/collaborations/x/assessment",
    ])
  func notThere(_ path: String) async throws {
    let answer = try await TestSite(.bundled).get(Self.base + path)
    #expect(answer.status == 404)
    #expect(answer.headers[.contentType] == "application/problem+json")
    #expect(try Self.tree(answer)["status"] == 404)
  }

  @Test(
    "A method that an address doesn't take is answered with those that it takes",
    arguments: ["PATCH", "POST", "TRACE", "FOO", "OPTIONS"])
  func otherMethods(_ method: String) async throws {
    let site = try TestSite(.bundled)
    let answer = try await Self.send(
      site, try #require(.init(method)), "/theories/aunger-2021/concepts", body: [])
    #expect(answer.status == 405)
    #expect(answer.headers[try #require(HTTPField.Name("Allow"))] == "GET, HEAD")
    let other = try await Self.send(site, .put, "/collaborations/x", body: [])
    #expect(other.status == 405)
    #expect(other.headers[try #require(HTTPField.Name("Allow"))] == "GET, DELETE, HEAD")
  }

  @Test("HEAD gives the headers of GET without its body")
  func head() async throws {
    let site = try TestSite(.bundled)
    let (head, get) = (
      try await Self.send(site, .head, "/theories"), try await Self.send(site, .get, "/theories")
    )
    #expect(head.status == 200 && head.bytes.isEmpty)
    #expect(head.headers[.eTag] == get.headers[.eTag])
    #expect(try await site.send(.head, "/theory").status == 200)
  }

  @Test(
    "A type is given only where it is accepted",
    arguments: [
      ("application/json", 200), ("*/*", 200), ("application/*", 200), ("text/html, */*;q=0.1", 200),
      ("text/html", 406),
      ("application/json;q=0", 406), ("application/json;q=0, */*", 406), ("nonsense", 406),
      ("application/yaml", 406),
      ("", 200),
    ])
  func negotiation(_ accept: String, _ status: Int) async throws {
    let answer = try await TestSite(.bundled).get("\(Self.base)/theories", headers: [.accept: accept])
    #expect(answer.status == status)
  }

  @Test("A document is given as JSON or as YAML, as is wanted more")
  func twoTypes() async throws {
    let site = try TestSite(.bundled)
    let yaml = try await site.get(
      "\(Self.base)/cases/enforced-merger/document",
      headers: [.accept: "application/json;q=0.5, application/yaml"])
    #expect(yaml.headers[.contentType] == "application/yaml")
    #expect(yaml.text == site.site.library.case("enforced-merger")?.text)
    let json = try await site.get("\(Self.base)/cases/enforced-merger/document")
    #expect(json.headers[.contentType] == "application/json")
    #expect(try Self.tree(json)["id"] == "enforced-merger")
  }

  @Test("Whoever has an answer already isn't sent it again")
  func notModified() async throws {
    let site = try TestSite(.bundled)
    let tag = try #require(try await site.get("\(Self.theory)/concepts").headers[.eTag])
    let again = try await site.get("\(Self.theory)/concepts", headers: [.ifNoneMatch: "\"x\", W/\(tag)"])
    #expect(again.status == 304 && again.bytes.isEmpty)
  }

  // MARK: Changing

  @Test(
    "A collaboration is begun, read, replaced and deleted, and every bundled case comes back as it was sent")
  func roundTrip() async throws {
    let site = try TestSite(.bundled)
    for bundled in site.site.library.cases {
      let sent = try await site.get("\(Self.base)/cases/\(bundled.id)/document")
      let begun = try await Self.send(site, .post, "/collaborations", body: sent.bytes)
      #expect(begun.status == 201, "\(bundled.id): \(begun.text)")
      let location = try #require(begun.location)
      let back = try await site.get(location + "/document")
      #expect(back.text == sent.text)
      #expect(try await site.get(location + "/assessment").status == 200)
    }
  }

  @Test("A change is taken only of the state that it was made on")
  func lostUpdate() async throws {
    let site = try TestSite(.bundled)
    let begun = try await Self.send(site, .post, "/collaborations", body: Self.document())
    let path = String(try #require(begun.location).dropFirst(Self.base.count))
    let first = try #require(try await Self.send(site, .get, path + "/document").headers[.eTag])
    let none = try await Self.send(site, .put, path + "/document", body: Self.document("Three wards"))
    #expect(none.status == 428)
    let put = try await Self.send(
      site, .put, path + "/document", body: Self.document("Three wards"), headers: [.ifMatch: first])
    #expect(put.status == 200)
    let late = try await Self.send(
      site, .put, path + "/document", body: Self.document("Four"), headers: [.ifMatch: first])
    #expect(late.status == 412)
    #expect(try await Self.send(site, .delete, path, headers: [.ifMatch: first]).status == 412)
    #expect(try await Self.send(site, .get, path + "/document").text.contains("Three wards"))
    let tag = try #require(put.headers[.eTag])
    #expect(try await Self.send(site, .delete, path, headers: [.ifMatch: tag]).status == 204)
    #expect(try await Self.send(site, .get, path).status == 404)
    #expect(try await Self.send(site, .delete, path, headers: [.ifMatch: "*"]).status == 404)
  }

  @Test(
    "What isn't sent as JSON changes nothing",
    arguments: [
      "", "text/plain", "application/x-www-form-urlencoded", "application/yaml", "application/jsonp",
      "multipart/form-data",
    ])
  func otherTypes(_ type: String) async throws {
    let site = try TestSite(.bundled)
    let answer = try await Self.send(
      site, .post, "/collaborations", body: Self.document(), headers: [.contentType: type])
    #expect(answer.status == 415)
    #expect(try await site.site.store.collaborations().isEmpty)
  }

  @Test("A request from another site's page changes nothing, though it is JSON")
  func foreignPage() async throws {
    let site = try TestSite(.bundled)
    let fetch = try #require(HTTPField.Name("Sec-Fetch-Site"))
    for headers: HTTPFields in [
      [.origin: "http://evil.example"], [.origin: "null"], [fetch: "cross-site"], [fetch: "same-site"],
    ] {
      let answer = try await Self.send(
        site, .post, "/collaborations", body: Self.document(), headers: headers)
      #expect(answer.status == 403)
      #expect(answer.headers[.contentType] == "application/problem+json")
    }
    #expect(try await site.site.store.collaborations().isEmpty)
  }

  @Test("A faulty document is told fault by fault, with line and field, and saves nothing")
  func faulty() async throws {
    let site = try TestSite(.bundled)
    let body = "{\n\"format\": \"realist-case/1\",\n\"id\": \"A\",\n\"nonsense\": 1}"
    let answer = try await Self.send(site, .post, "/collaborations", body: Array(body.utf8))
    #expect(answer.status == 422)
    guard case .array(let faults)? = try Self.tree(answer)["faults"] else {
      Issue.record("no faults")
      return
    }
    #expect(faults.contains { $0["line"] == 3 && $0["field"] == "id" })
    #expect(faults.contains { $0["line"] == 4 }, "\(faults)")
    #expect(try await site.site.store.collaborations().isEmpty)
  }

  @Test(
    "What is no case document is refused",
    arguments: [
      "", "{", "[]", "null", "1", "\"x\"", "{} {}", "\u{FEFF}", "format: realist-case/1",
      "{\"a\": \"\\ud800\"}",
    ])
  func noDocument(_ body: String) async throws {
    let answer = try await Self.send(try TestSite(.bundled), .post, "/collaborations", body: Array(body.utf8))
    #expect(answer.status == 400 || answer.status == 422)
    #expect(answer.headers[.contentType] == "application/problem+json")
  }

  @Test(
    "Texts come back as they were sent, whatever signs they hold",
    arguments: ["R&D *x* ? {y}", "a\\/b", "\\ud83d\\ude00 \\u00e9", "é 😀", "\\\"q\\\"", "\\\\ud83d"])
  func signs(_ title: String) async throws {
    let site = try TestSite(.bundled)
    let begun = try await Self.send(site, .post, "/collaborations", body: Self.document(title))
    #expect(begun.status == 201, "\(begun.text)")
    let wanted = try JSONDecoder().decode(String.self, from: Data("\"\(title)\"".utf8))
    let back = try await site.get(try #require(begun.location) + "/document")
    #expect(try Self.tree(back)["title"] == .text(wanted))
  }

  @Test("Hostile texts as bodies are refused in time", arguments: HostileText.all)
  func hostile(_ text: HostileText) async throws {
    let answer = try await Self.send(
      try TestSite(.bundled), .post, "/collaborations", body: Array(text.text.utf8))
    #expect((400..<500).contains(answer.status))
  }
}

import HTTPTypes
import Testing

@testable import WebApp

@Suite("What is let in")
struct FrontDoorTests {
  @Test("The first page opens a bundled case's assessment in one click, and begins a description in one")
  func firstPage() async throws {
    let site = try TestSite(.bundled)
    let page = try await site.get("/")
    #expect(page.status == 200)
    #expect(page.text.contains("href=\"/cases/enforced-merger/assessment\""))
    let begun = try await site.post("/collaborations")
    #expect(begun.status == 303)
    #expect(begun.location?.hasPrefix("/collaborations/") == true)
  }

  @Test(
    "A request that names another host gets nothing",
    arguments: ["evil.example", "evil.example:8080", "127.0.0.1", "127.0.0.1:80", "localhost.evil:8080", ""])
  func foreignHost(_ host: String) async throws {
    let answer = try await TestSite().send(.get, "/", host: host)
    #expect(answer.status == 421)
    #expect(!answer.text.contains("<"))
  }

  @Test(
    "Each of this machine's names is answered", arguments: ["127.0.0.1:8080", "LOCALHOST:8080", "[::1]:8080"])
  func ownHost(_ host: String) async throws {
    #expect(try await TestSite().send(.get, "/", host: host).status == 200)
  }

  @Test("A form without its session's token changes nothing")
  func token() async throws {
    let (site, other) = (try TestSite(), try TestSite())
    _ = try await site.get("/")
    let foreign = other.site.tokens.token(of: site.cookies["realist-8080"] ?? "")
    for form in [[], [("token", "")], [("token", "00")], [("token", foreign)]] {
      let answer = try await site.send(.post, "/collaborations", form: form)
      #expect(answer.status == 403)
      #expect(answer.text.contains("Nothing was changed"))
    }
    #expect(try await site.site.store.collaborations().isEmpty)
  }

  @Test("A form sent by another site's page changes nothing")
  func origin() async throws {
    let site = try TestSite()
    for origin in ["http://evil.example", "null", "http://127.0.0.1:9999"] {
      #expect(try await site.post("/collaborations", headers: [.origin: origin]).status == 403)
    }
    #expect(try await site.post("/collaborations", headers: [.origin: "http://127.0.0.1:8080"]).status == 303)
  }

  @Test("Every answer says what a browser may load: nothing from elsewhere, and nothing inline")
  func headers() async throws {
    let site = try TestSite()
    for path in ["/", "/nothing-here", "/cases/mill-lane/assessment"] {
      let answer = try await site.get(path)
      #expect(answer.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true)
      #expect(answer.headers[.contentSecurityPolicy]?.contains("unsafe") == false)
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      #expect(answer.headers[.cacheControl] == "no-store")
      #expect(!answer.text.contains(" style=") && !answer.text.contains("<style"))
    }
  }

  @Test("A body that is too large is refused")
  func largeBody() async throws {
    let site = try TestSite()
    let answer = try await site.post("/collaborations", [("x", String(repeating: "a", count: 300_000))])
    #expect(answer.status == 413)
    let said = try await site.post("/collaborations", headers: [.contentLength: "104857600"])
    #expect(said.status == 413)
  }
}

@Suite("Addresses that lead nowhere")
struct AddressTests {
  @Test(
    "An address of nothing is a page that says so, and no failure",
    arguments: [
      "/nothing", "/assets/site.css", "/assets/../../../etc/passwd", "/assets/%2e%2e%2f%2e%2e%2fetc%2fpasswd",
      "/cases/../../etc/passwd", "/cases/%00", "/cases/mill-lane%2f..", "/cases/unknown",
      "/cases/unknown/assessment",
      "/collaborations/unknown", "/collaborations/'%20OR%201=1--", "/collaborations/unknown/case.yaml",
      "/collaborations/unknown/assessments/1", "/collaborations/unknown/revisions/99999999999999999999",
      "/collaborations/unknown/questions/title", "/cases/mill-lane/web/unknown",
      "/cases/mill-lane/web/%3Cscript%3E",
      "/cases/mill-lane/web?concept=..%2f..",
    ])
  func nowhere(_ path: String) async throws {
    let answer = try await TestSite().get(path)
    #expect(answer.status == 404, "\(path): \(answer.status)")
    #expect(!answer.text.contains("<script>"))
    #expect(answer.text.contains("<h1>"))
  }

  @Test("A collaboration's address can't be guessed from another's")
  func identifiers() async throws {
    let site = try TestSite()
    var found: Set<String> = []
    for _ in 0..<20 { found.insert(try await site.begun()) }
    #expect(found.count == 20)
    #expect(found.allSatisfy { $0.utf8.count == "/collaborations/".utf8.count + 16 })
  }

  @Test("The style and the scripts are kept by browsers, under an address that names what they hold")
  func assets() async throws {
    let site = try TestSite()
    let style = site.site.assets.address(of: "site.css")
    let answer = try await site.get(style)
    #expect(answer.status == 200)
    #expect(answer.headers[.cacheControl]?.contains("immutable") == true)
    #expect(answer.headers[.contentType] == "text/css; charset=utf-8")
    #expect(answer.headers[.setCookie] == nil)
  }
}

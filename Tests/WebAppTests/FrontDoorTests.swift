import HTTPTypes
import Testing

@testable import WebApp

@Suite("What is let in")
struct FrontDoorTests {
  @Test("The first page opens a bundled case's assessment in one click, and begins a description in one")
  func firstPage() async throws {
    let site = try TestSite()
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
    for path in ["/", "/nothing-here", "/cases/enforced-merger/assessment"] {
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

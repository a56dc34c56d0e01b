import Foundation
import TestSupport
import Testing

@testable import WebApp

@Suite("Pages as people see them")
struct PageGoldenTests {
  /// The page without what differs from run to run, and without what the renderer of reports made, which has goldens of
  /// its own.
  private func stable(_ page: String, _ base: String) -> String {
    let main = page.range(of: "<section")?.lowerBound ?? page.endIndex
    return String(page[..<main])
      .replacing(base, with: "/collaborations/ID")
      .replacing(#/name="token" value="[0-9a-f]*"/#, with: "name=\"token\" value=\"TOKEN\"")
      .replacing(#/(\/assets\/[a-z-]+)-[0-9a-f]{12}\./#) { "\($0.1)-HASH." }
  }

  private func hold(_ site: TestSite, _ base: String, _ path: String, _ name: String) async throws {
    let answer = try await site.get(path)
    #expect(answer.status == 200, "\(path)")
    let difference = try GoldenFile.difference(stable(answer.text, base), from: "\(name).html")
    #expect(difference == nil)
  }

  @Test("Each kind of page stays as it was looked at")
  func pages() async throws {
    let site = try TestSite()
    let base = try await site.copy()
    try await hold(site, base, "/", "home")
    try await hold(site, base, base, "collaboration")
    try await hold(site, base, "/cases/mill-lane", "bundled-case")
    try await hold(site, base, "\(base)/answers", "answers")
    for (question, name) in [
      ("title", "words"), ("start", "date"), ("kind", "choice"), ("entry-points", "choices"),
      ("partners", "partners"),
      ("aims", "aims"), ("concept.know-how", "level"), ("events", "events"), ("end", "end"),
    ] { try await hold(site, base, "\(base)/questions/\(question)", "question-\(name)") }
    try await hold(site, base, "\(base)/assessment", "assessment")
    try await hold(site, base, "\(base)/web", "web")
    try await hold(site, base, "\(base)/watch", "watch")
    try await hold(site, base, "\(base)/events/new", "event")
    try await hold(site, base, "\(base)/observations/new", "observation")
    try await hold(site, base, "\(base)/history", "history")
    try await hold(site, base, "\(base)/board/redacted", "board-redacted")
    try await hold(site, base, "/import", "import")
    try await hold(site, base, "\(base)/delete", "delete")
  }

  @Test("A fault is a page in plain words that says what to do")
  func faults() async throws {
    let site = try TestSite()
    let page = try await site.get("/nothing")
    let difference = try GoldenFile.difference(stable(page.text, "-"), from: "not-found.html")
    #expect(difference == nil)
  }
}

import Bibliography
import Foundation
import HTTPTypes
import ProgrammeTheory
import TestSupport
import Testing

@testable import WebApp

@Suite("Exploring a theory")
struct ExploreTests {
  /// The addresses that a page of the site leads to, without anchors.
  private static func links(in html: String) -> [String] {
    html.matches(of: #/href="(/[^"#]*)/#).map {
      String($0.1).replacing("&amp;", with: "&")
    }
  }

  @Test("Every page of every theory that a link leads to is there, and each part of each theory is reached")
  func everyLink() async throws {
    let site = try TestSite(.bundled)
    var (seen, waiting) = (Set(["/theory"]), ["/theory"])
    while let address = waiting.popLast() {
      let page = try await site.get(address)
      #expect(page.status == 200 || page.status == 303, "\(address): \(page.status)")
      for link in Self.links(in: page.text) where link.hasPrefix("/theory") && seen.insert(link).inserted {
        waiting.append(link)
      }
    }
    for theory in site.site.library.theories {
      let base = "/theory/\(theory.identity.id)"
      for concept in theory.concepts { #expect(seen.contains("\(base)/concepts/\(concept.id)")) }
      for claim in theory.configurations { #expect(seen.contains("\(base)/configurations/\(claim.id)")) }
      for telling in theory.tellings { #expect(seen.contains("\(base)/tellings/\(telling.id)")) }
      for source in theory.references { #expect(seen.contains("\(base)/sources/\(source.id.asAddress)")) }
      for entry in theory.entryPoints { #expect(seen.contains("\(base)/entry-points/\(entry.id)")) }
      for pattern in theory.patterns { #expect(seen.contains("\(base)/loops/\(pattern.id)")) }
      for rivalry in theory.rivalries { #expect(seen.contains("\(base)/rivalries/\(rivalry.id)")) }
      let findings = await site.site.library.explorations.exploration(of: theory).findings
      #expect(seen.count { $0.hasPrefix("\(base)/findings/") } == findings.count)
    }
  }
}

extension ExploreTests {
  private static let base = "/theory/aunger-2021"

  @Test(
    "What isn't in the theory is told in plain words, whatever the address holds",
    arguments: [
      "concepts/..", "concepts/%2e%2e", "concepts/%00", "concepts/nothing", "concepts/%F0%28%8C%28",
      "concepts/" + String(repeating: "a", count: 20_000), "configurations/trust", "tellings/c1",
      "sources/%3Cscript%3E",
      "sources/..%2f..%2fetc%2fpasswd", "entry-points/x", "loops/through/more-x.less-y", "loops/x",
      "rivalries/x",
      "findings/role-shift/0", "findings/role-shift/-1", "findings/role-shift/999999999999999999999",
      "findings/x/1",
      "actions/x", "middle-range/x", "nothing", "compared-with/nothing", "configurations?phase=nowhere",
      "configurations?concept=%3Cscript%3E", "configurations?slot=x", "configurations?direction=up",
      "configurations?evidence=x", "configurations?page=99", "configurations?page=-1",
      "configurations?page=x",
      "sources?role=x", "tellings?form=x", "loops?sign=x", "loops?concept=x", "findings?kind=x",
      "paths?from=x&to=y",
      "paths?at-most=100",
    ])
  func hostile(_ address: String) async throws {
    let page = try await TestSite(.bundled).get("\(Self.base)/\(address)")
    #expect(page.status == 404)
    #expect(page.text.contains("<h1>"))
    #expect(!page.text.contains("<script>") && !page.text.contains("passwd"))
  }

  @Test(
    "A theory that isn't bundled has no pages",
    arguments: ["..", "%2e%2e", "x", "AUNGER-2021", "aunger-2021%00"])
  func foreignTheory(_ name: String) async throws {
    let site = try TestSite(.bundled)
    for place in ["", "/concepts", "/search?q=trust", "/search.json", "/findings", "/paths"] {
      #expect(try await site.get("/theory/\(name)\(place)").status == 404)
    }
  }

  @Test("One theory's parts aren't found under another's address")
  func otherTheorysParts() async throws {
    let site = try TestSite(.bundled)
    let theories = site.site.library.theories
    for theory in theories {
      for other in theories where other.identity.id != theory.identity.id {
        for claim in other.configurations where theory.configuration(claim.id) == nil {
          #expect(
            try await site.get("/theory/\(theory.identity.id)/configurations/\(claim.id)").status == 404)
        }
      }
    }
  }

  @Test(
    "Markup in any field of a query is shown as text",
    arguments: ["search?q=", "configurations?q=", "search.json?q="])
  func markup(_ address: String) async throws {
    let page = try await TestSite(.bundled).get(
      "\(Self.base)/\(address)%22%3E%3Cimg+src%3Dx%3E%7B%7B%7Bhead%7D%7D%7D")
    #expect(page.status == 200)
    #expect(!page.text.contains("<img"))
    #expect(address.contains("json") || page.text.contains("&lt;img src=x&gt;{{{head}}}"))
  }

  @Test(
    "A query that is no form is refused", arguments: ["search?q=%", "search?q=%FF", "configurations?q=%zz"])
  func brokenQuery(_ address: String) async throws {
    #expect(try await TestSite(.bundled).get("\(Self.base)/\(address)").status == 400)
  }

  @Test("A search finds by the beginnings of words, without capitals and accents, titles first")
  func search() {
    let index = SearchIndex([
      .init(sort: "a", title: "Café au lait", text: "Milk with coffee", address: "/1"),
      .init(sort: "a", title: "Milk", text: "White", address: "/2"),
      .init(sort: "a", title: "Tea", text: "With milk or without", address: "/3", otherWords: "cha"),
    ])
    func found(_ question: String) -> [String] { index.answer(to: question, most: 10).entries.map(\.address) }
    #expect(found("MILK") == ["/2", "/1", "/3"])
    #expect(found("cafe mil") == ["/1"])
    #expect(found("  café—LAIT ") == ["/1"])
    #expect(found("cha") == ["/3"])
    #expect(found("ilk").isEmpty)
    #expect(found("").isEmpty && found("  %&/ ").isEmpty)
    #expect(index.answer(to: "m", most: 1).leftOut == 2)
  }

  @Test("A question of any length and kind is answered", arguments: ["a", "\u{301}", "\u{0}", "🏳️‍🌈 ", "ﷺ"])
  func longQuestion(_ sign: String) {
    let index = SearchIndex([.init(sort: "a", title: "A", text: "a a a", address: "/1")])
    _ = index.answer(to: String(repeating: sign, count: 100_000), most: 10)
  }

  @Test("The same search as JSON gives the same hits")
  func searchAsJSON() async throws {
    let site = try TestSite(.bundled)
    let json = try await site.get("\(Self.base)/search.json?q=leader")
    #expect(json.headers[.contentType] == "application/json; charset=utf-8")
    let page = try await site.get("\(Self.base)/search?q=leader")
    struct Answer: Decodable {
      struct Hit: Decodable { let address: String }
      let count: String
      let hits: [Hit]
    }
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.bytes))
    #expect(!answer.hits.isEmpty)
    #expect(page.text.contains(answer.count))
    for hit in answer.hits { #expect(page.text.contains("href=\"\(hit.address)\"")) }
  }
}

extension ExploreTests {
  /// The gardens' theory, which knows nothing of collaborations: nothing may be fixed to the bundled one.
  private static func gardens() throws -> Exploration { Exploration(try Fixture.gardens()) }

  @Test(
    "Each filter keeps exactly the configurations that fit, and all of them together only those that fit every one"
  )
  func filters() throws {
    let exploration = try Self.gardens()
    let theory = exploration.theory
    for concept in theory.concepts.map(\.id) {
      #expect(
        ConfigurationFilter(mechanism: concept).configurations(in: exploration)
          == theory.configurations(whoseMechanism: concept))
      #expect(
        ConfigurationFilter(concept: concept, slot: .outcome).configurations(in: exploration)
          == theory.configurations(whoseOutcome: concept))
      #expect(
        ConfigurationFilter(concept: concept, slot: .context, move: .more).configurations(in: exploration)
          == theory.configurations.filter {
            $0.context.contains { $0.concept == concept && $0.direction == .more }
          })
    }
    for phase in theory.phases.map(\.id) {
      #expect(
        ConfigurationFilter(phase: phase).configurations(in: exploration)
          == theory.configurations.filter { $0.phase == phase })
    }
    let footings: [ConfigurationFilter.Footing] = [.several, .one, .middleRange, .other, .none]
    let parts = footings.map { ConfigurationFilter(evidence: $0).configurations(in: exploration) }
    #expect(parts.map(\.count).reduce(0, +) == theory.configurations.count)
    #expect(ConfigurationFilter().configurations(in: exploration) == theory.configurations)
  }

  @Test("Every finding, loop and part has an address of its own")
  func addresses() throws {
    let exploration = try Self.gardens()
    let theory = exploration.theory
    let addresses =
      exploration.findings.map { exploration.address($0) }
      + exploration.loops.loops.map { exploration.address(.loop($0)) }
      + theory.concepts.map { exploration.address(.concept($0.id)) }
      + theory.references.map { exploration.address(.source($0.id)) }
    #expect(Set(addresses).count == addresses.count)
    #expect("a/b c?d".asAddress == "a%2Fb%20c%3Fd")
  }

  @Test(
    "The pages of a theory look as they did",
    arguments: [
      "theory", "concept", "configuration", "telling", "source", "entry-point", "pattern", "finding",
      "rivalry", "list", "findings", "search", "paths",
    ])
  func golden(_ name: String) throws {
    let exploration = try Self.gardens()
    let theory = exploration.theory
    let site = try TestSite(.bundled).site
    let fields = try #require(FormFields(urlEncoded: "q=gard&evidence=one".utf8))
    func html(_ page: some PageModel) throws -> String {
      try site.templates.render(page, type(of: page).template).html
    }
    let text =
      switch name {
      case "theory": try html(TheoryPage(exploration, beside: site.library.theories))
      case "concept": try html(ItemPage(theory.concepts[0], in: exploration))
      case "configuration": try html(ItemPage(theory.configurations[0], in: exploration))
      case "telling": try html(ItemPage(theory.tellings[0], in: exploration))
      case "source": try html(ItemPage(theory.references[0], in: exploration))
      case "entry-point": try html(ItemPage(theory.entryPoints[0], in: exploration))
      case "pattern": try html(ItemPage(theory.patterns[0], in: exploration))
      case "finding": try html(ItemPage(exploration.findings[0], in: exploration))
      case "rivalry": try html(ItemPage(theory.rivalries[0], in: exploration))
      case "list": try html(ListPage.configurations(in: exploration, fields))
      case "findings": try html(ListPage.findings(in: exploration, FormFields([])))
      case "search": try html(SearchPage(fields, in: exploration))
      default: try html(PathsPage(FormFields([]), in: exploration))
      }
    #expect(try GoldenFile.difference(text, from: "explore-\(name).html") == nil)
  }
}

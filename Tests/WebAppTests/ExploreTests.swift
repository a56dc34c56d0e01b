import Bibliography
import Foundation
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
    let site = try TestSite()
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

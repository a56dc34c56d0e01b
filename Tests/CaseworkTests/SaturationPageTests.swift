import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Casework

@Suite("Pages of saturation, gaps and clusters")
struct SaturationPageTests {
  private func teller() throws -> TheoryTeller {
    TheoryTeller(of: try Fixture.gardens(), madeBy: "realist test")
  }

  @Test("The gardens' pages look as they should", arguments: ["saturation", "gaps", "clusters"])
  func golden(_ name: String) throws {
    let teller = try teller()
    let page =
      switch name {
      case "saturation": teller.page(of: teller.theory.saturation(in: .publication))
      case "gaps": teller.gaps
      default: teller.clusters
      }
    #expect(Mentions(of: page).dangling == [])
    let difference = try GoldenFile.difference(MarkdownRenderer().render(page), from: "gardens-\(name).md")
    #expect(difference == nil)
  }

  @Test("The curve is drawn, and its table has a row for each work")
  func figure() async throws {
    let teller = try teller()
    let saturation = teller.theory.saturation(in: .mention)
    let figure = teller.figure(of: saturation)
    #expect(figure.table.rows.count == saturation.steps.count && !saturation.steps.isEmpty)
    guard case .drawn(let drawing) = await PictureStudio().draw(figure) else {
      Issue.record("nothing was drawn")
      return
    }
    #expect(drawing.markup.contains("configurations"))
  }

  @Test("A theory without tellings says that nothing is told")
  func empty() throws {
    let theory = Theory(identity: try Fixture.gardens().identity)
    let teller = TheoryTeller(of: theory, madeBy: "realist test")
    let page = teller.page(of: theory.saturation(in: .mention))
    #expect(page.parts.isEmpty && page.story.first?.text.contains("No work tells anything") == true)
    #expect(teller.gaps.parts.isEmpty && teller.clusters.parts.isEmpty)
  }
}

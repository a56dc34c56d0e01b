import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@testable import Dynamics

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Models for other simulators")
struct ExportTests {
  /// What a document holds: names of stocks and auxiliaries, and whether it is well formed.
  private final class Reader: NSObject, XMLParserDelegate {
    var names: [String: [String]] = [:]
    func parser(
      _ parser: XMLParser, didStartElement element: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String] = [:]
    ) {
      if let name = attributes["name"] { names[element, default: []].append(name) }
    }
  }

  private func document(_ theory: Theory, title: String, plan: Plan = Plan(), levers: [Lever.ID] = []) throws
    -> (Model, String)
  {
    let model = Model(theory, try .tells(levers: levers))
    let text = XMILE(
      model, title: title, draw: 1, of: DrawSequence(seed: 1, count: 10), prior: .uniform, rounds: 3,
      plan: plan
    ).document
    return (model, text)
  }

  @Test("The document is well formed whatever the title, and names every variable and parameter once")
  func whole() throws {
    let theory = try Fixture.gardens()
    let levers = theory.levers.map(\.id)
    for title in ["Gardens", "</name><aux name=\"x\">&\u{0}\u{1b}]]>", "\u{202e}\"'<!--"] {
      let (model, text) = try document(
        theory, title: title, plan: Plan([Plan.Step(levers[0], from: 2)]), levers: levers)
      let parser = XMLParser(data: Data(text.utf8))
      let reader = Reader()
      parser.delegate = reader
      #expect(parser.parse(), "\(title)")
      let stocks = try #require(reader.names["stock"])
      #expect(stocks.count == model.program.variables.count)
      #expect((reader.names["flow"] ?? []).count == stocks.count)
      let all = stocks + (reader.names["aux"] ?? []) + (reader.names["flow"] ?? [])
      #expect(Set(all.map { $0.lowercased() }).count == all.count)
      #expect(all.allSatisfy { $0.wholeMatch(of: #/[a-z][a-z0-9_]*/#) != nil })
      for number in model.program.parameters.indices {
        #expect(all.contains(XMILE.name(ofParameter: number, in: model.program)))
      }
    }
  }

  @Test("An action works from its round on, and luck is left out")
  func inputs() throws {
    let theory = try Fixture.gardens()
    let levers = theory.levers.map(\.id)
    let (_, text) = try document(
      theory, title: "t", plan: Plan([Plan.Step(levers[0], from: 3)]), levers: levers)
    let begins = Double(2 * Model.stepsInARound) - 0.5
    #expect(text.contains("IF TIME &gt;= \(begins) THEN 1 ELSE 0"))
    #expect(text.contains("<eqn>0</eqn><doc>luck</doc>"))
  }

  @Test("Arrows have their strengths as drawn, and rival readings that don't hold have none")
  func arrows() throws {
    let theory = try TinyTheory.make(
      ["a", "b", "y"], ["k: less a -> produced more b -> lowers y; turns", "l: more a -> raises y"],
      rivals: [["k", "l"]])
    var seen: Set<[Bool]> = []
    for draw in 0..<8 {
      let arrows = Adjacency(theory, draw: draw, of: DrawSequence(seed: 1, count: 8), prior: .uniform).arrows
      #expect(arrows.map(\.sign) == [-1, 1, 1] && arrows.map(\.way) == ["mechanism", "lowers", "raises"])
      seen.insert(arrows.map { $0.strength > 0 })
    }
    #expect(seen == [[true, true, false], [false, false, true]])
  }
}

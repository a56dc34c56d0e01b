import Bibliography
import Foundation
import ProgrammeTheory
import Reporting
import TestSupport
import Testing

@testable import Casework

@Suite("Tables and the document of a theory")
struct TheoryTableTests {
  private func teller(_ theory: Theory) -> TheoryTeller { TheoryTeller(of: theory, madeBy: "realist test") }
  private func bundled() throws -> Theory {
    try TheoryDocument.read(path: try #require(Fixture.bundledTheories.first))
  }
  private func texts(_ table: Table) -> [[String]] { table.rows.map { $0.map(\.text) } }

  @Test("The gardens' tables look as they should", arguments: TheoryTable.allCases)
  func golden(_ which: TheoryTable) throws {
    let page = teller(try Fixture.gardens()).page(of: which)
    let difference = try GoldenFile.difference(
      MarkdownRenderer().render(page), from: "gardens-\(which.rawValue).md")
    #expect(difference == nil)
  }

  @Test("The gardens' document looks as it should")
  func document() throws {
    let page = teller(try Fixture.gardens()).document
    #expect(try GoldenFile.difference(MarkdownRenderer().render(page), from: "gardens.md") == nil)
  }

  /// The paper's Table 1 has 39 studies, from Adedoyin et al. to Zuckerman et al., with two characteristics.
  @Test("Table 1 of the paper is rebuilt")
  func studies() throws {
    let table = teller(try bundled()).table(.studies)
    #expect(table.columns == ["Paper", "Reference", "Collaboration type", "Research type"])
    let rows = texts(table)
    #expect(rows.count == 39 && rows.first == ["Adedoyin et al. 2016", "57", "Mergers", "Case study"])
    #expect(rows.last?[1] == "12" && rows.allSatisfy { !$0.contains("") })
    #expect(rows.filter { $0[3] == "Review" }.count == 16 && rows.filter { $0[3] == "Survey" }.count == 2)
  }

  /// The paper's Table 2 has 6 points of entry.
  @Test("Table 2 of the paper is rebuilt")
  func entryPoints() throws {
    let rows = texts(teller(try bundled()).table(.entryPoints))
    #expect(rows.map(\.first) == ["1", "2", "3", "4", "5", "6"])
    #expect(rows[1][3] == "Douglas 1998 [49]; What Works Scotland 2015 [35]")
    #expect(
      rows[4][3].matches(of: #/\[\d+\]/#).map { String($0.0) } == ["[22]", "[35]", "[38]", "[55]", "[61]"])
  }

  /// The paper's Table 3 has 44 rows.
  @Test("Table 3 of the paper is rebuilt, row by row under its headings")
  func told() throws {
    let rows = texts(teller(try bundled()).table(.told))
    #expect(rows.count == 44 && rows.map { $0[3] } == (1...44).map(String.init))
    #expect(Set(rows.map { $0[1] }) == ["3"])
    var headings: [String] = []
    for row in rows where headings.last != row[2] { headings.append(row[2]) }
    #expect(Set(headings).count == headings.count, "a heading comes twice")
    #expect(
      headings.prefix(3) == [
        "Synergy and collaborative inertia", "Perception of progress and performance", "Conflict",
      ])
    #expect(rows[0][0] == "High partnership functioning and trust level" && rows[7][0] == "Absent actors")
    #expect(rows.allSatisfy { !$0[4].isEmpty && !$0[7].isEmpty && !$0[8].isEmpty })
  }

  @Test("The table of configurations has each one, with every slot, place and source")
  func configurations() throws {
    let theory = try bundled()
    let table = teller(theory).table(.configurations)
    #expect(table.rows.count == theory.configurations.count)
    for (row, configuration) in zip(texts(table), theory.configurations) {
      let told = Dictionary(uniqueKeysWithValues: zip(table.columns, row))
      #expect(told["Identifier"] == configuration.id.text && told["Status"] == configuration.status.rawValue)
      for literal in configuration.context {
        #expect(told["Context"]?.contains(theory.state(literal)) == true)
      }
      for effect in configuration.outcome {
        #expect(told["Outcome"]?.contains(theory.clause(effect)) == true)
      }
      for id in configuration.tellings { #expect(told["Tellings"]?.contains("\(id): ") == true) }
      for id in theory.evidence(for: configuration.id).supporting {
        #expect(told["Sources"]?.contains("[\(id)]") == true)
      }
      #expect((told["Rivals"] != "") == !theory.rivalries(of: configuration.id).isEmpty)
    }
  }

  @Test("A theory without such things says so", arguments: TheoryTable.allCases)
  func empty(_ which: TheoryTable) throws {
    let theory = Theory(identity: try Fixture.gardens().identity)
    let page = teller(theory).page(of: which)
    #expect(page.parts.isEmpty && page.story.first?.text.hasPrefix("This theory has no ") == true)
    let table = teller(theory).table(which)
    #expect(table.rows.isEmpty && CSVRenderer().render(table).split(separator: "\r\n").count == 1)
  }

  @Test("The document names every concept, configuration, telling's place and reference")
  func whole() throws {
    for theory in [try bundled(), try Fixture.gardens()] {
      let page = teller(theory).document
      let told = page.parts.flatMap(\.blocks).map { "\($0)" }.joined()
      for concept in theory.concepts {
        #expect(told.contains(concept.definition.debugDescription.dropFirst().dropLast()))
      }
      let sentences = page.parts.flatMap(\.blocks).flatMap { block -> [Sentence] in
        if case .paragraph(let sentences) = block { sentences } else { [] }
      }
      for configuration in theory.configurations {
        #expect(
          sentences.contains {
            $0.text == theory.sentence(configuration) && $0.why == [configuration.id.text]
          })
      }
      #expect(Mentions(of: page).dangling == [])
      for reference in theory.references { #expect(told.contains("[\(reference.id)]")) }
    }
  }

  @Test("Python's csv reads each table with the same cells", arguments: TheoryTable.allCases)
  func csv(_ which: TheoryTable) throws {
    var random = SplitMix64(seed: 7)
    let nasty = try Fixture.gardens().mappingTexts { _ in
      Bool.random(using: &random) ? random.pick(NastyText.examples) : NastyText.random(using: &random)
    } reference: {
      "=\($0),\"\n"
    }
    for theory in [try bundled(), try Fixture.gardens(), nasty] {
      let table = teller(theory).table(which)
      try TemporaryFolder.with { folder in
        let json = String(decoding: try JSONEncoder().encode(table), as: UTF8.self)
        let answer = try Peers.run(
          "read_csv.py", try folder.file("a.csv", CSVRenderer().render(table)),
          try folder.file("a.json", json))
        #expect(
          answer.code == 0 && answer.out.contains("\(table.rows.count + 1) rows"),
          "\(answer.out)\(answer.err)")
      }
    }
  }
}

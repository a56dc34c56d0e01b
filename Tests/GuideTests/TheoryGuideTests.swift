import Foundation
import ProgrammeTheory
import TestSupport
import Testing

/// The code of the guides to ProgrammeTheory, run. A guide quotes it line for line; `QuotationTests` proves that.
@Suite("Guides to ProgrammeTheory")
struct TheoryGuideTests {
  @Test("Read a theory")
  func reading() throws {
    let path = Fixture.gardensPath
    let theory = try TheoryDocument.read(path: path)

    for configuration in theory.configurations {
      let evidence = theory.evidence(for: configuration.id)
      print(theory.sentence(configuration), "\(evidence.supporting.count) works")
    }

    let contested = theory.rivalries.map(\.about)
    let report = theory.findingReport
    print(report.lines(columns: 100).joined(separator: "\n"))

    #expect(theory.configurations.count > 10 && !contested.isEmpty && report.count > 0)
  }

  @Test("Ask how one concept leads to another")
  func chains() throws {
    let theory = try Fixture.gardens()
    guard let start = Concept.ID("shared-work"), let end = Concept.ID("harvest") else { return }
    let found = theory.chains(from: start, to: end, atMost: 4)
    for chain in found.chains {
      print(theory.line(chain), chain.stepsByRule == 0 ? "as told" : "partly reversed by rule")
    }

    let circles = theory.loops(atMost: 6).loops
    let graph = SignedGraph(theory)
    let picture = graph.dot(naming: theory)

    #expect(!found.chains.isEmpty && !circles.isEmpty && picture.hasPrefix("digraph"))
  }

  @Test("Infer what follows from facts")
  func inference() throws {
    let theory = try Fixture.gardens()
    guard let theft = Concept.ID("produce-theft"), let fatigue = Concept.ID("volunteer-fatigue") else {
      return
    }
    let facts: Facts = [theft: .lies(.more, much: false)]
    let entailment = theory.entailment(of: facts)

    let standing = entailment.standing(of: fatigue)
    switch standing.tendency {
    case .still: print("Nothing that is known moves it.")
    case .turns(let direction): print("All that moves it moves it this way:", direction)
    case .turnsFirst(let direction): print("First this way, and then pulled both ways:", direction)
    case .pulledBothWays: print("Pulled both ways.")
    }
    for strand in entailment.strands(to: Literal(.more, fatigue), most: 3) {
      print(theory.line(strand))
    }
    let missing = entailment.awaited.prefix(3).map(\.concept)

    #expect(standing.tendency == .turns(.more) && !missing.isEmpty)
  }

  @Test("Compare two theories")
  func comparison() throws {
    let earlier = try Fixture.gardens()
    let refined = try TheoryDocument.read(path: Fixture.folder.appendingPathComponent("refined-gardens").path)
    let comparison = TheoryComparison(of: earlier, with: refined)

    let added = comparison.configurations.onlyInNew
    let dropped = comparison.new.isPartial ? [] : comparison.configurations.onlyInOld
    for rerouting in comparison.reroutings where rerouting.kind == .putBetween {
      print("Now through:", rerouting.new.flatMap(\.between))
    }

    #expect(!added.isEmpty && !dropped.isEmpty && comparison.swapped.swapped == comparison)
    #expect(TheoryComparison(of: earlier, with: earlier).isEmpty)
  }

  @Test("Write a theory and read it again")
  func writing() throws {
    try TemporaryFolder.with { place in
      let folder = place("gardens")
      let theory = try Fixture.gardens()
      try TheoryDocument.write(theory, to: folder)
      let again = try TheoryDocument.read(path: folder)

      let json = try TheoryDocument.json(theory)
      let forNetworks = ExportedGraph(theory, as: .configurations).graphML

      #expect(again == theory && json.hasPrefix("{") && forNetworks.contains("<graphml"))
    }
  }
}

import Bibliography
import Documents
import Foundation
import ProgrammeTheory
import TestSupport
import Testing

@Suite("Saturation, gaps and clusters")
struct SaturationTests {
  private func theories() throws -> [Theory] {
    try [Fixture.gardens()] + Fixture.bundledTheories.map { try TheoryDocument.read(path: $0) }
  }

  /// Three works: one tells of heat and crust, the next of the same and of sales, the last of nothing new.
  private func bakery() throws -> Theory {
    var theory = try BakeryTheory.read([
      "id: k1, context: [more heat], outcome: [raises crust]",
      "id: k2, context: [more crust], outcome: [raises sales]",
    ])
    func id<Owner>(_ text: String) throws -> Identifier<Owner> { try #require(Identifier<Owner>(text)) }
    func telling(_ name: String, _ from: String, _ to: String, _ work: String) throws -> Telling {
      Telling(
        id: try id(name), form: .prose, place: try #require(theory.tellings.first).place,
        context: [Told(Literal(.more, try id(from)))], outcome: [Told(OutcomeEffect(.raises, try id(to)))],
        attribution: .works([work]))
    }
    let tellings = [
      try telling("t1", "heat", "crust", "b"), try telling("t2", "crust", "sales", "a"),
      try telling("t3", "heat", "crust", "c"),
    ]
    theory.configurations = zip(theory.configurations, [["t1", "t3"], ["t2"]]).map { claim, names in
      CMOConfiguration(
        id: claim.id, context: claim.context, mechanism: nil, outcome: claim.outcome,
        reversibility: claim.reversibility, tellings: names.compactMap { Telling.ID($0) })
    }
    theory.tellings = tellings
    theory.references = try ReferenceList.read(
      csl: Array(
        """
        [{"id": "a", "type": "book", "title": "A", "issued": {"date-parts": [[2001]]}},
         {"id": "b", "type": "book", "title": "B"},
         {"id": "c", "type": "book", "title": "C", "issued": {"date-parts": [[1999]]}}]
        """.utf8), file: "references.json"
    ).references
    return theory
  }

  @Test("Each work adds what no earlier one told, in the order that was asked for")
  func order() throws {
    let theory = try bakery()
    let mentioned = theory.saturation(in: .mention)
    #expect(mentioned.steps.map(\.source) == ["b", "a", "c"])
    #expect(mentioned.steps.map { $0.concepts.map(\.text) } == [["heat", "crust"], ["sales"], []])
    #expect(mentioned.steps.map { $0.configurations.map(\.text) } == [["k1"], ["k2"], []])
    #expect(mentioned.steps.map(\.conceptsSoFar) == [2, 3, 3] && mentioned.quietAtEnd == 1)
    let published = theory.saturation(in: .publication)
    #expect(published.steps.map(\.source) == ["c", "a", "b"])
    #expect(published.steps.map { $0.concepts.count } == [2, 1, 0])
    #expect(published.untoldConcepts.isEmpty && published.unsupported.isEmpty)
  }

  @Test(
    "The curve never falls, counts nothing twice, and leaves nothing out",
    arguments: Saturation.Order.allCases)
  func laws(_ order: Saturation.Order) throws {
    for theory in try theories() {
      let saturation = theory.saturation(in: order)
      var (concepts, claims) = (0, 0)
      for step in saturation.steps {
        concepts += step.concepts.count
        claims += step.configurations.count
        #expect(step.conceptsSoFar == concepts && step.configurationsSoFar == claims)
      }
      #expect(Set(saturation.steps.map(\.source)).count == saturation.steps.count)
      #expect(concepts + saturation.untoldConcepts.count == theory.concepts.count)
      #expect(claims + saturation.unsupported.count == theory.configurations.count)
      let supported = theory.configurations.filter { !theory.evidence(for: $0.id).supporting.isEmpty }
      #expect(claims == supported.count)
    }
  }

  @Test("A gap's search has the phrases of the concept, and of what it stands with")
  func searches() throws {
    let theory = try bakery()
    let gap = try #require(theory.gaps.first { $0.kind == .noMechanism })
    #expect(gap.subject == .configuration(try #require(CMOConfiguration.ID("k1"))))
    #expect(gap.terms == [["heat"], ["crust"]] && gap.search == "heat AND crust")
    let alone = theory.gaps.filter { $0.kind == .conceptOfOneSource }
    #expect(alone.map(\.subject.id) == ["sales"] && alone.first?.search == "sales AND crust")
    #expect(alone.first?.sentence.contains("[a] alone") == true)
    #expect(theory.gaps.filter { $0.kind == .singleSource }.map(\.subject.id) == ["k2"])
  }

  @Test("Every gap says what is missing, and its search is one that a database takes")
  func wholeSearches() throws {
    for theory in try theories() {
      let gaps = theory.gaps
      #expect(!gaps.isEmpty)
      for gap in gaps {
        #expect(!gap.sentence.isEmpty && !gap.kind.meaning.isEmpty, "\(gap)")
        #expect(
          gap.search.count { $0 == "\"" } % 2 == 0
            && gap.search.count { $0 == "(" } == gap.search.count { $0 == ")" })
        #expect(gap.terms.allSatisfy { !$0.isEmpty && $0.count <= 6 })
      }
      #expect(
        gaps.map(\.kind)
          == gaps.map(\.kind).sorted {
            Gap.Kind.allCases.firstIndex(of: $0) ?? 0 < Gap.Kind.allCases.firstIndex(of: $1) ?? 0
          })
    }
  }

  @Test("Clusters hold each configuration once for each of its mechanisms, the largest first")
  func clusters() throws {
    for theory in try theories() {
      let clusters = theory.mechanismClusters
      let expected = theory.configurations.map {
        max(1, Set($0.mechanism?.literals.map(\.concept) ?? []).count)
      }
      #expect(clusters.map(\.configurations.count).reduce(0, +) == expected.reduce(0, +))
      let sizes = clusters.filter { $0.mechanism != nil }.map(\.configurations.count)
      #expect(sizes == sizes.sorted(by: >))
      #expect(clusters.dropLast().allSatisfy { $0.mechanism != nil })
    }
  }
}
